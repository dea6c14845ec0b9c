package org.newsgraph.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Statement;

class MadeUpCorpusTest {
  private final MadeUpCorpus corpus = new MadeUpCorpus(600);

  @Test
  void an_article_is_a_function_of_its_number() {
    assertThat(corpus.article(7)).isEqualTo(new MadeUpCorpus(600).article(7));
    assertThat(corpus.article(7)).isNotEqualTo(corpus.article(8));
  }

  @Test
  void what_it_says_stands_where_it_says() {
    corpus
        .all()
        .forEach(
            it -> {
              for (Mention mention : it.mentions()) {
                assertThat(it.article().text().substring(mention.span())).isEqualTo(mention.text());
              }
              for (Statement statement : it.statements()) {
                assertThat(it.article().text().substring(statement.span()))
                    .isEqualTo(statement.content());
                assertThat(it.article().text().substring(statement.cue().orElseThrow().span()))
                    .isEqualTo(statement.cue().orElseThrow().text());
              }
            });
  }

  @Test
  void names_follow_zipfs_law() {
    List<Long> counts =
        corpus
            .all()
            .flatMap(it -> it.mentions().stream())
            .collect(Collectors.groupingBy(it -> it.entity().name(), Collectors.counting()))
            .values()
            .stream()
            .sorted((a, b) -> Long.compare(b, a))
            .toList();
    assertThat(counts.get(0)).isGreaterThan(4 * counts.get(20));
    assertThat(counts.get(20)).isGreaterThan(2 * counts.get(200));
  }

  @Test
  void people_are_told_apart_by_their_names() {
    Set<Entity> people =
        corpus.all().flatMap(it -> it.entities().stream()).collect(Collectors.toSet());
    assertThat(people.stream().map(Entity::name).collect(Collectors.toSet())).hasSameSizeAs(people);
  }

  @Test
  void about_one_in_twenty_is_a_copy() {
    Set<String> texts = new HashSet<>();
    Function<Extraction, String> text = it -> it.article().text().toString();
    long copies = corpus.all().filter(it -> !texts.add(text.apply(it))).count();
    assertThat(copies).isBetween(5L, 60L);
  }
}
