package org.newsgraph.article.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Layout.Paragraph;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/**
 * Gives each paragraph its part. A paragraph is body unless something speaks clearly for another
 * part, since what is taken for boilerplate gives no facts.
 */
public final class LayoutFinder {
  /** What a site adds stands at the ends; deep inside only lines that nobody could mistake do. */
  private static final int EDGE = 12;

  /** A byline stands near the headline, or below the last line. */
  private static final int BYLINE_WITHIN = 6;

  private static final int BYLINE_AT_END = 4;

  private final List<Span> spans;
  private final List<String> texts;
  private final Part[] parts;

  private LayoutFinder(Text text) {
    spans = Paragraphs.of(text);
    texts = spans.stream().map(text::at).toList();
    parts = new Part[spans.size()];
    Arrays.fill(parts, Part.BODY);
  }

  public static Layout find(Text text, Optional<String> title) {
    LayoutFinder finder = new LayoutFinder(text);
    finder.boilerplate();
    finder.bylines();
    finder.heading(title);
    finder.bylineBelowHeadline();
    finder.pullQuotes();
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < finder.parts.length; i++) {
      paragraphs.add(new Paragraph(finder.spans.get(i), finder.parts[i]));
    }
    return new Layout(paragraphs);
  }

  private void boilerplate() {
    for (int i = 0; i < parts.length; i++) {
      boolean edge = i < EDGE / 2 || i >= parts.length - EDGE;
      if (Boilerplate.is(texts.get(i), edge)) {
        parts[i] = Part.BOILERPLATE;
      }
    }
    // A text that is nothing but such lines has no site around it: it is what somebody wrote.
    if (Arrays.stream(parts).noneMatch(part -> part == Part.BODY)) {
      Arrays.fill(parts, Part.BODY);
    }
  }

  private void bylines() {
    for (int i = 0; i < parts.length; i++) {
      boolean near = i < BYLINE_WITHIN || i >= parts.length - BYLINE_AT_END;
      if (near && parts.length > 1 && parts[i] == Part.BODY && Byline.isByline(texts.get(i))) {
        parts[i] = Part.BYLINE;
      }
    }
  }

  private void heading(Optional<String> title) {
    List<Integer> rest = bodies();
    if (rest.isEmpty()) {
      return;
    }
    if (title.isPresent()) {
      titled(title.get(), rest);
      return;
    }
    int first = rest.get(0);
    if (rest.size() > 2
        && first == 0
        && ArticleHeader.isPublisher(
            texts.get(0), texts.get(rest.get(1)), isBelowHeadline(rest.get(1)))) {
      parts[0] = Part.PUBLISHER;
      parts[rest.get(1)] = Part.HEADLINE;
    } else if (rest.size() > 1
        && first == 0
        && ArticleHeader.isHeadline(texts.get(0), isBelowHeadline(0), hasSentence(rest))) {
      parts[0] = Part.HEADLINE;
    }
  }

  /** The paragraph that says what the title says; above it the publisher, if that is there. */
  private void titled(String title, List<Integer> rest) {
    for (int k = 0; k < Math.min(3, rest.size()); k++) {
      if (ArticleHeader.says(title, texts.get(rest.get(k)))) {
        parts[rest.get(k)] = Part.HEADLINE;
        if (k == 1 && ArticleHeader.isPublisher(texts.get(rest.get(0)), title, true)) {
          parts[rest.get(0)] = Part.PUBLISHER;
        }
        return;
      }
    }
  }

  /** Whether what follows a paragraph is what follows a headline: a byline, a place and date. */
  private boolean isBelowHeadline(int headline) {
    for (int i = headline + 1; i < Math.min(parts.length, headline + 3); i++) {
      if (parts[i] == Part.BYLINE || ArticleHeader.isDateline(texts.get(i))) {
        return i == headline + 1 || Byline.isName(texts.get(headline + 1));
      }
    }
    return false;
  }

  /** Agencies put the bare name between the headline and the dateline. */
  private void bylineBelowHeadline() {
    for (int i = 1; i + 1 < parts.length && i < BYLINE_WITHIN; i++) {
      if (parts[i - 1] == Part.HEADLINE
          && parts[i] == Part.BODY
          && Byline.isName(texts.get(i))
          && ArticleHeader.isDateline(texts.get(i + 1))) {
        parts[i] = Part.BYLINE;
      }
    }
  }

  private void pullQuotes() {
    List<Integer> bodies = bodies();
    List<String> body = bodies.stream().map(texts::get).toList();
    PullQuotes.among(body).stream().map(bodies::get).forEach(i -> parts[i] = Part.PULL_QUOTE);
  }

  private boolean hasSentence(List<Integer> rest) {
    return rest.stream()
        .skip(1)
        .limit(EDGE)
        .map(texts::get)
        .anyMatch(text -> text.length() >= 30 && SentenceHeuristics.isFinished(text));
  }

  private List<Integer> bodies() {
    List<Integer> bodies = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] == Part.BODY) {
        bodies.add(i);
      }
    }
    return bodies;
  }
}
