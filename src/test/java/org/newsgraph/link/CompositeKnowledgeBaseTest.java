package org.newsgraph.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.link.HandMadeKnowledge.numbered;
import static org.newsgraph.link.HandMadeKnowledge.titled;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.extract.EntityType;

final class CompositeKnowledgeBaseTest {
  private static final Item ALEPPO =
      numbered("Q41183", "Aleppo", EntityType.PLACE, "city in Syria");

  private final HandMadeKnowledge dump = new HandMadeKnowledge().with("Aleppo", ALEPPO, 0.6);
  private final HandMadeKnowledge pack =
      new HandMadeKnowledge()
          .with("Aleppo", titled("Aleppo", 1.5), 1)
          .with("Halab", titled("Aleppo", 1.5), 0.9);
  private final CompositeKnowledgeBase stack = new CompositeKnowledgeBase(List.of(dump, pack));

  @Test
  void what_two_know_by_one_title_is_one_item_with_the_mean_of_their_priors() {
    assertThat(stack.candidates("Aleppo"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.item().wikidata()).contains("Q41183");
              assertThat(it.prior()).isEqualTo(0.8);
            });
  }

  @Test
  void an_item_by_its_title_alone_becomes_the_one_that_another_has_under_that_title() {
    assertThat(stack.candidates("Halab"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.item().wikidata()).contains("Q41183");
              assertThat(it.prior()).isEqualTo(0.9);
            });
  }

  @Test
  void a_name_that_nobody_knows_has_no_candidates() {
    assertThat(stack.candidates("Nowhere")).isEmpty();
  }

  @Test
  void closing_it_closes_them_all() {
    stack.close();
    assertThat(dump.isClosed()).isTrue();
    assertThat(pack.isClosed()).isTrue();
  }
}
