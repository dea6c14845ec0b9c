package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;

/**
 * Tests against examples of the IPTC, ROME and news-please. Each row of the table is a file with
 * the expected values of one article, or {@code -} and the expected problem.
 */
@EnabledIfEnvironmentVariable(named = Samples.VARIABLE, matches = ".+")
class SamplesTest {
  @Test
  void every_sample_gives_the_articles_and_the_metadata_that_it_says() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String folder : List.of("feeds", "news-please", "newsml-g2", "ninjs")) {
      try (Stream<Path> files = Files.list(Samples.folder(folder))) {
        for (Path file : files.sorted().toList()) {
          rows.addAll(rows(file));
        }
      }
    }
    assertThat(rows).containsExactlyElementsOf(expected());
  }

  private static List<String> rows(Path file) throws IOException {
    ReadResult reading = Samples.read(file);
    List<String> rows = new ArrayList<>();
    String name = file.getFileName().toString();
    reading.articles().forEach(it -> rows.add(row(name, it)));
    reading.problems().forEach(it -> rows.add(name + "\t-\t" + it.substring(name.length())));
    return rows;
  }

  private static String row(String file, Article article) {
    Metadata metadata = article.metadata();
    String text = article.text().toString().replace("\n", " ");
    return String.join(
        "\t",
        file,
        article.id(),
        metadata.title().orElse(""),
        String.join(", ", metadata.authors()),
        metadata.publisher().orElse(""),
        metadata.published().orElse(""),
        metadata.language().orElse(""),
        text.substring(0, Math.min(20, text.length())),
        text.substring(Math.max(0, text.length() - 20)),
        Integer.toString(article.text().length()));
  }

  private static List<String> expected() throws IOException {
    try (var in = SamplesTest.class.getResourceAsStream("samples.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
