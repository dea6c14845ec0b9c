package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;

/** The commands export, import and report, run as from the command line. */
class ExportCommandTest {
  @TempDir Path folder;
  private String database;

  @BeforeEach
  void build() {
    database = folder.resolve("data").toString();
    Provenance provenance = new Provenance("0.1.0", Instant.EPOCH);
    Metadata hostile =
        new Metadata(
            Optional.of("=1+1"),
            List.of(),
            Optional.of("<script>alert(1)</script> | *Paper*"),
            Optional.of("2016-11"),
            Optional.empty(),
            Optional.empty());
    try (NewsStore store = NewsStore.create(Path.of(database), Optional.empty())) {
      store.put(ArticleGraph.of(HandMade.harbour(), store.iris(), provenance, "d1"));
      store.put(
          ArticleGraph.of(
              HandMade.empty(new Article("x", new Text("Nothing."), hostile)),
              store.iris(),
              provenance,
              "d2"));
    }
  }

  private Command run(String... arguments) {
    return Command.run(
        Stream.concat(Stream.of(arguments), Stream.of("--db", database)).toArray(String[]::new));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void the_name_tells_the_format_and_a_second_time_needs_force() {
    for (String name :
        List.of("a.nq.gz", "a.trig", "a.ttl", "a.jsonld", "a.graphml", "a.gexf", "a.cyjs.bz2")) {
      assertThat(run("export", "-o", file(name)).status()).as(name).isZero();
      assertThat(Path.of(file(name))).as(name).isNotEmptyFile();
    }
    Command again = run("export", "-o", file("a.gexf"));
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err().lines()).singleElement().asString().contains("--force");
    assertThat(run("export", "-o", file("a.gexf"), "--force").status()).isZero();
    Command unknown = run("export", "-o", file("a.xyz"));
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("the name does not determine a format; give --format");
  }

  @Test
  void a_status_selects_statements() throws IOException {
    String tables = file("tables");
    assertThat(
            run("export", "--format", "csv", "-o", tables, "--status", "not_said,asked").status())
        .isZero();
    assertThat(Files.readAllLines(Path.of(tables, "statements.csv")))
        .singleElement()
        .asString()
        .contains(",status,");
    Command unknown = run("export", "-o", file("b.gexf"), "--status", "whispered");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("HEARSAY");
  }

  @Test
  void import_makes_a_database_of_a_dump() {
    assertThat(run("export", "-o", file("a.nq.gz")).status()).isZero();
    Command imported = Command.run("import", file("a.nq.gz"), "--db", file("copy"));
    assertThat(imported.status()).isZero();
    assertThat(imported.err()).contains("2 articles");
    assertThat(Command.run("stats", "--db", file("copy")).out()).isEqualTo(run("stats").out());
    Command missing = Command.run("import", file("none.nq"), "--db", file("other"));
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("there is no such file");
  }

  @Test
  void select_writes_what_a_query_gives() throws IOException {
    String rows =
        Files.writeString(
                folder.resolve("rows.rq"),
                "SELECT ?title { ?a <http://purl.org/dc/terms/title> ?title } ORDER BY ?title")
            .toString();
    String triples =
        Files.writeString(
                folder.resolve("triples.rq"),
                "CONSTRUCT { ?a <urn:titled> ?t } { ?a <http://purl.org/dc/terms/title> ?t }")
            .toString();
    assertThat(run("export", "--select", rows, "-o", "-", "--format", "csv").out())
        .isEqualTo("title\n=1+1\nHarbour talks 🚢 stall\n");
    assertThat(run("export", "--select", rows, "-o", file("titles.csv"), "--spreadsheet").status())
        .isZero();
    assertThat(Files.readString(Path.of(file("titles.csv"))))
        .isEqualTo("\uFEFFtitle\n'=1+1\nHarbour talks 🚢 stall\n");
    assertThat(run("export", "--select", triples, "-o", "-", "--format", "turtle").out())
        .contains("<urn:titled>", "\"=1+1\"");
    Command mismatch = run("export", "--select", triples, "-o", file("t.csv"));
    assertThat(mismatch.status()).isEqualTo(2);
    assertThat(mismatch.err()).contains("can only be written as nquads, trig, turtle or jsonld");
    Command cut = run("export", "--select", rows, "-o", file("t.csv"), "--from", "2016-01-01");
    assertThat(cut.status()).isEqualTo(2);
    Path broken = Files.writeString(folder.resolve("broken.rq"), "SELECT *");
    assertThat(run("export", "--select", broken.toString(), "-o", file("t.csv")).err())
        .contains("this is not SPARQL");
  }

  @Test
  void a_report_is_one_page_in_which_names_stay_names() throws IOException {
    assertThat(run("report", "-o", file("r.html"), "--title", "A <b> title").status()).isZero();
    Document page = Jsoup.parse(Files.readString(Path.of(file("r.html"))));
    assertThat(page.title()).isEqualTo("A <b> title");
    assertThat(page.select("script, link, img")).isEmpty();
    assertThat(page.select("section")).hasSize(8);
    assertThat(page.select("td").eachText())
        .contains("<script>alert(1)</script> | *Paper*", "The Daily Test", "Ada Novak");
    assertThat(page.select("tr:contains(direct) td").eachText()).contains("2");

    String markdown = run("report").out();
    assertThat(markdown)
        .contains("| articles | 2 |", "\\<script\\>alert(1)\\</script\\> \\| \\*Paper\\*");
    assertThat(run("report", "--from", "2016-11-01").out()).contains("| articles | 1 |");
  }
}
