package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;

/** Divides pages of live blogs into their posts, and pages of letters into the letters. */
final class LiveBlogPostsTest {
  private static final String INTRODUCTION =
      "<p>The strike of the bargemen of Elverton goes into its third day, and nothing moves on the"
          + " river between the locks, from the quay to the mill.</p>";

  private static String page(String title, String head, String body) {
    return """
    <!DOCTYPE html><html lang="en"><head><title>%s</title><link rel="canonical" href="https://quay.example/barges">
    <meta property="article:published_time" content="2024-05-06T20:00:00+01:00">%s</head>
    <body><article><h1>%s</h1>%s%s</article></body></html>
    """
        .formatted(title, head, title, INTRODUCTION, body);
  }

  private static String post(String id, String time, String text) {
    return """
    <div class="post" id="%s"><time>%s</time><span class="byline">By Orla Penn</span><h3>News of %s</h3><p>%s</p></div>
    """
        .formatted(id, time, id, text);
  }

  private static String text(int number) {
    return "Barge "
        + number
        + " left the quay, said Tomas Reed, who has steered it for years and knows the river.";
  }

  @Test
  void posts_stated_in_json_have_their_own_times_headlines_authors_and_addresses() {
    String json =
        """
        <script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Barges",
        "liveBlogUpdate": [
          {"@type": "BlogPosting", "headline": "Locks &amp; weirs", "url": "https://quay.example/barges#b2",
           "datePublished": "2024-05-07T09:30:00+01:00", "dateModified": "2024-05-07T09:40:00+01:00",
           "author": [{"name": "Orla Penn"}, {"name": "Wim Stolk"}],
           "articleBody": "The locks stay shut.\\nNobody knows for how long."},
          {"@type": "BlogPosting", "headline": "It begins", "url": "https://quay.example/barges#b1",
           "datePublished": "2024-05-06T20:10:00+01:00", "author": "Orla Penn",
           "articleBody": "<p>The crews went home.</p><p>They sang.</p>"},
          {"@type": "BlogPosting", "headline": "A picture", "url": "https://quay.example/barges#b0",
           "datePublished": "2024-05-06T20:05:00+01:00"}
        ]}</script>
        """;
    ReadResult reading = FormatsTest.read("a.html", page("Barges on strike", json, ""));
    assertThat(reading.articles())
        .extracting(Article::id)
        .containsExactly("quay.example/barges", "quay.example/barges/b2", "quay.example/barges/b1");
    Article newest = reading.articles().get(1);
    assertThat(newest.text()).hasToString("The locks stay shut.\n\nNobody knows for how long.");
    assertThat(newest.metadata().title()).hasValue("Locks & weirs");
    assertThat(newest.metadata().authors()).containsExactly("Orla Penn", "Wim Stolk");
    assertThat(newest.metadata().published()).hasValue("2024-05-07T09:30:00+01:00");
    assertThat(newest.metadata().modified()).hasValue("2024-05-07T09:40:00+01:00");
    assertThat(newest.metadata().url()).hasValue("https://quay.example/barges#b2");
    assertThat(newest.metadata().language()).hasValue("en");
    assertThat(reading.articles().get(2).text()).hasToString("The crews went home.\n\nThey sang.");
    assertThat(reading.problems())
        .containsExactly("a.html: skipped: a post without text (A picture)");
  }

  @Test
  void the_markup_of_a_stated_post_gives_its_paragraphs_and_the_posts_that_it_embeds() {
    String json =
        """
        <script type="application/ld+json">{"@type": "LiveBlogPosting", "liveBlogUpdate": {
          "headline": "Rain", "url": "https://quay.example/barges#b2",
          "datePublished": "2024-05-07T09:30:00Z", "articleBody": "It rains. The crews wait."}}</script>
        """;
    String posts =
        """
        <div class="posts"><div class="post" id="b2"><time>10:30</time><h2>Rain</h2><p>It rains.</p><p>The crews wait.</p>
        <blockquote><p>So wet!</p>— Ann Roe (@annroe) May 7, 2024</blockquote></div>
        <div class="post" id="b1"><time datetime="2024-05-07T07:00:00Z">8:00</time><p>The sun is up.</p></div></div>
        """;
    ReadResult reading = FormatsTest.read("a.html", page("Barges on strike", json, posts));
    assertThat(reading.articles())
        .extracting(it -> it.text().toString())
        .satisfiesExactly(
            introduction -> assertThat(introduction).startsWith("The strike of the bargemen"),
            newest ->
                assertThat(newest)
                    .isEqualTo(
                        "It rains.\n\nThe crews wait.\n\n    So wet!\n\n    — Ann Roe (@annroe) May 7, 2024"),
            first -> assertThat(first).isEqualTo("The sun is up."));
    assertThat(reading.articles().get(2).metadata().published()).hasValue("2024-05-07T07:00:00Z");
  }

