package org.newsgraph.article.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;

/** Tests of documents that are zip files of XML: OpenDocument and EPUB. */
final class ZippedDocumentsTest {
  private static ReadResult read(String file, String... namesAndParts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndParts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndParts[i]));
        zip.write(namesAndParts[i + 1].getBytes(UTF_8));
      }
    }
    return ReadResult.of(new FormatDetectingReader(10_000), file, bytes.toByteArray());
  }

  @Test
  void an_open_document_gives_its_paragraphs_and_properties() throws IOException {
    Article article =
        read(
                "a.odt",
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                """
                <o:document-content xmlns:o="o" xmlns:t="t"><o:body><o:text>
                <t:tracked-changes><t:p>Deleted.</t:p></t:tracked-changes>
                <t:h>Mill to close</t:h>
                <t:p>The mill<t:s/>of <t:span>Belton</t:span> closes in June<t:note><t:p>A note.</t:p></t:note>,
                its owner, Nadia Ferro, said on Monday.</t:p>
                <t:p>She<t:annotation><t:p>Really?</t:p></t:annotation> is sorry.</t:p>
                </o:text></o:body></o:document-content>
                """,
                "meta.xml",
                """
                <o:document-meta xmlns:o="o" xmlns:m="m" xmlns:dc="d"><o:meta>
                <dc:title>Mill to close</dc:title><m:initial-creator>Olga Brandt</m:initial-creator>
                <m:creation-date>2021-05-03T10:00:00.123</m:creation-date></o:meta></o:document-meta>
                """)
            .article();
    assertThat(article.text())
        .hasToString(
            "Mill to close\n\nThe mill of Belton closes in June, its owner, Nadia Ferro, said on"
                + " Monday.\n\nShe is sorry.");
    assertThat(article.metadata().title()).hasValue("Mill to close");
    assertThat(article.metadata().authors()).containsExactly("Olga Brandt");
    assertThat(article.metadata().published()).hasValue("2021-05-03T10:00:00.123");
  }

  @Test
  void each_chapter_of_an_electronic_publication_is_an_article() throws IOException {
    String sentence = "The mill of Belton closes in June, its owner, Nadia Ferro, said on Monday. ";
    ReadResult reading =
        read(
            "a.epub",
            "mimetype",
            "application/epub+zip",
            "OEBPS/two.xhtml",
            "<html><body><h1>Harbour opens</h1><p>" + sentence.repeat(5) + "</p></body></html>",
            "OEBPS/one.xhtml",
            "<html><body><h2>Mill to close</h2><p>" + sentence.repeat(6) + "</p></body></html>",
            "OEBPS/cover.xhtml",
            "<html><body><p>Belton Review</p></body></html>",
            "OEBPS/content.opf",
            """
            <package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="d">
            <dc:title>Belton Review 5</dc:title><dc:publisher>Belton Review</dc:publisher>
            <dc:date>2021-05-01</dc:date><dc:language>en</dc:language></metadata>
            <manifest><item id="c" href="cover.xhtml"/><item id="a" href="one.xhtml"/>
            <item id="b" href="two.xhtml"/></manifest>
            <spine><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/></spine></package>
            """);
    assertThat(reading.articles())
        .extracting(it -> it.metadata().title().orElse(""))
        .containsExactly("Mill to close", "Harbour opens");
    assertThat(reading.articles())
        .allSatisfy(
            it -> {
              assertThat(it.metadata().publisher()).hasValue("Belton Review");
              assertThat(it.metadata().published()).hasValue("2021-05-01");
            });
    assertThat(reading.problems())
        .containsExactly("a.epub!OEBPS/cover.xhtml: skipped: a chapter of a few words");
  }

  @Test
  void damaged_documents_are_reported() throws IOException {
    assertThat(read("a.odt", "mimetype", "x").problems())
        .containsExactly("a.odt: this OpenDocument file has no content");
    assertThat(read("a.epub", "mimetype", "x").problems())
        .containsExactly("a.epub: this EPUB file has no contents");
    assertThat(
            read(
                    "a.epub",
                    "content.opf",
                    "<package><manifest><item id='a' href='a.xhtml'/></manifest>"
                        + "<spine><itemref idref='a'/></spine></package>")
                .problems())
        .containsExactly("a.epub!a.xhtml: this chapter is missing in the EPUB file");
    assertThat(read("a.epub", "content.opf", "<package/>").problems())
        .containsExactly("a.epub: this EPUB file has no chapters");
  }

  @Test
  void addresses_of_chapters_are_relative_and_encoded() throws IOException {
    ReadResult reading =
        read(
            "a.epub",
            "mimetype",
            "application/epub+zip",
            "OPS/book.opf",
            """
            <package><manifest><item id="a" href="../Text/mill%20of%20Belton.xhtml#top"/></manifest>
            <spine><itemref idref="a"/></spine></package>
            """,
            "Text/mill of Belton.xhtml",
            "<html><body><h1>Mill</h1><p>"
                + "The mill closes, Nadia Ferro said. ".repeat(20)
                + "</p></body></html>");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.article().metadata().title()).hasValue("Mill");
  }
}
