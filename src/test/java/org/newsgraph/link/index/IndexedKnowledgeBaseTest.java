package org.newsgraph.link.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Candidate;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Fact.Property;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.KnowledgeBaseInfo.Origin;
import org.newsgraph.link.index.KnowledgeBaseInfo.Priors;

final class IndexedKnowledgeBaseTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @TempDir private Path folder;

  @Test
  void who_bears_a_name_just_so_comes_before_whom_others_know_better() {
    KnowledgeBaseEntry country = entry("Q30", "United States", 2.6, "US", "U.S.", "USA");
    KnowledgeBaseEntry film = entry("Q2", "Us", 1.5);
    KnowledgeBaseEntry film2 = entry("Q3", "us", 0.5);
    try (IndexedKnowledgeBase base = built(Priors.POPULARITY, country, film, film2)) {
      assertThat(labels(base.candidates("US"))).containsExactly("United States", "Us", "us");
      assertThat(labels(base.candidates("us"))).containsExactly("us", "United States", "Us");
      assertThat(labels(base.candidates("uS"))).first().isEqualTo("United States");
    }
  }

  @Test
  void a_label_counts_more_than_an_alias_and_popularity_decides_between_equals() {
    KnowledgeBaseEntry state = entry("Q36687", "Victoria", 2.2);
    KnowledgeBaseEntry queen = entry("Q9439", "Victoria", 2.5);
    KnowledgeBaseEntry other = entry("Q1", "Somewhere", 2.2, "Victoria");
    try (IndexedKnowledgeBase base = built(Priors.POPULARITY, state, queen, other)) {
      List<Candidate> found = base.candidates("Victoria");
      assertThat(found)
          .extracting(each -> each.item().wikidata().orElse(""))
          .containsExactly("Q9439", "Q36687", "Q1");
      assertThat(found.stream().mapToDouble(Candidate::prior).sum()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void a_name_is_found_whatever_its_case_accents_and_marks() {
    try (IndexedKnowledgeBase base =
        built(Priors.POPULARITY, entry("Q1", "François Hollande", 2))) {
      for (String name :
          List.of("francois hollande", "FRANÇOIS HOLLANDE", "Franc\u0327ois-Hollande")) {
        assertThat(labels(base.candidates(name))).containsExactly("François Hollande");
      }
      assertThat(base.candidates("Hollande")).isEmpty();
      assertThat(base.candidates("")).isEmpty();
      assertThat(base.candidates("\0")).isEmpty();
      assertThat(base.candidates("x".repeat(100_000))).isEmpty();
    }
  }

  @Test
  void given_priors_are_given_back() {
    KnowledgeBaseEntry most =
        new KnowledgeBaseEntry(
            item("Q30", "United States", 0),
            List.of(new KnowledgeBaseEntry.Name("US", 0.9)),
            List.of());
    KnowledgeBaseEntry least =
        new KnowledgeBaseEntry(
            item("Q2", "Us", 0), List.of(new KnowledgeBaseEntry.Name("US", 0.001)), List.of());
    try (IndexedKnowledgeBase base = built(Priors.GIVEN, most, least)) {
      assertThat(base.candidates("US"))
          .extracting(Candidate::prior)
          .satisfiesExactly(
              first -> assertThat(first).isCloseTo(0.9, within(0.02)),
              second -> assertThat(second).isCloseTo(0.001, within(0.00003)));
      assertThat(base.candidates("us"))
          .first()
          .satisfies(first -> assertThat(first.prior()).isCloseTo(0.9, within(0.02)));
    }
  }

  @Test
  void an_item_and_its_facts_come_back_as_they_were_added() {
    Item item =
        new Item(
            "https://example.org/people/1",
            "Ann Roe",
            Optional.of("Ann Roe (politician)"),
            Optional.of("British politician"),
            Optional.of(EntityType.PERSON),
            1.234);
    List<Fact> facts =
        List.of(
            new Fact(Property.PARTY, new Fact.Thing(Item.WIKIDATA + "Q9630", "Labour Party")),
            new Fact(Property.CITIZENSHIP, new Fact.Thing(Item.WIKIDATA + "Q145", "Q145")),
            new Fact(Property.CITIZENSHIP, new Fact.Thing(Item.WIKIDATA + "Q999", "Q999")),
            new Fact(Property.BIRTH, new Fact.Date("1952-03-11")),
            new Fact(Property.COORDINATES, new Fact.Point(-51.5, 0.125)),
            new Fact(Property.WEBSITE, new Fact.Address("https://example.org/é")));
    KnowledgeBaseEntry kingdom =
        new KnowledgeBaseEntry(item("Q145", "United Kingdom", 2), List.of(), List.of());
    KnowledgeBaseEntry roe =
        new KnowledgeBaseEntry(item, List.of(KnowledgeBaseEntry.Name.label("Ann Roe")), facts);
    try (IndexedKnowledgeBase base = built(Priors.POPULARITY, roe, kingdom)) {
      Item found = base.candidates("Ann Roe").get(0).item();
      assertThat(found).isEqualTo(item);
      // An item without names provides its label; a missing item has its ID as label.
      assertThat(base.candidates("United Kingdom")).isEmpty();
      List<Fact> expected = new java.util.ArrayList<>(facts);
      expected.set(
          1,
          new Fact(Property.CITIZENSHIP, new Fact.Thing(Item.WIKIDATA + "Q145", "United Kingdom")));
      assertThat(base.facts(found)).containsExactlyElementsOf(expected);
      assertThat(base.facts(item("Q5", "unknown", 0))).isEmpty();
      assertThat(base.item(Item.WIKIDATA + "Q145")).map(Item::label).hasValue("United Kingdom");
      assertThat(base.description().items()).isEqualTo(1);
    }
  }

  @Test
  void of_many_of_one_name_the_best_known_are_given() {
    KnowledgeBaseEntry[] smiths =
        IntStream.range(1, 1000)
            .mapToObj(i -> entry("Q" + i, "John Smith", i / 1000.0))
            .toArray(KnowledgeBaseEntry[]::new);
    try (IndexedKnowledgeBase base = built(Priors.POPULARITY, smiths)) {
      assertThat(base.candidates("John Smith"))
          .hasSize(IndexedKnowledgeBase.MAX_CANDIDATES)
          .first()
          .satisfies(each -> assertThat(each.item().wikidata()).hasValue("Q999"));
    }
  }

  @Test
  void an_item_added_twice_is_one_candidate() {
    try (IndexedKnowledgeBase base =
        built(Priors.POPULARITY, entry("Q1", "Ann Roe", 1), entry("Q1", "Ann Roe", 1))) {
      assertThat(base.candidates("Ann Roe")).hasSize(1);
    }
  }

  @Test
  void what_is_not_finished_is_not_there_and_an_earlier_one_stays_in_use() throws IOException {
    built(Priors.POPULARITY, entry("Q1", "Ann Roe", 1)).close();
    Path place = folder.resolve("names");
    try (IndexedKnowledgeBase before = IndexedKnowledgeBase.open(place)) {
      try (KnowledgeBaseBuilder builder = KnowledgeBaseBuilder.create(place)) {
        builder.add(entry("Q2", "Bo Lee", 1));
        assertThat(KnowledgeBases.folders(folder)).containsExactly(place);
        assertThatThrownBy(() -> KnowledgeBaseBuilder.create(place))
            .isInstanceOf(KnowledgeBaseException.class)
            .hasMessageContaining("another process is building this knowledge base");
      }
      assertThat(before.candidates("Ann Roe")).hasSize(1);
      built(Priors.POPULARITY, entry("Q2", "Bo Lee", 1)).close();
      assertThat(before.candidates("Ann Roe")).hasSize(1);
    }
    try (IndexedKnowledgeBase after = IndexedKnowledgeBase.open(place)) {
      assertThat(after.candidates("Ann Roe")).isEmpty();
      assertThat(after.candidates("Bo Lee")).hasSize(1);
    }
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(place);
    }
  }

  @Test
  void a_folder_with_other_things_is_left_alone() throws IOException {
    Path place = Files.createDirectories(folder.resolve("names"));
    Files.writeString(place.resolve("novel.txt"), "It was a dark night.");
    assertThatThrownBy(() -> KnowledgeBaseBuilder.create(place))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("something other than a knowledge base");
    assertThat(place.resolve("novel.txt")).exists();
  }

  @Test
  void a_damaged_one_says_so() throws IOException {
    built(Priors.POPULARITY, entry("Q1", "Ann Roe", 1)).close();
    Path place = folder.resolve("names");
    Path properties = place.resolve(KnowledgeBaseInfo.FILE);
    String text = Files.readString(properties);
    Files.writeString(properties, text.replace("format=1", "format=99"));
    assertThatThrownBy(() -> IndexedKnowledgeBase.open(place)).hasMessageContaining("format 99");
    Files.writeString(properties, text.replace("kind=list", "kind=soup"));
    assertThatThrownBy(() -> IndexedKnowledgeBase.open(place))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("not a valid description");
    Files.writeString(properties, text);
    try (var index = Files.list(place.resolve("index"))) {
      for (Path file : index.toList()) {
        Files.write(file, new byte[10]);
      }
    }
    assertThatThrownBy(() -> IndexedKnowledgeBase.open(place))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("damaged; build it again");
    assertThatThrownBy(() -> IndexedKnowledgeBase.open(folder.resolve("none")))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("no knowledge base lies here");
  }

  @Test
  void own_lists_come_before_dumps_and_dumps_before_packs() {
    for (Origin kind : List.of(Origin.PACK, Origin.DUMP, Origin.LIST)) {
      built(kind.name(), kind, Priors.POPULARITY, entry("Q1", "Ann Roe", 1)).close();
    }
    List<IndexedKnowledgeBase> opened = KnowledgeBases.open(KnowledgeBases.folders(folder));
    assertThat(opened)
        .extracting(each -> each.description().kind())
        .containsExactly(Origin.LIST, Origin.DUMP, Origin.PACK);
    opened.forEach(IndexedKnowledgeBase::close);
    assertThat(KnowledgeBases.folders(folder.resolve("none"))).isEmpty();
  }

  private IndexedKnowledgeBase built(Priors priors, KnowledgeBaseEntry... entries) {
    return built("names", Origin.LIST, priors, entries);
  }

  private IndexedKnowledgeBase built(
      String name, Origin kind, Priors priors, KnowledgeBaseEntry... entries) {
    Path place = folder.resolve(name);
    try (KnowledgeBaseBuilder builder = KnowledgeBaseBuilder.create(place)) {
      for (KnowledgeBaseEntry entry : entries) {
        builder.add(entry);
      }
      builder.finish(kind, priors, "here", DAY, List.of("en"));
    }
    return IndexedKnowledgeBase.open(place);
  }

  private static Item item(String number, String label, double popularity) {
    return new Item(
        Item.WIKIDATA + number,
        label,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        popularity);
  }

  private static KnowledgeBaseEntry entry(
      String number, String label, double popularity, String... aliases) {
    List<KnowledgeBaseEntry.Name> names = new java.util.ArrayList<>();
    names.add(KnowledgeBaseEntry.Name.label(label));
    for (String alias : aliases) {
      names.add(KnowledgeBaseEntry.Name.alias(alias));
    }
    return new KnowledgeBaseEntry(item(number, label, popularity), names, List.of());
  }

  private static List<String> labels(List<Candidate> candidates) {
    return candidates.stream().map(each -> each.item().label()).toList();
  }
}
