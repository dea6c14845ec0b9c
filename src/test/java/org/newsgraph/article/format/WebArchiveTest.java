package org.newsgraph.article.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;

/** Reads web archives as crawlers write them, with the oddities of their records. */
final class WebArchiveTest {
  private static final String PAGE =
      """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The weir is open</title>
      <meta property="og:type" content="article">
      <meta property="article:published_time" content="2024-05-07T10:00:00Z"></head><body><article>
      <h1>The weir is open</h1>
      <p>The weir of Marsden was opened on Tuesday after a wait of six years, its keeper, Odile Farrant, said at noon.</p>
      <p>“The eels may come back,” she told the crowd, which had gathered in front of the café on the quay.</p>
      <blockquote class="twitter-tweet"><p>At last.</p>— Tobias Quell (@tquell) May 7, 2024</blockquote>
      <p>The trust, which paid for the work, expects that the river will be as clean as it was before the mill was built.</p>
      </article></body></html>
      """;

  private static final String HTML = "Content-Type: text/html; charset=utf-8";

  /** The oddities of a page's record, each with its headers and its body. */
  static Stream<Arguments> oddities() throws IOException {
    byte[] page = PAGE.getBytes(UTF_8);
    return Stream.of(
        Arguments.of("chunks", "Transfer-Encoding: chunked", chunked(page)),
        Arguments.of("no chunks, despite the header", "Transfer-Encoding: chunked", page),
        Arguments.of("gzip", "Content-Encoding: gzip", FormatsTest.gzip(page)),
        Arguments.of("gzip in capitals", "Content-Encoding: GZip", FormatsTest.gzip(page)),
        Arguments.of("no gzip, despite the header", "Content-Encoding: gzip", page),
        Arguments.of("gzip, without the header", "X-Cache: hit", FormatsTest.gzip(page)),
        Arguments.of(
            "gzip twice", "Content-Encoding: gzip", FormatsTest.gzip(FormatsTest.gzip(page))),
        Arguments.of(
            "gzip in chunks",
            "Transfer-Encoding: chunked\r\nContent-Encoding: gzip",
            chunked(FormatsTest.gzip(page))),
        Arguments.of("deflate with zlib's header", "Content-Encoding: deflate", deflate(false)),
        Arguments.of("raw deflate", "Content-Encoding: deflate", deflate(true)),
        Arguments.of("no deflate, despite the header", "Content-Encoding: deflate", page),
        Arguments.of("Brotli", "Content-Encoding: br", brotli(page)),
        Arguments.of("no Brotli, despite the header", "Content-Encoding: br", page),
        Arguments.of("Zstandard", "Content-Encoding: zstd", Zstd.compress(page)),
        Arguments.of("two codings", "Content-Encoding: gzip, br", brotli(FormatsTest.gzip(page))),
        Arguments.of("an unknown coding", "Content-Encoding: utf-8", page),
        Arguments.of("another charset in the header", "X-Cache: hit", page));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddities")
  void a_page_is_read_whatever_its_headers_say(String oddity, String header, byte[] body)
      throws IOException {
    String type = oddity.contains("charset") ? "Content-Type: text/html; charset=iso-8859-1" : HTML;
    ReadResult reading =
        read("a.warc", response("https://echo.example/weir", type + "\r\n" + header, body));
    assertThat(reading.article().text().toString())
        .startsWith("The weir of Marsden")
        .contains("the café on the quay")
        .endsWith("before the mill was built.");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void a_post_that_a_page_embeds_is_a_quotation_with_its_author() throws IOException {
    byte[] warc = response("https://echo.example/weir", HTML, PAGE.getBytes(UTF_8));
    assertThat(read("a.warc", warc).article().text().toString())
        .contains("    At last.\n\n    — Tobias Quell (@tquell) May 7, 2024");
  }

  @Test
  void a_page_whose_compression_is_damaged_is_named_and_the_next_is_read() throws IOException {
    byte[] noise = {0, 1, 2, 3, (byte) 200, (byte) 255, 9, 8};
    byte[] whole = FormatsTest.gzip(PAGE.getBytes(UTF_8));
    ReadResult reading =
        read(
            "a.warc",
            response("https://echo.example/a", HTML + "\r\nContent-Encoding: br", noise),
            response(
                "https://echo.example/b",
                HTML + "\r\nContent-Encoding: gzip",
                Arrays.copyOf(whole, whole.length - 30)),
            response("https://echo.example/c", HTML, PAGE.getBytes(UTF_8)));
    assertThat(reading.articles())
        .extracting(Article::id)
        .containsExactly("echo.example/b", "echo.example/c");
    assertThat(reading.problems())
        .containsExactly(
            "a.warc: record 1: the page is not compressed as its header states (br), and it is not text",
            "a.warc: record 2: warning: the archived page breaks off (https://echo.example/b)");
  }

  @Test
  void a_page_whose_chunks_break_off_does_not_end_the_archive() throws IOException {
    byte[] chunks = chunked(PAGE.getBytes(UTF_8));
    ReadResult reading =
        read(
            "a.warc",
            response(
                "https://echo.example/a",
                HTML + "\r\nTransfer-Encoding: chunked",
                Arrays.copyOf(chunks, chunks.length - 60)),
            response("https://echo.example/b", HTML, PAGE.getBytes(UTF_8)));
    assertThat(reading.articles())
        .extracting(Article::id)
        .containsExactly("echo.example/a", "echo.example/b");
    assertThat(reading.problems())
        .containsExactly(
            "a.warc: record 1: warning: the archived page breaks off (https://echo.example/a)");
  }

  @Test
  void an_archive_that_breaks_off_names_the_record() throws IOException {
    byte[] first = response("https://echo.example/a", HTML, PAGE.getBytes(UTF_8));
    byte[] second = response("https://echo.example/b", HTML, PAGE.getBytes(UTF_8));
    ReadResult reading = read("a.warc", first, Arrays.copyOf(second, second.length - 200));
    assertThat(reading.articles()).extracting(Article::id).containsExactly("echo.example/a");
    assertThat(reading.problems())
        .containsExactly("a.warc: record 2: truncated: was it copied or downloaded completely?");
  }

  @Test
  void pages_without_articles_are_skipped_and_other_media_types_are_no_pages() throws IOException {
    byte[] missing =
        new String(response("https://echo.example/old", HTML, PAGE.getBytes(UTF_8)), ISO_8859_1)
            .replace("200 OK", "404 No")
            .getBytes(ISO_8859_1);
    ReadResult reading =
        read(
            "a.warc",
            response("https://echo.example/", HTML, "<html><p>Home".getBytes(UTF_8)),
            missing,
            response("https://echo.example/a.css", "Content-Type: text/css", new byte[9]),
            response("https://echo.example/a.png", "Content-Type: image/png", new byte[9]));
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.failures()).isZero();
    assertThat(reading.problems())
        .containsExactly(
            "a.warc: record 1: skipped: no article on this page (https://echo.example/)",
            "a.warc: record 2: skipped: the server answered with status 404 (https://echo.example/old)");
  }

  @Test
  void an_archive_without_web_pages_is_named() throws IOException {
    byte[] image = response("https://echo.example/a.png", "Content-Type: image/png", new byte[9]);
    assertThat(read("a.warc", image).problems())
        .containsExactly("a.warc: skipped: no web pages in this web archive");
  }

  @Test
  void a_resource_is_a_page_without_a_response() throws IOException {
    byte[] warc =
        record(
            "resource",
            "https://echo.example/weir",
            "Content-Type: text/html\r\n",
            PAGE.getBytes(UTF_8));
    assertThat(read("a.warc", warc).article().id()).isEqualTo("echo.example/weir");
  }

  @Test
  void a_revisit_names_the_record_of_its_page_or_that_the_page_is_elsewhere() throws IOException {
    String digest = "WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n";
    String type = "Content-Type: application/http; msgtype=response\r\n";
    byte[] http = ("HTTP/1.1 200 OK\r\n" + HTML + "\r\n\r\n").getBytes(UTF_8);
    byte[] image = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n".getBytes(UTF_8);
    String captured =
        String.join(
            "\r\n",
            "WARC-Refers-To-Target-URI: https://echo.example/weir",
            "WARC-Refers-To-Date: 2024-05-06T07:08:09Z",
            "");
    ReadResult reading =
        read(
            "a.warc",
            record(
                "response",
                "https://echo.example/weir",
                type + digest,
                concat(http, PAGE.getBytes(UTF_8))),
            record("revisit", "https://echo.example/weir?again", type + digest, http),
            record("revisit", "https://echo.example/weir", type + captured, http),
            record(
                "revisit",
                "https://echo.example/mill",
                "WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n",
                new byte[0]),
            record("revisit", "https://echo.example/a.png", type + digest, image));
    assertThat(reading.article().id()).isEqualTo("echo.example/weir");
    assertThat(reading.problems())
        .containsExactly(
            "a.warc: record 2: skipped: the same page as record 1",
            "a.warc: record 3: skipped: the same page as record 1",
            "a.warc: record 4: skipped: the page is in another web archive (https://echo.example/mill)");
  }

  @Test
  void an_archive_in_zstandard_is_read_with_its_dictionary() throws IOException {
    byte[] dictionary = PAGE.substring(0, 400).getBytes(UTF_8);
    byte[] first = response("https://echo.example/a", HTML, PAGE.getBytes(UTF_8));
    byte[] second = response("https://echo.example/b", HTML, PAGE.getBytes(UTF_8));
    byte[] records = concat(compress(first, dictionary), compress(second, dictionary));
    for (byte[] stored : List.of(dictionary, Zstd.compress(dictionary))) {
      byte[] frame =
          ByteBuffer.allocate(8 + stored.length)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(0x184D2A5D)
              .putInt(stored.length)
              .put(stored)
              .array();
      assertThat(read("a.warc.zst", frame, records).articles())
          .extracting(Article::id)
          .containsExactly("echo.example/a", "echo.example/b");
    }
    ReadResult plain = read("a.warc.zst", Zstd.compress(first), Zstd.compress(second));
    assertThat(plain.articles()).hasSize(2);
    byte[] cut = Zstd.compress(concat(first, second));
    assertThat(read("a.warc.zst", Arrays.copyOf(cut, cut.length - 20)).problems())
        .singleElement()
        .asString()
        .startsWith("a.warc.zst: ");
  }

  @Test
  void any_file_may_be_compressed_by_zstandard() throws IOException {
    byte[] lines = Zstd.compress("{\"id\":\"b\",\"text\":\"The weir is open.\"}\n".getBytes(UTF_8));
    assertThat(read("a.jsonl.zst", lines).article().id()).isEqualTo("b");
  }

  @Test
  void a_collection_gives_the_pages_of_its_archives_and_names_nothing_else(@TempDir Path folder)
      throws IOException {
    byte[] first = response("https://echo.example/a", HTML, PAGE.getBytes(UTF_8));
    byte[] second = response("https://echo.example/b", HTML, PAGE.getBytes(UTF_8));
    byte[] wacz =
        zip(
            "datapackage.json",
            "{\"profile\": \"data-package\"}".getBytes(UTF_8),
            "pages/pages.jsonl",
            "{\"format\": \"json-pages-1.0\"}\n".getBytes(UTF_8),
            "indexes/index.cdx.gz",
            FormatsTest.gzip("com,example)/a 2024 {}".getBytes(UTF_8)),
            "logs/crawl.log",
            "started".getBytes(UTF_8),
            "archive/rec-1.warc.gz",
            FormatsTest.gzip(first),
            "archive/rec-0.warc.gz",
            FormatsTest.gzip(second));
    Path file = Files.write(folder.resolve("a.wacz"), wacz);
    List<String> problems = new ArrayList<>();
    try (Stream<Article> articles =
        new FormatDetectingReader(10_000)
            .read(Source.of(file), new Problems(it -> problems.add(it.toString())))) {
      assertThat(articles)
          .extracting(Article::id)
          .containsExactly("echo.example/b", "echo.example/a");
    }
    assertThat(problems).isEmpty();
    ReadResult fromStream = read("stdin", wacz);
    assertThat(fromStream.articles()).hasSize(2);
    assertThat(fromStream.articles().get(0).location())
        .hasToString("stdin!archive/rec-0.warc.gz: record 1");
    assertThat(read("a.wacz", Arrays.copyOf(wacz, wacz.length - 100)).problems())
        .singleElement()
        .asString()
        .startsWith("a.wacz: ");
    assertThat(read("a.wacz", zip("pages/pages.jsonl", new byte[0])).problems())
        .containsExactly("a.wacz: no web archive in this WACZ file");
  }

  private static ReadResult read(String file, byte[]... parts) throws IOException {
    return ReadResult.of(new FormatDetectingReader(10_000), file, concat(parts));
  }

  private static byte[] response(String uri, String headers, byte[] body) throws IOException {
    byte[] http = ("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n").getBytes(UTF_8);
    return record(
        "response",
        uri,
        "Content-Type: application/http; msgtype=response\r\n",
        concat(http, body));
  }

  private static byte[] record(String type, String uri, String headers, byte[] block)
      throws IOException {
    String head =
        "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n"
                .formatted(type, uri)
            + "WARC-Record-ID: <urn:uuid:%s>\r\n"
                .formatted(java.util.UUID.nameUUIDFromBytes((type + uri).getBytes(UTF_8)))
            + headers
            + "Content-Length: "
            + block.length
            + "\r\n\r\n";
    return concat(head.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
  }

  private static byte[] concat(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }

  private static byte[] chunked(byte[] body) throws IOException {
    int half = body.length / 2;
    return concat(
        (Integer.toHexString(half) + "\r\n").getBytes(UTF_8),
        Arrays.copyOf(body, half),
        ("\r\n" + Integer.toHexString(body.length - half) + "\r\n").getBytes(UTF_8),
        Arrays.copyOfRange(body, half, body.length),
        "\r\n0\r\n\r\n".getBytes(UTF_8));
  }

  private static byte[] deflate(boolean raw) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
      out.write(PAGE.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  /** Returns a Brotli stream of one block that is stored without compression. */
  private static byte[] brotli(byte[] body) throws IOException {
    int header = (body.length - 1) << 4 | 1 << 20;
    return concat(
        new byte[] {(byte) header, (byte) (header >> 8), (byte) (header >> 16)},
        body,
        new byte[] {3});
  }

  private static byte[] compress(byte[] body, byte[] dictionary) {
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      context.loadDict(dictionary);
      return context.compress(body);
    }
  }

  private static byte[] zip(Object... files) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (int i = 0; i < files.length; i += 2) {
        out.putNextEntry(new ZipEntry((String) files[i]));
        out.write((byte[]) files[i + 1]);
      }
    }
    return packed.toByteArray();
  }
}
