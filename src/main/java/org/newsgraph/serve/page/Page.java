package org.newsgraph.serve.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;

/**
 * A page of the explorer: what is its own, in the frame that all pages share.
 *
 * <pre>{@code
 * return Page.titled("Map").in(Section.MAP).script("map.js").body(map).sparql(query).reply(request);
 * }</pre>
 *
 * @param title text
 * @param section that it belongs to, if to any
 * @param head what stands for the title at the page's top, with an {@code h1} of its own; the title
 *     where empty
 * @param styles names of style sheets in {@code assets}, after the one that all pages have
 * @param scripts names of modules in {@code assets}
 * @param queries the SPARQL behind the page
 */
public record Page(
    String title,
    Optional<Section> section,
    Html head,
    Html body,
    List<String> styles,
    List<String> scripts,
    List<String> queries) {

  private static final Html FRAME =
      new Html(
          """
          <!DOCTYPE html>
          <html lang="en">
          <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>{}</title>
          <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/assets/explorer.css">
          {}<script src="/assets/theme.js"></script>
          <script type="module" src="/assets/search.js"></script>
          {}</head>
          <body>
          <a class="skip" href="#main">Skip to the content</a>
          <header class="top">
          <a class="mark" href="/">Newsgraph</a>
          <nav aria-label="Sections"><ul>
          {}</ul></nav>
          {}
          <button type="button" id="theme" hidden></button>
          </header>
          <main id="main" tabindex="-1">
          {}
          {}
          {}</main>
          <footer class="bottom">
          <p>Every fact leads back to the words of an article. <span class="nowrap">Check them before you quote.</span></p>
          <ul><li><a href="/api">API</a></li><li><a href="/feed.atom">Feed</a></li><li><a
           href="/ontology">Ontology</a></li><li><a href="/.well-known/void">VoID</a></li>{}</ul>
          </footer>
          </body>
          </html>
          """);

  public Page {
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
    queries = List.copyOf(queries);
  }

  public static Page titled(String title) {
    return new Page(title, Optional.empty(), Html.NONE, Html.NONE, List.of(), List.of(), List.of());
  }

  public Page in(Section its) {
    return new Page(title, Optional.of(its), head, body, styles, scripts, queries);
  }

  public Page head(Html its) {
    return new Page(title, section, its, body, styles, scripts, queries);
  }

  public Page body(Html its) {
    return new Page(title, section, head, its, styles, scripts, queries);
  }

  /** With a style sheet of its own. */
  public Page style(String name) {
    return new Page(title, section, head, body, with(styles, name), scripts, queries);
  }

  /** With an ES module. */
  public Page script(String name) {
    return new Page(title, section, head, body, styles, with(scripts, name), queries);
  }

  /** With the SPARQL behind it, for people to go on from. */
  public Page sparql(String... asked) {
    List<String> all = new ArrayList<>(queries);
    Arrays.stream(asked).filter(query -> !query.isBlank()).forEach(all::add);
    return new Page(title, section, head, body, styles, scripts, all);
  }

  private static List<String> with(List<String> list, String name) {
    List<String> more = new ArrayList<>(list);
    more.add(name);
    return more;
  }

  /** The whole page, for the one who asks. */
  public Html html(Request request) {
    String name = section.filter(Section.HOME::equals).isPresent() ? title : title + " – Newsgraph";
    return Html.of(
        FRAME.source(),
        name,
        styles.stream()
            .map(it -> Html.of("<link rel=\"stylesheet\" href=\"/assets/{}\">\n", it))
            .toList(),
        scripts.stream()
            .map(it -> Html.of("<script type=\"module\" src=\"/assets/{}\"></script>\n", it))
            .toList(),
        Arrays.stream(Section.values()).map(this::entry).toList(),
        section.filter(Section.HOME::equals).isPresent() ? Html.NONE : search(request),
        head.isEmpty() ? Html.of("<h1>{}</h1>", title) : head,
        body,
        shown(),
        login(request));
  }

  public Reply reply(Request request) {
    return Reply.html(html(request).source()).with("Cache-Control", "no-cache").tagged();
  }

  private static Html search(Request request) {
    return Html.of(
        """
        <form class="search" role="search" action="/search">
        <label class="unseen" for="search">Search people, places, statements and articles</label>
        <input id="search" name="q" type="search" autocomplete="off" spellcheck="false"
         placeholder="Search" maxlength="500" value="{}"><button>Search</button>
        </form>""",
        request.path().equals("/search") ? looked(request) : "");
  }

  private static String looked(Request request) {
    try {
      return request.parameter("q").orElse("");
    } catch (HttpError e) {
      // The page that tells so has this box, too.
      return "";
    }
  }

  private Html entry(Section each) {
    return Html.of(
        "<li><a href=\"{}\"{}>{}</a></li>\n",
        each.address(),
        new Html(" aria-current=\"page\"").when(section.filter(each::equals).isPresent()),
        each.title());
  }

  private Html shown() {
    return Html.of(
            "<details class=\"sparql\"><summary>Show the SPARQL</summary>\n{}</details>\n",
            queries.stream()
                .map(
                    query ->
                        Html.of(
                            """
                            <pre tabindex="0"><code>{}</code></pre>
                            <p><a href="/query?query={}">Open it in the query editor</a></p>
                            """,
                            query.strip(),
                            URLEncoder.encode(query.strip(), UTF_8)))
                .toList())
        .when(!queries.isEmpty());
  }

  private static Html login(Request request) {
    if (request.user().isPresent()) {
      return Html.of(
          "{}<li>Logged in as {}</li>",
          new Html("<li><a href=\"/add\">Add an article</a></li>").when(request.isByEditor()),
          request.user().get());
    }
    return Html.of(
            "<li><a href=\"/login?to={}\" rel=\"nofollow\">Log in</a></li>",
            URLEncoder.encode(request.address(), UTF_8))
        .when(request.loginsEnabled());
  }
}
