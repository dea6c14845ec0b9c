package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Kind;
import org.newsgraph.serve.http.Handler;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;
import org.newsgraph.serve.sparql.Counts;
import org.newsgraph.store.Statistics;

/**
 * What is here, and how to go on: a page for browsers, the same in plain text for everyone else.
 */
final class FrontPage implements Handler {
  private final Counts counts;

  FrontPage(Counts counts) {
    this.counts = counts;
  }

  @Override
  public Reply answer(Request request) {
    boolean browser = request.header("Accept").filter(it -> it.contains("text/html")).isPresent();
    String page = fill(resource(browser ? "front.html" : "front.txt"), request);
    Reply reply =
        browser
            ? Page.titled("Newsgraph").in(Section.HOME).body(new Html(page)).reply(request)
            : Reply.text(page);
    return reply.with("Vary", "Accept");
  }

  private String fill(String template, Request request) {
    Map<String, String> values =
        Map.of(
            "address",
            Html.escape(request.server()),
            "holds",
            counts
                .now()
                .map(it -> holds(it.census().statistics()))
                .orElse("What this graph holds is being counted; look again in a minute."));
    String page = template;
    for (var value : values.entrySet()) {
      page = page.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    for (Example example : Example.values()) {
      page = page.replace("{{link:" + example.name() + "}}", example.link());
      page = page.replace("{{query:" + example.name() + "}}", Html.escape(example.query()));
    }
    return page;
  }

  private static String holds(Statistics found) {
    Map<EntityType, Long> entities = found.entities();
    return "This graph holds "
        + count(found.articles(), "article", "articles")
        + " with "
        + count(found.allStatements(), "statement", "statements")
        + " ("
        + number(found.statements().get(Kind.DIRECT))
        + " of them word for word), "
        + count(entities.get(EntityType.PERSON), "person", "people")
        + ", "
        + count(entities.get(EntityType.ORGANISATION), "organisation", "organisations")
        + " and "
        + count(entities.get(EntityType.PLACE), "place", "places")
        + ".";
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

  private static String resource(String name) {
    try (InputStream in = FrontPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
