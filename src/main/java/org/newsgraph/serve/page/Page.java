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
 * A page of the explorer: its content, and the frame that all pages share.
 *
 * <pre>{@code
 * return Page.titled("Map").in(Section.MAP).script("map.js").body(map).sparql(query).reply(request);
 * }</pre>
 *
 * @param title the title, as plain text
 * @param section the section that the page belongs to
 * @param head the top of the page, including its {@code h1}; empty to show the title
 * @param body the content below the head
 * @param styles file names of style sheets in {@code assets}, in addition to the common one
 * @param scripts file names of ES modules in {@code assets}
 * @param queries the SPARQL queries that return the data of the page
 * @param feeds the feeds that feed readers find in the page
 */
public record Page(
    String title,
    Optional<Section> section,
    Html head,
    Html body,
    List<String> styles,
    List<String> scripts,
    List<String> queries,
    List<Feed> feeds) {

  /** An Atom feed of statements: its title and its address. */
  public record Feed(String title, String address) {}

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
          {}{}<script src="/assets/theme.js"></script>
          <script type="module" src="/assets/search.js"></script>
          {}</head>
          <body>
          <a class="skip" href="#main">Skip to content</a>
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
          <p>Every fact links to the words of an article. <span class="nowrap">Check them before you quote.</span></p>
          <ul><li><a href="/follow">Follow</a></li><li><a href="/api">API</a></li><li><a
           href="/ontology">Ontology</a></li><li><a href="/.well-known/void">About this dataset</a></li>{}</ul>
          </footer>
          </body>
          </html>
          """);

  public Page {
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
    queries = List.copyOf(queries);
    feeds = List.copyOf(feeds);
  }

  public static Page titled(String title) {
    return new Page(
        title, Optional.empty(), Html.NONE, Html.NONE, List.of(), List.of(), List.of(), List.of());
  }

  public Page in(Section newSection) {
    return new Page(title, Optional.of(newSection), head, body, styles, scripts, queries, feeds);
  }

  public Page head(Html newHead) {
    return new Page(title, section, newHead, body, styles, scripts, queries, feeds);
  }

  public Page body(Html newBody) {
    return new Page(title, section, head, newBody, styles, scripts, queries, feeds);
  }

  /** Adds a style sheet. */
  public Page style(String name) {
    return new Page(title, section, head, body, with(styles, name), scripts, queries, feeds);
  }

  /** Adds an ES module. */
  public Page script(String name) {
    return new Page(title, section, head, body, styles, with(scripts, name), queries, feeds);
  }

  /** Adds the SPARQL queries that return the data of the page. Blank queries are ignored. */
  public Page sparql(String... added) {
    List<String> all = new ArrayList<>(queries);
    Arrays.stream(added).filter(query -> !query.isBlank()).forEach(all::add);
    return new Page(title, section, head, body, styles, scripts, all, feeds);
  }

  /** Adds a feed of what the page shows. */
  public Page feed(String name, String address) {
    List<Feed> more = new ArrayList<>(feeds);
    more.add(new Feed(name, address));
    return new Page(title, section, head, body, styles, scripts, queries, more);
  }

  private static List<String> with(List<String> list, String name) {
    List<String> more = new ArrayList<>(list);
    more.add(name);
    return more;
  }

  /** Returns the complete page, with the login state of the request. */
  public Html html(Request request) {
    String name = section.filter(Section.HOME::equals).isPresent() ? title : title + " – Newsgraph";
    return Html.of(
        FRAME.source(),
        name,
        styles.stream()
            .map(it -> Html.of("<link rel=\"stylesheet\" href=\"/assets/{}\">\n", it))
            .toList(),
        feeds.stream()
            .map(
                it ->
                    Html.of(
                        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}\">\n",
                        it.title(),
                        it.address()))
            .toList(),
        scripts.stream()
            .map(it -> Html.of("<script type=\"module\" src=\"/assets/{}\"></script>\n", it))
            .toList(),
        Arrays.stream(Section.values()).map(this::entry).toList(),
        section.filter(Section.HOME::equals).isPresent() ? Html.NONE : search(request),
        head.isEmpty() ? Html.of("<h1>{}</h1>", title) : head,
        body,
        sparqlHtml(),
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
        request.path().equals("/search") ? searchText(request) : "");
  }

  private static String searchText(Request request) {
    try {
      return request.parameter("q").orElse("");
    } catch (HttpError e) {
      // The page that reports this error has a search box as well.
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

  private Html sparqlHtml() {
    return Html.of(
            "<details class=\"sparql\"><summary>Show the SPARQL</summary>\n{}</details>\n",
            queries.stream()
                .map(
                    query ->
                        Html.of(
                            """
                            <pre tabindex="0"><code>{}</code></pre>
                            <p><a href="/query?query={}">Open in the query editor</a></p>
                            """,
                            query.strip(),
                            URLEncoder.encode(query.strip(), UTF_8)))
                .toList())
        .when(!queries.isEmpty());
  }

  private static Html login(Request request) {
    if (request.user().isPresent()) {
      return Html.of(
          "{}<li>Logged in as {}</li><li><a href=\"/logout\">Log out</a></li>",
          new Html("<li><a href=\"/add\">Add article</a></li>").when(request.isByEditor()),
          request.user().get());
    }
    return Html.of(
            "<li><a href=\"/login?to={}\" rel=\"nofollow\">Log in</a></li>",
            URLEncoder.encode(request.pathAndQuery(), UTF_8))
        .when(request.loginsEnabled());
  }
}
