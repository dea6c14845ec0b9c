package org.newsgraph.serve.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementFilter.Field;

/** What is written to the file of webhooks is read back, and a damaged file is set aside. */
final class WebhookFileTest {
  private static final Webhook HOOK =
      new Webhook(
          "1",
          "https://example.org/",
          "secret",
          StatementFilter.all()
              .with(Field.SPEAKER, "Ada")
              .with(Field.ROLE, "minister")
              .with(Field.ABOUT, "Aleppo")
              .with(Field.SOURCE, "The Courier")
              .with(Field.FROM, "2016")
              .with(Field.TO, "2017")
              .with(Field.KIND, "direct")
              .with(Field.TERMS, "x")
              .with(Field.STATUS, "all"),
          "2026-11-30T12:00:00Z",
          List.of(new Webhook.Delivered("2026-11-30T12:00:01Z", "urn:a")));

  private static final String VALID =
      "{\"id\":\"2\",\"url\":\"https://example.org/\",\"secret\":\"s\","
          + "\"filter\":{\"about\":\"Aleppo\"},\"since\":\"2026-11-30T12:00:00Z\"}";

  @TempDir Path folder;
  private final List<String> reports = new ArrayList<>();

  private WebhookFile file() {
    return new WebhookFile(folder.resolve(Webhooks.FILE), reports::add);
  }

  private List<Webhook> read(String text) throws IOException {
    Files.writeString(folder.resolve(Webhooks.FILE), text);
    return file().read();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void what_is_written_is_read_back() throws IOException {
    file().write(List.of(HOOK));
    assertThat(file().read()).containsExactly(HOOK);
    assertThat(reports).isEmpty();
    assertThat(Files.getPosixFilePermissions(folder.resolve(Webhooks.FILE))).hasSize(2);
  }

  @Test
  void a_file_of_an_earlier_version_is_read() throws IOException {
    List<Webhook> hooks =
        read(
            "[{\"id\":\"1\",\"url\":\"https://example.org/\",\"secret\":\"s\",\"filter\":"
                + "{\"speaker\":\"\",\"about\":\"Aleppo\",\"from\":\"\",\"to\":\"\",\"kind\":\"\","
                + "\"words\":\"\",\"since\":\"\",\"status\":null,\"open\":false},"
                + "\"since\":\"2026-11-30T12:00:00Z\",\"told\":[\"urn:a\"]}]");
    assertThat(reports).isEmpty();
    assertThat(hooks)
        .singleElement()
        .satisfies(
            hook -> {
              assertThat(hook.filter().about()).isEqualTo("Aleppo");
              assertThat(hook.filter().status()).isEmpty();
              assertThat(hook.delivered())
                  .containsExactly(new Webhook.Delivered("2026-11-30T12:00:00Z", "urn:a"));
            });
  }

  @Test
  void unknown_fields_are_ignored() throws IOException {
    assertThat(read("[" + VALID.replace("{\"id\"", "{\"new\":{\"a\":[1]},\"id\"") + "]"))
        .hasSize(1);
    assertThat(reports).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "null",
        "[{\"id\":",
        "[] []",
        "\u0000\u0000\u0000",
        "[7]",
        "[{}]",
        "[{\"id\":\"1\",\"url\":7,\"secret\":\"s\",\"filter\":{\"words\":\"x\"},\"since\":\"2026-11-30T12:00:00Z\"}]",
        "[{\"id\":\"1\",\"url\":\"u\",\"secret\":\"s\",\"filter\":{},\"since\":\"2026-11-30T12:00:00Z\"}]",
        "[{\"id\":\"1\",\"url\":\"u\",\"secret\":\"s\",\"filter\":{\"words\":\"x\"},\"since\":\"soon\"}]",
        "[{\"id\":\"1\",\"url\":\"u\",\"secret\":\"s\",\"filter\":{\"words\":\"x\",\"kind\":\"y\"},\"since\":\"2026-11-30T12:00:00Z\"}]"
      })
  void a_damaged_file_is_reported_and_set_aside(String text) throws IOException {
    assertThat(read(text)).isEmpty();
    assertThat(reports).singleElement().asString().contains(Webhooks.FILE, "damaged");
    assertThat(names()).singleElement().asString().startsWith(Webhooks.FILE + ".damaged-");
    assertThat(Files.readString(folder.resolve(names().get(0)))).isEqualTo(text);
  }

  @Test
  void valid_entries_of_a_damaged_file_are_kept() throws IOException {
    assertThat(read("[" + VALID + ",{\"id\":\"3\"}]")).extracting(Webhook::id).containsExactly("2");
    assertThat(reports).singleElement().asString().contains("entry 2: since is missing");
    assertThat(names()).hasSize(1);
  }

  @Test
  void a_folder_in_place_of_the_file_is_set_aside() throws IOException {
    Files.createDirectories(folder.resolve(Webhooks.FILE).resolve("inner"));
    assertThat(file().read()).isEmpty();
    assertThat(reports).hasSize(1);
    file().write(List.of(HOOK));
    assertThat(file().read()).containsExactly(HOOK);
  }

  @Test
  void two_damaged_files_are_both_kept() throws IOException {
    read("x");
    read("y");
    assertThat(names()).hasSize(2);
  }
}
