package org.newsgraph.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problem;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Sources;
import org.newsgraph.article.format.FormatDetectingReader;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.link.LinkedExtraction;
import org.newsgraph.store.NewsStore;

/** No item that is read is lost without being counted, whatever its format. */
class IngestReportTest {
  /** An item that users bring. */
  private enum Kind {
    GOOD,
    GERMAN,
    COPY,
    /** Same identifier as another item, with another text. */
    CLASH,
    /** A headline without a text. */
    EMPTY,
    /** Broken in a way that depends on the format. */
    BROKEN,
    /** A file or member of a format that is not read. */
    UNSUPPORTED
  }

  /** One item of an input. */
  private record Item(Kind kind, int number) {
    String id() {
      return kind == Kind.COPY || kind == Kind.CLASH ? "first" : "item-" + number;
    }

    String text() {
      return switch (kind) {
        case EMPTY -> "";
        case COPY -> "The quay at Elmswick was shut on Monday. ".repeat(8).strip();
        case GERMAN ->
            ("Der Hafen von Elmswick bleibt nach Angaben der Stadt auch im Winter geschlossen, weil"
                        + " die Mauer nicht hält. Nummer ")
                    .repeat(4)
                + number;
        default ->
            ("The harbour of Elmswick stays open this winter, say " + number + ". ")
                .repeat(8)
                .strip();
      };
    }
  }

  private static Path folder;

  @BeforeContainer
  static void create() throws IOException {
    folder = Files.createTempDirectory("items");
  }

  @AfterContainer
  static void delete() throws IOException {
    delete(folder);
  }

  @Provide
  Arbitrary<List<Kind>> kinds() {
    return Arbitraries.of(Kind.class).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 4)
  void every_line_of_json_lines_is_counted(@ForAll("kinds") List<Kind> kinds) {
    List<Item> items = items(kinds, Kind.UNSUPPORTED);
    String lines = items.stream().map(IngestReportTest::json).collect(Collectors.joining("\n"));
    assertThatAllAreCounted(items.size(), "a.jsonl", lines.getBytes(UTF_8));
  }

  @Property(tries = 4)
  void every_item_of_a_feed_is_counted(@ForAll("kinds") List<Kind> kinds) {
    List<Item> items = items(kinds, Kind.UNSUPPORTED, Kind.BROKEN, Kind.CLASH);
    String feed =
        items.stream()
            .map(
                it ->
                    "<item><guid>%s</guid><title>News %d</title><pubDate>%s</pubDate>"
                            .formatted(it.id(), it.number(), date(it))
                        + "<content:encoded><![CDATA[<p>%s</p>]]></content:encoded></item>"
                            .formatted(it.text()))
            .collect(
                Collectors.joining(
                    "",
                    "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
                        + "<channel><title>Elmswick Gazette</title>",
                    "</channel></rss>"));
    assertThatAllAreCounted(items.size(), "a.rss", feed.getBytes(UTF_8));
  }

  @Property(tries = 4)
  void every_item_of_a_news_message_is_counted(@ForAll("kinds") List<Kind> kinds) {
    List<Item> items = items(kinds, Kind.UNSUPPORTED, Kind.BROKEN, Kind.CLASH);
    String message =
        items.stream()
            .map(
                it ->
                    ("<newsItem guid='%s'><itemMeta><itemClass qcode='ninat:text'/></itemMeta>"
                            + "<contentSet><inlineXML><html><body><p>%s</p></body></html></inlineXML>"
                            + "</contentSet></newsItem>")
                        .formatted(it.id(), it.text()))
            .collect(Collectors.joining("", "<newsMessage><itemSet>", "</itemSet></newsMessage>"));
    assertThatAllAreCounted(items.size(), "a.xml", message.getBytes(UTF_8));
  }

