package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;

/** Reads synthetic exports with the peculiarities of real ones. */
class PressOdditiesTest {
  static Stream<Oddity> oddities() {
    return Oddity.table("press-oddities.txt");
  }

  @ParameterizedTest
  @MethodSource("oddities")
  void each_document_of_an_export_is_an_article_or_a_problem(Oddity oddity) {
    ReadResult reading = FormatsTest.read("a.txt", oddity.input());
    assertThat(
            reading.articles().stream()
                    .map(PressOdditiesTest::describe)
                    .collect(Collectors.joining("\n"))
                + reading.problems().stream()
                    .map(it -> "\nproblem: " + it)
                    .collect(Collectors.joining()))
        .isEqualTo(oddity.expected());
  }

  private static String describe(Article article) {
    Metadata it = article.metadata();
    return "title: "
        + it.title().orElse("")
        + field("id", Optional.of(article.id()).filter(id -> !id.startsWith("sha256")))
        + field("publisher", it.publisher())
        + field("published", it.published())
        + field(
            "authors", Optional.of(String.join("; ", it.authors())).filter(all -> !all.isEmpty()))
        + field("section", it.section())
        + field("url", it.url())
        + field("language", it.language())
        + field("rights", it.rights())
        + field("modified", it.modified())
        + field("correction", it.correction())
        + field("text", Optional.of(article.text().toString().replaceAll("\n+", " / ")));
  }

  private static String field(String name, Optional<String> value) {
    return value.map(it -> "\n  " + name + ": " + it).orElse("");
  }
}
