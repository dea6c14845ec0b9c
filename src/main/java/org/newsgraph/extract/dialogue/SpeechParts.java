package org.newsgraph.extract.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.article.WordLists;

/** The parts of a turn that are speech: no subheadings, stage directions and notes. */
final class SpeechParts {
  /** Maximum length of a subheading, in words. */
  private static final int MAX_HEADING_WORDS = 10;

  private static final String DIRECTION =
      "(?:\\[[^\\[\\]]{1,80}\\]|\\((?:[\\p{Lu}\\p{N} ,.;:'’/-]{3,80}|(?i:laughs?|laughter|laughing"
          + "|applause|cheers|cheering|crosstalk|pauses?|sighs?|smiles?|inaudible|music|silence)[^()]{0,40})\\))";

  private static final Pattern LEADING =
      Pattern.compile("(?:[\\s\\p{Z}*_]*" + DIRECTION + ")+|[*_]+");
  private static final Pattern TRAILING =
      Pattern.compile("(?:[\\s\\p{Z}]*" + DIRECTION + "[.]?[*_]*)+$|[*_]+$");

  private static final String OPENING_MARKS = "“\"‘'«„";
  private static final Pattern QUOTED = Pattern.compile("(?s)[" + OPENING_MARKS + "].*[”\"’'»]");
  private static final Pattern FINISHED = Pattern.compile("(?s).*[.?!…—–-][”\"’'»)\\]*_]*");

  private static final List<String> CLOSING_NOTES =
      WordLists.lines(SpeechParts.class, "closing-notes.txt");

  private SpeechParts() {}

  /** Tests whether a text ends like a sentence or an interrupted one. */
  static boolean isFinished(String string) {
    return FINISHED.matcher(string.strip()).matches();
  }

  /**
   * Returns the parts of a turn, each as long as possible.
   *
   * @param paragraphs paragraphs up to the next label, the first without the label
   * @param isNarrated tests whether a paragraph is about the speaker and therefore not speech
   */
  static List<Span> of(Text text, List<Span> paragraphs, Predicate<Span> isNarrated) {
    List<Span> parts = new ArrayList<>();
    boolean joins = false;
    boolean quoted = false;
    for (int i = 0; i < paragraphs.size(); i++) {
      Span paragraph = paragraphs.get(i);
      String string = text.substring(paragraph);
      boolean leaves = quoted && OPENING_MARKS.indexOf(string.codePointAt(0)) < 0;
      if (i > 0 && (leaves || isClosingNote(string) || isNarrated.test(paragraph))) {
        break;
      }
      quoted |= i == 0 && QUOTED.matcher(string).matches();
      Span speech = i > 0 && isHeading(string) ? null : withoutDirections(text, paragraph);
      if (speech != null) {
        int last = parts.size() - 1;
        if (joins) {
          parts.set(last, parts.get(last).union(speech));
        } else {
          parts.add(speech);
        }
      }
      joins = speech != null;
    }
    return parts;
  }

  static boolean isClosingNote(String paragraph) {
    String start = paragraph.replaceAll("^[^\\p{L}]+", "").toLowerCase(Locale.ROOT);
    return CLOSING_NOTES.stream().anyMatch(start::startsWith)
        || paragraph.matches("(?s)[-–—*#•_ ]*(?:ENDS?(?: .{0,20})?|###|\\* ?\\* ?\\*)[-–—*#. ]*");
  }

  private static boolean isHeading(String paragraph) {
    return !isFinished(paragraph) && paragraph.split("\\s+", -1).length <= MAX_HEADING_WORDS;
  }

  /** Returns the range without stage directions at its ends, or null if nothing else is in it. */
  private static Span withoutDirections(Text text, Span paragraph) {
    String string = text.substring(paragraph);
    int base = text.toUtf16Offset(paragraph.begin());
    Matcher leading = LEADING.matcher(string);
    int begin = leading.lookingAt() ? leading.end() : 0;
    Matcher trailing = TRAILING.matcher(string).region(begin, string.length());
    int end = trailing.find() ? trailing.start() : string.length();
    boolean empty = string.substring(begin, end).codePoints().noneMatch(Character::isLetterOrDigit);
    return empty ? null : text.trim(text.span(base + begin, base + end));
  }
}
