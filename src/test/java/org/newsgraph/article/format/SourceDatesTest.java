package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.article.Article;

/** Tests of the dates that readers take from their sources, and of reports about unusable ones. */
final class SourceDatesTest {
  private static final String BODY =
      "<p>The mill of Belton closes in June, its owner, Olga Brandt, said.</p>";

  private static ReadResult read(String file, String content) {
    return ReadResult.of(new FormatDetectingReader(10_000), file, content);
  }

  private static String rss(String... items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
        + "<title>Belton Herald</title><link>https://herald.example/</link>"
        + "<description>d</description>"
        + String.join("", items)
        + "</channel></rss>";
  }

  private static String item(String guid, String dates) {
    return "<item><title>Mill</title><guid isPermaLink=\"false\">"
        + guid
        + "</guid>"
        + dates
        + "<content:encoded><![CDATA["
        + BODY
        + "]]></content:encoded></item>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          <pubDate>Wed, 5 May 2021 10:00:00 +0200</pubDate>               ; 2021-05-05T10:00:00+02:00
          <pubDate>2021/5/5 10:00:00</pubDate>                            ; 2021-05-05T10:00:00
          <pubDate>1620208800</pubDate>                                   ; 2021-05-05T10:00:00Z
          <pubDate>May 5, 2021</pubDate>                                  ; 2021-05-05
          <pubDate>Mi, 5 Mai 2021 10:00:00</pubDate>                      ; 2021-05-05T10:00:00
          <dc:date>2021-05-05</dc:date>                                   ; 2021-05-05
          <pubDate>soon</pubDate><dc:date>2021-05-05</dc:date>            ; 2021-05-05
          """)
  void the_date_of_an_item_is_read_as_the_feed_writes_it(String dates, String published) {
    ReadResult reading = read("feed.xml", rss(item("a", dates)));
    assertThat(reading.article().metadata().published()).hasValue(published);
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void an_item_with_an_unusable_date_is_kept_and_the_date_is_reported() {
    ReadResult reading =
        read(
            "feed.xml",
            rss(
                item("a", "<pubDate>Sun, 30 Feb 2021 10:00:00 GMT</pubDate>"),
                item("b", "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>"),
                item("c", "<pubDate></pubDate>")));
    assertThat(reading.articles()).extracting(Article::id).containsExactly("a", "b", "c");
    assertThat(reading.articles())
        .extracting(it -> it.metadata().published())
        .containsOnly(Optional.empty());
    assertThat(reading.problems())
        .containsExactly(
            "feed.xml: item 1: warning: the date \"Sun, 30 Feb 2021 10:00:00 GMT\" is ignored: there"
                + " is no such day",
            "feed.xml: item 2: warning: the date \"Thu, 01 Jan 1970 00:00:00 GMT\" is ignored: it"
                + " stands for a missing date");
  }

  @Test
  void the_zone_of_a_time_may_stand_in_another_field() {
    ReadResult reading =
        read(
            "feed.xml",
            rss(
                item(
                    "a",
                    "<pubDate>2021-05-05 10:00:00.0</pubDate>"
                        + "<dc:date>2021-05-05T10:00:00+02:00</dc:date>")));
    assertThat(reading.article().metadata().published()).hasValue("2021-05-05T10:00:00+02:00");
  }

  @Test
  void the_dates_of_an_atom_entry_keep_their_zones() {
    Article article =
        read(
                "atom.xml",
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Belton Herald</title>
                <updated>2021-05-09T10:00:00Z</updated>
                <entry><id>urn:x:1</id><title>Mill</title><published>2021-05-05T10:00:00+02:00</published>
                <updated>2021-05-06T11:00:00+02:00</updated>
                <content type="html">&lt;p&gt;The mill closes.&lt;/p&gt;</content></entry></feed>
                """)
            .article();
    assertThat(article.metadata().published()).hasValue("2021-05-05T10:00:00+02:00");
    assertThat(article.metadata().modified()).hasValue("2021-05-06T11:00:00+02:00");
  }

  @Test
  void a_feed_with_bare_ampersands_and_entities_of_html_is_repaired() {
    ReadResult reading =
        read(
            "feed.xml",
            rss(
                item(
                    "a",
                    "<link>https://herald.example/a?b=1&c=2</link><author>Ren&eacute;e Brandt</author>")));
    assertThat(reading.article().metadata().url()).hasValue("https://herald.example/a?b=1&c=2");
    assertThat(reading.article().metadata().authors()).containsExactly("Renée Brandt");
    assertThat(reading.problems()).singleElement().asString().endsWith("; this was repaired");
  }

  @Test
  void a_feed_with_an_invalid_name_is_reported() {
    assertThat(read("feed.xml", rss("<?a:b c?>")).problems())
        .singleElement()
        .asString()
        .startsWith("feed.xml: unsupported or invalid feed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          a.xml ; <nitf><head><docdata><date.issue norm="20210230T100000Z"/></docdata></head><body><body.head><hedline><hl1>Mill</hl1></hedline></body.head><body.content><p>One.</p></body.content></body></nitf>
          a.json ; {"uri": "urn:b", "versioncreated": "20210230T100000Z", "headline": "B", "body_text": "Two."}
          a.json ; {"maintext": "One.", "title": "T", "url": "http://x.example/a", "date_publish": "20210230T100000Z"}
          a.html ; <html><head><meta property="og:type" content="article"><meta property="article:published_time" content="20210230T100000Z"></head><body><article><h1>Mill</h1><p>The mill of Belton closes in June, its owner, Olga Brandt, said on Monday.</p></article></body></html>
          """)
  void every_format_reports_a_date_that_cannot_be_used(String file, String content) {
    ReadResult reading = read(file, content);
    assertThat(reading.article().metadata().published()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .asString()
        .contains("the date \"20210230T100000Z\" is ignored: ");
  }
}
