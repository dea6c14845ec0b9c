package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;

/** Places where pages give their authors, dates and texts; one row for each. */
class WebPageFieldsTest {
  private static final String FIRST =
      "The mill at Corvedale will grind again after a gap of ninety years, its new owners say.";
  private static final String SECOND =
      "Volunteers rebuilt the wheel from oak that fell in the storms of the winter before last.";
  private static final String THIRD =
      "Its first flour will be sold at the market, in paper bags that a local school has printed.";
  private static final List<String> ALL = List.of(FIRST, SECOND, THIRD);
  private static final String BODY = "<p>" + String.join("</p><p>", ALL) + "</p>";
  private static final String TITLE = "Old mill grinds again";

  @ParameterizedTest(name = "{0}")
  @MethodSource("authors")
  void the_authors_of_a_page_are_found(
      String place, String head, String header, List<String> expected) {
    assertThat(page(head, header + BODY).metadata().authors()).isEqualTo(expected);
  }

  static Stream<Arguments> authors() {
    List<String> odile = List.of("Odile Farrant");
    List<String> both = List.of("Odile Farrant", "Piers Colley");
    return Stream.of(
        arguments("a line below the headline", "", "<p>By Odile Farrant</p>", odile),
        arguments(
            "a line of the text's own container",
            "",
            "<div><p>By Odile Farrant and Piers Colley</p>",
            both),
        arguments(
            "a reference to a description elsewhere",
            json(
                "\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"#o\"}},"
                    + "{\"@type\":\"Person\",\"@id\":\"#o\",\"name\":\"Odile Farrant\"}]"),
            "",
            odile),
        arguments(
            "a creator",
            json("\"@type\":\"NewsArticle\",\"creator\":[\"Odile Farrant\"]"),
            "",
            odile),
        arguments(
            "the account of an administrator, and a byline",
            "<meta name=author content=admin>",
            "<p class=meta>By <a rel=author href=/o>Odile Farrant</a></p>",
            odile),
        arguments(
            "a list of authors",
            "",
            "<ul><li class=author><a href=/o>Odile Farrant</a></li>"
                + "<li class=author><a href=/p>Piers Colley</a></li></ul>",
            both),
        arguments(
            "family names first",
            "<meta name=author content='Farrant, Odile; Colley, Piers'>",
            "",
            both),
        arguments(
            "an address with a name",
            "<meta name=author content='o.farrant@mill.example (Odile Farrant)'>",
            "",
            odile));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dates")
  void the_date_of_a_page_is_found(String place, String head, String header) {
    assertThat(page(head, header + BODY).metadata().published().orElse(""))
        .startsWith("2023-10-24");
  }

  static Stream<Arguments> dates() {
    return Stream.of(
        arguments("a line below the headline", "", "<p>October 24, 2023</p>"),
        arguments("a labelled line", "", "<div>Published: 24 October 2023 at 9:15 a.m.</div>"),
        arguments("a line in German", "", "<span>24. Oktober 2023, 09:15 Uhr</span>"),
        arguments("a line in Chinese", "", "<div>2023年10月24日 09:15</div>"),
        arguments(
            "the time of a change before that of publication",
            "",
            "<time class=updated datetime=2023-11-02>2 Nov</time>"
                + "<time class=published datetime=2023-10-24>24 Oct</time>"),
        arguments(
            "a date of creation",
            json("\"@type\":\"NewsArticle\",\"dateCreated\":\"2023-10-24T09:15:00Z\""),
            ""),
        arguments("Dublin Core", "<meta name=DC.date.created content=2023-10-24>", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void the_text_of_a_page_contains_only_its_article(
      String oddity, String body, List<String> expected) {
    assertThat(page("", body).text().toString().split("\n\n")).containsExactlyElementsOf(expected);
  }

  static Stream<Arguments> texts() {
    List<String> p = ALL.stream().map(it -> "<p>" + it + "</p>").toList();
    return Stream.of(
        arguments(
            "headline, byline and date above the first sentence",
            "<div><p>By Odile Farrant</p><p>October 24, 2023</p>" + BODY + "</div>",
            ALL),
        arguments(
            "a menu and the text in columns of a table",
            "<table><tr><td><a href=/>Home</a><br><a href=/s>Sport</a></td><td><b>"
                + TITLE
                + "</b><br>By Odile Farrant<br>Staff Writer"
                + BODY
                + "</td></tr></table>",
            ALL),
        arguments(
            "a custom element of an advertisement",
            "<div>"
                + p.get(0)
                + "<x-ad><p>Please wait for this message.</p></x-ad>"
                + p.get(1)
                + p.get(2),
            ALL),
        arguments(
            "a label of an advertisement after each paragraph",
            "<div>" + BODY.replace("</p>", "</p><p>Story continues below advertisement</p>"),
            ALL),
        arguments(
            "the link of a post that is not shown",
            "<div>%s<blockquote><p><a href=/p>View this post on Picturegram</a></p></blockquote>%s"
                .formatted(p.get(0), p.get(1) + p.get(2)),
            ALL),
        arguments(
            "a quotation whose marks the browser adds",
            "<div>" + BODY + "<p>“So,” he said, <q>let it grind for another ninety years.</q></p>",
            List.of(
                FIRST, SECOND, THIRD, "“So,” he said, “let it grind for another ninety years.”")),
        arguments("preformatted paragraphs", "<pre>" + String.join("\n\n", ALL) + "</pre>", ALL),
        arguments(
            "Thai, which has no full stop",
            "<div><p>โรงสีเก่าจะเปิดอีกครั้งในปีนี้หลังจากปิดไปนาน</p><p>ชาวบ้านช่วยกันสร้างกังหันน้ำขึ้นมาใหม่</p></div>",
            List.of(
                "โรงสีเก่าจะเปิดอีกครั้งในปีนี้หลังจากปิดไปนาน",
                "ชาวบ้านช่วยกันสร้างกังหันน้ำขึ้นมาใหม่")));
  }

  @Test
  void an_article_that_follows_for_readers_who_scroll_on_is_left_out() {
    String page =
        "<article><h1>%s</h1>%s</article><article><h1>Bakers meet</h1><p>%s</p></article>"
            .formatted(TITLE, BODY, "Forty bakers met on Sunday and shared their oldest recipes.");
    assertThat(read("<html><body>" + page).article().text().toString())
        .isEqualTo(String.join("\n\n", ALL));
  }

  @Test
  void the_address_that_a_browser_notes_in_a_saved_page_is_that_of_the_article() {
    String address = "https://mill.example/2023/10/24/wheel";
    String html = "<html><body><h1>" + TITLE + "</h1>" + BODY;
    assertThat(
            read("<!-- saved from url=(0037)" + address + " -->" + html).article().metadata().url())
        .contains(address);
    assertThat(read("<html><!--\n Saved\n url: " + address + "\n-->" + html).article().metadata())
        .satisfies(it -> assertThat(it.published()).contains("2023-10-24"));
  }

  @Test
  void the_posts_of_a_live_blog_may_show_their_times_as_text() {
    String posts =
        ALL.stream()
            .map(it -> "<div class=entry><span class=time>10:30</span><p>" + it + "</p></div>")
            .collect(Collectors.joining());
    assertThat(
            read("<title>The mill reopens – live</title><h1>The mill reopens – live</h1><div>"
                    + posts)
                .articles())
        .hasSize(3);
  }

  @Test
  void the_last_letter_of_a_page_keeps_its_signature() {
    String letters =
        "<h1>Letters to the editor</h1><div><p>%s</p><p>Odile Farrant, Corvedale</p><p>%s</p><p>Piers Colley</p>"
            .formatted(FIRST, SECOND);
    assertThat(read(letters).articles())
        .flatExtracting(it -> it.metadata().authors())
        .containsExactly("Odile Farrant", "Piers Colley");
  }

  private static Article page(String head, String body) {
    String html =
        "<html><head>%s</head><body><h1>%s</h1>%s</body></html>".formatted(head, TITLE, body);
    return read(html).article();
  }

  private static ReadResult read(String html) {
    return ReadResult.of(
        new FormatDetectingReader(ArticleReader.MAX_LENGTH), "page.html", "<!DOCTYPE html>" + html);
  }

  private static String json(String properties) {
    return "<script type='application/ld+json'>{" + properties + "}</script>";
  }
}
