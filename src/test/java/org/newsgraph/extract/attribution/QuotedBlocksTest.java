package org.newsgraph.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.format.FormatDetectingReader;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementKind;

/** Tests posts of social networks and block quotations, which have no quotation marks. */
final class QuotedBlocksTest {
  private static final String NEWS =
      "The council shut the quay on Tuesday after a crack was found. Greta Moore, the director of the"
          + " port, answered online.\n\n";

  private static List<String> direct(String text) {
    return Extracting.statements(text).stream()
        .filter(it -> it.kind() == StatementKind.DIRECT)
        .map(it -> Extracting.speaker(it).orElse("-") + ": " + it.quotedText().orElse(""))
        .toList();
  }

  @Test
  void a_post_is_a_direct_statement_of_its_author_on_its_date() {
    Statement post =
        Extracting.statement(
            NEWS
                + "The port is closed. Stay away from it! pic.twitter.com/x1y2 — Greta Moore (@gmoore)"
                + " May 7, 2024\n\nShops stayed open.");
    assertThat(post.kind()).isEqualTo(StatementKind.DIRECT);
    assertThat(post.content()).isEqualTo("The port is closed. Stay away from it!");
    assertThat(post.quotedText()).contains("The port is closed. Stay away from it!");
    assertThat(Extracting.speaker(post)).contains("Greta Moore");
    assertThat(post.cue()).isEmpty();
    assertThat(post.saidOn())
        .hasValueSatisfying(it -> assertThat(it.value()).isEqualTo(LocalDate.of(2024, 5, 7)));
  }

  @Test
  void the_author_of_a_post_may_be_named_in_a_line_below_or_above_it() {
    assertThat(
            direct(
                NEWS
                    + "The port is closed.\n\n— Greta Moore (@gmoore) May 7, 2024\n\nShops stayed"
                    + " open."))
        .containsExactly("Greta Moore: The port is closed.");
    assertThat(
            direct(
                NEWS + "Greta Moore @gmoore · May 7\n\nThe port is closed.\n\nShops stayed open."))
        .containsExactly("Greta Moore: The port is closed.");
    assertThat(
            direct(
                NEWS
                    + "    The port is closed.\n\n    Posted by Greta Moore on Tuesday, May 7,"
                    + " 2024\n\nShops stayed open."))
        .containsExactly("Greta Moore: The port is closed.");
  }

  @Test
  void posts_in_a_row_have_their_own_authors() {
    assertThat(
            direct(
                NEWS
                    + "    The port is closed.\n\n    — Greta Moore (@gmoore) May 7, 2024\n\n"
                    + "    The wall was old.\n\n    Nobody repaired it.\n\n"
                    + "    — Simon Barlow (@sbarlow) May 8, 2024\n\nShops stayed open."))
        .containsExactly(
            "Greta Moore: The port is closed.",
            "Simon Barlow: The wall was old. Nobody repaired it.");
  }

  @Test
  void a_web_page_gives_the_statements_of_its_embedded_posts_and_block_quotations() {
    String filler = "<p>" + "The ferries used the northern quay on that day. ".repeat(4) + "</p>";
    String page =
        """
        <!DOCTYPE html><html><head><title>Quay shut</title></head><body><article><h1>Quay shut</h1>
        %1$s<p>The director, Greta Moore, and the mayor, Simon Barlow, answered online.</p>
        <blockquote class="twitter-tweet"><p>The port is closed. <a href="https://t.co/a">pic.twitter.com/a</a>
        </p>&mdash; Greta Moore (@gmoore) <a href="https://twitter.com/1">May 7, 2024</a></blockquote>%1$s
        <blockquote class="bluesky-embed"><p>The wall was old.<br><br><a href="#">[image or embed]</a></p>
        &mdash; Simon Barlow (<a href="#">@barlow.example</a>) <a href="#">May 6, 2024 at 9:12 AM</a>
        </blockquote>%1$s
        <div class="fb-post"><blockquote><p>I will resign, as I have always promised you, if the old wall falls into the sea.</p>Posted by <a href="#">Greta Moore</a>
        on&nbsp;<a href="#">Monday, May 6, 2024</a></blockquote></div>%1$s
        <p>In a statement, the Dockers’ Union said:</p>
        <blockquote><p>We will not accept this.</p><p>We have families.</p></blockquote>%1$s
        <blockquote><p>The sea takes what it wants.</p><footer>— <cite>Ola Brandt</cite></footer>
        </blockquote>%1$s</article></body></html>
        """
            .formatted(filler);
    Source source =
        new Source(
            "page.html",
            "page.html",
            () -> new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    Article article =
        new FormatDetectingReader(20_000)
            .read(source, new Problems(it -> {}))
            .findFirst()
            .orElseThrow();
    assertThat(direct(article.text().toString()))
        .containsExactly(
            "Greta Moore: The port is closed.",
            "Simon Barlow: The wall was old.",
            "Greta Moore: I will resign, as I have always promised you, if the old wall falls into"
                + " the sea.",
            "Dockers’ Union: We will not accept this. We have families.",
            "Ola Brandt: The sea takes what it wants.");
  }

  @Test
  void an_indented_block_is_a_statement_of_the_one_who_introduces_it() {
    assertThat(
            direct(
                NEWS
                    + "In a statement, the Dockers’ Union said:\n\n    We will not accept this.\n\n"
                    + "    We have families to feed.\n\nShops stayed open on Wednesday.\n\n"
                    + "Moore wrote on Facebook:\n\n    I am as angry as you are.\n\nIt rained."))
        .containsExactly(
            "Dockers’ Union: We will not accept this. We have families to feed.",
            "Greta Moore: I am as angry as you are.");
  }

  @Test
  void the_paragraph_after_a_block_does_not_continue_it() {
    assertThat(
            Extracting.statements(
                NEWS
                    + "Moore wrote on Facebook:\n\n    The port is closed until further notice.\n\n"
                    + "Shops nearby stayed open on Wednesday."))
        .extracting(Statement::content)
        .containsExactly("The port is closed until further notice.");
  }

  @Test
  void a_signature_names_the_speaker_of_a_block() {
    assertThat(
            direct(
                NEWS
                    + "    The sea takes what it wants.\n\n    — Ola Brandt, fisherman\n\nIt rained."))
        .containsExactly("Ola Brandt: The sea takes what it wants.");
  }

  @Test
  void indented_paragraphs_alone_are_no_statement() {
    assertThat(Extracting.statements(NEWS + "    Two cups of flour\n\n    One egg\n\nIt rained."))
        .isEmpty();
    assertThat(
            direct(
                "    Masons began the wall in 1871.\n\n    It was built of granite.\n\n    It is"
                    + " listed."))
        .isEmpty();
  }

  @Test
  void a_reporter_with_a_handle_is_no_author_of_a_post() {
    assertThat(
            direct(
                "Jane Roe @janeroe\n\nThe council shut the quay on Tuesday after a crack was found."))
        .isEmpty();
  }
}
