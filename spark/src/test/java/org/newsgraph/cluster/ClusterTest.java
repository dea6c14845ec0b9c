package org.newsgraph.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.corpus.MadeUpCorpus;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.ProgramVersion;

/** Tests of jobs on real executors in separate processes, some of which are killed. */
class ClusterTest {
  private static final int MADE_UP = 200;
  private static final int ARTICLES = MADE_UP + 3;

  /** Two processes, each with one core and 1,024 MB. */
  private static final String EXECUTORS = "local-cluster[2,1,1024]";

  private static final int PARAGRAPHS = 4;

  private static final List<String> TABLES =
      List.of("articles", "mentions", "entities", "statements", "about", "roles", "relations");

  /** Tables that are empty if no article contains a report of a speech act. */
  private static final List<String> TABLES_OF_REPORTS = List.of("reports", "report_about");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void an_executor_killed_and_then_the_driver_it_is_still_the_graph_of_a_build() throws Exception {
    Path sources = Files.createDirectories(folder.resolve("sources/deep er"));
    Files.writeString(
        sources.resolve("note.txt"),
        "“We stay,” said Ann Roe, 52, in Lisbon on Monday. Roe was born in Porto.");
    Files.write(sources.resolve("pages.warc"), warc("https://example.org/a"));
    Files.write(sources.resolve("cut.warc"), new byte[] {'W', 'A', 'R', 'C', '/', '1'});
    Path articles = folder.resolve("sources/articles.jsonl");
    new MadeUpCorpus(MADE_UP).write(articles);
    List<String> whole = Files.readAllLines(articles);
    List<String> lines = new ArrayList<>(whole.stream().map(ClusterTest::shortened).toList());
    lines.set(5, whole.get(5));
    lines.add(lines.get(3)); // a duplicate
    lines.add(whole.get(5).replace("made-up-5", "copy"));
    lines.add(lines.get(4).replace("\"text\":\"", "\"text\":\"Another text. ")); // the same id
    lines.add("{\"id\": \"broken\"");
    Files.write(articles, lines);
    Files.writeString(
        folder.resolve("desk.csv"),
        """
        id,label,type,description
        https://example.org/people/7,Ann Roe,Person,of our own list
        """);
    run(Program.newsgraph(folder, "kb", "add", "desk.csv", "--out", "desk"), 0);
    run(Program.newsgraph(folder, "build", "sources", "--db", "built", "--kb", "desk"), 1);

    Program first = cluster("sources", "--kb", "desk");
    until(first, 3);
    first.executors().get(0).destroyForcibly();
    until(first, finished().size() + 4);
    first.kill();
    Map<Path, FileTime> finished = finished();
    assertThat(finished).hasSizeBetween(7, 36);
    assertThat(folder.resolve("out/_SUCCESS")).doesNotExist();
    int read = articles(finished.keySet());
    assertThat(read).isBetween(30, 180);

    Program second = cluster("sources", "--kb", "desk");
    run(second, 1);
    assertThat(second.said())
        .contains(ARTICLES + " articles, ")
        .contains("3 failed: ")
        .contains("article made-up-4: ")
        .contains("articles.jsonl: line 204: ")
        .contains("cut.warc: record 1: ");
    assertThat(finished()).containsAllEntriesOf(finished);
    assertThat(now(second)).isEqualTo(ARTICLES - read);
    assertThat(folder.resolve("out/_SUCCESS")).exists();
    assertThat(Quads.ofParts(folder.resolve("out/quads")))
        .hasSizeGreaterThan(10_000)
        .anyMatch(it -> it.contains("sameTextAs"))
        .anyMatch(it -> it.contains("sameAs") && it.contains("people/7"))
        .anyMatch(it -> it.contains("graph/entities") && it.contains("people/7"))
        .isEqualTo(Quads.ofDatabase(folder.resolve("built")));
    run(
        Program.newsgraph(
            folder, "export", "--format", "parquet", "--db", "built", "-o", "exported"),
        0);
    for (String table : TABLES) {
      assertThat(rows(Quads.parts(folder.resolve("out/tables/" + table))))
          .as(table)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(
              rows(List.of(folder.resolve("exported/" + table + ".parquet"))));
    }
    for (String table : TABLES_OF_REPORTS) {
      assertThat(rows(Quads.parts(folder.resolve("out/tables/" + table))))
          .as(table)
          .containsExactlyInAnyOrderElementsOf(
              rows(List.of(folder.resolve("exported/" + table + ".parquet"))));
    }
  }

  @Test
  void an_article_that_ends_its_executor_twice_is_set_aside_and_the_others_are_read()
      throws Exception {
    Path articles = folder.resolve("articles.jsonl");
    new MadeUpCorpus(12).write(articles);
    String sentence = "\\\"The harbour stays open,\\\" said Mayor Ann Roe of Lisbon on Monday. ";
    Files.writeString(
        articles,
        "{\"id\": \"deadly\", \"text\": \"" + sentence.repeat(1000) + "\"}\n",
        StandardOpenOption.APPEND);
    String deadly = digest(articles, "deadly");
    try (InputStream table = ClusterTest.class.getResourceAsStream("two.parquet")) {
      Files.copy(table, folder.resolve("two.parquet"));
    }
    Program job = cluster("articles.jsonl", "two.parquet", "--kb", "none");
    Path begun = folder.resolve("out/_work/findings/unlinked/begun");
    Set<Long> killed = new HashSet<>();
    while (job.runsAfterAMoment()) {
      for (ProcessHandle executor : job.executors()) {
        if (begins(executor, deadly, begun)) {
          executor.destroyForcibly();
          executor.onExit().join();
          killed.add(executor.pid());
        }
      }
    }
    assertThat(job.status()).as(job.said()).isEqualTo(1);
    assertThat(killed).hasSize(2);
    assertThat(job.said())
        .contains("article deadly: set aside")
        .contains("two.parquet: line 2: no \"text\"")
        .contains("14 articles, 14 of them processed in this run, 2 failed");
  }

