package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Text;
import org.newsgraph.corpus.MadeUpCorpus;

/**
 * Tests that line breaks, as inserted by mail programs, archives and PDF files, do not change the
 * extraction.
 */
final class LineEndsTest {
  /** Number of synthetic articles in each test, and in those of the full profile. */
  private static final int FEW = 15;

  private static final int MANY = 200;

  /** Findings of the unchanged articles, which all tests compare with. */
  private static final Map<String, Findings> UNCHANGED = new HashMap<>();

  /** Extracted facts without offsets, which change when characters are added or removed. */
  private record Findings(List<String> statements, List<String> names) {
    static Findings of(String text) {
      Extraction found = Extracting.from(text);
      Text read = found.article().text();
      List<String> statements = new ArrayList<>();
      for (Statement it : found.statements()) {
        statements.add(it.kind() + " " + Extracting.speaker(it) + ": " + it.content());
        assertThat(letters(it.content())).isEqualTo(letters(text(read, it)));
      }
      List<String> names = new ArrayList<>();
      for (Mention it : found.mentions()) {
        names.add(it.type() + " " + it.entity().name());
        assertThat(it.text()).isEqualTo(read.substring(it.span()));
      }
      return new Findings(statements, names);
    }

    private static String text(Text text, Statement statement) {
      return statement.parts().stream().map(text::substring).collect(Collectors.joining());
    }

    private static String letters(String text) {
      return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }
  }

  private static Stream<String> articles(int number) throws IOException {
    String sample;
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      sample =
          Files.readString(files.filter(it -> it.toString().endsWith(".txt")).findFirst().get());
    }
    return Stream.concat(
        Stream.of(sample),
        new MadeUpCorpus(number).all().map(it -> it.article().text().toString()));
  }

  private static void assertSame(int articles, UnaryOperator<String> change) throws IOException {
    for (String article : articles(articles).toList()) {
      assertThat(Findings.of(change.apply(article))).as(article).isEqualTo(unchanged(article));
    }
  }

  private static Findings unchanged(String article) {
    return UNCHANGED.computeIfAbsent(article, Findings::of);
  }

  /** Breaks the lines of each paragraph at spaces, to a maximum width if possible. */
  private static String wrapped(String text, int width) {
    return text.lines().map(line -> wrappedLine(line, width)).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String wrappedLine(String line, int width) {
    StringBuilder wrapped = new StringBuilder();
    int length = 0;
    for (String word : line.split(" ", -1)) {
      boolean fits = length == 0 || length + 1 + word.length() <= width;
      wrapped.append(length == 0 ? "" : fits ? " " : "\n").append(word);
      length = fits ? length + (length == 0 ? 0 : 1) + word.length() : word.length();
    }
    return wrapped.toString();
  }

  private static void assertStraightMarksAreCurlyOnes(int articles) throws IOException {
    UnaryOperator<String> straight = text -> text.replaceAll("[“”]", "\"").replaceAll("[‘’]", "'");
    for (String article : articles(articles).skip(1).toList()) {
      Findings curly = unchanged(article);
      assertThat(Findings.of(straight.apply(article)))
          .as(article)
          .isEqualTo(
              new Findings(
                  curly.statements.stream().map(straight).toList(),
                  curly.names.stream().map(straight).toList()));
    }
  }

  @Test
  void lines_wrapped_at_40_characters_change_nothing() throws IOException {
    assertSame(FEW, text -> wrapped(text, 40));
  }

  @Test
  void lines_wrapped_at_72_characters_change_nothing() throws IOException {
    assertSame(FEW, text -> wrapped(text, 72));
  }

  @Test
  void a_missing_or_an_extra_line_end_at_the_end_changes_nothing() throws IOException {
    assertSame(FEW, String::stripTrailing);
    assertSame(FEW, text -> text + "\n\n\n");
  }

  @Test
  void straight_marks_give_what_curly_ones_give() throws IOException {
    assertStraightMarksAreCurlyOnes(FEW);
  }

  @Test
  @Tag("full")
  void neither_line_ends_nor_straight_marks_change_anything_in_many_articles() throws IOException {
    assertSame(MANY, text -> wrapped(text, 40));
    assertSame(MANY, text -> wrapped(text, 72));
    assertSame(MANY, String::stripTrailing);
    assertSame(MANY, text -> text + "\n\n\n");
    assertStraightMarksAreCurlyOnes(MANY);
  }

  @Test
  void a_word_that_a_line_end_divides_is_read_as_one() {
    String article =
        """
        The report on the flood defence was shown to the whole town on Fri-
        day evening. Ada Novak, the mayor of Dunmore, told the assembled re-
        porters that the government had “promised far more than it had ever
        been willing to pay” for the works, and that the work on the har-
        bour would begin without any of that money. The mayor said the vice-
        chairman of the committee had known it since March.
        """;
    assertThat(Extracting.statements(article))
        .anySatisfy(it -> assertThat(it.content()).contains("the work on the harbour would"))
        .anySatisfy(it -> assertThat(it.content()).contains("vice-chairman"));
  }

  @Test
  @Tag("full")
  void a_long_text_of_divided_words_is_read_in_time_that_grows_with_its_length() {
    String text =
        IntStream.range(0, 20_000).mapToObj(i -> "wor-\nd" + i).collect(Collectors.joining(" "));
    assertThat(Extracting.from(text).statements()).isEmpty();
  }
}
