package org.newsgraph.extract.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.name.DetectedName;

/** Properties that hold for arbitrary names. */
class EntityResolverPropertiesTest {
  private static final List<String> WORDS =
      List.of(
          "Seumas",
          "Milne",
          "Mr",
          "Jo",
          "Cox",
          "UK",
          "US",
          "U.S.",
          "General",
          "Motors",
          "Corp",
          "Co",
          "and",
          "Inc",
          "Harbour",
          "Party",
          "GM",
          "MOTORS",
          "al-Assad",
          "alAssad",
          "Assad",
          "(CHA)",
          "Ltd.",
          "ß",
          "Åsa",
          "2008",
          "’s",
          "-",
          "The",
          "of",
          "Group",
          "𝔾𝕄",
          "J.P.",
          "s");

  record Case(Text text, List<DetectedName> names) {}

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<String> words =
        Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(5).map(it -> String.join(" ", it));
    Arbitrary<EntityType> types = Arbitraries.of(EntityType.values());
    return Combinators.combine(words, types)
        .as((text, type) -> new DetectedName(new Span(0, 1), text, type, 1))
        .list()
        .ofMaxSize(14)
        .map(EntityResolverPropertiesTest::laidOut);
  }

  private static Case laidOut(List<DetectedName> names) {
    StringBuilder text = new StringBuilder("Once ");
    List<DetectedName> placed = new ArrayList<>();
    for (DetectedName name : names) {
      int begin = text.codePointCount(0, text.length());
      text.append(name.text());
      Span span = new Span(begin, text.codePointCount(0, text.length()));
      placed.add(new DetectedName(span, name.text(), name.type(), 1));
      text.append(placed.size() % 3 == 0 ? ", husband of " : " met ");
    }
    return new Case(new Text(text.toString()), placed);
  }

  @Property
  void no_name_is_lost_and_every_entity_is_called_by_what_stands_there(@ForAll("cases") Case it) {
    List<Mention> mentions = EntityResolver.resolve(it.text, it.names);
    assertThat(mentions)
        .extracting(Mention::span)
        .isEqualTo(it.names.stream().map(DetectedName::span).toList());
    assertThat(mentions)
        .allSatisfy(
            mention -> {
              assertThat(mention.text()).isEqualTo(it.text.substring(mention.span()));
              assertThat(mention.entity().name()).isNotBlank();
              assertThat(mention.why()).isNotNull();
            });
  }

  @Property
  void the_order_in_which_names_are_given_does_not_matter(
      @ForAll("cases") Case it, @ForAll Random random) {
    List<DetectedName> shuffled = new ArrayList<>(it.names);
    Collections.shuffle(shuffled, random);
    assertThat(EntityResolver.resolve(it.text, shuffled))
        .isEqualTo(EntityResolver.resolve(it.text, it.names));
  }

  @Property
  void the_same_words_with_the_same_label_are_one_entity(@ForAll("cases") Case it) {
    List<Mention> mentions = EntityResolver.resolve(it.text, it.names);
    for (Mention one : mentions) {
      for (Mention other : mentions) {
        if (one.text().equals(other.text())
            && one.type() == other.type()
            && one.type() != EntityType.PERSON) {
          assertThat(one.entity()).isEqualTo(other.entity());
        }
      }
    }
  }
}