  @Property(tries = 4)
  void every_document_of_a_press_archive_is_counted(@ForAll("kinds") List<Kind> kinds) {
    List<Item> items = items(kinds, Kind.UNSUPPORTED, Kind.BROKEN);
    String export =
        items.stream()
            .map(
                it ->
                    """
                    Document %d of %d

                    Harbour news %d

                    Elmswick Gazette

                    May 7, 2024 Tuesday

                    Copyright 2024 Elmswick Press

                    Length: 60 words

                    Body

                    %s

                    Load-Date: May 8, 2024

                    End of Document
                    """
                        .formatted(it.number(), items.size(), it.number(), it.text()))
            .collect(Collectors.joining("\n\n"));
    assertThatAllAreCounted(items.size(), "a.txt", export.getBytes(UTF_8));
  }

  @Property(tries = 4)
  void every_file_of_a_folder_is_counted(@ForAll("kinds") List<Kind> kinds) throws IOException {
    List<Item> items = items(kinds);
    Path input = Files.createTempDirectory(folder, "folder");
    for (Item item : items) {
      Files.write(input.resolve(name(item)), file(item));
    }
    assertThatAllAreCounted(items.size(), input);
  }

  @Property(tries = 4)
  void every_file_of_an_archive_is_counted(@ForAll("kinds") List<Kind> kinds) throws IOException {
    List<Item> items = items(kinds);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Item item : items) {
        zip.putNextEntry(new ZipEntry(name(item)));
        zip.write(file(item));
      }
    }
    assertThatAllAreCounted(items.size(), "a.zip", bytes.toByteArray());
  }

  private static String json(Item item) {
    return item.kind() == Kind.BROKEN
        ? "{\"id\": \"item"
        : "{\"id\": \"%s\", \"published\": \"%s\", \"text\": \"%s\"}"
            .formatted(item.id(), date(item), item.text());
  }

  private static String date(Item item) {
    return item.number() % 4 == 0 ? "2019-05-07" : item.number() % 4 == 1 ? "1516676095" : "";
  }

  private static String name(Item item) {
    String extension =
        switch (item.kind()) {
          case UNSUPPORTED -> "jpg";
          case BROKEN -> "gz";
          case COPY, CLASH -> "jsonl";
          default -> "txt";
        };
    return "item-" + item.number() + "." + extension;
  }

  private static byte[] file(Item item) throws IOException {
    return switch (item.kind()) {
      case UNSUPPORTED -> new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2};
      case COPY, CLASH -> json(item).getBytes(UTF_8);
      case BROKEN -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
          out.write(item.text().getBytes(UTF_8));
        }
        yield java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
      }
      default -> item.text().getBytes(UTF_8);
    };
  }

  private static List<Item> items(List<Kind> kinds, Kind... without) {
    List<Kind> left = new ArrayList<>(kinds);
    left.removeAll(List.of(without));
    if (left.isEmpty()) {
      left.add(Kind.GOOD);
    }
    return IntStream.range(0, left.size()).mapToObj(i -> new Item(left.get(i), i + 1)).toList();
  }

  private static void assertThatAllAreCounted(int items, String name, byte[] input) {
    try {
      Path file = Files.createTempDirectory(folder, "file").resolve(name);
      Files.write(file, input);
      assertThatAllAreCounted(items, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertThatAllAreCounted(int items, Path input) {
    List<Problem> problems = new ArrayList<>();
    IngestReport first = build(input, problems);
    assertThat(first.items()).describedAs("%s %s", first, problems).isEqualTo(items);
    assertThat(problems)
        .filteredOn(it -> it.severity() != Problem.Severity.WARNING)
        .hasSize((int) (first.failed() + first.skipped()))
        .allSatisfy(it -> assertThat(it.location().source()).isNotBlank());
  }

  private static IngestReport build(Path input, List<Problem> problems) {
    try {
      Path data = Files.createTempDirectory(folder, "data");
      try (NewsStore store = NewsStore.create(data, Optional.empty())) {
        Problems reported = new Problems(problems::add);
        ArticleProcessor processor =
            new ArticleProcessor(
                HandMade::empty,
                LinkedExtraction::none,
                Corrections.NONE,
                store.iris(),
                "1",
                Clock.systemUTC());
        return new Ingestion(store, processor, reported, IngestProgress.NONE)
            .ingest(
                new Sources(InputStream.nullInputStream(), reported)
                    .readAll(
                        List.of(input.toString()),
                        new FormatDetectingReader(ArticleReader.MAX_LENGTH)),
                1);
      } finally {
        delete(data);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
