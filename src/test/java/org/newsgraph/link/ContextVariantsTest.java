package org.newsgraph.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;

final class ContextVariantsTest {
  @Test
  void a_town_is_in_a_state_that_the_article_names() {
    assertThat(variants("Officials in W.Va. met in Fern County.", "Fern County", EntityType.PLACE))
        .containsExactly("Fern County, West Virginia");
  }

  @Test
  void a_country_is_in_no_other_country() {
    assertThat(variants("Peru and Chile signed.", "Peru", EntityType.PLACE)).isEmpty();
  }

  @Test
  void a_ministry_is_that_of_the_country_of_the_article() {
    assertThat(
            variants(
                "Peruvian miners sued the Mining Ministry.",
                "Mining Ministry",
                EntityType.ORGANISATION))
        .contains(
            "Ministry of Mining (Peru)", "Peruvian Ministry of Mining", "Peru Mining Ministry");
  }

  @Test
  void the_country_in_an_institution_s_name_counts_alone() {
    assertThat(
            variants(
                "Chile asked Perus Mining Ministry.",
                "Perus Mining Ministry",
                EntityType.ORGANISATION))
        .contains("Ministry of Mining (Peru)")
        .noneMatch(it -> it.contains("Chile"));
  }

  @Test
  void a_country_that_plays_is_its_team() {
    assertThat(
            variants(
                "The bowler took the last wicket as Nepal won.", "Nepal", EntityType.ORGANISATION))
        .contains("Nepal cricket team");
  }

  @Test
  void a_single_word_of_a_sport_shows_nothing() {
    assertThat(variants("Nepal plans a cricket museum.", "Nepal", EntityType.ORGANISATION))
        .isEmpty();
  }

  @Test
  void a_team_is_that_of_a_town_in_the_article() {
    assertThat(variants("The Otters are back in Duluth.", "Otters", EntityType.ORGANISATION))
        .isEmpty();
    assertThat(
            variants("The Otters are back in Duluth.", "Otters", EntityType.ORGANISATION, "Duluth"))
        .containsExactly("Duluth Otters");
  }

  @Test
  void the_most_frequent_region_has_the_highest_weight() {
    ContextVariants context =
        new ContextVariants(extraction("Utah and Utah and Ohio in Fern County.", List.of()));
    assertThat(context.of("Fern County", EntityType.PLACE))
        .extracting(ContextVariants.Variant::text, ContextVariants.Variant::weight)
        .containsExactly(tuple("Fern County, Utah", 1.0), tuple("Fern County, Ohio", 0.5));
  }

  private static List<String> variants(
      String text, String name, EntityType type, String... places) {
    return new ContextVariants(extraction(text, List.of(places)))
        .of(name, type).stream().map(ContextVariants.Variant::text).toList();
  }

  private static Extraction extraction(String text, List<String> places) {
    List<Mention> mentions = new ArrayList<>();
    for (String place : places) {
      int begin = text.indexOf(place);
      Entity entity = new Entity(place, EntityType.PLACE, Set.of(), true);
      mentions.add(
          new Mention(new Span(begin, begin + place.length()), place, EntityType.PLACE, entity));
    }
    Metadata metadata =
        new Metadata(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Article article = new Article("a", new Text(text), metadata, new SourceLocation("a.txt", 1));
    return new Extraction(article, mentions, List.of(), List.of());
  }
}
