package org.newsgraph.extract.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.extract.TokenRange;

/**
 * Formats the words of a statement so that they can be cited without their context.
 *
 * <table>
 * <caption>Content and quoted text</caption>
 * <tr><td>“A,” she said, “and B.”</td><td>“A” … “and B.”</td><td>A … and B.</td></tr>
 * <tr><td>“A. ¶ “B,” she said.</td><td>“A. B”</td><td>A. B</td></tr>
 * <tr><td>She said it was “bad”.</td><td>it was “bad”</td><td>bad</td></tr>
 * <tr><td>It was, she said, over.</td><td>It was … over</td><td>–</td></tr>
 * </table>
 */
public final class CitableText {
  private static final String ELLIPSIS = " … ";

  private static final String OPENING_MARKS = "“‘«„‚‹»\"'";

  /** Closing mark for the opening mark at the same position of {@link #OPENING_MARKS}. */
  private static final String CLOSING_MARKS = "”’»“‘›«\"'";

  /** A comma or semicolon before the closing marks leads to the attribution: “Q,” X said. */
  private static final Pattern ATTRIBUTION_COMMA =
      Pattern.compile("\\s*[,;]\\s*(?=[”’»“‘›«\"']*$)");

  private static final Pattern LOOSE_BEGIN = Pattern.compile("^(?:and|but)\\s+(?=\\S)");

  private static final Pattern LOOSE_END =
      Pattern.compile("(?<=[\\p{L}\\p{N}”’\"'%)])\\s*[,;:–—]*(?:\\s+(?:and|but|or))?\\s*$");

  private final DocumentTokens tokens;

