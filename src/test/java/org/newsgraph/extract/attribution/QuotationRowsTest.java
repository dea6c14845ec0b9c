package org.newsgraph.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Statement;

/**
 * Tests the speakers of generated quotations. The sentence of each quotation names its speaker, in
 * one of twelve forms.
 */
final class QuotationRowsTest {
  private static final double MIN_RIGHT = 0.995;

  /** Confidence from which no speaker may be wrong. */
  private static final double SURE = 0.8;

  private static final List<String> NAMES =
      List.of(
          "Ivo Tanner",
          "Petra Lund",
          "Hugo Stent",
          "Olga Farr",
          "Rolf Amsel",
          "Ida Brandt",
          "Nina Holm",
          "Karl Moll",
          "Lena Roth",
          "Jan Vogel",
          "Amara Diallo",
          "Kofi Boateng",
          "Priya Raman",
          "Takeshi Mori",
          "Carmen Ruiz",
          "Pedro Salas",
          "Fatima Haddad",
          "Omar Nasser",
          "Ingrid Dahl",
          "Viktor Pavlenko");

  private static final List<String> ROLES =
      List.of(
          "a retired baker",
          "an engineer",
          "a glazier",
          "the head of the harbour board",
          "who lives nearby",
          "a teacher at the local school",
          "an architect from the valley");

  private static final List<String> QUOTES =
      List.of(
          "It looks like a shoebox and it cost a fortune",
          "My daughters go there every day after school",
          "Nobody in our street was told about it",
          "The roof will leak within ten years",
          "We found the money in the end",
          "They never asked the people who use it",
          "Every child must learn to swim",
          "The old bridge was about to fall",
          "I will not pay a cent for this",
          "This is the best thing that has happened to the town",
          "The noise keeps us awake at night",
          "You cannot trust a word of that report",
          "There was no other way to save the school",
          "I was against it from the first day",
          "We shall see who was right");

  private static final List<String> FILLERS =
      List.of(
          "The library was built in 1972.",
          "The council will vote on the plan in May.",
          "Work on the new building took two years.",
          "Some shops in the main street have closed since then.");

  /** A form: N is the name, R the role, Q the quotation. */
  private static final List<String> FORMS =
      List.of(
          "“Q,” said N.",
          "“Q,” N said.",
          "“Q,” said N, R.",
          "“Q,” N, R, said.",
          "N said: “Q.”",
          "N said, “Q.”",
          "“Q,” N told the reporter.",
          "“Q,” N added.",
          "“Q,” explained N.",
          "“Q!” said N.",
          "N, R, said: “Q.”",
          "“Q,” N complained on Tuesday.");

  private record Quote(String speaker, String words) {}

  private record Generated(String text, List<Quote> quotes) {}

  private static Generated generate(Random random) {
    List<String> speakers = new ArrayList<>(NAMES);
    Collections.shuffle(speakers, random);
    speakers = speakers.subList(0, 2 + random.nextInt(7));
    List<String> words = new ArrayList<>(QUOTES);
    Collections.shuffle(words, random);
    List<Quote> quotes = new ArrayList<>();
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add("Residents spoke about the new library on Sunday, two days before it opens.");
    int number = 4 + random.nextInt(8);
    for (int i = 0; i < number; i++) {
      if (random.nextInt(6) == 0) {
        paragraphs.add(FILLERS.get(random.nextInt(FILLERS.size())));
      }
      Quote quote = new Quote(speakers.get(random.nextInt(speakers.size())), words.get(i));
      quotes.add(quote);
      String form = FORMS.get(random.nextInt(FORMS.size()));
      paragraphs.add(
          form.replace("R", ROLES.get(random.nextInt(ROLES.size())))
              .replace("N", quote.speaker)
              .replace("Q", quote.words));
    }
    return new Generated(
        layout(random).apply(marks(random).apply(String.join("\n\n", paragraphs))), quotes);
  }

  private static UnaryOperator<String> marks(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> text -> text;
      case 1 -> text -> text.replaceAll("[“”]", "\"");
      default -> text -> text.replace('“', '‘').replace('”', '’');
    };
  }

  private static UnaryOperator<String> layout(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> text -> text;
      case 1 -> text -> text + "\n";
      default -> text -> text + "\n\n\n";
    };
  }

  private static void assertSpeakersRight(int quotations) {
    Random random = new Random(26);
    int asked = 0;
    List<String> wrong = new ArrayList<>();
    while (asked < quotations) {
      Generated article = generate(random);
      List<Statement> found = Extracting.statements(article.text);
      for (Quote quote : article.quotes) {
        asked++;
        List<Statement> holding =
            found.stream().filter(it -> it.content().contains(quote.words)).toList();
        boolean right =
            holding.size() == 1
                && Extracting.speaker(holding.get(0)).orElse("").equals(quote.speaker)
                && article.quotes.stream()
                        .filter(it -> holding.get(0).content().contains(it.words))
                        .count()
                    == 1;
        if (!right) {
          wrong.add(
              quote
                  + " -> "
                  + holding.stream()
                      .map(
                          it -> Extracting.speaker(it) + " " + it.confidence() + " " + it.content())
                      .collect(Collectors.joining("; "))
                  + "\n"
                  + article.text);
        }
        assertThat(holding)
            .filteredOn(it -> it.confidence() >= SURE)
            .allSatisfy(
                it -> assertThat(Extracting.speaker(it)).as(article.text).hasValue(quote.speaker));
      }
    }
    assertThat(1 - wrong.size() / (double) asked)
        .as("%d of %d wrong:%n%s", wrong.size(), asked, String.join("\n\n", wrong))
        .isGreaterThanOrEqualTo(MIN_RIGHT);
  }

  @Test
  void each_of_two_hundred_quotations_is_of_the_one_its_sentence_names() {
    assertSpeakersRight(200);
  }

  @Test
  @Tag("full")
  void so_it_is_with_two_thousand_quotations() {
    assertSpeakersRight(2000);
  }
}
