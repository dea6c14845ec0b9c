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
 * A fragment of HTML, built from a template whose placeholders are filled with values. All values
 * other than fragments are escaped, so that the text of an article cannot become markup.
 *
 * <pre>{@code
 * Html.of("<a href=\"{}\">{}</a>", address, name)
 * }</pre>
 *
 * @param source the markup
 */
public record Html(String source) {
  public static final Html NONE = new Html("");

  private static final String PLACEHOLDER = "{}";

  /**
   * Fills a template.
   *
   * @param template HTML with a {@code {}} for each value; in quotation marks if the value is an
   *     attribute's
   * @param values fragments, collections of fragments, or other objects, which become text
   * @throws IllegalArgumentException if the number of values differs from that of placeholders
   */
  public static Html of(String template, Object... values) {
    StringBuilder source = new StringBuilder();
    int from = 0;
    for (Object value : values) {
      int placeholder = template.indexOf(PLACEHOLDER, from);
      if (placeholder < 0) {
        throw new IllegalArgumentException("more values than placeholders: " + template);
      }
      source.append(template, from, placeholder);
      append(value, source);
      from = placeholder + PLACEHOLDER.length();
    }
    if (template.indexOf(PLACEHOLDER, from) >= 0) {
      throw new IllegalArgumentException("more placeholders than values: " + template);
    }
    return new Html(source.append(template, from, template.length()).toString());
  }

  private static void append(Object value, StringBuilder source) {
    if (value instanceof Html html) {
      source.append(html.source);
    } else if (value instanceof Collection<?> fragments) {
      fragments.forEach(fragment -> append(fragment, source));
    } else {
      source.append(escape(String.valueOf(value)));
    }
  }

  /** Returns a collector that concatenates fragments. */
  public static Collector<Html, ?, Html> joining() {
    return joining("");
  }

  /** Returns a collector that concatenates fragments, with a separator in HTML between them. */
  public static Collector<Html, ?, Html> joining(String between) {
    return Collectors.collectingAndThen(
        Collectors.mapping(Html::source, Collectors.joining(between)), Html::new);
  }

  /** Returns this fragment if the condition holds; otherwise {@link #NONE}. */
  public Html when(boolean condition) {
    return condition ? this : NONE;
  }

  /** Returns the concatenation of this fragment and the next one. */
  public Html and(Html next) {
    return new Html(source + next.source);
  }

  public boolean isEmpty() {
    return source.isEmpty();
  }

  /** Escapes a text for use between tags and in quoted attribute values. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Returns a link to {@link #address}, or only the text if the IRI has no address. */
  public static Html link(String iri, String text, Iris iris) {
    String target = address(iri, iris);
    return target.isEmpty() ? Html.of("{}", text) : Html.of("<a href=\"{}\">{}</a>", target, text);
  }

  /**
   * Returns the address at which a browser finds the resource with an IRI: on this server for IRIs
   * of the database, on the web for other http and https IRIs. Empty for all other IRIs, such as
   * scripts. An entity that only one article knows has an IRI inside that article's document, so
   * its page is addressed by the parameter {@code iri}.
   */
  public static String address(String iri, Iris iris) {
    if (iri.contains("#") && iris.isEntity(iri)) {
      return "/entity?iri=" + URLEncoder.encode(iri.substring(iris.base().length()), UTF_8);
    }
    if (iri.startsWith(iris.base())) {
      return "/" + percentEncode(iri.substring(iris.base().length()));
    }
    String lower = iri.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://") ? percentEncode(iri) : "";
  }

  /** Percent-encodes all characters that are not ASCII. */
  public static String percentEncode(String iri) {
    try {
      return URI.create(iri).toASCIIString();
    } catch (IllegalArgumentException e) {
      return iri.replaceAll("[^\\x21-\\x7e]", "");
    }
  }
}
