package org.newsgraph.serve.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.newsgraph.serve.explorer.Examples.Example;

final class ExamplesTest {
  private final Examples examples = new Examples();

  @Test
  void every_query_of_the_folder_is_offered_once() throws IOException {
    List<String> names =
        examples.groups().stream()
            .flatMap(it -> it.examples().stream())
            .map(Example::name)
            .toList();
    try (Stream<Path> files = Files.list(Path.of("queries"))) {
      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(
              files.map(it -> it.getFileName().toString()).toList());
    }
  }

  @Test
  void the_first_sentence_of_the_comment_is_the_title() {
    Example example = examples.find("people-by-number-of-statements.rq").orElseThrow();
    assertThat(example.title()).isEqualTo("Who is quoted most often, and in how many articles?");
    assertThat(example.note()).startsWith("Speakers whom");
    assertThat(example.query()).startsWith("# Who is quoted").contains("SELECT");
  }

  @Test
  void no_other_name_reads_a_file() {
    assertThat(examples.find("../examples.txt")).isEmpty();
  }
}
