package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.newsgraph.article.ArticleReader;

class AuthorNoteTest {
  private static final String BODY =
      """
      <p>I took the first train to the coast, which the council of Felpersham reopened.</p>
      <p>Trains had not run there since the winter of 1963, when the viaduct was unsafe.</p>""";
  private static final String NOTE = "Elizabeth Pargetter reports on transport for the Light.";

  @Test
  void a_note_on_the_author_below_the_text_is_kept() {
    assertThat(text("<div class=bottom><p>" + NOTE + "</p></div>")).endsWith(NOTE);
  }

  @Test
  void a_note_without_a_full_stop_is_kept() {
    assertThat(text("<p>ELIZABETH PARGETTER IS AN EDITOR</p>")).endsWith("IS AN EDITOR");
  }

  @Test
  void names_alone_are_not_a_note() {
    assertThat(text("<p>Elizabeth Pargetter, Lewis Carmichael</p>")).endsWith("unsafe.");
  }

  @Test
  void a_note_in_a_box_or_far_below_is_left_out() {
    assertThat(text("<div class=author-bio><p>" + NOTE + "</p></div>")).endsWith("unsafe.");
    assertThat(text("<p>Baker wins</p>".repeat(9) + NOTE)).endsWith("unsafe.");
  }

  private static String text(String below) {
    String authors =
        "<meta name=author content='Elizabeth Pargetter and Lewis Carmichael'><title>Trains</title>";
    String page = "<html><head>%s</head><body><h1>Trains</h1><article>%s%s</article></body></html>";
    return ReadResult.of(
            new FormatDetectingReader(ArticleReader.MAX_LENGTH),
            "page.html",
            "<!DOCTYPE html>"
                + page.formatted(authors, "<div class=body>" + BODY + "</div>", below))
        .article()
        .text()
        .toString();
  }
}
