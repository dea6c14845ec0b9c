package org.newsgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.query.statistics.StatisticsFile;
import org.newsgraph.serve.security.AccessLog;
import org.newsgraph.serve.security.Logins;
import org.newsgraph.store.ActiveReplica;
import org.newsgraph.store.DatabaseFolder;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.correction.CorrectionsFile;

/**
 * The files beside the database: older, damaged, empty and truncated ones, and folders in their
 * place. Files that the program can write anew are replaced; for the others, the message says what
 * to do. Webhooks have a test of their own.
 */
final class SideFilesTest {
  private static final String HASH = QuickPassword.hash("a long password");

  /** Stands for a folder in place of the file. */
  private static final String FOLDER = "<folder>";

  @TempDir Path folder;

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    if (content.equals(FOLDER)) {
      Files.createDirectories(file.resolve("inner"));
    } else {
      Files.write(file, content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }
    return file;
  }

  /**
   * The content of a file.
   *
   * @param message part of the message, empty if the file is accepted
   */
  record Content(String name, String text, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Content> logins() {
    String valid = "ada:editor:" + HASH;
    return Stream.of(
        new Content("valid", valid + "\n", ""),
        new Content("with a byte order mark", "\u00ef\u00bb\u00bf" + valid + "\r\n", ""),
        new Content("empty", "", ""),
        new Content("comments", "# users\n\n" + valid, ""),
        new Content(
            "truncated", valid + "\nbob:reader:pbkdf2$600", "line 2: not a hashed password"),
        new Content("no role", valid + "\nbob\n", "line 2: expected NAME:ROLE:HASH"),
        new Content(
            "another role", "ada:admin:" + HASH, "line 1: the role must be reader or editor"),
        new Content("twice", valid + "\n" + valid, "line 2: the name \"ada\" occurs twice"),
        new Content("a password", "ada:editor:secret", "create one with \"newsgraph password\""),
        new Content("bytes", "\u00ff\u00fe\u0000", "not UTF-8"),
        new Content("a folder", FOLDER, "check its name"));
  }

  @ParameterizedTest
  @MethodSource("logins")
  void a_file_of_logins_is_read_or_its_line_is_named(Content content) throws IOException {
    Path file = write("logins", content.text());
    if (content.message().isEmpty()) {
      assertThatCode(() -> Logins.read(file)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> Logins.read(file))
          .hasMessageStartingWith(file + ": ")
          .hasMessageContaining(content.message());
    }
  }

  static Stream<Content> corrections() {
    String header = "entity,correction,value,article,note,date\n";
    return Stream.of(
        new Content("empty", "", ""),
        new Content("comments", "# nothing\n\n", ""),
        new Content("another table", "a,b,c\n1,2,3\n", "line 1: the columns are not named"),
        new Content("bytes", "\u00ff\u00fe\u0000", "save the file as \"CSV UTF-8\""),
        new Content("truncated", header.substring(0, 20), "line 1: the columns are not named"),
        new Content("a folder", FOLDER, "restore the file from a backup"));
  }

  @ParameterizedTest
  @MethodSource("corrections")
  void a_file_of_corrections_is_read_or_kept_with_advice(Content content) throws IOException {
    try (NewsStore store = NewsStore.create(folder.resolve("db"), Optional.empty())) {
      Path file = write("db/" + CorrectionsFile.NAME, content.text());
      if (content.message().isEmpty()) {
        assertThat(CorrectionsFile.of(store).read().all()).isEmpty();
      } else {
        assertThatThrownBy(() -> CorrectionsFile.of(store).read())
            .hasMessageStartingWith(file + ": ")
            .hasMessageContaining(content.message())
            .hasMessageContaining("No correction was applied");
        assertThat(file).exists();
      }
    }
  }

  static Stream<Content> selections() {
    return Stream.of(
        new Content("empty", "", "names no copy"),
        new Content("bytes", "\u00ff\u00fe", "damaged"),
        new Content("a NUL", "a\u0000b", "damaged"),
        new Content("a folder", FOLDER, "damaged"));
  }

  @ParameterizedTest
  @MethodSource("selections")
  void a_selection_of_a_copy_that_is_damaged_is_named(Content content) throws IOException {
    Path file = write(ActiveReplica.FILE, content.text());
    assertThatThrownBy(() -> new ActiveReplica(folder).selection())
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(content.message())
        .hasMessageContaining("newsgraph swap");
  }

  static Stream<Content> settings() {
    return Stream.of(
        new Content("older", "base=http://localhost:3030/\nunknown=1\n", ""),
        new Content("empty", "", "base=IRI"),
        new Content("truncated", "# A Newsgraph database\nbas", "base=IRI"),
        new Content("escapes", "base=\\u12", "base=IRI"),
        new Content("bytes", "\u00ff\u00fe", "base=IRI"),
        new Content("a folder", FOLDER, "base=IRI"));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void settings_of_a_database_that_are_damaged_are_named_with_advice(Content content)
      throws IOException {
    Path file = write("newsgraph.properties", content.text());
    if (content.message().isEmpty()) {
      assertThat(new DatabaseFolder(folder).iris()).isPresent();
    } else {
      assertThatThrownBy(() -> new DatabaseFolder(folder).iris())
          .hasMessageStartingWith(file + ": ")
          .hasMessageContaining(content.message());
    }
  }

  static Stream<Content> statistics() {
    return Stream.of(
        new Content("older", "{\"articles\":7,\"at\":\"2026-11-30T00:00:00Z\"}", ""),
        new Content("null", "null", ""),
        new Content(
            "no counts", "{\"statistics\":null,\"seconds\":1,\"at\":\"\",\"state\":\"\"}", ""),
        new Content(
            "no numbers",
            "{\"statistics\":{\"articles\":1,\"classes\":{},\"properties\":{}},\"at\":\"\",\"state\":\"\"}",
            ""),
        new Content("empty", "", ""),
        new Content("truncated", "{\"statistics\":{\"artic", ""),
        new Content("bytes", "\u00ff\u00fe\u0000", ""),
        new Content("a folder", FOLDER, ""));
  }

  @ParameterizedTest
  @MethodSource("statistics")
  void damaged_statistics_are_counted_again(Content content) throws IOException {
    try (NewsStore store = NewsStore.create(folder.resolve("db"), Optional.empty())) {
      write("db/statistics.json", content.text());
      assertThat(StatisticsFile.read(store)).isEmpty();
      assertThat(StatisticsFile.count(store).statistics().triples()).isZero();
    }
  }

  @Test
  void an_incomplete_line_of_the_access_log_is_ended_and_a_folder_in_its_place_renamed()
      throws Exception {
    write("access.jsonl", "{\"time\":\"2026");
    new AccessLog(folder.resolve("access.jsonl"), Duration.ofSeconds(1)).close();
    assertThat(Files.readString(folder.resolve("access.jsonl"))).isEqualTo("{\"time\":\"2026\n");
    write("folder.jsonl", FOLDER);
    new AccessLog(folder.resolve("folder.jsonl"), Duration.ofSeconds(1)).close();
    assertThat(folder.resolve("folder.jsonl")).isRegularFile();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .anyMatch(name -> name.startsWith("folder.jsonl.damaged-"));
    }
  }

  @Test
  void a_server_starts_although_all_files_that_it_writes_are_damaged() throws Exception {
    new Served(folder, UnaryOperator.identity()).close();
    Map<String, List<String>> kinds =
        Map.of("text", List.of("{", ""), "folder", List.of(FOLDER, FOLDER));
    for (List<String> contents : kinds.values()) {
      for (String name : List.of("db/webhooks.json", "db/statistics.json")) {
        Files.deleteIfExists(folder.resolve(name));
        write(name, contents.get(name.length() % 2));
      }
      try (Served served = new Served(folder, UnaryOperator.identity())) {
        assertThat(served.get("api/articles/harbour%201").statusCode()).isEqualTo(200);
      }
      org.apache.commons.io.FileUtils.deleteQuietly(folder.resolve("db/statistics.json").toFile());
    }
  }
}
