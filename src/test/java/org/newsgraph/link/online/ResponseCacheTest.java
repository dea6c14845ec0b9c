package org.newsgraph.link.online;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.link.KnowledgeBaseException;

final class ResponseCacheTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

  @TempDir Path folder;
  private Path own;

  @BeforeProperty
  void makeFile() throws IOException {
    own = Files.createTempFile("answers", ".jsonl");
  }

  @AfterProperty
  void removeFile() throws IOException {
    Files.delete(own);
  }

  @Property(tries = 40)
  void any_answer_to_any_question_is_there_again(@ForAll String question, @ForAll String answer) {
    try (ResponseCache file = ResponseCache.open(own, Instant.MIN)) {
      file.put(question, TextNode.valueOf(answer), MARCH);
    }
    try (ResponseCache file = ResponseCache.open(own, Instant.MIN)) {
      // An unpaired surrogate is a character in Java, but cannot be written to a file.
      if (UTF_8.newEncoder().canEncode(question) && UTF_8.newEncoder().canEncode(answer)) {
        assertThat(file.get(question)).contains(TextNode.valueOf(answer));
      }
    }
  }

  @Test
  void a_torn_line_is_dropped_and_spoils_none_after_it() throws IOException {
    Path path = folder.resolve("a/b.jsonl");
    try (ResponseCache file = ResponseCache.open(path, Instant.MIN)) {
      put(file, "one", "1");
      put(file, "two", "2");
    }
    byte[] whole = Files.readAllBytes(path);
    for (int torn = 1; torn < 60; torn += 7) {
      Files.write(path, java.util.Arrays.copyOf(whole, whole.length - torn));
      try (ResponseCache file = ResponseCache.open(path, Instant.MIN)) {
        assertThat(text(file, "one")).isEqualTo("1");
        // Only the line end is missing, so the response is complete.
        put(file, "three", "3");
        assertThat(text(file, "three")).isEqualTo("3");
        assertThat(text(file, "two")).isEqualTo(torn == 1 ? "2" : null);
      }
    }
  }

  @Test
  void lines_that_are_none_of_ours_are_passed_over() throws IOException {
    Path path = folder.resolve("a.jsonl");
    try (ResponseCache file = ResponseCache.open(path, Instant.MIN)) {
      put(file, "one", "1");
      Files.write(path, new byte[] {0, -1, 10, -2, 10}, StandardOpenOption.APPEND);
      Files.writeString(path, "00000000 {}\n12345678\n\n", StandardOpenOption.APPEND);
      put(file, "two", "2");
      assertThat(text(file, "one")).isEqualTo("1");
      assertThat(text(file, "two")).isEqualTo("2");
      assertThat(file.size()).isEqualTo(2);
    }
  }

  @Test
  void the_later_answer_counts_and_an_old_one_is_asked_for_again() {
    Path path = folder.resolve("a.jsonl");
    try (ResponseCache file = ResponseCache.open(path, Instant.MIN)) {
      file.put("old", TextNode.valueOf("1"), MARCH);
      file.put("new", TextNode.valueOf("1"), MARCH);
      file.put("new", TextNode.valueOf("2"), MAY);
      assertThat(text(file, "old")).isEqualTo("1");
    }
    try (ResponseCache file = ResponseCache.open(path, MAY)) {
      assertThat(file.get("old")).isEmpty();
      assertThat(text(file, "new")).isEqualTo("2");
    }
  }

  @Test
  void several_may_write_at_once_and_see_what_the_others_wrote() throws Exception {
    Path path = folder.resolve("a.jsonl");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (ResponseCache reader = ResponseCache.open(path, Instant.MIN)) {
      List<Future<?>> all = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        String name = "writer" + writer;
        all.add(
            threads.submit(
                () -> {
                  try (ResponseCache file = ResponseCache.open(path, Instant.MIN)) {
                    for (int i = 0; i < 200; i++) {
                      put(file, name + " " + i, "é".repeat(i * 50));
                      assertThat(text(file, name + " " + i)).hasSize(i * 50);
                    }
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
      assertThat(reader.size()).isEqualTo(800);
      assertThat(text(reader, "writer3 199")).hasSize(199 * 50);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_folder_in_its_place_is_told() throws IOException {
    Path path = Files.createDirectory(folder.resolve("a.jsonl"));
    assertThatThrownBy(() -> ResponseCache.open(path, Instant.MIN))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageStartingWith(path + ": cannot be opened");
  }

  private static void put(ResponseCache file, String question, String answer) {
    file.put(question, TextNode.valueOf(answer), MARCH);
  }

  private static String text(ResponseCache file, String question) {
    return file.get(question).map(JsonNode::asText).orElse(null);
  }
}
