package org.newsgraph.article.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;

/** Reads a synthetic file of each format, which is detected from its content. */
class FormatsTest {
  private static final String STORY =
      "The mayor of Ambridge said on Monday that the bridge would be closed until the spring, since"
          + " its arches had been damaged by the flood of last winter. ";

  static final String PAGE =
      """
      <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
      <title>Bridge to close - The Borchester Echo</title>
      <link rel="canonical" href="https://echo.example/2024/05/06/bridge?utm_source=x">
      <meta property="og:type" content="article"><meta property="og:title" content="Bridge to close">
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
        {"@type":"WebSite","name":"no"},
        {"@type":"NewsArticle","headline":"Bridge to close","datePublished":"2024-05-06T07:08:09+01:00",
         "author":[{"@type":"Person","name":"Lynda Snell"}],"publisher":{"name":"The Borchester Echo"}}]}
      </script></head>
      <body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
      <div class="cookie-banner"><p>We use cookies, and so do our many valued partners.</p></div>
      <article><h1>Bridge to close</h1><p class="byline">By Lynda Snell</p>
      <figure><img src="b.jpg"><figcaption>The bridge, seen from the mill</figcaption></figure>
      <p>%s</p><p>%s</p><p>“We will be cut off,” said Joe Grundy, a farmer.</p><p>%s</p>
      <div class="related"><a href="/x">Flood in pictures</a></div></article>
      <footer>© Echo</footer></body></html>
      """
          .formatted(STORY.repeat(2), STORY.repeat(3), STORY.repeat(2));

  @Test
  void a_web_page_gives_its_article_alone_and_what_it_says_of_it() {
    Article article = read("page.php", PAGE).article();
    assertThat(article.id()).isEqualTo("echo.example/2024/05/06/bridge");
    assertThat(article.text().toString())
        .startsWith("The mayor of Ambridge")
        .contains("\n\n“We will be cut off,” said Joe Grundy, a farmer.\n\n")
        .doesNotContain("cookies", "Sport", "seen from the mill", "in pictures");
    Metadata metadata = article.metadata();
    assertThat(metadata.title()).contains("Bridge to close");
    assertThat(metadata.authors()).containsExactly("Lynda Snell");
    assertThat(metadata.publisher()).contains("The Borchester Echo");
    assertThat(metadata.published()).contains("2024-05-06T07:08:09+01:00");
    assertThat(metadata.language()).contains("en-GB");
  }

  @Test
  void a_page_in_another_charset_than_it_says_is_read_as_it_is() {
    String lying = PAGE.replace("utf-8", "iso-8859-1");
    assertThat(read("a.html", lying).article().text().toString()).contains("“We will");
    byte[] windows = PAGE.getBytes(Charset.forName("windows-1252"));
    assertThat(
            ReadResult.of(new FormatDetectingReader(10_000), "a.html", windows)
                .article()
                .text()
                .toString())
        .contains("“We will");
  }

  @Test
  void a_web_archive_gives_its_articles_and_no_other_responses() throws IOException {
    byte[] warc =
        warc(
            record("https://echo.example/home", "text/html", "<html><body>Home</body></html>"),
            record("https://echo.example/pic", "image/png", "PNG"),
            record("https://echo.example/amp/bridge", "text/html; charset=UTF-8", PAGE));
    assertThat(ReadResult.of(new FormatDetectingReader(10_000), "a.warc", warc).article().id())
        .isEqualTo("echo.example/2024/05/06/bridge");
    assertThat(
            ReadResult.of(new FormatDetectingReader(10_000), "a.warc.gz", gzip(warc))
                .article()
                .metadata()
                .title())
        .contains("Bridge to close");
  }

  @Test
  void a_web_archive_that_breaks_off_gives_what_is_whole() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write(gzip(record("https://echo.example/bridge", "text/html", PAGE).getBytes(UTF_8)));
    packed.write(gzip(record("https://echo.example/b", "text/html", PAGE).getBytes(UTF_8)));
    ReadResult cut =
        ReadResult.of(
            new FormatDetectingReader(10_000),
            "a.warc.gz",
            Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
    assertThat(cut.articles()).isNotEmpty();
    assertThat(cut.problems()).singleElement().asString().startsWith("a.warc.gz: record 2: ");
  }

  @Test
  void a_feed_gives_whole_items_and_names_those_that_are_only_headlines() {
    ReadResult reading =
        read(
            "feed",
            """
            <?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://nowhere.invalid/rss-0.91.dtd">
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>The Echo</title><link>http://echo.example/</link><description>d</description>
            <language>en</language>
            <item><title>Bridge</title><link>http://echo.example/bridge</link>
              <pubDate>Mon, 06 May 2024 07:08:09 GMT</pubDate>
              <content:encoded><![CDATA[<p>One &amp; two.</p><p>Three.</p>]]></content:encoded></item>
            <item><title>Only a line</title><link>http://echo.example/line</link>
              <description>More on the site.</description></item>
            </channel></rss>
            """);
    assertThat(reading.article().id()).isEqualTo("echo.example/bridge");
    assertThat(reading.article().text()).hasToString("One & two.\n\nThree.");
    assertThat(reading.article().metadata().published()).contains("2024-05-06T07:08:09Z");
    assertThat(reading.problems())
        .containsExactly("feed: item 2: skipped: headline only, no text (Only a line)");
    assertThat(reading.failures()).isZero();
  }

