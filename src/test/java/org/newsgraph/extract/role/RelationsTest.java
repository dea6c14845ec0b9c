package org.newsgraph.extract.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.Relation;
import org.newsgraph.extract.coref.Genders;
import org.newsgraph.extract.coref.UnambiguousPronounResolver;
import org.newsgraph.extract.entity.EntityResolver;
import org.newsgraph.extract.name.NameFinder;
import org.newsgraph.text.AnalysedText;

class RelationsTest {
  /** Returns each relation as "subject, kind object [words]", such as "Ann Roe, aged 43 [43]". */
  private static List<String> relations(String text) {
    Extraction found = Extracting.from(text);
    return found.relations().stream()
        .map(it -> told(it) + " [" + found.article().text().substring(it.span()) + "]")
        .toList();
  }

  private static String told(Relation relation) {
    String who = relation.entity().name();
    if (relation instanceof Relation.FamilyTie tie) {
      return who + ", " + tie.text() + " of " + tie.relative().name();
    }
    if (relation instanceof Relation.Age age) {
      return who + ", aged " + age.years();
    }
    String kind = relation instanceof Relation.Birthplace ? ", born in " : ", at home in ";
    return who + kind + relation.relatedTo().orElseThrow().name();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Robert Mason, husband of Helen Carter, wept on Monday.             | Robert Mason, husband of Helen Carter [husband of Helen Carter]
          Robert Mason met his wife, Helen Carter, in London.                | Helen Carter, wife of Robert Mason [wife, Helen Carter]
          Helen Carter and her daughter Alice Carter went home.              | Alice Carter, daughter of Helen Carter [daughter Alice Carter]
          Peter Mason, son of Robert Mason, won the race on Monday.          | Peter Mason, son of Robert Mason [son of Robert Mason]
          Helen Carter’s husband, Robert Mason, was at home.                 | Robert Mason, husband of Helen Carter [husband, Robert Mason]
          Helen Carter is the mother of Alice Jones, police said.            | Helen Carter, mother of Alice Jones [mother of Alice Jones]
          Helen Carter is married to Robert Mason, a teacher.                | Helen Carter, spouse of Robert Mason [married to Robert Mason]
          Robert Mason and his brother-in-law Peter Walsh sold the farm.     | Peter Walsh, brother-in-law of Robert Mason [brother-in-law Peter Walsh]
          Robert Mason was seen with his ex-wife, Helen Carter, in London.   | Helen Carter, ex-wife of Robert Mason [ex-wife, Helen Carter]
          """)
  void a_family_tie_is_told_of_the_one_whom_its_noun_describes(String text, String expected) {
    assertThat(relations(text)).contains(expected);
  }

  @Test
  void sons_in_the_plural_are_a_tie_each() {
    assertThat(relations("Robert Mason and his sons Peter Mason and James Mason sold the farm."))
        .containsExactly(
            "Peter Mason, son of Robert Mason [sons Peter Mason]",
            "James Mason, son of Robert Mason [sons Peter Mason and James Mason]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Helen Carter was born in London to a teacher.                | Helen Carter, born in London [born in London]
          Helen Carter, who was born in London, moved away.            | Helen Carter, born in London [born in London]
          Born and raised in London, Helen Carter moved away.          | Helen Carter, born in London [Born and raised in London]
          London was proud: the London-born writer Helen Carter won.         | Helen Carter, born in London [London-born]
          Helen Carter lives in Ohio with two dogs.                    | Helen Carter, at home in Ohio [lives in Ohio]
          Helen Carter, 43, who lives in Ohio, won the prize.          | Helen Carter, at home in Ohio [lives in Ohio]
          Helen Carter, 43, of London, won the prize on Monday.        | Helen Carter, at home in London [of London]
          Helen Carter, from Aleppo, won the prize on Monday.          | Helen Carter, at home in Aleppo [from Aleppo]
          Helen Carter, a teacher from London, won the prize.          | Helen Carter, at home in London [from London]
          Far from London, the London-based Amnesty International met.     | Amnesty International, at home in London [London-based]
          Amnesty International, which is based in London, agreed.     | Amnesty International, at home in London [based in London]
          London is proud, as the London-based painter Helen Carter won.       | Helen Carter, at home in London [London-based]
          London resident Helen Carter won the prize on Monday.        | Helen Carter, at home in London [London resident]
          """)
  void where_somebody_was_born_and_is_at_home(String text, String expected) {
    assertThat(relations(text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Helen Carter, 43, won the prize on Monday.             | Helen Carter, aged 43 [43]
          Helen Carter (43) won the prize on Monday.             | Helen Carter, aged 43 [43]
          Helen Carter, aged 43, won the prize on Monday.        | Helen Carter, aged 43 [aged 43]
          The 43-year-old Helen Carter won the prize.            | Helen Carter, aged 43 [43-year-old]
          The 43-year-old shop owner Helen Carter won it.        | Helen Carter, aged 43 [43-year-old]
          Helen Carter, a 43-year-old nurse, won the prize.      | Helen Carter, aged 43 [43-year-old]
          Helen Carter is 43 years old and a nurse.              | Helen Carter, aged 43 [43 years old]
          """)
  void how_old_somebody_is(String text, String expected) {
    assertThat(relations(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Helen Carter met Robert Mason and Peter Walsh and his wife stayed at home.",
        "His business partner Robert Mason, who flew from London to Paris, said nothing.",
        "Helen Carter, 43, Robert Mason, 41, Peter Walsh, 12 per cent.",
        "Helen Carter was born in the worst year of the war.",
        "Sister Mary Walsh spoke to Father Peter Mason.",
        "Catherine, Duchess of Cambridge, opened the hall.",
        "Peter Walsh (68), Tom Lehman (70) and Robert Mason (71) shared the third place.",
        "Helen Carter took Robert Mason from London to Paris on Monday.",
        "The 43-year-old Boeing was scrapped.",
      })
  void what_tells_no_relation_gives_none(String text) {
    assertThat(relations(text)).isEmpty();
  }

  @Test
  void a_wife_cannot_be_a_man() {
    assertThat(relations("Helen Carter said her wife, Robert, would not say a word.")).isEmpty();
  }

  @Test
  void very_long_sentences_take_time_in_proportion_to_their_length() {
    String piece = "Helen Carter, 43, and his wife, Ann Roe, of London and ";
    AnalysedText analysed = Extracting.ANALYSER.analyse(Extracting.article(piece.repeat(1500)));
    List<Mention> mentions =
        EntityResolver.resolve(analysed.article().text(), NameFinder.find(analysed));
    DocumentTokens tokens = new DocumentTokens(analysed);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          MentionIndex words = new MentionIndex(tokens, mentions);
          UnambiguousPronounResolver referents =
              new UnambiguousPronounResolver(words, new Genders(tokens, mentions));
          RoleFinder.find(words, referents);
          RelationFinder.find(words, referents);
        });
  }
}