  private Program cluster(String... sourcesAndMore) throws IOException {
    List<String> args = new ArrayList<>(List.of(sourcesAndMore));
    args.addAll(List.of("--output", "out", "--master", EXECUTORS, "--chunk", "5"));
    return Program.cluster(folder, args.toArray(String[]::new));
  }

  /** Shortens an article to its first paragraphs, which are enough for these tests. */
  private static String shortened(String line) {
    try {
      ObjectNode article = (ObjectNode) JSON.readTree(line);
      String[] paragraphs = article.get("text").asText().split("\n\n");
      return article
          .put("text", String.join("\n\n", Arrays.copyOf(paragraphs, PARAGRAPHS)))
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Program program, int status) throws InterruptedException {
    assertThat(program.status()).as(program.said()).isEqualTo(status);
  }

  private void until(Program program, int tasks) throws IOException, InterruptedException {
    while (finished().size() < tasks) {
      assertThat(program.runsAfterAMoment()).as(program.said()).isTrue();
    }
  }

  /** Returns the files of finished tasks with their modification times. */
  private Map<Path, FileTime> finished() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    Path findings = folder.resolve("out/_work/findings");
    if (Files.isDirectory(findings)) {
      try (Stream<Path> each = Files.list(findings)) {
        for (Path found : each.map(it -> it.resolve("found")).filter(Files::isDirectory).toList()) {
          for (Path part : Quads.parts(found)) {
            times.put(part, Files.getLastModifiedTime(part));
          }
        }
      }
    }
    return times;
  }

  /**
   * Counts the distinct articles processed. An article can be in two files if an executor died
   * before it reported the end of a task.
   */
  private static int articles(Set<Path> parts) throws IOException {
    Set<String> digests = new HashSet<>();
    read(parts, row -> digests.add(row.getString("digest", 0)));
    return digests.size();
  }

  /** Returns the rows as text, with the names and values of the columns. */
  private static List<String> rows(List<Path> parts) throws IOException {
    List<String> rows = new ArrayList<>();
    read(parts, row -> rows.add(row.toString()));
    return rows;
  }

  private static void read(Collection<Path> parts, Consumer<Group> visitor) throws IOException {
    for (Path part : parts) {
      var path = new org.apache.hadoop.fs.Path(part.toUri());
      try (ParquetReader<Group> reader =
          ParquetReader.builder(new GroupReadSupport(), path).build()) {
        for (Group row = reader.read(); row != null; row = reader.read()) {
          visitor.accept(row);
        }
      }
    }
  }

  /** Returns the number of articles that a job reports to have processed. */
  private static int now(Program job) {
    Matcher count = Pattern.compile("articles, (\\d+) of them").matcher(job.said());
    assertThat(count.find()).as(job.said()).isTrue();
    return Integer.parseInt(count.group(1));
  }

  private static String digest(Path articles, String id) {
    JobSettings settings =
        new JobSettings(
            ProgramVersion.number(), Iris.DEFAULT_BASE, List.of(), 1, ArticleReader.MAX_LENGTH);
    Iterable<Row> rows =
        () ->
            new SliceReader(
                new Slice(0, articles.toString(), 0, Slice.COMPLETE, 0),
                settings,
                new Configuration());
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(it -> id.equals(it.getString(6)))
        .map(it -> it.getString(5))
        .findFirst()
        .orElseThrow();
  }

  /** Tests whether this process has written a note that it processes an article. */
  private static boolean begins(ProcessHandle process, String digest, Path notes)
      throws IOException {
    if (!Files.isDirectory(notes)) {
      return false;
    }
    try (Stream<Path> all = Files.walk(notes)) {
      return all.filter(it -> it.getFileName().toString().startsWith(process.pid() + "@"))
          .anyMatch(it -> read(it).contains(digest));
    } catch (UncheckedIOException e) {
      // A note has just been deleted.
      return false;
    }
  }

  private static String read(Path note) {
    try {
      return Files.readString(note);
    } catch (IOException e) {
      return "";
    }
  }

  private static byte[] warc(String url) {
    String page =
        "<html><head><title>Harbour</title><meta property='og:type' content='article'>"
            + "<meta property='article:published_time' content='2024-05-06'></head><body><article>"
            + "<h1>Harbour stays open</h1>"
            + ("<p>“The harbour stays open,” said Ann Roe, who is mayor of Lisbon, on Monday. She"
                    + " told reporters that the work on the quays would go on until spring.</p>")
                .repeat(5)
            + "</article></body></html>";
    byte[] body = page.getBytes(UTF_8);
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    String record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
            + url
            + "\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nWARC-Record-ID: <urn:uuid:"
            + "6d058047-ede2-4a13-be79-90c17c631dd4>\r\nContent-Type: application/http;"
            + "msgtype=response\r\nContent-Length: "
            + (http.length() + body.length)
            + "\r\n\r\n";
    return (record + http + page + "\r\n\r\n").getBytes(UTF_8);
  }
}
