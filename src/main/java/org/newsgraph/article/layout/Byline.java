package org.newsgraph.article.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.article.WordLists;

/**
 * Parses bylines, which name the authors of an article: "By Jane Roe and John Doe, Political
 * Editors".
 */
public final class Byline {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_NAME_WORDS = 5;

  private static final Pattern BY =
      Pattern.compile(
          "[-–—•*|\\s]*(?:(?:Written|Reported|Posted|Story|Words)\\s+)?(?:By|BY|by)(?::\\s*|\\s+)(.+)",
          Pattern.DOTALL);

  /** The word for "by" in the languages of news agencies. */
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:By|Von|Par|Por|Av|Af|Door)(?::\\s*|\\s+)(?=\\S+\\s)", Pattern.CASE_INSENSITIVE);

  /**
   * The word for "and" in other languages, between two names of at least two words each: "José
   * Ortega y Gasset" is one name.
   */
  private static final Pattern CONJUNCTION =
      Pattern.compile(
          "(?<=\\p{L}[\\p{L}.'’-]{0,40} \\p{L}[\\p{L}.'’-]{1,40})"
              + " (?:und|et|og|och|en|y|e|i|ve|ja|и|та) (?=\\p{Lu}[\\p{L}.'’-]* \\p{Lu})");

  private static final Pattern E_MAIL =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,5}");

  /** The form of RFC 822 that feeds and pages use for authors: "jane@site.example (Jane Roe)". */
  private static final Pattern MAILBOX = Pattern.compile(E_MAIL.pattern() + "\\s*\\(([^)]+)\\)");

  /** Family name before given name: "Roe, Jane". */
  private static final Pattern INVERTED_NAME =
      Pattern.compile("\\s*(\\p{Lu}[\\p{L}'’-]+),\\s*(\\p{Lu}[\\p{L}.'’ -]*)\\s*");

  private static final Pattern HANDLE = Pattern.compile("(?<!\\w)@\\w{1,40}");
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s*[,;|•·/]\\s*|\\s+(?:and|AND|&)\\s+|\\s+[-–—]\\s+");

  /** Separator between the authors and their newspaper. */
  private static final Pattern OUTLET_SEPARATOR = Pattern.compile("\\s*[|•·]\\s*|\\s+[-–—]\\s+");

  /** A name without "By": "Jane Roe in Cairo", "Jane Roe, The Elm Post". */
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?!(?:The|A|An) )([^,|]{3,60}?)(?: (?:in|for) (?:\\p{Lu}\\S* ?){1,4}|(?:, | \\| ).{2,60})?");

  /** Words that do not occur in the names of persons. */
  private static final Pattern OUTLET_WORD =
      Pattern.compile("^The |\\b(?:News|Newspapers?|Press|\\p{Lu}{3})\\b");

  /** Text after a name: "Jane Roe in London", "Jane Roe for Reuters". */
  private static final Pattern AFTER_NAME =
      Pattern.compile("\\s+(?:in|at|for|of|from|IN|AT|FOR|OF|FROM|Special|special)\\s+.*");

  private static final Pattern NAME_WORD =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}'’.-]*|(?:de|da|di|du|del|della|der|den|van|von|al|bin|ibn|ter|la|le|y|e)|(?:al|el|d|O)[-'’]\\p{Lu}[\\p{L}'’-]*");

  private static final Pattern ADDITION =
      Pattern.compile(
          "(?:in|at|for|of|from|special to|published|updated|posted)\\b.*|.*\\d.*",
          Pattern.CASE_INSENSITIVE);

  /** Words for offices and departments, so that "Political Editor" is not taken for a person. */
  private static final Set<String> ROLES = WordLists.entries(Byline.class, "byline-roles.txt");

  private static final Set<String> AGENCIES = WordLists.entries(Byline.class, "agencies.txt");

  private Byline() {}

  /** Tests whether a paragraph is a byline and nothing else. */
  public static boolean isByline(String paragraph) {
    return !authors(paragraph).isEmpty();
  }

  /** Tests whether a paragraph is a person's name and nothing else. */
  public static boolean isName(String paragraph) {
    return paragraph.length() <= 40
        && !SentenceHeuristics.isFinished(paragraph)
        && !BY.matcher(paragraph).matches()
        && isPersonName(paragraph);
  }

  /** Tests whether a paragraph is a name without "By", alone or with an office or newspaper. */
  static boolean isCredit(String paragraph) {
    Matcher credit = CREDIT.matcher(paragraph);
    return credit.matches()
        && !ArticleHeader.isNewspaperName(credit.group(1))
        && isName(credit.group(1))
        && !isAddition(credit.group(1));
  }

  /**
   * Returns the names in an author field. A field that is not a byline is returned as one name,
   * without e-mail addresses.
   */
  public static List<String> names(String field) {
    Matcher mailbox = MAILBOX.matcher(field.strip());
    String cleaned =
        (mailbox.matches() ? mailbox.group(1) : uninverted(field))
            .replaceAll("\\([^)]*\\)", " ")
            .replaceAll("^(\\S+\\s\\S*\\D)\\d.*", "$1");
    cleaned = LEADING.matcher(cleaned.strip()).replaceFirst("").strip();
    cleaned = CONJUNCTION.matcher(cleaned).replaceAll(" and ");
    if (cleaned.isEmpty() || cleaned.length() > MAX_LENGTH || cleaned.contains("://")) {
      return List.of();
    }
    List<String> found = authors("By " + cleaned);
    if (!found.isEmpty()) {
      return found;
    }
    List<String> first =
        Stream.of(SEPARATOR.split(cleaned, -1))
            .map(String::strip)
            .takeWhile(Byline::isPersonName)
            .toList();
    return !first.isEmpty() ? first : List.of(E_MAIL.matcher(cleaned).replaceAll("").strip());
  }

  /** Converts a list of inverted names, "Roe, Jane; Doe, John". Other fields are unchanged. */
  private static String uninverted(String field) {
    String[] names = field.split(";", -1);
    return names.length > 1 && Stream.of(names).allMatch(it -> INVERTED_NAME.matcher(it).matches())
        ? Stream.of(names)
            .map(it -> INVERTED_NAME.matcher(it).replaceFirst("$2 $1").strip())
            .collect(Collectors.joining("; "))
        : field;
  }

  /** Returns the names in a byline, or an empty list if the paragraph is not a byline. */
  public static List<String> authors(String paragraph) {
    if (paragraph.length() > MAX_LENGTH) {
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
    boolean hasOutlet = false;
    String[] parts = OUTLET_SEPARATOR.split(names.replaceAll("[,;|\\s]+$", ""), -1);
    for (int i = 0; i < parts.length; i++) {
      for (String piece : SEPARATOR.split(parts[i], -1)) {
        String candidate = AFTER_NAME.matcher(piece).replaceFirst("").strip();
        if (!found.isEmpty() && isOutlet(piece, i > 0)) {
          hasOutlet = true;
        } else if (isAuthor(candidate)) {
          found.add(toTitleCase(candidate));
        } else if (found.isEmpty()
            || !(isAddition(piece) || (hasOutlet && Signature.isPlace(piece)))) {
          return List.of();
        }
      }
    }
    return found;
  }

  /**
   * Tests whether a piece of a byline is a newspaper, not a person: "By Jane Roe | Elm Post".
   *
   * @param isSeparated whether a sign that does not stand between authors precedes the piece
   */
  private static boolean isOutlet(String piece, boolean isSeparated) {
    return ArticleHeader.isNewspaperName(piece)
        && (isSeparated || OUTLET_WORD.matcher(piece).find());
  }

  private static boolean isAuthor(String candidate) {
    return isPersonName(candidate) || AGENCIES.contains(candidate.toLowerCase(Locale.ROOT));
  }

  private static boolean isPersonName(String candidate) {
    String[] words = candidate.split(" ", -1);
    if (words.length < 2 || words.length > MAX_NAME_WORDS) {
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

  private static boolean isAddition(String piece) {
    return ADDITION.matcher(piece).matches()
        || SentenceHeuristics.words(piece).stream().anyMatch(ROLES::contains)
        || AGENCIES.contains(piece.toLowerCase(Locale.ROOT));
  }

  /**
   * Converts an upper-case name to title case: "JANE ROE" becomes "Jane Roe". Other names are
   * unchanged.
   */
  private static String toTitleCase(String name) {
    if (!name.equals(name.toUpperCase(Locale.ROOT)) || !name.contains(" ")) {
      return name;
    }
    StringBuilder toTitleCase = new StringBuilder();
    boolean start = true;
    for (int c : name.codePoints().toArray()) {
      toTitleCase.appendCodePoint(start ? c : Character.toLowerCase(c));
      start = !Character.isLetter(c);
    }
    return toTitleCase.toString();
  }
}
