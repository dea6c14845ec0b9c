package org.newsgraph.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;

/** The tests mark places by brackets, and organisations by braces. */
final class PlaceUseTest {
  private static final Pattern MARKED = Pattern.compile("\\[([^]]*)]|\\{([^}]*)\\}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Elders met in [Wales] on Monday.",
        "[Wales] has a new minister.",
        "“Nobody asked [Wales],” she said.",
        "[Wales]",
        "In 2024 [Wales] closed its pits.",
        "Their ferry left [Marsden] ([Wales]).",
        "The coach left [Wales] with the squad after the match, the tournament over, and stays in"
            + " [Wales].",
      })
  void a_place_is_a_place(String marked) {
    assertThat(use(marked).isPlace(place("Wales"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They mocked [Wales] captain Odile Farrant.",
        "Peru beat [Wales] on Monday.",
        "The charity Harbour Pilots [Wales] has closed.",
        "Judges of the [Wales] District Court resigned.",
        "{Harbour Aid} ([Wales]) has closed.",
        "{Harbour Aid} ([Kent] and [Wales]) has closed.",
        "[Wales] go into the final unbeaten. The coach praised the squad, and [Wales] scored in"
            + " each match of the tournament.",
      })
  void a_team_or_a_part_of_a_longer_name_is_no_place(String marked) {
    assertThat(use(marked).isPlace(place("Wales"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She was born in [Marsden], [Wales].",
        "[Wales] is old. She was born in [Marsden], [Wales], in 1950.",
        "It rained in [Wales] and Kent counties.",
        "The [Wales], Kent and Bute Regions have water.",
        "Clinics opened in [Wales], Kent, Bute, Upper Ardland, South Marrow, Ostria Hills and New"
            + " Fernbury Counties."
      })
  void a_place_after_a_town_or_called_a_region_is_larger_than_a_town(String marked) {
    assertThat(use(marked).isLargerThanTown(place("Wales"))).isTrue();
    assertThat(use(marked).isLargerThanTown(place("Marsden"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"On Monday, [Wales] agreed.", "[Marsden] and [Wales] agreed."})
  void other_places_are_not(String marked) {
    assertThat(use(marked).isLargerThanTown(place("Wales"))).isFalse();
  }

  private static Entity place(String name) {
    return new Entity(name, EntityType.PLACE, Set.of(), true);
  }

  private static PlaceUse use(String marked) {
    StringBuilder text = new StringBuilder();
    List<Mention> mentions = new ArrayList<>();
    Matcher places = MARKED.matcher(marked);
    while (places.find()) {
      places.appendReplacement(text, "");
      int begin = text.length();
      boolean isPlace = places.group(1) != null;
      String name = places.group(isPlace ? 1 : 2);
      EntityType type = isPlace ? EntityType.PLACE : EntityType.ORGANISATION;
      text.append(name);
      mentions.add(
          new Mention(
              new Span(begin, text.length()), name, type, new Entity(name, type, Set.of(), true)));
    }
    places.appendTail(text);
    return new PlaceUse(
        new Extraction(
            new Article("a", new Text(text.toString()), Metadata.NONE),
            mentions,
            List.of(),
            List.of()));
  }
}
