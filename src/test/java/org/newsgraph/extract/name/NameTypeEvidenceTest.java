package org.newsgraph.extract.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.article.Span;
import org.newsgraph.extract.EntityType;
import org.newsgraph.text.AttributionScores;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Token;

/** Tests examples with one name in brackets, which starts with the network's type and a colon. */
class NameTypeEvidenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the [ORGANISATION:Bank of Norcod] ( BoN ) has | BoN",
        "the [ORGANISATION:Union of Dockers of NC] ( Udonc ) says | Udonc",
        "the newspaper [PERSON:Dagen Norcod] wrote | Dagen Norcod",
        "the organisation \" [PERSON:Havnen] \" said | Havnen"
      })
  void an_acronym_in_parentheses_and_an_apposition_tell_an_organisation(String text, String name) {
    assertThat(types(text)).containsExactly(Map.entry(name, EntityType.ORGANISATION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at [PERSON:Barhavn] district on | Barhavn",
        "from the province of [PERSON:El Norcod] with | El Norcod",
        "a trip to the sea in [PERSON:Norcod] today | Norcod"
      })
  void what_stands_beside_a_name_tells_a_place(String text, String name) {
    assertThat(types(text)).containsExactly(Map.entry(name, EntityType.PLACE));
  }

  @Test
  void faith_in_a_person_and_a_full_name_make_no_place() {
    assertThat(types("they have faith in [PERSON:Novak] today")).isEmpty();
    assertThat(types("the company [PERSON:Helen Roe] founded")).isEmpty();
    assertThat(types("the [PERSON:John Roe] town hall")).isEmpty();
    assertThat(types("an ally in Mr [PERSON:Roe] , and in [PERSON:Roe] today")).isEmpty();
    assertThat(types("[PERSON:Ada Novak] came . Papers in [PERSON:Novak] hands")).isEmpty();
  }

  /**
   * Returns the types of the names whose type differs from the labelled one, and of the acronyms.
   */
  private static Map<String, EntityType> types(String marked) {
    List<Token> tokens = new ArrayList<>();
    List<DetectedName> names = new ArrayList<>();
    EntityType type = null;
    int begin = 0;
    int at = 0;
    StringBuilder text = new StringBuilder();
    for (String part : marked.split(" ", -1)) {
      String word = part;
      if (word.startsWith("[")) {
        type = EntityType.valueOf(word.substring(1, word.indexOf(':')));
        word = word.substring(word.indexOf(':') + 1);
        begin = at;
      }
      boolean ends = word.endsWith("]");
      word = ends ? word.substring(0, word.length() - 1) : word;
      Span span = new Span(at, at + word.length());
      tokens.add(
          new Token(
              span, word, PartOfSpeech.OTHER, EntityLabel.NONE, false, 1, AttributionScores.NONE));
      text.append(word).append(' ');
      at += word.length() + 1;
      if (ends) {
        Span name = new Span(begin, span.end());
        names.add(new DetectedName(name, text.substring(name.begin(), name.end()), type, 1));
      }
    }
    NameTypeEvidence evidence = NameTypeEvidence.of(List.of(tokens), names);
    Map<String, EntityType> types = new HashMap<>(evidence.acronyms());
    for (DetectedName name : names) {
      EntityType told = evidence.withType(name).type();
      if (told != name.type()) {
        types.put(name.text(), told);
      }
    }
    return types;
  }
}
