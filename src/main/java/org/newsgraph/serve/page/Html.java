package org.newsgraph.serve.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.newsgraph.graph.Iris;

/**
 * A piece of HTML. It is made from a template whose gaps are filled with texts and other pieces;
 * what is no piece is escaped, so that whatever an article says stays text.
 *
 * <pre>{@code
 * Html.of("<a href=\"{}\">{}</a>", address, name)
 * }</pre>
 *
 * @param source as a browser reads it
 */
public record Html(String source) {
  public static final Html NONE = new Html("");

  private static final String GAP = "{}";

  /**
   * Fills a template.
   *
   * @param template HTML with {@code {}} where a value goes; quoted where it is an attribute's
   * @param values pieces, lists of pieces, or anything else, which becomes text
   * @throws IllegalArgumentException where there are more or fewer values than gaps
   */
  public static Html of(String template, Object... values) {
    StringBuilder source = new StringBuilder();
    int from = 0;
    for (Object value : values) {
      int gap = template.indexOf(GAP, from);
      if (gap < 0) {
        throw new IllegalArgumentException("more values than gaps: " + template);
      }
      source.append(template, from, gap);
      append(value, source);
      from = gap + GAP.length();
    }
    if (template.indexOf(GAP, from) >= 0) {
      throw new IllegalArgumentException("more gaps than values: " + template);
    }
    return new Html(source.append(template, from, template.length()).toString());
  }

  private static void append(Object value, StringBuilder source) {
    if (value instanceof Html html) {
      source.append(html.source);
    } else if (value instanceof Collection<?> pieces) {
      pieces.forEach(piece -> append(piece, source));
    } else {
      source.append(escape(String.valueOf(value)));
    }
  }

  /** Pieces one after another. */
  public static Collector<Html, ?, Html> joining() {
    return joining("");
  }

  /** Pieces with some HTML between them. */
  public static Collector<Html, ?, Html> joining(String between) {
    return Collectors.collectingAndThen(
        Collectors.mapping(Html::source, Collectors.joining(between)), Html::new);
  }

  /** This piece, or none. */
  public Html when(boolean wanted) {
    return wanted ? this : NONE;
  }

  public Html and(Html next) {
    return new Html(source + next.source);
  }

  public boolean isEmpty() {
    return source.isEmpty();
  }

  /** A text as it stands in HTML, between tags and in an attribute's quotation marks. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A link with a text; to what is ours on this server, to the web elsewhere, to no script. */
  public static Html link(String iri, String text, Iris iris) {
    String target = address(iri, iris);
    return target.isEmpty() ? Html.of("{}", text) : Html.of("<a href=\"{}\">{}</a>", target, text);
  }

  /**
   * Where a browser finds what has this IRI; empty where it cannot. Whom a single article knows
   * lives inside that article's document, so the page about it is asked for by its IRI.
   */
  public static String address(String iri, Iris iris) {
    if (iri.contains("#") && iris.isEntity(iri)) {
      return "/entity?iri=" + URLEncoder.encode(iri.substring(iris.base().length()), UTF_8);
    }
    if (iri.startsWith(iris.base())) {
      return "/" + ascii(iri.substring(iris.base().length()));
    }
    String lower = iri.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://") ? ascii(iri) : "";
  }

  /** With percent signs for what is not ASCII. */
  public static String ascii(String iri) {
    try {
      return URI.create(iri).toASCIIString();
    } catch (IllegalArgumentException e) {
      return iri.replaceAll("[^\\x21-\\x7e]", "");
    }
  }
}
