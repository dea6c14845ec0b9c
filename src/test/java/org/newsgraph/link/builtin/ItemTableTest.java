package org.newsgraph.link.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;

final class ItemTableTest {
  private static final String LINES =
      """
      G71\tP\t\tMarrow Bay\ttown in Ardland\t7400\tQ9\t-4.5000,12.2500\t\t
      G710\tP\tMarrow Bay, Ostria\tMarrow Bay|Port Ostry\ttown in Ostria\t6100\t\t\t\t
      Q9\tP\t\tArdland|Republic of Ardland\tcountry, Ardish\t300000000\t\t\t\t=
      Q12\tO\t\tÉlan Air|Elan\tairline, Ardland\t10000\tQ9\t\thttps://elan.example\tÉlan Air (airline)
      """;

  private final ItemTable table = new ItemTable(LINES.getBytes(UTF_8));

  @Test
  void it_counts_items_and_names() {
    assertThat(table.size()).isEqualTo(4);
    assertThat(table.names()).isEqualTo(8);
  }

  @Test
  void all_items_with_a_name_are_found_by_its_key() {
    assertThat(labels("marrow bay")).containsExactly("Marrow Bay", "Marrow Bay, Ostria");
    assertThat(labels("marrow bay ostria")).containsExactly("Marrow Bay, Ostria");
    assertThat(labels("elan air")).containsExactly("Élan Air");
    assertThat(labels("elan")).containsExactly("Élan Air");
    assertThat(labels("marrow")).isEmpty();
    assertThat(labels("")).isEmpty();
  }

  private List<String> labels(String key) {
    return table.withKey(key).stream().map(it -> it.item().label()).toList();
  }

  @Test
  void an_item_is_found_by_its_id() {
    assertThat(List.of("G71", "G710", "Q9", "Q12"))
        .allSatisfy(
            id ->
                assertThat(table.withId(id).orElseThrow().item().iri())
                    .isEqualTo(BuiltInItem.iri(id)));
    assertThat(List.of("G7", "G711", "Q1", "Q13", "Q120", "X5"))
        .allSatisfy(id -> assertThat(table.withId(id)).isEmpty());
  }

  @Test
  void a_line_gives_all_that_is_known() {
    BuiltInItem airline = table.withId("Q12").orElseThrow();
    assertThat(airline.item().title()).contains("Élan Air (airline)");
    assertThat(airline.item().type()).contains(EntityType.ORGANISATION);
    assertThat(airline.item().description()).contains("airline, Ardland");
    assertThat(airline.item().popularity()).isEqualTo(1.2);
    assertThat(airline.country()).contains("Q9");
    assertThat(airline.facts())
        .containsExactly(new Fact(Fact.Property.WEBSITE, new Fact.Address("https://elan.example")));
    BuiltInItem town = table.withId("G71").orElseThrow();
    assertThat(town.item().title()).isEmpty();
    assertThat(town.facts())
        .containsExactly(new Fact(Fact.Property.COORDINATES, new Fact.Point(-4.5, 12.25)));
    assertThat(table.withId("Q9").orElseThrow().item().title()).contains("Ardland");
  }

  @Test
  void an_id_follows_from_an_iri_and_back() {
    assertThat(List.of("Q9", "G710"))
        .allSatisfy(id -> assertThat(BuiltInItem.id(BuiltInItem.iri(id))).contains(id));
    assertThat(BuiltInItem.id("https://example.org/people/7")).isEmpty();
    assertThat(BuiltInItem.iri("Q9")).isEqualTo(Item.WIKIDATA + "Q9");
  }
}