  @Test
  void elements_that_are_built_alike_with_times_are_posts_of_a_page_with_live_in_its_title() {
    String posts =
        post("b3", "1:15am", text(3))
            + post("b2", "11.40pm", text(2))
            + post("b1", "20:05", text(1));
    ReadResult reading =
        FormatsTest.read("a.html", page("Barges on strike: live updates", "", posts));
    assertThat(reading.articles())
        .extracting(it -> it.metadata().published().orElse(""))
        .containsExactly(
            "2024-05-06T20:00:00+01:00",
            "2024-05-07T01:15",
            "2024-05-06T23:40",
            "2024-05-06T20:05");
    assertThat(reading.articles().get(1).text()).hasToString(text(3));
    assertThat(reading.articles().get(1).metadata().title()).hasValue("News of b3");
    assertThat(reading.articles().get(1).metadata().authors()).containsExactly("Orla Penn");
  }

  @Test
  void a_list_with_times_is_no_live_blog_elsewhere() {
    String posts =
        post("b3", "10:15", text(3)) + post("b2", "9:40", text(2)) + post("b1", "8:05", "x");
    assertThat(FormatsTest.read("a.html", page("Where barges live", "", posts)).articles())
        .hasSize(1);
  }

  @Test
  void a_live_blog_of_many_posts_is_read() {
    String posts =
        IntStream.range(0, 520)
            .mapToObj(i -> post("b" + i, "%02d:%02d".formatted(i / 60, i % 60), text(i)))
            .collect(Collectors.joining());
    ReadResult reading = FormatsTest.read("a.html", page("Barges LIVE", "", posts));
    assertThat(reading.articles()).hasSize(521);
    assertThat(reading.articles().get(520).metadata().published()).hasValue("2024-05-06T08:39");
  }

  @Test
  void letters_on_a_page_are_articles_by_their_writers() {
    String letters =
        """
        <p>The ferry was never safe, and the board of the harbour knew it in 2014, since I told them.<br>
        <strong>Alan Stubbs</strong><br><em>Elverton</em></p>
        <p>The board answered every letter that it got, and I know, since I typed them all myself.</p>
        <p>Nora Quill</p><p>Marsh End, Vt.</p><p>The writer was a secretary.</p>
        <p>Send us your letters.</p>
        """;
    ReadResult reading =
        FormatsTest.read(
            "a.html",
            page("The ferry was never safe | Letters", "", "").replace(INTRODUCTION, letters));
    assertThat(reading.articles())
        .extracting(it -> it.id() + " " + it.metadata().authors() + " " + it.metadata().url().get())
        .containsExactly(
            "quay.example/barges/1 [Alan Stubbs] https://quay.example/barges",
            "quay.example/barges/2 [Nora Quill] https://quay.example/barges");
    assertThat(reading.articles().get(1).text().toString()).endsWith("The writer was a secretary.");
  }

  @Test
  void a_post_that_is_too_long_does_not_concern_the_others() {
    String posts =
        post("p3", "10:00", text(3))
            + post("p2", "09:00", text(2).repeat(200))
            + post("p1", "08:00", text(1));
    ReadResult reading = FormatsTest.read("a.html", page("Barges: live updates", "", posts));
    assertThat(reading.articles())
        .extracting(Article::id)
        .contains("quay.example/barges/p3", "quay.example/barges/p1");
    assertThat(reading.problems()).singleElement().asString().contains("longer than 10,000");
  }
}