  public CitableText(DocumentTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Returns the content of a statement, with its quotation marks and without the attribution. An
   * ellipsis replaces the narrator's words between two parts.
   *
   * @param parts parts of the content, in reading order
   */
  public String content(List<Span> parts) {
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        content.append(hasWordBetween(parts.get(i - 1), parts.get(i)) ? ELLIPSIS : " ");
      }
      content.append(part(parts.get(i), i == 0));
    }
    return withoutUnopenedMark(content.toString());
  }

  private String part(Span span, boolean first) {
    TokenRange range = tokens.range(span);
    String text = withoutComma(withClosingMark(text(span), span, range));
    if (tokens.word(range.last()).isUnquoted()) {
      text = LOOSE_END.matcher(text).replaceFirst("");
    }
    return first && tokens.word(range.first()).isUnquoted()
        ? LOOSE_BEGIN.matcher(text).replaceFirst("")
        : text;
  }

  /** Returns the text with the closing mark that the article lacks. */
  private String withClosingMark(String text, Span span, TokenRange range) {
    return tokens
        .quotationAt(range.last())
        .filter(it -> !it.closed() && it.span().begin() >= span.begin())
        .map(it -> text + closingMark(openingMark(it)))
        .orElse(text);
  }

  /**
   * Returns the words of a statement that are in quotation marks, without the marks. An ellipsis
   * replaces the words between two quotations; the marks of a quotation inside another are kept.
   *
   * @param parts parts of the content, in reading order
   * @return empty if the statement is indirect
   */
  public Optional<String> quoted(List<Span> parts, StatementKind kind) {
    if (kind == StatementKind.INDIRECT) {
      return Optional.empty();
    }
    List<String> quoted = new ArrayList<>();
    for (Span part : parts) {
      TokenRange range = tokens.range(part);
      if (tokens.isWithinQuotation(range.first())) {
        quoted.add(withoutMarks(part));
      } else {
        quotations(range).forEach(it -> quoted.add(withoutMarks(it)));
      }
    }
    quoted.removeIf(String::isBlank);
    return quoted.isEmpty() ? Optional.empty() : Optional.of(String.join(ELLIPSIS, quoted));
  }

  /** Returns the quotations in a range, without their marks. */
  private List<Span> quotations(TokenRange range) {
    return IntStream.rangeClosed(range.first(), range.last())
        .mapToObj(tokens::quotationAt)
        .flatMap(Optional::stream)
        .map(Quotation::span)
        .distinct()
        .toList();
  }

  /** Returns the text of a quotation without its own marks. */
  private String withoutMarks(Span span) {
    String mark = tokens.text().substring(new Span(span.begin(), span.begin() + 1));
    String opening = OPENING_MARKS.contains(mark) ? markAt(span.begin()) : "";
    String text = withoutComma(text(span));
    String inner = text.startsWith(opening) ? text.substring(opening.length()) : text;
    String closing = opening.isEmpty() ? "" : closingMark(opening);
    boolean closed = !closing.isEmpty() && endsWithMark(inner, closing);
    return withoutComma(closed ? inner.substring(0, inner.length() - closing.length()) : inner)
        .strip();
  }

  /** Tests whether a text ends with a closing mark: the regular one, or one of a similar form. */
  private static boolean endsWithMark(String text, String closing) {
    return text.endsWith(closing)
        || (closing.length() == 1
            && !text.isEmpty()
            && isDouble(closing) == isDouble(text.substring(text.length() - 1))
            && CLOSING_MARKS.contains(text.substring(text.length() - 1)));
  }

  /** Returns the text without a final double mark whose opening mark the article lacks. */
  private static String withoutUnopenedMark(String text) {
    int last = text.length() - 1;
    boolean unopened =
        isDouble(text.substring(last))
            && IntStream.range(0, last).noneMatch(at -> isDouble(text.substring(at, at + 1)));
    return unopened && last > 0 ? withoutComma(text.substring(0, last)) : text;
  }

  private static boolean isDouble(String mark) {
    return "“”„\"«»".contains(mark);
  }

  /**
   * Returns the text of a span as one paragraph. A quotation over several paragraphs repeats its
   * opening mark in each; only the first mark is kept.
   */
  private String text(Span span) {
    TokenRange range = tokens.range(span);
    StringJoiner paragraphs = new StringJoiner(" ");
    int begin = span.begin();
    for (int at = range.first(); at <= range.last(); at++) {
      boolean last = at == range.last();
      if (last || tokens.word(at + 1).paragraph() != tokens.word(at).paragraph()) {
        int end = last ? span.end() : tokens.word(at).token().span().end();
        paragraphs.add(tokens.textOf(new Span(begin, end)));
        begin = last ? end : begin(at + 1);
      }
    }
    return paragraphs.toString();
  }

  /** Returns the offset of a paragraph inside a content, after the mark that it repeats. */
  private int begin(int at) {
    int offset = tokens.word(at).token().span().begin();
    return tokens
        .quotationAt(at)
        .map(this::openingMark)
        .filter(it -> OPENING_MARKS.contains(it.substring(0, 1)) && it.equals(markAt(offset)))
        .map(it -> offset + it.length())
        .orElse(offset);
  }

  private String openingMark(Quotation quotation) {
    return markAt(quotation.span().begin());
  }

  /** Returns the quotation mark at an offset: one character, or two apostrophes. */
  private String markAt(int offset) {
    int mark = tokens.text().codePointAt(offset);
    boolean doubled = mark == '\'' && tokens.text().codePointAt(offset + 1) == '\'';
    return doubled ? "''" : Character.toString(mark);
  }

  private static String closingMark(String opening) {
    int at = OPENING_MARKS.indexOf(opening);
    return at < 0 ? opening : CLOSING_MARKS.substring(at, at + 1);
  }

  private static String withoutComma(String text) {
    return ATTRIBUTION_COMMA.matcher(text).replaceFirst("");
  }

  private boolean hasWordBetween(Span left, Span right) {
    int begin = left.end();
    int end = right.begin();
    return begin < end
        && tokens
            .text()
            .substring(new Span(begin, end))
            .codePoints()
            .anyMatch(Character::isLetterOrDigit);
  }
}