  @Test
  void block_quotations_in_a_feed_are_indented() {
    ReadResult reading =
        read(
            "feed",
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>The Echo</title><link>http://echo.example/</link><description>d</description>
            <item><title>Ferry</title><link>http://echo.example/ferry</link>
              <content:encoded><![CDATA[<p>Olga Brandt wrote:</p><blockquote><p>It sank.</p>
              <p>It was old.</p></blockquote><p>It rained.</p>]]></content:encoded></item>
            </channel></rss>
            """);
    assertThat(reading.article().text())
        .hasToString("Olga Brandt wrote:\n\n    It sank.\n\n    It was old.\n\nIt rained.");
  }

  @Test
  void a_news_message_gives_each_of_its_items() {
    ReadResult reading =
        read(
            "a.xml",
            """
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
            <newsItem guid="urn:a" version="2" xml:lang="en"><itemMeta><versionCreated>2024-05-06T07:08:09Z</versionCreated></itemMeta>
              <contentMeta><headline>Bridge</headline><by>Lynda Snell</by></contentMeta>
              <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>One&nbsp;x.</p><p>Two.</p></body></html></inlineXML></contentSet></newsItem>
            <newsItem guid="urn:b"><contentMeta><headline>Plain</headline></contentMeta>
              <contentSet><inlineData contenttype="text/plain">Just
            text.</inlineData></contentSet></newsItem>
            <newsItem guid="urn:c"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>
            </itemSet></newsMessage>
            """);
    assertThat(reading.articles()).extracting(Article::id).containsExactly("urn:a", "urn:b");
    assertThat(reading.articles().get(0).text()).hasToString("One x.\n\nTwo.");
    assertThat(reading.articles().get(0).metadata().authors()).containsExactly("Lynda Snell");
    assertThat(reading.articles().get(1).text()).hasToString("Just\ntext.");
    assertThat(reading.problems()).singleElement().asString().contains("urn:c: a picture");
  }

  @Test
  void nitf_gives_its_body_without_pictures() {
    Article article =
        read(
                "a.xml",
                """
                <?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
                <nitf><head><docdata><doc-id id-string="N-1"/><date.issue norm="20240506T070809Z"/></docdata></head>
                <body><body.head><hedline><hl1>Bridge to close</hl1></hedline>
                <byline>By <person>Lynda Snell</person><byttl>Reporter</byttl></byline></body.head>
                <body.content><media><media-caption>Caption</media-caption></media><p>One.</p><p>Two.</p></body.content>
                </body></nitf>
                """)
            .article();
    assertThat(article.id()).isEqualTo("N-1");
    assertThat(article.text()).hasToString("One.\n\nTwo.");
    assertThat(article.metadata().authors()).containsExactly("Lynda Snell");
    assertThat(article.metadata().published()).contains("2024-05-06T07:08:09Z");
  }

  @Test
  void an_array_of_articles_over_several_lines_is_read() {
    ReadResult reading =
        read(
            "a.json",
            """
            [
              {"maintext": "One.", "title": "T", "url": "http://x.example/a", "authors": ["Lynda Snell"]},
              {"uri": "urn:b", "versioncreated": "2024-05-06T07:08:09Z", "headline": "B", "body_text": "Two."},
              {"id": "c", "text": "Three."}
            ]
            """);
    assertThat(reading.articles())
        .extracting(Article::id)
        .containsExactly("x.example/a", "urn:b", "c");
  }

  @Test
  void json_that_breaks_off_names_the_line_and_keeps_what_was_whole() {
    ReadResult reading = read("a.json", "[\n{\"id\": \"c\", \"text\": \"Three.\"},\n{\"id\": ");
    assertThat(reading.articles()).hasSize(1);
    assertThat(reading.problems()).singleElement().asString().startsWith("a.json: line 3: ");
  }

  @Test
  void a_pdf_gives_its_text_and_title() throws IOException {
    Article article =
        readPdf("Bridge to close", "12 72 700 The mayor said the bridge would be closed.");
    assertThat(article.text()).hasToString("The mayor said the bridge would be closed.");
    assertThat(article.metadata().title()).contains("Bridge to close");
  }

  @Test
  void a_pdf_is_read_column_by_column_without_the_heads_of_its_pages() throws IOException {
    Article article =
        readPdf(
            "layout_03.indd",
            "8 40 570 Borchester Echo",
            "8 300 570 Monday, 6 May 2024",
            "18 40 540 Bridge to close until the spring",
            "10 40 518 By Lynda Snell",
            "10 40 495 The bridge over the Am will be",
            "10 240 495 the spring,” said Joe Grundy of",
            "10 40 483 closed, the mayor said, since its",
            "10 240 483 Ambridge. The farmers will not",
            "10 40 471 arches are damaged. “We shall be",
            "10 240 471 wait for that, said Emma Car-",
            "10 40 459 cut off from the market until",
            "10 240 459 ter, who keeps the shop.",
            "8 200 20 Page 1");
    assertThat(article.text())
        .hasToString(
            """
            Bridge to close until the spring

            By Lynda Snell

            The bridge over the Am will be closed, the mayor said, since its arches are damaged. \
            “We shall be cut off from the market until the spring,” said Joe Grundy of Ambridge. \
            The farmers will not wait for that, said Emma Carter, who keeps the shop.""");
    assertThat(article.metadata().title()).hasValue("Bridge to close until the spring");
    assertThat(article.metadata().publisher()).hasValue("Borchester Echo");
    assertThat(article.metadata().published()).hasValue("2024-05-06");
    assertThat(article.metadata().authors()).containsExactly("Lynda Snell");
  }

  @Test
  void an_export_of_a_press_archive_as_pdf_keeps_its_lines() throws IOException {
    Article article =
        readPdf(
            "untitled",
            "10 40 500 Bridge to close",
            "10 40 480 The Borchester Echo",
            "10 40 460 May 6, 2024",
            "10 40 440 Byline: Lynda Snell",
            "10 40 420 Body",
            "10 40 400 The mayor said the bridge would be closed.",
            "10 40 380 End of Document");
    assertThat(article.text()).hasToString("The mayor said the bridge would be closed.");
    assertThat(article.metadata().title()).hasValue("Bridge to close");
  }

  /**
   * Returns the article of a PDF with one page.
   *
   * @param title title among the properties
   * @param lines for each line of type its size, its position from the left and from the bottom in
   *     points, and its text
   */
  private static Article readPdf(String title, String... lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      document.getDocumentInformation().setTitle(title);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        for (String line : lines) {
          String[] parts = line.split(" ", 4);
          content.beginText();
          content.setFont(
              new PDType1Font(Standard14Fonts.FontName.HELVETICA), Float.parseFloat(parts[0]));
          content.newLineAtOffset(Float.parseFloat(parts[1]), Float.parseFloat(parts[2]));
          content.showText(parts[3]);
          content.endText();
        }
      }
      document.save(bytes);
    }
    return ReadResult.of(new FormatDetectingReader(10_000), "cutting", bytes.toByteArray())
        .article();
  }

  @Test
  void a_word_document_gives_its_text_with_all_changes_accepted() throws IOException {
    Article article =
        ReadResult.of(
                new FormatDetectingReader(10_000),
                "a.docx",
                zip(
                    "[Content_Types].xml",
                    "<Types/>",
                    "word/document.xml",
                    """
                    <w:document xmlns:w="urn:w"><w:body>
                    <w:p><w:r><w:t>One </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new.</w:t></w:r></w:ins></w:p>
                    <w:p><w:r><w:t>Two.</w:t></w:r></w:p></w:body></w:document>
                    """,
                    "docProps/core.xml",
                    "<p xmlns:dc='urn:dc'><dc:title>Bridge</dc:title><dc:creator>Lynda Snell</dc:creator></p>"))
            .article();
    assertThat(article.text()).hasToString("One new.\n\nTwo.");
    assertThat(article.metadata().title()).contains("Bridge");
    assertThat(article.metadata().authors()).containsExactly("Lynda Snell");
  }

  static ReadResult read(String file, String content) {
    return ReadResult.of(new FormatDetectingReader(10_000), file, content);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Returns a zip archive, from alternating names and contents of files. */
  static byte[] zip(String... files) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (int i = 0; i < files.length; i += 2) {
        out.putNextEntry(new ZipEntry(files[i]));
        out.write(files[i + 1].getBytes(UTF_8));
      }
    }
    return packed.toByteArray();
  }

  private static byte[] warc(String... records) {
    return String.join("", records).getBytes(UTF_8);
  }

  private static String record(String uri, String type, String body) {
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.getBytes(UTF_8).length
            + "\r\n\r\n"
            + body;
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
        + uri
        + "\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nWARC-Record-ID: <urn:uuid:"
        + java.util.UUID.nameUUIDFromBytes(uri.getBytes(UTF_8))
        + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
        + http.getBytes(UTF_8).length
        + "\r\n\r\n"
        + http
        + "\r\n\r\n";
  }

  @Test
  void a_page_that_only_resembles_a_press_archive_is_a_web_page() {
    String page = PAGE.replace("<nav>", "<nav class=\"DocPublicationName\">");
    assertThat(read("a.html", page).article().metadata().title()).contains("Bridge to close");
  }

  @Test
  void any_number_of_comments_may_precede_a_page() {
    ReadResult reading = read("a", "<!-- -->".repeat(100_000) + PAGE);
    assertThat(reading.article().metadata().title()).contains("Bridge to close");
  }
}
