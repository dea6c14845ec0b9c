package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Kind;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.Statistics;

/**
 * What is here, and how to go on: a page for browsers, the same in plain text for everyone else.
 */
final class FrontPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient NewsStore store;

  /** Counted when first asked for; while this process serves, no other can write. */
  private transient Statistics counted;

  FrontPage(NewsStore store) {
    this.store = store;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String accept = request.getHeader("Accept");
    boolean browser = accept != null && accept.contains("text/html");
    response.setContentType(browser ? "text/html" : "text/plain");
    response.setCharacterEncoding(UTF_8.name());
    response.setHeader("Vary", "Accept");
    String template = resource(browser ? "front.html" : "front.txt");
    response.getOutputStream().write(fill(template, request).getBytes(UTF_8));
  }

  private String fill(String template, HttpServletRequest request) {
    Statistics found = statistics();
    Map<String, String> values =
        Map.of(
            "address", escape(request.getRequestURL().toString()),
            "articles", count(found.articles(), "article", "articles"),
            "statements", count(found.allStatements(), "statement", "statements"),
            "direct", number(found.statements().get(Kind.DIRECT)),
            "people", count(found.entities().get(EntityType.PERSON), "person", "people"),
            "organisations",
                count(
                    found.entities().get(EntityType.ORGANISATION), "organisation", "organisations"),
            "places", count(found.entities().get(EntityType.PLACE), "place", "places"));
    String page = template;
    for (var value : values.entrySet()) {
      page = page.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    for (Example example : Example.values()) {
      page = page.replace("{{link:" + example.name() + "}}", example.link());
      page = page.replace("{{query:" + example.name() + "}}", escape(example.query()));
    }
    return page;
  }

  private synchronized Statistics statistics() {
    if (counted == null) {
      counted = Statistics.of(store);
    }
    return counted;
  }

  /** Queries that the page offers, in the order of its links. */
  private enum Example {
    STATEMENTS,
    PEOPLE,
    PLACES;

    String query() {
      return resource(name().toLowerCase(Locale.ROOT) + ".rq");
    }

    /** A link that runs it and shows a table. */
    String link() {
      return "news/sparql?format=text&amp;query=" + URLEncoder.encode(query(), UTF_8);
    }
  }

  private static String count(long value, String one, String many) {
    return number(value) + " " + (value == 1 ? one : many);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource(String name) {
    try (InputStream in = FrontPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
