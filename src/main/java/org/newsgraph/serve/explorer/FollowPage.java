package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.FilterForm;
import org.newsgraph.serve.page.FormField;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;

/** Explains how to follow a speaker, a topic or words with a feed reader, {@code /follow}. */
public final class FollowPage implements RouteHandler {
  private final UnknownName names;

  public FollowPage(SparqlRunner runner) {
    this.names = new UnknownName(runner);
  }

  @Override
  public Reply handle(Request request) {
    Map<String, String> filter = new LinkedHashMap<>();
    for (String name : List.of("speaker", "about", "q")) {
      request.parameter(name).ifPresent(it -> filter.put(name, it.strip()));
    }
    Page page = Page.titled("Follow").body(introduction().and(form(filter)));
    if (filter.isEmpty()) {
      return page.reply(request);
    }
    Html unknown =
        names
            .entity(filter.getOrDefault("speaker", ""), "/follow?speaker=")
            .or(() -> names.entity(filter.getOrDefault("about", ""), "/follow?about="))
            .orElse(Html.NONE);
    String path = address(filter);
    return page.body(page.body().and(unknown.isEmpty() ? feed(request, path) : unknown))
        .feed("New statements", path)
        .reply(request);
  }

  /** Returns the address of the feed of a filter: "/feed.atom?speaker=Ann+Roe". */
  static String address(Map<String, String> filter) {
    return "/feed.atom?"
        + filter.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
  }

  private static Html introduction() {
    return new Html(
        """
        <p class="lead">Get new statements of a speaker, on a topic or containing words as they arrive: in a feed reader,
         in Slack or Teams, or in any program that reads Atom feeds.</p>
        """);
  }

  private static Html form(Map<String, String> filter) {
    return FilterForm.of(
            "/follow",
            List.of(
                field("speaker", "Speaker", filter).suggesting("entity").html(),
                field("about", "Topic", filter).suggesting("entity").html(),
                field("q", "Containing", filter).html()))
        .button("Show the feed")
        .html();
  }

  private static FormField field(String name, String label, Map<String, String> filter) {
    return FormField.of(name, label, filter.getOrDefault(name, ""));
  }

  private static Html feed(Request request, String path) {
    String address = request.baseUrl() + path.substring(1);
    return Html.of(
        """
        <h2>Address of the feed</h2>
        <pre tabindex="0"><code>{}</code></pre>
        <p>Copy this address into your feed reader (“Add subscription”). <a href="{}">Open the feed</a> to see its source.</p>
        """,
        address,
        path);
  }
}
