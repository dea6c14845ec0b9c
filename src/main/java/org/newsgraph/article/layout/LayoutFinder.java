package org.newsgraph.article.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Layout.Paragraph;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/**
 * Determines the function of each paragraph. A paragraph is part of the body unless there is clear
 * evidence for another function, because boilerplate is not searched for facts.
 */
public final class LayoutFinder {
  /**
   * Number of paragraphs at the end of a text, and twice the number at its start, in which weaker
   * patterns for boilerplate apply. Elsewhere only unmistakable lines count as boilerplate.
   */
  private static final int EDGE = 12;

  /** Number of paragraphs at the start of a text among which a byline is searched. */
  private static final int BYLINE_WITHIN = 6;

  /** Number of paragraphs at the end of a text among which a byline is searched. */
  private static final int BYLINE_AT_END = 4;

  private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n|\\r\\s*\\r");

  private final Text text;
  private final List<Span> spans;
  private final List<String> texts;
  private final Part[] parts;

  private LayoutFinder(Text text) {
    this.text = text;
    spans = Paragraphs.of(text);
    texts = spans.stream().map(text::substring).toList();
    parts = new Part[spans.size()];
    Arrays.fill(parts, Part.BODY);
  }

  /**
   * Divides a text into paragraphs and determines the function of each.
   *
   * @param title the headline, if the metadata gives it
   */
  public static Layout find(Text text, Optional<String> title) {
    LayoutFinder finder = new LayoutFinder(text);
    finder.markBoilerplate();
    finder.markSignatures(title);
    finder.markBylines();
    finder.markHeading(title);
    finder.markBylineBelowHeadline();
    finder.markPullQuotes();
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < finder.parts.length; i++) {
      paragraphs.add(new Paragraph(finder.spans.get(i), finder.parts[i]));
    }
    return new Layout(paragraphs);
  }

  private void markBoilerplate() {
    for (int i = 0; i < parts.length; i++) {
      boolean edge = i < EDGE / 2 || i >= parts.length - EDGE;
      if (Boilerplate.isBoilerplate(texts.get(i), edge)) {
        parts[i] = Part.BOILERPLATE;
      }
    }
    // A text that consists only of such lines is not surrounded by a site's lines: it was written
    // that way.
    if (Arrays.stream(parts).noneMatch(part -> part == Part.BODY)) {
      Arrays.fill(parts, Part.BODY);
    }
  }

  private void markSignatures(Optional<String> title) {
    for (int i : Letters.signatures(texts, this::isJoined, title)) {
      if (parts[i] == Part.BODY) {
        parts[i] = Part.SIGNATURE;
      }
    }
  }

  /** Tests whether no blank line separates a paragraph from the one before it. */
  private boolean isJoined(int at) {
    int above = spans.get(at - 1).end();
    int below = spans.get(at).begin();
    Span between = new Span(above, below);
    return !BLANK_LINE.matcher(text.substring(between)).find();
  }

  private void markBylines() {
    for (int i = 0; i < parts.length; i++) {
      boolean near = i < BYLINE_WITHIN || i >= parts.length - BYLINE_AT_END;
      if (near
          && parts.length > 1
          && parts[i] == Part.BODY
          && Byline.isByline(texts.get(i))
          && !isPostCredit(i)) {
        parts[i] = Part.BYLINE;
      }
    }
  }

  /** Tests whether a paragraph names the author of an embedded post, not of the article. */
  private boolean isPostCredit(int at) {
    boolean isIndented = Indentation.isIndented(text, spans.get(at));
    return (at > 1 || isIndented)
        && PostCredit.in(texts.get(at))
            .filter(it -> isIndented || (it.dated() && texts.get(at).contains("(@")))
            .isPresent();
  }

  private void markHeading(Optional<String> title) {
    List<Integer> rest = bodies();
    if (rest.isEmpty()) {
      return;
    }
    if (title.isPresent()) {
      markTitle(title.get(), rest);
      return;
    }
    int top = 0;
    while (top < texts.size() && ArticleHeader.isAboveHeadline(texts.get(top))) {
      top++;
    }
    int first = top;
    rest = rest.stream().filter(it -> it >= first).toList();
    if (rest.size() < 2 || rest.get(0) > top) {
      return;
    }
    int second = rest.get(1);
    while (second < rest.get(rest.size() - 1) && ArticleHeader.isAboveHeadline(texts.get(second))) {
      second++;
    }
    boolean isMasthead = second > rest.get(1) && ArticleHeader.isNewspaperName(texts.get(top));
    if (rest.size() > 2
        && parts[second] == Part.BODY
        && (isMasthead
            || ArticleHeader.isPublisher(
                texts.get(top), texts.get(second), isFollowedByByline(second)))) {
      parts[top] = Part.PUBLISHER;
      markHeadline(second);
    } else if (ArticleHeader.isHeadline(
        texts.get(top), isFollowedByByline(top), hasSentence(rest))) {
      markHeadline(top);
    }
  }

  /** Marks a headline, with its second line if both are in capitals and a blank line follows. */
  private void markHeadline(int at) {
    parts[at] = Part.HEADLINE;
    int next = at + 1;
    boolean isContinued =
        next + 1 < parts.length
            && parts[next] == Part.BODY
            && isJoined(next)
            && !isJoined(next + 1)
            && SentenceHeuristics.isInCapitals(texts.get(at))
            && SentenceHeuristics.isInCapitals(texts.get(next))
            && !ArticleHeader.isAboveHeadline(texts.get(next))
            && !ArticleHeader.isDated(texts.get(next + 1));
    if (isContinued) {
      parts[next] = Part.HEADLINE;
    }
  }

  /** Marks the paragraph that repeats the title as the headline, and a publisher above it. */
  private void markTitle(String title, List<Integer> rest) {
    for (int k = 0; k < Math.min(3, rest.size()); k++) {
      if (ArticleHeader.matchesTitle(title, texts.get(rest.get(k)))) {
        parts[rest.get(k)] = Part.HEADLINE;
        if (k == 1 && ArticleHeader.isPublisher(texts.get(rest.get(0)), title, true)) {
          parts[rest.get(0)] = Part.PUBLISHER;
        }
        return;
      }
    }
  }

  /**
   * Tests whether a byline, or a place and date, follows a paragraph, as it does after a headline.
   */
  private boolean isFollowedByByline(int headline) {
    for (int i = headline + 1; i < Math.min(parts.length, headline + 3); i++) {
      if (parts[i] == Part.BYLINE || ArticleHeader.isDateline(texts.get(i))) {
        return i == headline + 1 || Byline.isName(texts.get(headline + 1));
      }
    }
    return false;
  }

  /**
   * Marks an author's name without "By" below the headline and beside the date, as agencies and
   * newspapers write it.
   */
  private void markBylineBelowHeadline() {
    if (Arrays.asList(parts).contains(Part.BYLINE)) {
      return;
    }
    boolean isHeaded = false;
    for (int i = 1; i + 1 < parts.length && i < BYLINE_WITHIN; i++) {
      isHeaded |= parts[i - 1] == Part.HEADLINE;
      if (isHeaded
          && parts[i] == Part.BODY
          && Byline.isCredit(texts.get(i))
          && !ArticleHeader.isDated(texts.get(i))
          && isBesideDate(i)) {
        parts[i] = Part.BYLINE;
        return;
      }
    }
  }

  private boolean isBesideDate(int i) {
    return ArticleHeader.isDated(texts.get(i + 1))
        || ArticleHeader.isDated(texts.get(i - 1))
        || (i + 2 < parts.length
            && ArticleHeader.isNewspaperName(texts.get(i + 1))
            && ArticleHeader.isDated(texts.get(i + 2)));
  }

  private void markPullQuotes() {
    List<Integer> bodies = bodies();
    List<String> body = bodies.stream().map(texts::get).toList();
    PullQuotes.find(body).stream().map(bodies::get).forEach(i -> parts[i] = Part.PULL_QUOTE);
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
