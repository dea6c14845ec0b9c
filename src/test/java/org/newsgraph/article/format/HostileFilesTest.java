package org.newsgraph.article.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;

/**
 * Tests that each malformed or malicious file is reported as one problem and that the other files
 * are read.
 */
class HostileFilesTest {
  @Test
  void entities_that_multiply_are_never_expanded() {
    StringBuilder bomb =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
    }
    bomb.append("]><nitf><body><body.content><p>Text &a29;.</p></body.content></body></nitf>");
    ReadResult reading = FormatsTest.read("a.xml", bomb.toString());
    assertThat(reading.articles()).allSatisfy(it -> assertThat(it.text().length()).isLessThan(50));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nitf", "newsItem", "rss"})
  void files_outside_are_never_opened(String root) {
    ReadResult reading =
        FormatsTest.read(
            "a.xml",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\"><!ENTITY %% p SYSTEM \"http://127.0.0.1:1/\">%%p;]><%s><body.content><p>A&e;B</p></body.content></%s>"
                .formatted(root, root));
    assertThat(reading.articles())
        .allSatisfy(it -> assertThat(it.text().toString()).doesNotContain(hostname()));
  }

  private static String hostname() {
    try {
      return java.net.InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "\u0000";
    }
  }

  @ParameterizedTest
  @CsvSource({"a.html, <div>", "a.xml, <nitf>", "a.rss, <rss>", "a.json, [", "a.json, '{\"id\":'"})
  void endless_nesting_is_named(String file, String open) {
    String start = file.endsWith("html") ? "<!doctype html>" : "";
    ReadResult reading = FormatsTest.read(file, start + open.repeat(100_000) + "x");
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.problems()).singleElement().asString().startsWith(file + ": ");
  }

  @Test
  void a_hundred_megabytes_in_one_line_are_named_and_the_next_line_is_read() {
    for (String name : new String[] {"a.jsonl", "a.txt", "a.html", "a.xml", "a.json"}) {
      String start =
          switch (name) {
            case "a.html" -> "<html><p>";
            case "a.xml" -> "<nitf><body><body.content><p>";
            case "a.txt" -> "";
            default -> "{\"id\": \"a\", \"text\": \"";
          };
      Problems problems = new Problems(it -> {});
      Source source =
          new Source(
              name, name, () -> endless(start, 100_000_000, "\n{\"id\":\"b\",\"text\":\"B\"}"));
      try (Stream<Article> articles = new FormatDetectingReader(100_000).read(source, problems)) {
        assertThat(articles.map(Article::id).toList())
            .as(name)
            .isEqualTo(name.startsWith("a.json") ? java.util.List.of("b") : java.util.List.of());
      }
      assertThat(problems.errorCount()).as(name).isEqualTo(1);
    }
  }

  private static InputStream endless(String start, int length, String end) {
    byte[] megabyte = new byte[length / 100];
    Arrays.fill(megabyte, (byte) 'a');
    var middle =
        java.util.Collections.nCopies(100, megabyte).stream().map(ByteArrayInputStream::new);
    return new SequenceInputStream(
        java.util.Collections.enumeration(
            Stream.concat(Stream.concat(Stream.of(bytes(start)), middle), Stream.of(bytes(end)))
                .toList()));
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void a_bomb_in_an_archive_is_named_and_stops_it() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 20];
      Arrays.fill(zeros, (byte) ' ');
      for (int i = 0; i < 300; i++) {
        out.write(zeros);
      }
    }
    ReadResult reading =
        ReadResult.of(new FormatDetectingReader(1_000_000_000), "a.jsonl.gz", bytes.toByteArray());
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.problems()).singleElement().asString().contains("zip bomb");
  }

  @Test
  void names_that_lead_out_of_an_archive_are_left_out_and_the_rest_is_read() throws IOException {
    byte[] zip =
        FormatsTest.zip(
            "../../evil.txt",
            "Evil.",
            "/etc/evil.txt",
            "Evil.",
            "good/a.txt",
            "Good.",
            "b.jsonl",
            "{\"id\":\"b\",\"text\":\"B\"}",
            "c.html",
            FormatsTest.PAGE,
            "__MACOSX/a.txt",
            "no",
            "picture.png",
            "no");
    ReadResult reading = ReadResult.of(new FormatDetectingReader(10_000), "a.zip", zip);
    assertThat(reading.articles())
        .extracting(Article::id)
        .containsExactly("a", "b", "echo.example/2024/05/06/bridge");
    assertThat(reading.problems())
        .containsExactly(
            "a.zip!../../evil.txt: its path leads outside the archive",
            "a.zip!/etc/evil.txt: its path leads outside the archive",
            "a.zip!picture.png: skipped: its format is not one that is read");
  }

  @Test
  void archives_in_archives_are_read_but_not_without_end() throws IOException {
    byte[] inner = FormatsTest.zip("a.txt", "Good.");
    for (int i = 0; i < 10; i++) {
      inner = FormatsTest.gzip(inner);
    }
    assertThat(ReadResult.of(new FormatDetectingReader(10_000), "a.gz", inner).problems())
        .singleElement()
        .asString()
        .contains("archives nested more than 5 deep");
    byte[] outer = zipOf("x/inner.zip", FormatsTest.zip("a.txt", "Good."));
    assertThat(
            ReadResult.of(new FormatDetectingReader(10_000), "a.zip", outer).article().location())
        .hasToString("a.zip!x/inner.zip!a.txt");
  }

  private static byte[] zipOf(String name, byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var out = new java.util.zip.ZipOutputStream(packed)) {
      out.putNextEntry(new java.util.zip.ZipEntry(name));
      out.write(content);
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.jsonl.gz", "a.docx", "a.pdf"})
  void what_is_cut_short_is_named(String name) throws IOException {
    byte[] whole =
        switch (name) {
          case "a.jsonl.gz" ->
              FormatsTest.gzip("{\"id\":\"b\",\"text\":\"B\"}\n".repeat(9).getBytes(UTF_8));
          case "a.pdf" -> "%PDF-1.7\n1 0 obj\n<< /Length 99 >> stream".getBytes(UTF_8);
          case "a.docx" ->
              FormatsTest.zip("[Content_Types].xml", "", "word/document.xml", "<w:p xmlns:w='w'/>");
          default -> FormatsTest.zip("a.txt", FormatsTest.PAGE);
        };
    ReadResult reading =
        ReadResult.of(
            new FormatDetectingReader(10_000), name, Arrays.copyOf(whole, whole.length * 6 / 10));
    assertThat(reading.problems()).isNotEmpty().allSatisfy(it -> assertThat(it).startsWith("a."));
  }

  @Test
  void xml_that_is_not_well_formed_names_the_line() {
    assertThat(FormatsTest.read("a.xml", "<nitf>\n<body>\n</nitf>").problems())
        .singleElement()
        .asString()
        .startsWith("a.xml: line 3: this is not well-formed XML (");
    assertThat(FormatsTest.read("a.xml", "<?xml version='1.0'?><recipe/>").problems())
        .singleElement()
        .asString()
        .contains("\"recipe\"");
  }

  @Property(tries = 300)
  void any_bytes_behind_any_beginning_end_in_articles_or_named_problems(
      @ForAll @Size(max = 200) byte[] tail, @ForAll int choice) {
    String[] starts = {
      "",
      "%PDF-1.4\n",
      "PK\u0003\u0004",
      "\u001F\u008B\b",
      "WARC/1.0\r\n",
      "<rss>",
      "<nitf>",
      "<html>",
      "[{",
      "{\"uri\":"
    };
    byte[] start =
        starts[Math.floorMod(choice, starts.length)].getBytes(
            java.nio.charset.StandardCharsets.ISO_8859_1);
    byte[] bytes = Arrays.copyOf(start, start.length + tail.length);
    System.arraycopy(tail, 0, bytes, start.length, tail.length);
    ReadResult reading = ReadResult.of(new FormatDetectingReader(1000), "any", bytes);
    assertThat(reading.articles().size() + reading.problems().size()).isPositive();
  }
}
