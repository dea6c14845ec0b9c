package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;

/** Oddities of web pages: one row for each, with the text or the metadata that should be found. */
class WebPagesTest {
  private static final String FIRST =
      "The council of Felpersham voted on Tuesday to reopen the old railway line to the coast.";
  private static final String SECOND =
      "Trains had not run there since the winter of 1963, when the viaduct was declared unsafe.";
  private static final String THIRD =
      "“We have waited sixty years for this,” said Ruth Pritchard, who led the campaign.";
  private static final String OTHER =
      "A baker in Penny Hassett has won a prize for the largest loaf that was ever seen there.";

  private static final List<String> ALL = List.of(FIRST, SECOND, THIRD);

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void the_text_of_a_page_is_its_article(String oddity, String body, List<String> expected) {
    assertThat(text("<h1>Railway to reopen</h1>" + body)).isEqualTo(String.join("\n\n", expected));
  }

  static Stream<Arguments> bodies() {
    String paragraphs = p(FIRST) + p(SECOND) + p(THIRD);
    String notice = div("frame", p("External content is blocked."));
    return Stream.of(
        arguments(
            "each paragraph in a container of its own",
            ALL.stream().map(it -> div("block", div("text", p(it)))).reduce("", String::concat),
            ALL),
        arguments(
            "two containers with an advertisement between them",
            div("story", p(FIRST)) + div("ad-slot", p(OTHER)) + div("story", p(SECOND) + p(THIRD)),
            ALL),
        arguments(
            "classes of odd and even paragraphs",
            "<article>%s<p class=odd>%s</p><p class=even>%s</p></article>"
                .formatted(p(FIRST), SECOND, THIRD),
            ALL),
        arguments("a class about advertisements around the page", div("page-ad", paragraphs), ALL),
        arguments("a form around the page", "<form>" + div("a", paragraphs) + "</form>", ALL),
        arguments(
            "a standfirst outside the text",
            "<header><p class=article-lead>" + OTHER + "</p></header>" + div("body", paragraphs),
            List.of(OTHER, FIRST, SECOND, THIRD)),
        arguments(
            "headings and lists in the text",
            div(
                "body",
                p(FIRST)
                    + "<h2>Sixty years</h2>"
                    + p(SECOND)
                    + "<ul><li>"
                    + THIRD
                    + "</li></ul>"
                    + p(OTHER)),
            List.of(FIRST, "Sixty years", SECOND, THIRD, OTHER)),
        arguments(
            "a related story within the text",
            div("body", p(FIRST) + div("relatedArticles", p(OTHER)) + p(SECOND) + p(THIRD)),
            ALL),
        arguments(
            "lines that refer to other articles",
            div(
                "body",
                p(FIRST)
                    + p("Read more: <a href=/b>Baker wins prize</a>")
                    + p(SECOND)
                    + p("<a href=/c>Lesen Sie auch: Brot</a>")
                    + p(THIRD)),
            ALL),
        arguments(
            "captions without figures",
            div("body", p(FIRST) + div("photo-caption", p(OTHER)) + p(SECOND) + p(THIRD)),
            ALL),
        arguments(
            "captions named after the picture",
            div("body", p(FIRST) + div("contentimage s-100", OTHER) + p(SECOND) + p(THIRD)),
            ALL),
        arguments(
            "a class that says that there is no caption",
            div("item no_caption", p(FIRST)) + div("item", p(SECOND) + p(THIRD)),
            ALL),
        arguments(
            "another article in the frame of WordPress",
            div(
                "body",
                p(FIRST)
                    + "<blockquote class=wp-embedded-content><a href=/b>Baker wins</a></blockquote>"
                    + p(SECOND)
                    + p(THIRD)),
            ALL),
        arguments(
            "rules for comments below the links to other articles",
            "<article>"
                + div("entry", paragraphs.repeat(2))
                + div("nav-links", "<a href=/b>Baker wins prize</a>")
                + p(
                    "Comments must be about the article, or else the editors of this site delete them.")
                + "</article>",
            Stream.concat(ALL.stream(), ALL.stream()).toList()),
        arguments(
            "a second part longer than a quarter of the first, below an advertisement",
            "<article>"
                + div("start", paragraphs)
                + div("ad-slot", "Trains for everyone!")
                + div("end", p(OTHER + " " + OTHER))
                + "</article>",
            List.of(FIRST, SECOND, THIRD, OTHER + " " + OTHER)),
        arguments(
            "a notice in place of each video",
            div("body", p(FIRST) + notice.repeat(2) + p(SECOND) + notice + p(THIRD)),
            ALL),
        arguments(
            "nothing but one paragraph, several times",
            div("body", p(FIRST).repeat(4)),
            List.of(FIRST, FIRST, FIRST, FIRST)),
        arguments(
            "comments longer than the article",
            div("body", paragraphs)
                + div(
                    "comments-list",
                    p(OTHER).repeat(2)
                        + p(OTHER + " No!")
                        + p(OTHER + " Really?")
                        + p(OTHER + " I doubt it.")
                        + p("Yes. " + OTHER)),
            ALL),
        arguments(
            "a long notice about cookies",
            "<div id=consent-sdk>" + p((OTHER + " ").repeat(9)) + "</div>" + div("x", paragraphs),
            ALL),
        arguments(
            "the newsletter after the text",
            div("body", paragraphs) + div("newsletter-box", p(OTHER) + p("Sign up.")),
            ALL),
        arguments(
            "text that only line breaks divide", div("body", String.join("<br><br>", ALL)), ALL),
        arguments(
            "a post in a frame, signed with links",
            div(
                "body",
                p(FIRST)
                    + "<figure class=embed><div class=social><blockquote>"
                    + p(OTHER)
                    + "— <a href=/x>Ruth (@ruth) May 7</a></blockquote></div></figure>"
                    + p(SECOND)
                    + p(THIRD)),
            List.of(FIRST, "    " + OTHER, "    — Ruth (@ruth) May 7", SECOND, THIRD)),
        arguments(
            "anchors in headings",
            div("body", p(FIRST) + "<h3><a name=x>Sixty years</a></h3>" + p(SECOND) + p(THIRD)),
            List.of(FIRST, "Sixty years", SECOND, THIRD)),
        arguments(
            "a script with the article as data",
            "<div id=app>Loading …</div><script>window.__STATE__ = {\"menu\":[\"To the start\"],"
                + "\"railway\":{\"parts\":[{\"html\":\"<p>%s</p>\"},{\"html\":\"<p>%s</p>\"},"
                    .formatted(FIRST.repeat(2), SECOND.repeat(2))
                + "{\"html\":\"<p>%s</p>\"}]}}</script>".formatted(THIRD.repeat(2)),
            List.of(FIRST.repeat(2), SECOND.repeat(2), THIRD.repeat(2))),
        arguments(
            "an article only in the description for search engines",
            "<p>Please enable JavaScript to read this page.</p><script type=application/ld+json>"
                + "{\"@type\":\"NewsArticle\",\"articleBody\":\"%s\\n\\n%s\\n\\n%s\"}</script>"
                    .formatted(FIRST, SECOND, THIRD),
            ALL));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("heads")
  void the_metadata_of_a_page_are_those_of_its_article(
      String oddity, String head, String headline, String title, List<String> authors) {
    Article article = read("<head>" + head + "</head>", "<h1>" + headline + "</h1>");
    assertThat(article.metadata().title()).contains(title);
    assertThat(article.metadata().authors()).isEqualTo(authors);
  }

  static Stream<Arguments> heads() {
    String railway = "Railway to reopen";
    String roe = "<meta name=author content='Elizabeth Pargetter'>";
    List<String> elizabeth = List.of("Elizabeth Pargetter");
    return Stream.of(
        arguments(
            "a site after the title",
            "<meta property=og:title content='Railway to reopen | Felpersham Light'>" + roe,
            railway,
            railway,
            elizabeth),
        arguments(
            "a title for social networks only",
            "<meta property=og:title content='Trains are back | Light'>"
                + "<meta name=twitter:title content='Trains are back'>"
                + json("\"headline\":\"Railway to reopen\"")
                + roe,
            railway,
            railway,
            elizabeth),
        arguments(
            "a title in the window for search engines",
            "<title>Railway to reopen | Light</title>"
                + "<meta property=og:title content='Trains are back'>"
                + "<meta name=twitter:title content='Trains are back'>"
                + json("\"headline\":\"Railway to reopen\"")
                + roe,
            "All aboard!",
            railway,
            elizabeth),
        arguments(
            "a title for social networks that is also on the page",
            "<meta property=og:title content='Trains are back'>"
                + "<meta name=twitter:title content='Trains are back'>"
                + json("\"headline\":\"Railway to reopen\"")
                + roe,
            "Trains are back",
            "Trains are back",
            elizabeth),
        arguments(
            "a hyphen in the title",
            "<meta property=og:title content='Railway - a dream - to reopen'>" + roe,
            "Railway – a dream – to reopen",
            "Railway - a dream - to reopen",
            elizabeth),
        arguments(
            "the site as author, and a byline",
            "<meta property=og:site_name content='Felpersham Light'>"
                + "<meta name=author content='Felpersham Light'>",
            railway + "</h1><p class=author-name>Elizabeth Pargetter</p><h1>",
            railway,
            elizabeth),
        arguments(
            "names in parts",
            json("\"author\":[{\"givenName\":\"Elizabeth\",\"familyName\":\"Pargetter\"}]"),
            railway,
            railway,
            elizabeth),
        arguments(
            "two names in one field",
            "<meta name=author content='Von Elizabeth Pargetter und Lewis Carmichael'>",
            railway,
            railway,
            List.of("Elizabeth Pargetter", "Lewis Carmichael")),
        arguments(
            "a name with a word for “and”",
            "<meta name=author content='Elena Ortega y Gasset'>",
            railway,
            railway,
            List.of("Elena Ortega y Gasset")));
  }

  @Test
  void a_page_for_subscribers_without_text_is_a_headline_only() {
    ReadResult result =
        result("<head>" + json("\"isAccessibleForFree\":false") + "</head>", p(FIRST));
    assertThat(result.articles()).isEmpty();
    assertThat(result.failures()).isZero();
    assertThat(result.problems()).singleElement().asString().contains("headline only");
  }

  @Test
  void a_page_for_subscribers_with_a_beginning_is_read_with_a_warning() {
    ReadResult result =
        result(
            "<head>" + json("\"isAccessibleForFree\":\"False\"") + "</head>",
            p(FIRST) + p(SECOND) + p(THIRD));
    assertThat(result.article().text().toString()).startsWith(FIRST);
    assertThat(result.problems()).singleElement().asString().contains("only the beginning");
  }

  @Test
  void a_page_of_deeply_nested_boxes_is_read_in_time() {
    String nested = "<div class='related-teaser'>".repeat(400);
    String body = nested + p(OTHER).repeat(20_000) + "</div>".repeat(400) + p(FIRST) + p(SECOND);
    assertThat(result("", "<h1>Railway</h1>" + body).articles()).hasSizeLessThanOrEqualTo(1);
  }

  private static String text(String body) {
    return result("", body).article().text().toString();
  }

  private static Article read(String head, String body) {
    return result(head, body + div("body", p(FIRST) + p(SECOND) + p(THIRD))).article();
  }

  private static ReadResult result(String head, String body) {
    return ReadResult.of(
        new FormatDetectingReader(ArticleReader.MAX_LENGTH),
        "page.html",
        "<!DOCTYPE html><html>" + head + "<body>" + body + "</body></html>");
  }

  private static String json(String fields) {
    return "<script type=application/ld+json>{\"@type\":\"NewsArticle\"," + fields + "}</script>";
  }

  private static String p(String text) {
    return "<p>" + text + "</p>";
  }

  private static String div(String classes, String content) {
    return "<div class='" + classes + "'>" + content + "</div>";
  }
}
