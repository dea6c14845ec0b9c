package org.newsgraph.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementKind;

/** Contents and quoted texts; the parts of a content are in square brackets. */
class CitableTextTest {
  private record Cited(String content, Optional<String> quoted) {}

  private static Cited cited(String marked) {
    StringBuilder text = new StringBuilder();
    List<Span> parts = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < marked.length(); i++) {
      char character = marked.charAt(i);
      if (character == '[') {
        begin = text.length();
      } else if (character == ']') {
        parts.add(new Span(begin, text.length()));
      } else {
        text.append(character);
      }
    }
    DocumentTokens tokens =
        new DocumentTokens(Extracting.ANALYSER.analyse(Extracting.article(text.toString())));
    CitableText citable = new CitableText(tokens);
    StatementKind kind = StatementKinds.of(tokens, parts);
    return new Cited(citable.content(parts), citable.quoted(parts, kind));
  }

  @Test
  void the_comma_before_the_attribution_is_not_part_of_the_text() {
    for (String marks : List.of("“”", "‘’", "\"\"", "''", "«»")) {
      String open = marks.substring(0, 1);
      String close = marks.substring(1);
      assertThat(cited("[" + open + "I lost my tent," + close + "] said Ann Roe."))
          .isEqualTo(new Cited(open + "I lost my tent" + close, Optional.of("I lost my tent")));
    }
  }

  @Test
  void a_full_stop_and_other_marks_stay() {
    assertThat(cited("[“I lost my tent.”] Ann Roe laughed.").quoted()).contains("I lost my tent.");
    assertThat(cited("[“Where is it?”] asked Ann Roe.").content()).isEqualTo("“Where is it?”");
  }

  @Test
  void an_ellipsis_stands_for_the_narrator_between_two_parts() {
    assertThat(cited("[“I lost my tent,”] Ann Roe said, [“and my boots.”]"))
        .isEqualTo(
            new Cited(
                "“I lost my tent” … “and my boots.”",
                Optional.of("I lost my tent … and my boots.")));
    assertThat(cited("[Nobody], Ann Roe said, [had seen her tent]."))
        .isEqualTo(new Cited("Nobody … had seen her tent", Optional.empty()));
  }

  @Test
  void a_quotation_over_paragraphs_is_one_text() {
    assertThat(cited("Ann Roe said: [“I lost my tent.\n\n“I lost\nmy boots.”]"))
        .isEqualTo(
            new Cited(
                "“I lost my tent. I lost my boots.”",
                Optional.of("I lost my tent. I lost my boots.")));
  }

  @Test
  void a_quotation_inside_another_keeps_its_marks() {
    assertThat(cited("[“He said ‘never’ to me,”] said Ann Roe."))
        .isEqualTo(new Cited("“He said ‘never’ to me”", Optional.of("He said ‘never’ to me")));
    assertThat(cited("[“He told me, ‘never,’”] said Ann Roe.").quoted())
        .contains("He told me, ‘never’");
  }

  @Test
  void the_quoted_text_of_a_mixed_statement_is_that_in_quotation_marks() {
    assertThat(cited("Ann Roe said [her tent was “old” and her boots were “new,”] and left."))
        .isEqualTo(
            new Cited("her tent was “old” and her boots were “new”", Optional.of("old … new")));
  }

  @Test
  void a_missing_closing_mark_is_added_to_the_content() {
    assertThat(cited("Ann Roe said: [“I lost my tent.]"))
        .isEqualTo(new Cited("“I lost my tent.”", Optional.of("I lost my tent.")));
  }

  @Test
  void a_closing_mark_without_an_opening_one_is_dropped() {
    assertThat(cited("[I lost my tent.”] Ann Roe laughed.").content()).isEqualTo("I lost my tent.");
  }

  @Test
  void a_conjunction_that_leads_on_is_not_part_of_the_text() {
    assertThat(cited("Ann Roe wanted [a tent for each guest; and] left.").content())
        .isEqualTo("a tent for each guest");
    assertThat(cited("Ann Roe said [and her boots were new].").content())
        .isEqualTo("her boots were new");
  }

  @Test
  void the_context_is_the_sentences_of_content_cue_and_source() {
    String text =
        "It rained. “I lost my tent. I lost my boots,” Ann Roe said on Monday. She laughed.";
    Statement found = Extracting.statement(text);
    assertThat(new Text(text).substring(found.context()))
        .isEqualTo("“I lost my tent. I lost my boots,” Ann Roe said on Monday.");
  }
}
