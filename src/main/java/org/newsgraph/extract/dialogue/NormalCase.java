package org.newsgraph.extract.dialogue;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Converts words in capitals to normal case: "LIZ O'BRIEN" to "Liz O'Brien". */
public final class NormalCase {
  private static final Set<String> MINOR_WORDS =
      Set.of(
          "of", "the", "and", "for", "in", "on", "at", "to", "de", "del", "della", "di", "da",
          "der", "den", "van", "von", "la", "le", "bin", "ibn", "y");

  private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{Lu}\\p{M}]+");
  private static final Pattern SCOTTISH = Pattern.compile("\\bMc(\\p{Ll})(?=\\p{Ll}{2})");

  /** Maximum length of a word in capitals that may be an acronym: "CNN". */
  private static final int MAX_ACRONYM_LENGTH = 4;

  private NormalCase() {}

  /** Returns a person's name in normal case. A name that is not in capitals is unchanged. */
  public static String ofName(String name) {
    return withoutCapitals(name);
  }

  /**
   * Returns the name of an organisation in normal case. A single short word is an acronym, which is
   * unchanged.
   */
  public static String ofOrganisation(String name) {
    return name.contains(" ") || name.length() > MAX_ACRONYM_LENGTH ? withoutCapitals(name) : name;
  }

  /** Returns a common noun phrase in lower case if it is in capitals, otherwise unchanged. */
  public static String ofPhrase(String phrase) {
    return isUpperCase(phrase) ? phrase.toLowerCase(Locale.ROOT) : phrase;
  }

  /** Tests whether a text has capitals and no lower-case letters. */
  static boolean isUpperCase(String text) {
    return text.codePoints().anyMatch(Character::isUpperCase)
        && text.codePoints().noneMatch(Character::isLowerCase);
  }

  private static String withoutCapitals(String name) {
    String mixed =
        WORD.matcher(name)
            .replaceAll(
                match -> {
                  String lower = match.group().toLowerCase(Locale.ROOT);
                  boolean minor = match.start() > 0 && MINOR_WORDS.contains(lower);
                  return minor ? lower : match.group().charAt(0) + lower.substring(1);
                });
    return SCOTTISH
        .matcher(mixed)
        .replaceAll(match -> "Mc" + match.group(1).toUpperCase(Locale.ROOT));
  }
}
