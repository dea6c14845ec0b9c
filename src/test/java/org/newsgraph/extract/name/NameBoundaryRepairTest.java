package org.newsgraph.extract.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.article.Span;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.AttributionScores;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Token;

/** Tests examples with the labelled names in brackets, and the expected first name. */
class NameBoundaryRepairTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "the [University of] [North Harbour] = University of North Harbour",
        "the [Coalition for] the [Homeless] , which = Coalition for the Homeless",
        "the [Centre for] [Marine Policy of Leeds] said = Centre for Marine Policy of Leeds",
        "the [Centre for Media and] [Public Affairs] found = Centre for Media and Public Affairs",
        "by [The Centre for] [Marine Policy] in = The Centre for Marine Policy"
      })
  void a_name_that_ends_in_a_preposition_goes_on(String labelled, String name) {
    assertThat(mended(labelled)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "the [Harbour Press and] television networks = Harbour Press",
        "the [Fishery Ministry for] [Norcod] to sign = Fishery Ministry",
        "the [Harbour Institute and] [Norcod Institution] say = Harbour Institute",
        "the [Institute of Technology in] northern Leeds = Institute of Technology"
      })
  void where_it_cannot_go_on_it_ends_before_the_preposition(String labelled, String name) {
    assertThat(mended(labelled)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "to [Moon Jae]_-_in today = Moon Jae-in",
        "an old [Bill Clinton]_-_era law = Bill Clinton",
        "Minister U_._[Khurelsukh] received = U.Khurelsukh",
        "the [Tr’ondëk Hwëch]_’_in people = Tr’ondëk Hwëch’in",
        "when [Brendan Cox]_’_s wife = Brendan Cox"
      })
  void a_persons_name_ends_and_begins_with_a_whole_word(String labelled, String name) {
    assertThat(mended(labelled, EntityLabel.PERSON)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "the Carcross_/_[Tagish] First Nation in = Carcross/Tagish First Nation",
        "while C_/_[TFN] says = C/TFN",
        "by [Office of the] Attorney_-_General said = Office of the Attorney-General",
        "the [School of Law of the] [University of Leeds] = School of Law"
      })
  void an_organisations_name_is_whole(String labelled, String name) {
    assertThat(mended(labelled)).isEqualTo(name);
  }

  private static String mended(String labelled) {
    return mended(labelled, EntityLabel.ORGANISATION);
  }

  private static String mended(String labelled, EntityLabel label) {
    List<Token> tokens = tokens(labelled, label);
    int first = 0;
    while (tokens.get(first).label() == EntityLabel.NONE) {
      first++;
    }
    int last = first;
    while (tokens.get(last + 1).label() != EntityLabel.NONE && !tokens.get(last + 1).beginsName()) {
      last++;
    }
    TokenRange name =
        NameBoundaryRepair.repair(
            tokens, new TokenRange(first, last), EntityType.valueOf(label.name()));
    StringBuilder words = new StringBuilder(tokens.get(name.first()).word());
    for (int at = name.first() + 1; at <= name.last(); at++) {
      boolean glued = tokens.get(at - 1).touches(tokens.get(at));
      words.append(glued ? "" : " ").append(tokens.get(at).word());
    }
    return words.toString();
  }

  /** Returns the tokens of a text: separated by spaces, or by underscores if they touch. */
  private static List<Token> tokens(String marked, EntityLabel label) {
    List<Token> tokens = new ArrayList<>();
    boolean within = false;
    int at = 0;
    for (String part : marked.split("(?<=[ _])", -1)) {
      boolean touches = part.endsWith("_");
      boolean begins = part.startsWith("[");
      within |= begins;
      String word = part.replaceAll("[\\[\\] _]", "");
      tokens.add(
          new Token(
              new Span(at, at + word.length()),
              word,
              PartOfSpeech.OTHER,
              within ? label : EntityLabel.NONE,
              begins,
              1,
              AttributionScores.NONE));
      at += word.length() + (touches ? 0 : 1);
      within &= !part.contains("]");
    }
    return tokens;
  }
}
