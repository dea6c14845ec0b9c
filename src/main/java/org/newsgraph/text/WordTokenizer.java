package org.newsgraph.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/**
 * Splits a text into the words that the network reads. {@code training/words.py} is the same
 * algorithm in Python; both must yield the same words for every text.
 */
final class WordTokenizer {
  private static final String OPENING = "“«„‟‹‘‛`";
  private static final String CLOSING = "”»›";
  private static final String STRAIGHT = "\"＂";
  private static final String SINGLE = "'’‘‛‹›`";
  private static final String APOSTROPHES = "'’";
  private static final String BRACKETS_AND_DASHES = "([{<-–—―/";
  private static final String HYPHENS = "-\u00AD\u2010";

  /** A word or a compound with hyphens. */
  private static final Pattern WORD_OR_COMPOUND =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:-[\\p{L}\\p{M}\\p{N}]+)*");

  private static final Pattern LINE_END_HYPHEN = Pattern.compile("[" + HYPHENS + "]\\s*[\n\r]\\s*");

  /**
   * A word, a punctuation mark, or the end of a paragraph.
   *
   * @param span range in the text; for a break, the white space between the paragraphs
   * @param spelling spelling on one line: a word that is hyphenated at a line end is joined
   * @param paragraph index into the layout's paragraphs
   * @param shape orthographic shape
   * @param position position as an input of the network: 2 inside quotation marks, plus 1 for the
   *     first word of a paragraph
   * @param pieces numbers of the word's pieces in the vocabulary
   */
  record Word(
      Span span,
      String spelling,
      int paragraph,
      WordShape shape,
      int position,
      List<Integer> pieces) {
    boolean isBreak() {
      return shape == WordShape.BREAK;
    }
  }

  private final Text text;
  private final WordPieceTokenizer wordPiece;
  private final List<Word> words = new ArrayList<>();

  /** The open quotation marks, innermost last: true for a single mark, false for a double one. */
  private final Deque<Boolean> open = new ArrayDeque<>();

  /** The words of the entire text, in lower case; computed when first needed. */
  private Set<String> writtenWords;

  private WordTokenizer(Text text, WordPieceTokenizer wordPiece) {
    this.text = text;
    this.wordPiece = wordPiece;
  }

  /** Returns the words of all paragraphs, with a break between consecutive paragraphs. */
  static List<Word> of(Text text, Layout layout, WordPieceTokenizer wordPiece) {
    WordTokenizer words = new WordTokenizer(text, wordPiece);
    for (int i = 0; i < layout.paragraphs().size(); i++) {
      Span paragraph = layout.paragraphs().get(i).span();
      if (i > 0) {
        int end = layout.paragraphs().get(i - 1).span().end();
        words.open.clear();
        words.words.add(
            new Word(
                new Span(end, Math.max(end + 1, paragraph.begin())),
                "",
                i - 1,
                WordShape.BREAK,
                0,
                List.of(wordPiece.stop())));
      }
      words.paragraph(paragraph, i);
    }
    return words.words;
  }

  private void paragraph(Span paragraph, int index) {
    boolean first = true;
    int at = paragraph.begin();
    while (at < paragraph.end()) {
      int end = at + 1;
      if (isWord(text.codePointAt(at))) {
        end = wordEnd(at, paragraph.end());
      }
      if (isWord(text.codePointAt(at)) || isPunctuation(text.codePointAt(at))) {
        add(new Span(at, end), index, first);
        first = false;
      }
      at = end;
    }
  }

  private int wordEnd(int begin, int limit) {
    int end = lettersEnd(begin, limit);
    int next = afterLineEndHyphen(end, limit);
    return next > end && isDivided(begin, end, next, limit) ? lettersEnd(next, limit) : end;
  }

  private int lettersEnd(int begin, int limit) {
    int end = begin;
    while (end < limit && isWord(text.codePointAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * Returns the offset of the letter after a hyphen and a line end at this offset, otherwise {@code
   * at}.
   */
  private int afterLineEndHyphen(int at, int limit) {
    if (at >= limit || !contains(HYPHENS, text.codePointAt(at))) {
      return at;
    }
    int next = at + 1;
    boolean lineEnd = false;
    while (next < limit && isSpace(text.codePointAt(next))) {
      lineEnd |= text.codePointAt(next) == '\n' || text.codePointAt(next) == '\r';
      next++;
    }
    return lineEnd && next < limit && Character.isLowerCase(text.codePointAt(next)) ? next : at;
  }

  /**
   * Tests whether a line end divides one word, "govern-/ment", rather than following the hyphen of
   * a compound, "vice-/chairman". The spelling elsewhere in the article decides, otherwise the
   * vocabulary.
   */
  private boolean isDivided(int begin, int end, int next, int limit) {
    String left = text.substring(new Span(begin, end));
    String right = text.substring(new Span(next, lettersEnd(next, limit)));
    if (occurs(left + "-" + right)) {
      return false;
    }
    return occurs(left + right)
        || wordPiece.contains(left + right)
        || !(wordPiece.contains(left) && wordPiece.contains(right));
  }

  private boolean occurs(String word) {
    if (writtenWords == null) {
      writtenWords =
          WORD_OR_COMPOUND
              .matcher(text.toString().toLowerCase(Locale.ROOT))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toSet());
    }
    return writtenWords.contains(word.toLowerCase(Locale.ROOT));
  }

  private void add(Span span, int paragraph, boolean first) {
    String word = LINE_END_HYPHEN.matcher(text.substring(span)).replaceAll("");
    boolean inside = !open.isEmpty();
    WordShape shape;
    String spelt = word;
    if (isQuote(text.codePointAt(span.begin()))) {
      boolean single = SINGLE.contains(word);
      shape = quoteShape(span.begin());
      if (shape == WordShape.OPEN) {
        if (!open.contains(single)) {
          open.addLast(single);
        }
        inside = true;
      } else if (shape == WordShape.CLOSE) {
        close(single);
      }
      spelt = shape == WordShape.OPEN || shape == WordShape.CLOSE ? "\"" : "'";
    } else if (isPunctuation(text.codePointAt(span.begin()))) {
      shape = WordShape.PUNCTUATION;
    } else {
      shape = WordShape.of(word);
    }
    words.add(
        new Word(
            span,
            word,
            paragraph,
            shape,
            (inside ? 2 : 0) + (first ? 1 : 0),
            wordPiece.pieces(spelt)));
  }

  private void close(boolean single) {
    boolean closed = !open.contains(single);
    for (Iterator<Boolean> marks = open.descendingIterator(); !closed && marks.hasNext(); ) {
      closed = marks.next() == single;
      marks.remove();
    }
  }

  /**
   * Determines the function of a quotation mark from its neighbours and from the marks that are
   * open in its paragraph.
   */
  private WordShape quoteShape(int at) {
    int mark = text.codePointAt(at);
    int before = at > 0 ? text.codePointAt(at - 1) : ' ';
    int after = at + 1 < text.length() ? text.codePointAt(at + 1) : ' ';
    boolean freeLeft = isSpace(before) || contains(BRACKETS_AND_DASHES, before);
    boolean wordLeft = isWord(before);
    boolean wordRight = isWord(after);
    if (contains(OPENING, mark) && contains(SINGLE, mark) && wordLeft && wordRight) {
      return WordShape.APOSTROPHE;
    }
    if (!contains(APOSTROPHES, mark)) {
      if (freeLeft && (wordRight || (isPunctuation(after) && !contains(CLOSING, mark)))) {
        return WordShape.OPEN;
      }
      if (!freeLeft && (isSpace(after) || (isPunctuation(after) && !contains(STRAIGHT, mark)))) {
        return WordShape.CLOSE;
      }
      boolean opens = contains(STRAIGHT, mark) ? !open.contains(false) : contains(OPENING, mark);
      return opens ? WordShape.OPEN : WordShape.CLOSE;
    }
    boolean singleOpen = open.contains(true);
    if (wordLeft && wordRight) {
      return WordShape.APOSTROPHE;
    }
    if (freeLeft || (isQuote(before) && !(singleOpen || isSpace(after)))) {
      if (!wordRight) {
        return singleOpen ? WordShape.CLOSE : WordShape.AMBIGUOUS;
      }
      return mark == '\'' && !Character.isDigit(after) ? WordShape.OPEN : WordShape.APOSTROPHE;
    }
    if (!wordLeft) {
      return WordShape.CLOSE;
    }
    if (!singleOpen) {
      return WordShape.APOSTROPHE;
    }
    return (before == 's' || before == 'S') && isSpace(after)
        ? WordShape.AMBIGUOUS
        : WordShape.CLOSE;
  }

  private static boolean contains(String characters, int codePoint) {
    return characters.indexOf(codePoint) >= 0;
  }

  private static boolean isQuote(int codePoint) {
    return contains(OPENING, codePoint)
        || contains(CLOSING, codePoint)
        || contains(STRAIGHT, codePoint)
        || contains(APOSTROPHES, codePoint);
  }

  /** Tests whether a code point is a letter, a digit or a mark that combines with one. */
  private static boolean isWord(int codePoint) {
    if (Character.isLetter(codePoint) || isNumber(codePoint)) {
      return true;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  static boolean isNumber(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static boolean isPunctuation(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  private static boolean isSpace(int codePoint) {
    return !isWord(codePoint) && !isPunctuation(codePoint);
  }
}
