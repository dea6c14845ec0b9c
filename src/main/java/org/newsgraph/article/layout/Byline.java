package org.newsgraph.article.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/** "By Jane Roe and John Doe, Political Editors": who wrote an article. */
public final class Byline {
  private static final int LONGEST = 200;
  private static final int MOST_WORDS_IN_A_NAME = 5;

  private static final Pattern BY =
      Pattern.compile(
          "[-–—•*|\\s]*(?:(?:Written|Reported|Posted|Story|Words)\\s+)?(?:By|BY|by)(?::\\s*|\\s+)(.+)",
          Pattern.DOTALL);

  /** "By" in the languages of agencies. */
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:By|Von|Par|Por|Av|Af|Door)(?::\\s*|\\s+)(?=\\S+\\s)", Pattern.CASE_INSENSITIVE);

  private static final Pattern E_MAIL =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,5}");
  private static final Pattern HANDLE = Pattern.compile("(?<!\\w)@\\w{1,40}");
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*[,;|•·/]\\s*|\\s+(?:and|AND|&)\\s+|\\s+[-–—]\\s+");

  /** Where the name is over: "Jane Roe in London", "Jane Roe for Reuters". */
  private static final Pattern AFTER_NAME =
      Pattern.compile("\\s+(?:in|at|for|of|from|IN|AT|FOR|OF|FROM|Special|special)\\s+.*");

  private static final Pattern NAME_WORD =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}'’.-]*|(?:de|da|di|du|del|della|der|den|van|von|al|bin|ibn|ter|la|le|y|e)|(?:al|el|d|O)[-'’]\\p{Lu}[\\p{L}'’-]*");

  private static final Pattern REST =
      Pattern.compile(
          "(?:in|at|for|of|from|special to|published|updated|posted)\\b.*|.*\\d.*",
          Pattern.CASE_INSENSITIVE);

  /** Words of an office or of a paper, so that "Political Editor" is not taken for a person. */
  private static final Set<String> ROLES = WordLists.words(Byline.class, "byline-roles.txt");

  private static final Set<String> AGENCIES = WordLists.words(Byline.class, "agencies.txt");

  private Byline() {}

  /** Whether a paragraph is nothing but a byline. */
  public static boolean isByline(String paragraph) {
    return !authors(paragraph).isEmpty();
  }

  /** Whether a paragraph is nothing but a person's name. */
  public static boolean isName(String paragraph) {
    return paragraph.length() <= 40
        && !SentenceHeuristics.isFinished(paragraph)
        && !BY.matcher(paragraph).matches()
        && name(paragraph);
  }

  /**
   * The names in a field that is for authors: those of a byline, else the field as it stands.
   * Addresses are no names.
   */
  public static List<String> names(String field) {
    String plain = field.replaceAll("\\([^)]*\\)", " ").replaceAll("^(\\S+\\s\\S*\\D)\\d.*", "$1");
    plain = LEADING.matcher(plain.strip()).replaceFirst("").strip();
    if (plain.isEmpty() || plain.length() > LONGEST || plain.contains("://")) {
      return List.of();
    }
    List<String> found = authors("By " + plain);
    if (!found.isEmpty()) {
      return found;
    }
    String first = BETWEEN.split(plain, -1)[0].strip();
    return name(first) ? List.of(first) : List.of(E_MAIL.matcher(plain).replaceAll("").strip());
  }

  /** The names in a byline, or none where the paragraph is something else. */
  public static List<String> authors(String paragraph) {
    if (paragraph.length() > LONGEST) {
      return List.of();
    }
    Matcher by = BY.matcher(paragraph);
    boolean mail = E_MAIL.matcher(paragraph).find();
    if (!by.matches() && !mail) {
      return List.of();
    }
    String names = by.matches() ? by.group(1) : paragraph;
    names = HANDLE.matcher(E_MAIL.matcher(names).replaceAll(" ")).replaceAll(" ");
    names = names.replaceAll("^[-–—•*|\\s]+", "").replaceAll("[\\s\\p{Z}]+", " ").strip();
    if (SentenceHeuristics.isFinished(names)
        && !names.endsWith(" Jr.")
        && !names.endsWith(" Sr.")) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (String piece : BETWEEN.split(names.replaceAll("[,;|\\s]+$", ""), -1)) {
      String candidate = AFTER_NAME.matcher(piece).replaceFirst("").strip();
      if (isAuthor(candidate)) {
        found.add(cased(candidate));
      } else if (found.isEmpty() || !isRest(piece)) {
        return List.of();
      }
    }
    return found;
  }

  private static boolean isAuthor(String candidate) {
    return name(candidate) || AGENCIES.contains(candidate.toLowerCase(Locale.ROOT));
  }

  private static boolean name(String candidate) {
    String[] words = candidate.split(" ", -1);
    if (words.length < 2 || words.length > MOST_WORDS_IN_A_NAME) {
      return false;
    }
    for (String word : words) {
      if (!NAME_WORD.matcher(word).matches() || ROLES.contains(word.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return words[words.length - 1].codePoints().anyMatch(Character::isUpperCase)
        || words[words.length - 1].contains("-");
  }

  private static boolean isRest(String piece) {
    return REST.matcher(piece).matches()
        || SentenceHeuristics.words(piece).stream().anyMatch(ROLES::contains)
        || AGENCIES.contains(piece.toLowerCase(Locale.ROOT));
  }

  /** "JANE ROE" becomes "Jane Roe"; a name that has small letters is left as it stands. */
  private static String cased(String name) {
    if (!name.equals(name.toUpperCase(Locale.ROOT)) || !name.contains(" ")) {
      return name;
    }
    StringBuilder cased = new StringBuilder();
    boolean start = true;
    for (int c : name.codePoints().toArray()) {
      cased.appendCodePoint(start ? c : Character.toLowerCase(c));
      start = !Character.isLetter(c);
    }
    return cased.toString();
  }
}
