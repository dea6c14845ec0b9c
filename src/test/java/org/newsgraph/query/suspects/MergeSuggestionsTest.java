package org.newsgraph.query.suspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.query.suspects.MergeSuggestion.Reason;
import org.newsgraph.store.NewsStore;

class MergeSuggestionsTest {
  @TempDir Path folder;

  private static Entity organisation(String name, String... others) {
    return new Entity(name, EntityType.ORGANISATION, Set.of(others), true);
  }

  private static Entity person(String name) {
    return new Entity(name, EntityType.PERSON, Set.of(), true);
  }

  /** Returns "LEFT = RIGHT: REASONS" for each suggestion of a database with one article each. */
  private List<String> suggestions(Entity... entities) {
    List<ArticleGraph> graphs = new ArrayList<>();
    try (NewsStore store = NewsStore.create(folder, Optional.empty())) {
      for (Entity it : entities) {
        String name = it.name();
        Mention mention = new Mention(new Span(0, name.length()), name, it.type(), it);
        Extraction extraction =
            new Extraction(
                new Article("a" + graphs.size(), new Text(name), Metadata.NONE),
                List.of(mention),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        graphs.add(
            ArticleGraph.of(extraction, store.iris(), new Provenance("1", Instant.EPOCH), "d"));
      }
      store.writer().putAll(graphs);
      return MergeSuggestions.of(store).stream()
          .map(it -> it.left().name() + " = " + it.right().name() + ": " + it.reasons())
          .toList();
    }
  }

  @Test
  void an_acronym_that_an_article_expands_is_suggested() {
    assertThat(
            suggestions(
                organisation("Pier Safety Alliance of Leeds", "PSAL"), organisation("PSAL")))
        .containsExactly(
            "Pier Safety Alliance of Leeds = PSAL: ["
                + Reason.EXPANSION
                + ", "
                + Reason.INITIALS
                + "]");
  }

  @Test
  void a_company_with_and_without_its_legal_form_is_suggested() {
    assertThat(suggestions(organisation("Novak"), organisation("Novak Boat Co.")))
        .containsExactly("Novak = Novak Boat Co.: [" + Reason.LEGAL_FORM + "]");
  }

  @Test
  void a_shorter_form_and_a_spelling_of_a_person_are_suggested() {
    assertThat(suggestions(person("Ada Novak"), person("Ada Maria Novak")))
        .containsExactly("Ada Maria Novak = Ada Novak: [" + Reason.PART_OF_NAME + "]");
  }

  @Test
  void names_that_differ_in_accents_are_suggested() {
    assertThat(suggestions(person("José Marco"), person("Jose Marco"))).hasSize(1);
  }

  @Test
  void people_with_a_common_family_name_are_not_suggested() {
    assertThat(suggestions(person("Ada Novak"), person("Ben Novak"))).isEmpty();
  }
}
