package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;

/** Tests of PDFs as users bring them. Each is made by the test. */
class PdfReaderTest {
  private static final String WEIR =
      "The weir at Brackwater is to be rebuilt, its keeper told the trust on Monday evening.";

  private static final String RIVER =
      "“We have measured the river for eleven years,” she said. “It has never been this low.”";

  private static final String OAK =
      "A firm from the next valley will build the weir of oak, as it was in the last century.";

  /** A page as a browser prints it: menu, article, links and comments, and its own foot. */
  private static PdfPageMaker printedPage(boolean isTagged) throws IOException {
    PdfPageMaker page = new PdfPageMaker(isTagged);
    page.line(8, 30, 760, "", "11/30/26, 5:57 PM")
        .line(10, 30, 740, "Link", "Home")
        .line(10, 30, 725, "Link", "All of our stories")
        .line(20, 30, 690, "H1", "Weir to be rebuilt after all")
        .line(10, 30, 670, "P", "By Rosamund Tate")
        .line(10, 30, 655, "P", "9 May 2024")
        .line(10, 30, 635, "Div", "Share");
    paragraph(page, isTagged, 615, WEIR);
    paragraph(page, isTagged, 583, RIVER);
    paragraph(page, isTagged, 551, OAK);
    return page.line(10, 30, 500, "H2", "Comments (2)")
        .line(10, 30, 480, "P", "I have walked by the weir for years and never saw it leak, did I?")
        .line(8, 30, 20, "", "https://courier.example/2024/05/09/weir")
        .line(8, 500, 20, "", "1/1")
        .property("Weir to be rebuilt after all | Brackwater Courier", "Skia/PDF m130");
  }

  /** Adds a paragraph: one line with a tag, or two without. */
  private static void paragraph(PdfPageMaker page, boolean isTagged, int y, String text)
      throws IOException {
    int half = isTagged ? text.length() : text.lastIndexOf(' ', text.length() / 2 + 10);
    page.line(10, 30, y, "P", text.substring(0, half));
    if (!isTagged) {
      page.line(10, 30, y - 12, "P", text.substring(half + 1));
    }
  }

  @Test
  void a_web_page_printed_by_a_browser_gives_its_article_and_address() throws IOException {
    for (boolean isTagged : new boolean[] {true, false}) {
      Article article = read(printedPage(isTagged).bytes()).article();
      assertThat(article.text()).hasToString(WEIR + "\n\n" + RIVER + "\n\n" + OAK);
      assertThat(article.metadata().title()).hasValue("Weir to be rebuilt after all");
      assertThat(article.metadata().publisher()).hasValue("Brackwater Courier");
      assertThat(article.metadata().published()).hasValue("2024-05-09");
      assertThat(article.metadata().authors()).containsExactly("Rosamund Tate");
      assertThat(article.metadata().url()).hasValue("https://courier.example/2024/05/09/weir");
    }
  }

  @Test
  void the_time_of_printing_is_not_the_date_of_publication() throws IOException {
    PdfPageMaker page = new PdfPageMaker(false).line(10, 30, 600, "", WEIR);
    page.property("Weir", "Adobe InDesign 19.0").created(Calendar.getInstance());
    assertThat(read(page.bytes()).article().metadata().published()).isPresent();
    page.property("Weir", "Microsoft: Print To PDF");
    assertThat(read(page.bytes()).article().metadata().published()).isEmpty();
  }

  @Test
  void small_capitals_are_read_as_lower_case() throws IOException {
    byte[] bytes =
        new PdfPageMaker(false)
            .line(20, 30, 690, "", "Weir to be rebuilt after all")
            .words(30, 670, "10:B", "8:Y ", "10:R", "8:OSAMUND ", "10:T", "8:ATE")
            .line(10, 30, 650, "", WEIR)
            .bytes();
    assertThat(read(bytes).article().metadata().authors()).containsExactly("Rosamund Tate");
  }

