package org.newsgraph.article.page;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/**
 * Joins printed lines, with a space or, after a hyphen, without one. The hyphen remains if it
 * belongs to a compound: "vice-/chairman", "Moore-/Whitcombe", but "gar-/den".
 */
final class LineEndHyphens {
  private static final Pattern COMPOUND =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:-[\\p{L}\\p{M}\\p{N}]+)*");
  private static final Pattern FIRST_WORD = Pattern.compile("^[\\p{L}\\p{M}\\p{N}]+");
  private static final String HYPHENS = "-\u2010";

  /** Hyphens that divide words and compounds like the ASCII character. */
  private static final Pattern OTHER_HYPHENS = Pattern.compile("[\u2010\u2011]");

  /** A capitalised word before another: the given name before a family name. */
  private static final Pattern ENDS_WITH_NAME = Pattern.compile("(?<![\\p{L}’'])\\p{Lu}\\p{Ll}+ $");

  /** A hyphen that is printed only at a line end. */
  private static final char SOFT_HYPHEN = '\u00AD';

  private static final Set<String> FIRST_PARTS =
      WordLists.entries(LineEndHyphens.class, "first-parts-of-compounds.txt");
  private static final Set<String> LAST_PARTS =
      WordLists.entries(LineEndHyphens.class, "last-parts-of-compounds.txt");
  private static final Set<String> SUFFIXES =
      WordLists.entries(LineEndHyphens.class, "suffixes.txt");

  /** Prefix of the list's words that only follow a capitalised word. */
  private static final String AFTER_NAME = "name ";

  /** Length up to which the second half of a word is a suffix, "short-/er". */
  private static final int MAX_SUFFIX_LENGTH = 3;

  private static final int MAX_NAME_LENGTH = 20;

  /** The words inside all lines, in lower case. */
  private final Set<String> words = new HashSet<>();

  LineEndHyphens(List<String> lines) {
    for (String line : lines) {
      Matcher word = COMPOUND.matcher(normalized(line));
      while (word.find()) {
        // The first and the last word of a line may be halves.
        if (word.start() > 0 && word.end() < line.length() - 1) {
          words.add(word.group());
        }
      }
    }
  }

  private static String normalized(String line) {
    return OTHER_HYPHENS.matcher(line.toLowerCase(Locale.ROOT)).replaceAll("-");
  }

  /** Appends a line to a text. */
  void append(StringBuilder text, String line) {
    int last = text.length() - 1;
    if (last < 0) {
      text.append(line);
    } else if (text.charAt(last) == SOFT_HYPHEN) {
      text.setLength(last);
      text.append(line);
    } else {
      String left = wordBefore(text, last);
      Matcher after = FIRST_WORD.matcher(line);
      if (left.isEmpty() || !after.find()) {
        text.append(' ').append(line);
        return;
      }
      boolean afterName = endsWithName(text, last - left.length());
      if (isDivided(left, after.group(), afterName)) {
        text.setLength(last);
      }
      text.append(line);
    }
  }

  /** Returns the word before a hyphen at an index, or an empty string if there is none. */
  private static String wordBefore(StringBuilder text, int hyphen) {
    int begin = hyphen;
    if (HYPHENS.indexOf(text.charAt(hyphen)) >= 0) {
      while (begin > 0 && Character.isLetterOrDigit(text.charAt(begin - 1))) {
        begin--;
      }
    }
    return text.substring(begin, hyphen);
  }

  /**
   * Tests whether the text before an index ends with a capitalised word inside a sentence, so that
   * a capitalised word after it is part of a name.
   */
  private static boolean endsWithName(StringBuilder text, int end) {
    String before = text.substring(Math.max(0, end - MAX_NAME_LENGTH), end);
    return ENDS_WITH_NAME.matcher(before).find();
  }

  private boolean isDivided(String left, String right, boolean afterName) {
    String first = left.toLowerCase(Locale.ROOT);
    if (!Character.isLowerCase(right.codePointAt(0)) || words.contains(first + "-" + right)) {
      return false;
    }
    return words.contains(first + right) || !isCompound(left, right, afterName);
  }

  private static boolean isCompound(String left, String right, boolean afterName) {
    boolean acronym = left.length() > 1 && left.equals(left.toUpperCase(Locale.ROOT));
    boolean name = Character.isUpperCase(left.codePointAt(0));
    return acronym
        || LAST_PARTS.contains(right)
        || (name && LAST_PARTS.contains(AFTER_NAME + right))
        || (!(name && afterName)
            && FIRST_PARTS.contains(left.toLowerCase(Locale.ROOT))
            && right.length() > MAX_SUFFIX_LENGTH
            && !SUFFIXES.contains(right));
  }
}
