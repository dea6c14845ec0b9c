package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.Validation;

/**
 * Commands that are killed at random moments, with a fixed seed. What was there before is still
 * there, what is left is valid, and the same command completes the work. The system property {@code
 * newsgraph.kills} sets the number of kills per command; each adds about 20 seconds in all.
 */
@Tag("full")
class KilledCommandsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int KILLS = Integer.getInteger("newsgraph.kills", 4);

  @TempDir static Path folder;
  private static Path articles;
  private static Path reference;
  private static Path dump;
  private static Path backup;
  private static Path knowledge;

  /** Duration of a short command, in milliseconds, to which the moments of the kills are scaled. */
  private static int duration;

  /** Quads of the reference database. */
  private static Set<String> expected;

  private final Random random = new Random(29);

  @BeforeAll
  static void build() throws Exception {
    articles = folder.resolve("articles.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String text = "Ann Roe said: \"The zebra " + i + " ran.\" Bob Smith met Ann Roe in London.";
      lines.add(MAPPER.writeValueAsString(Map.of("id", "k" + i, "title", "Zebra", "text", text)));
    }
    Files.write(articles, lines);
    reference = folder.resolve("reference");
    run("build", articles.toString(), "--db", reference.toString());
    expected = quads(reference);
    dump = folder.resolve("dump.nq");
    run("export", "--db", reference.toString(), "-o", dump.toString());
    backup = folder.resolve("backup.zip");
    run("backup", "--db", reference.toString(), "-o", backup.toString());
    Path names = folder.resolve("names.csv");
    Files.writeString(names, "id,label,type\nQ1,Bob Smith,Person\nQ2,London,Place\n");
    knowledge = folder.resolve("knowledge");
    run("kb", "add", names.toString(), "--out", knowledge.toString());
    long start = System.nanoTime();
    List<String> stats = List.of("stats", "--db", reference.toString());
    try (ProgramProcess process = ProgramProcess.start(folder.resolve("log"), List.of(), stats)) {
      assertThat(process.ends(120_000)).isTrue();
    }
    duration = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  @Test
  void a_build_is_resumed() throws Exception {
    Path database = folder.resolve("built");
    List<String> build = List.of("build", articles.toString(), "--db", database.toString());
    kill(
        build,
        () -> {
          if (Files.exists(database.resolve("newsgraph.properties"))) {
            requireValid(database);
          }
        });
    run(build.toArray(String[]::new));
    assertThat(quads(database)).isEqualTo(expected);
    assertThat(generations(database)).hasSize(1);
  }

  @Test
  void an_import_gives_the_whole_database_or_none() throws Exception {
    requireWholeOrNone("import", dump);
  }

  @Test
  void a_restore_gives_the_whole_database_or_none() throws Exception {
    requireWholeOrNone("restore", backup);
  }

  /** Kills a command that creates a database; if there is none afterwards, runs it again. */
  private void requireWholeOrNone(String command, Path source) throws Exception {
    Path parent = Files.createDirectory(folder.resolve(command));
    for (int i = 0; i < KILLS; i++) {
      Path database = parent.resolve("db" + i);
      List<String> arguments = List.of(command, source.toString(), "--db", database.toString());
      killOnce(arguments);
      if (Files.notExists(database.resolve("newsgraph.properties"))) {
        run(arguments.toArray(String[]::new));
      }
      assertThat(quads(database)).as("%s, kill %d", command, i).isEqualTo(expected);
      assertThat(database.resolve("staging")).doesNotExist();
      PathUtils.deleteDirectory(database);
    }
  }

  @Test
  void an_import_into_a_database_is_completed_by_the_next() throws Exception {
    Path database = copy("imported");
    run("delete", "k1", "k2", "--db", database.toString());
    List<String> command = List.of("import", dump.toString(), "--db", database.toString());
    kill(command, () -> requireValid(database));
    run(command.toArray(String[]::new));
    assertThat(quads(database)).isEqualTo(expected);
  }

  @Test
  void a_backup_is_complete_or_absent() throws Exception {
    Path database = copy("backed-up");
    Path backups = database.resolve("backups");
    kill(
        List.of("backup", "--db", database.toString()),
        () -> assertThat(quads(database)).isEqualTo(expected));
    run("backup", "--db", database.toString());
    try (Stream<Path> files = Files.list(backups)) {
      int number = 0;
      for (Path file : files.toList()) {
        assertThat(file.toString()).endsWith(".zip");
        Path restored = folder.resolve("restored" + number++);
        run("restore", file.toString(), "--db", restored.toString());
        assertThat(quads(restored)).isEqualTo(expected);
      }
    }
  }

  @Test
  void a_compaction_changes_nothing_and_leaves_one_generation() throws Exception {
    Path database = copy("compacted");
    List<String> command = List.of("compact", "--db", database.toString());
    kill(command, () -> assertThat(quads(database)).isEqualTo(expected));
    run(command.toArray(String[]::new));
    assertThat(quads(database)).isEqualTo(expected);
    assertThat(generations(database)).hasSize(1);
  }

  @Test
  void a_deletion_is_done_or_not() throws Exception {
    Path database = copy("deleted");
    kill(List.of("delete", "k3", "k4", "--db", database.toString()), () -> requireValid(database));
    run("build", articles.toString(), "--db", database.toString());
    assertThat(quads(database)).isEqualTo(expected);
  }

  @Test
  void a_correction_is_completed_by_the_next_build() throws Exception {
    requireSameAsUninterrupted(
        "renamed", List.of("entities", "rename", "Bob Smith", "Robert Smith", "--db"));
  }

  @Test
  void a_chosen_link_is_completed_by_the_next_build() throws Exception {
    requireSameAsUninterrupted(
        "linked", List.of("entities", "link", "Bob Smith", "Q1", "--kb", "KB", "--db"));
  }

  private void requireSameAsUninterrupted(String name, List<String> command) throws Exception {
    Path whole = copy(name + "-uninterrupted");
    run(with(command, whole).toArray(String[]::new));
    Path database = copy(name);
    kill(with(command, database), () -> requireValid(database));
    run(with(command, database).toArray(String[]::new));
    assertThat(quads(database)).isEqualTo(quads(whole));
  }

  private static List<String> with(List<String> command, Path database) {
    List<String> all = new ArrayList<>(command);
    all.replaceAll(it -> it.equals("KB") ? knowledge.toString() : it);
    all.add(database.toString());
    return all;
  }

  @Test
  void a_knowledge_base_is_completed_by_the_same_command() throws Exception {
    Path names = folder.resolve("many.csv");
    StringBuilder lines = new StringBuilder("id,label,type\n");
    for (int i = 1; i <= 50_000; i++) {
      lines.append("Q%d,Name %d,Person%n".formatted(i, i));
    }
    Files.writeString(names, lines);
    Path database = folder.resolve("linked");
    Path built = database.resolve("kb").resolve("names");
    List<String> command = List.of("kb", "add", names.toString(), "--out", built.toString());
    kill(command, () -> {});
    run(command.toArray(String[]::new));
    assertThat(Command.run("kb", "show", "Name 49999", "--db", database.toString()).out())
        .contains("Q49999");
  }

  @Test
  void a_selected_copy_is_the_old_one_or_the_new_one() throws Exception {
    Path copies = Files.createDirectory(folder.resolve("copies"));
    for (String name : List.of("a", "b")) {
      PathUtils.copyDirectory(reference, copies.resolve(name));
    }
    run("swap", copies.resolve("a").toString());
    kill(
        List.of("swap", copies.resolve("b").toString()),
        () -> assertThat(Files.readString(copies.resolve("current"))).isIn("a\n", "b\n"));
    run("swap", copies.resolve("b").toString());
    assertThat(copies.resolve("current")).hasContent("b");
  }

  private interface Check {
    void run() throws Exception;
  }

  /** Starts a command again and again, kills it at a random moment, and checks what is left. */
  private void kill(List<String> command, Check check) throws Exception {
    for (int i = 0; i < KILLS; i++) {
      killOnce(command);
      check.run();
    }
  }

  private void killOnce(List<String> command) throws Exception {
    Path log = folder.resolve("killed.log");
    try (ProgramProcess process = ProgramProcess.start(log, List.of("-Xmx512m"), command)) {
      // Commands that process articles load the model first.
      int times = List.of("build", "entities").contains(command.get(0)) ? 4 : 2;
      boolean ended = process.ends(duration / 3 + random.nextInt(times * duration));
      if (!ended) {
        process.kill();
      } else {
        assertThat(process.status()).as(process.printed()).isIn(0, 1);
      }
    }
  }

  private static void run(String... arguments) {
    Command run = Command.run(arguments);
    assertThat(run.status()).as(run.err()).isZero();
  }

  private static Path copy(String name) throws IOException {
    Path copy = folder.resolve(name);
    PathUtils.copyDirectory(reference, copy);
    return copy;
  }

  private static void requireValid(Path database) {
    try (NewsStore store = NewsStore.open(database)) {
      store.openTextIndex();
      assertThat(Validation.of(store).problems()).isEmpty();
    }
  }

  /** Returns all quads, without the times of extraction and the labels of blank nodes. */
  private static Set<String> quads(Path database) {
    try (NewsStore store = NewsStore.open(database)) {
      Set<String> quads = new TreeSet<>();
      store.read(
          dataset -> {
            dataset.find().forEachRemaining(quad -> quads.add(text(quad)));
            return quads;
          });
      quads.removeIf(it -> it.contains("AtTime"));
      return quads;
    }
  }

  private static String text(Quad quad) {
    return Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
        .map(it -> it.isBlank() ? "_" : it.toString())
        .reduce("", (left, right) -> left + " " + right);
  }

  private static List<String> generations(Path database) throws IOException {
    try (Stream<Path> files = Files.list(database)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.startsWith("Data-"))
          .toList();
    }
  }
}