  @Test
  void a_scan_without_text_is_reported_with_advice() throws IOException {
    ReadResult result = read(new PdfPageMaker(false).picture().bytes());
    assertThat(result.articles()).isEmpty();
    assertThat(result.problems()).singleElement().asString().contains("scan", "--ocr");
  }

  @Test
  void a_pdf_without_text_and_pictures_is_not_called_a_scan() throws IOException {
    ReadResult result = read(new PdfPageMaker(false).bytes());
    assertThat(result.problems())
        .singleElement()
        .asString()
        .contains("no text in this PDF")
        .doesNotContain("scan");
  }

  @Test
  void a_pdf_that_only_its_owner_may_change_is_read() throws IOException {
    assertThat(read(encrypted("")).article().text()).hasToString(WEIR);
  }

  @Test
  void a_pdf_that_needs_a_password_is_reported() throws IOException {
    ReadResult result = read(encrypted("sesame"));
    assertThat(result.articles()).isEmpty();
    assertThat(result.problems()).singleElement().asString().contains("password");
  }

  @Test
  void a_pdf_with_a_broken_table_of_objects_is_read() throws IOException {
    String bytes =
        new String(
            new PdfPageMaker(false).line(10, 30, 600, "", WEIR).bytes(),
            StandardCharsets.ISO_8859_1);
    String broken = bytes.replaceFirst("startxref\\s+\\d+", "startxref\n7");
    assertThat(broken).isNotEqualTo(bytes);
    assertThat(read(broken.getBytes(StandardCharsets.ISO_8859_1)).article().text())
        .hasToString(WEIR);
  }

  @Test
  void text_that_runs_across_the_page_is_left_out() throws IOException {
    byte[] bytes =
        new PdfPageMaker(false).line(10, 30, 600, "", WEIR).rotated(300, 200, "ARCHIVE").bytes();
    assertThat(read(bytes).article().text()).hasToString(WEIR);
  }

  @Tag("full")
  @Test
  void five_hundred_pages_are_read() throws IOException {
    PdfPageMaker pages = new PdfPageMaker(false);
    for (int page = 0; page < 500; page++) {
      for (int row = 0; row < 60; row++) {
        pages.line(10, 30, 750 - 12 * row, "", "row " + row + " of the page number " + page);
      }
      pages.newPage();
    }
    assertThat(read(pages.bytes()).article().text().toString())
        .contains("row 30 of the page number 0 ", "row 30 of the page number 499 ");
  }

  @Test
  void recognised_words_have_the_size_of_the_usual_line() {
    String names = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext";
    List<String> rows =
        List.of(
            names,
            "4\t1\t1\t1\t1\t0\t100\t100\t900\t90\t-1\t",
            "5\t1\t1\t1\t1\t1\t100\t100\t300\t90\t96.1\tWeir",
            "4\t1\t2\t1\t1\t0\t100\t300\t900\t40\t-1\t",
            "5\t1\t2\t1\t1\t1\t100\t300\t200\t40\t91.0\tThe",
            "5\t1\t2\t1\t1\t2\t320\t300\t20\t40\t12.0\t~",
            "4\t1\t2\t1\t2\t0\t100\t350\t900\t36\t-1\t",
            "5\t1\t2\t1\t2\t1\t100\t350\t200\t36\t90.0\tweir");
    var words = Tesseract.parse(rows, 0.25);
    assertThat(words).extracting("text").containsExactly("Weir", "The", "weir");
    assertThat(words.get(0).size()).isGreaterThan(2 * words.get(1).size());
    assertThat(words.get(1).size()).isEqualTo(words.get(2).size());
    assertThat(words.get(1).left()).isEqualTo(25);
  }

  private static byte[] encrypted(String password) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] open = new PdfPageMaker(false).line(10, 30, 600, "", WEIR).bytes();
    try (PDDocument document = Loader.loadPDF(Arrays.copyOf(open, open.length))) {
      document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static ReadResult read(byte[] pdf) {
    return ReadResult.of(new FormatDetectingReader(1_000_000), "cutting", pdf);
  }
}
