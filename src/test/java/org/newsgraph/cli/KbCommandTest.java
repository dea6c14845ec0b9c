package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.link.index.KnowledgeBaseBuilder;
import org.newsgraph.link.wikidata.DumpBuild;

final class KbCommandTest {
  @TempDir private Path folder;

  private String database;
  private Path dump;
  private Path names;

  @BeforeEach
  void sources() throws IOException {
    database = folder.resolve("data").toString();
    dump = folder.resolve("latest-all.json");
    try (InputStream in = DumpBuild.class.getResourceAsStream("dump.json")) {
      Files.write(dump, in.readAllBytes());
    }
    names =
        Files.writeString(
            folder.resolve("desk.csv"),
            "id,label,aliases,type\nhttps://example.org/1,Ann Roe,Annie,Person\n");
  }

  @Test
  void what_is_built_and_added_is_listed_own_lists_first() {
    Command built = Command.run("kb", "build", dump.toString(), "--db", database);
    assertThat(built.status()).isEqualTo(Newsgraph.OK);
    assertThat(built.err()).contains("latest-all: 8 items, 11 names");
    assertThat(Command.run("kb", "add", names.toString(), "--db", database).err())
        .contains("desk: 1 item, 2 names");
    Command list = Command.run("kb", "list", "--db", database);
    assertThat(list.out().lines().skip(2))
        .satisfiesExactly(
            it -> assertThat(it).startsWith("desk        list      1 "),
            it -> assertThat(it).startsWith("latest-all  dump      8 "),
            it -> assertThat(it).startsWith("built-in    built-in  70,"));
  }

  @Test
  void a_name_is_shown_with_whom_it_may_stand_for_and_what_is_known() {
    Command.run("kb", "build", dump.toString(), "--db", database);
    Command.run("kb", "add", names.toString(), "--db", database);
    Command shown = Command.run("kb", "show", "ann roe", "--db", database);
    assertThat(shown.out())
        .startsWith("desk\n  1.000  https://example.org/1  Ann Roe (person)\nlatest-all\n")
        .contains("  1.000  Q201  Ann Roe (person): British politician\n")
        .contains("    party: Reform League\n");
    assertThat(Command.run("kb", "show", "Q302", "--db", database).out())
        .contains("Q302  Reform League (organisation)");
    assertThat(Command.run("kb", "show", "Nobody", "--db", database))
        .satisfies(it -> assertThat(it.out()).isEmpty())
        .satisfies(
            it -> assertThat(it.err()).contains("no knowledge base has the name \"Nobody\""));
  }

  @Test
  void a_database_can_be_made_beside_its_knowledge_bases() throws IOException {
    Command.run("kb", "add", names.toString(), "--db", database);
    Path article = Files.writeString(folder.resolve("a.txt"), "Ann Roe spoke.");
    assertThat(Command.run("build", article.toString(), "--db", database).status()).isZero();
    assertThat(Command.run("kb", "list", "--db", database).out()).contains("desk");
  }

  @Test
  void only_and_languages_say_what_is_kept() {
    Path out = folder.resolve("people");
    Command built =
        Command.run(
            "kb",
            "build",
            dump.toString(),
            "--only",
            "persons,places",
            "--languages",
            "de,en",
            "--out",
            out.toString());
    assertThat(built.err()).contains("people: 2 items");
    assertThat(out.resolve("kb.properties")).exists();
    assertThat(Command.run("kb", "build", dump.toString(), "--only", "dogs"))
        .satisfies(it -> assertThat(it.status()).isEqualTo(Newsgraph.USAGE))
        .satisfies(it -> assertThat(it.err()).contains("PERSONS"));
    assertThat(Command.run("kb", "build", dump.toString(), "--languages", "en,!").err())
        .contains("\"!\" is not a language code");
    assertThat(Command.run("kb", "build", dump.toString(), "--jobs", "0").status())
        .isEqualTo(Newsgraph.USAGE);
  }

  @Test
  void broken_lines_are_named_and_the_status_says_so() throws IOException {
    Files.writeString(
        dump, Files.readString(dump).replace("\"Q302\",\"labels\"", "Q302,\"labels\""));
    Command built = Command.run("kb", "build", dump.toString(), "--db", database);
    assertThat(built.status()).isEqualTo(Newsgraph.FAILED);
    assertThat(built.err())
        .contains("latest-all.json: line 4: not JSON")
        .contains("7 items")
        .contains("1 line of " + dump + " could not be read");
  }

  @Test
  void a_list_with_a_wrong_line_adds_nothing() throws IOException {
    Files.writeString(names, "id,label\nQ1,Ann Roe\nAnn,Ann\n");
    Command added = Command.run("kb", "add", names.toString(), "--db", database);
    assertThat(added.status()).isEqualTo(Newsgraph.FAILED);
    assertThat(added.err())
        .contains("desk.csv: line 3: the id \"Ann\" is neither")
        .contains("nothing was added");
    assertThat(Command.run("kb", "list", "--db", database).out().lines().skip(2))
        .singleElement()
        .asString()
        .startsWith("built-in");
  }

  @Test
  void a_second_builder_is_told_of_the_first_in_a_sentence() {
    Path out = folder.resolve("kb");
    try (KnowledgeBaseBuilder first = KnowledgeBaseBuilder.create(out)) {
      Command second = Command.run("kb", "build", dump.toString(), "--out", out.toString());
      assertThat(second.status()).isEqualTo(Newsgraph.FAILED);
      assertThat(second.err()).contains("another process is building this knowledge base");
      assertThat(first.lastCheckpoint()).isZero();
    }
  }

  @Test
  void progress_tells_the_rate_of_this_run_and_the_time_left() {
    assertThat(
            StageProgress.format(
                "reading", 3_000_000, 1_000_000, 0.5, 0.25, Duration.ofSeconds(100)))
        .isEqualTo("reading: 3,000,000 items, 10,000 per second, 50.0 %, 0:03:20 left");
  }
}
