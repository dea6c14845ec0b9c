package org.newsgraph.link.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Candidate;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;

final class BuiltInKnowledgeBaseTest {
  private static final BuiltInKnowledgeBase KNOWLEDGE = new BuiltInKnowledgeBase();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Syria|Q858|Syria",
        "UK|Q145|United Kingdom",
        "U.S.|Q30|United States",
        "the States|Q30|United States",
        "Burma|Q836|Myanmar",
        "Georgia|Q230|Georgia",
        "Gaza|Q39760|Gaza Strip",
        "Calif.|Q99|California",
        "Paris|Q90|Paris",
        "Washington|Q61|Washington, D.C.",
        "NYC|Q60|New York City",
        "Kiev|Q1899|Kyiv",
        "United Nations|Q1065|United Nations",
        "Doctors Without Borders|Q49330|Doctors Without Borders",
        "Ford Motor Co.|Q44294|Ford Motor Company",
        "FBI|Q8333|Federal Bureau of Investigation",
      })
  void a_name_of_the_news_leads_to_its_item_first(String name, String number, String label) {
    Candidate first = KNOWLEDGE.candidates(name).get(0);
    assertThat(first.item().iri()).isEqualTo(Item.WIKIDATA + number);
    assertThat(first.item().label()).isEqualTo(label);
    assertThat(first.exact()).isTrue();
  }

  @Test
  void a_town_without_a_wikidata_number_is_a_feature_of_geonames_with_coordinates_and_country() {
    Candidate aleppo = KNOWLEDGE.candidates("Aleppo").get(0);
    assertThat(aleppo.item().iri()).isEqualTo("https://sws.geonames.org/170063/");
    assertThat(aleppo.item().type()).contains(EntityType.PLACE);
    assertThat(aleppo.prior()).isGreaterThan(0.99);
    assertThat(KNOWLEDGE.facts(aleppo.item()))
        .contains(new Fact(Fact.Property.COUNTRY, new Fact.Thing(Item.WIKIDATA + "Q858", "Syria")))
        .anySatisfy(
            fact -> {
              assertThat(fact.property()).isEqualTo(Fact.Property.COORDINATES);
              Fact.Point point = (Fact.Point) fact.value();
              assertThat(point.latitude()).isCloseTo(36.2, within(0.1));
              assertThat(point.longitude()).isCloseTo(37.15, within(0.1));
            });
  }

  @Test
  void towns_of_one_name_share_its_probability_by_their_size() {
    List<Candidate> towns = KNOWLEDGE.candidates("Springfield");
    assertThat(towns).hasSizeGreaterThan(8);
    assertThat(towns.stream().mapToDouble(Candidate::prior).sum()).isLessThan(1);
    assertThat(towns).isSortedAccordingTo((a, b) -> Double.compare(b.prior(), a.prior()));
    assertThat(towns).extracting(it -> it.item().label()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zzyzx Holdings", "the Kremlin", "Magda Lorne", "", "!!!"})
  void what_the_table_lacks_has_no_candidates(String name) {
    assertThat(KNOWLEDGE.candidates(name)).isEmpty();
  }

  @Test
  void no_facts_are_known_about_items_of_others() {
    assertThat(
            KNOWLEDGE.facts(
                new Item(
                    "https://example.org/people/7",
                    "Ann Roe",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0)))
        .isEmpty();
  }

  @Test
  void each_line_of_the_table_is_valid_and_each_label_distinct() throws IOException {
    List<String> lines = lines();
    assertThat(lines).hasSize(KNOWLEDGE.items()).hasSizeGreaterThan(70_000);
    Set<String> labels = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    for (String line : lines) {
      BuiltInItem item = BuiltInItem.parse(line);
      if (!labels.add(item.item().label())
          || item.names().stream().anyMatch(String::isBlank)
          || item.weight() < 1
          || !item.country().map(id -> KNOWLEDGE.item(BuiltInItem.iri(id)).isPresent()).orElse(true)
          || !KNOWLEDGE.item(item.item().iri()).equals(Optional.of(item.item()))) {
        wrong.add(line);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void each_name_leads_to_its_item() throws IOException {
    List<String> lines = lines();
    Random random = new Random(27);
    for (int i = 0; i < 2_000; i++) {
      BuiltInItem item = BuiltInItem.parse(lines.get(random.nextInt(lines.size())));
      String name = item.names().get(random.nextInt(item.names().size()));
      assertThat(KNOWLEDGE.candidates(name)).extracting(Candidate::item).contains(item.item());
    }
  }

  private static List<String> lines() throws IOException {
    try (InputStream table = BuiltInKnowledgeBase.class.getResourceAsStream("items.tsv")) {
      return new String(table.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
