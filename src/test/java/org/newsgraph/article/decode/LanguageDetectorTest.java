package org.newsgraph.article.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;

class LanguageDetectorTest {
  private static final String ENGLISH =
      "The mayor said on Monday that the bridge would be closed until the spring. She told the"
          + " council that its arches had been damaged by the flood and that they were not safe.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Der Bürgermeister sagte am Montag, dass die Brücke bis zum Frühjahr geschlossen bleibe. Die Flut habe ihre Bögen beschädigt, und niemand wisse, wann sie wieder befahren werden könne.
          fr | Le maire a déclaré lundi que le pont resterait fermé jusqu’au printemps. La crue a endommagé ses arches, et personne ne sait quand les voitures pourront de nouveau y passer.
          es | El alcalde dijo el lunes que el puente permanecerá cerrado hasta la primavera. La riada dañó sus arcos y nadie sabe cuándo podrán volver a pasar los coches por él.
          sv | Borgmästaren sade på måndagen att bron förblir stängd till våren. Översvämningen har skadat dess valv, och ingen vet när bilarna kan köra över den igen eller vad det kostar.
          """)
  void another_language_is_known_by_its_words_whatever_is_said_of_it(String code, String text) {
    assertThat(LanguageDetector.detect(text)).contains(code);
    assertThat(told(text, Optional.of("en")).metadata().language()).contains(code);
    assertThat(told(text, Optional.empty()).metadata().isEnglish()).isFalse();
  }

  @Test
  void english_is_english_whatever_is_said_of_it() {
    assertThat(told(ENGLISH, Optional.of("de")).metadata().language()).contains("en");
    assertThat(told(ENGLISH, Optional.of("en-GB")).metadata().language()).contains("en-GB");
    assertThat(told(ENGLISH, Optional.empty()).metadata().language()).isEmpty();
  }

  @Test
  void a_list_of_names_and_a_few_words_are_what_they_are_said_to_be() {
    String results =
        "Ambridge 3 Penny Hassett 1. Felpersham United 2 Borchester Town 2. Darrington Rovers 0"
            + " Edgeley Athletic 4. Loxley Barrett 1 Hollerton Junction 1. Waterley Cross 2";
    assertThat(told(results, Optional.of("en")).metadata().isEnglish()).isTrue();
    String dutch =
        """
        SOCCER - DUTCH SECOND DIVISION RESULTS.

        VV Zutphen 18 13 3 2 52 14 42
        Volendaal 17 11 3 3 29 20 36
        Rijnstroom Tilburg 18 10 4 4 28 15 34
        Waterkant Enschede 18 9 3 6 29 22 30
        Graafland Doetinchem 18 8 5 5 30 20 29
        Oranje Groningen 17 8 2 7 20 22 26
        Sparta Roermond 18 7 4 7 25 25 25
        Heerenstein 18 6 6 6 24 24 24
        Noorderkwartier Alkmaar 18 5 5 8 20 28 20
        Willem Zeven Breda 17 4 6 7 18 26 18
        """;
    assertThat(told(dutch, Optional.empty()).metadata().isEnglish()).isTrue();
    assertThat(told("Guten Morgen", Optional.of("de")).metadata().language()).contains("de");
    assertThat(told("Guten Morgen", Optional.empty()).metadata().isEnglish()).isTrue();
  }

  private static Article told(String text, Optional<String> language) {
    Optional<String> none = Optional.empty();
    return LanguageDetector.withDetectedLanguage(
        new Article(
            "a", new Text(text), new Metadata(none, List.of(), none, none, none, language)));
  }
}
