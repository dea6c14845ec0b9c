package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.article.Span;
import org.newsgraph.text.Label;
import org.newsgraph.text.Marks;
import org.newsgraph.text.Tag;
import org.newsgraph.text.Token;

/** Each example has the labelled names in brackets, and what the first is mended to. */
class NameBoundsTest {
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

  private static String mended(String labelled) {
    List<Token> tokens = tokens(labelled);
    int first = 0;
    while (tokens.get(first).label() == Label.NONE) {
      first++;
    }
    int last = first;
    while (tokens.get(last + 1).label() != Label.NONE && !tokens.get(last + 1).beginsName()) {
      last++;
    }
    Run name = NameBounds.mend(tokens, new Run(first, last), EntityType.ORGANISATION);
    return tokens.subList(name.first(), name.last() + 1).stream()
        .map(Token::word)
        .collect(Collectors.joining(" "));
  }

  private static List<Token> tokens(String marked) {
    List<Token> tokens = new ArrayList<>();
    boolean within = false;
    int at = 0;
    for (String part : marked.split(" ", -1)) {
      boolean begins = part.startsWith("[");
      within |= begins;
      String word = part.replaceAll("[\\[\\]]", "");
      tokens.add(
          new Token(
              new Span(at, at + word.length()),
              word,
              Tag.OTHER,
              within ? Label.ORGANISATION : Label.NONE,
              begins,
              1,
              Marks.NONE));
      at += word.length() + 1;
      within &= !part.endsWith("]");
    }
    return tokens;
  }
}
