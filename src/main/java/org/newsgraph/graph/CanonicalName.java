package org.newsgraph.graph;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/**
 * Canonical spelling of the name of an unlinked entity, from which its IRI is made. Articles write
 * "Abdel-Fattah El Sisi" and "Abdel Fattah el-Sisi", "NATO" and "Nato", "D.K. Rao" and "D K Rao".
 * The canonical spelling is the same for all of them, and a function of the name alone, so that the
 * graph of each article stands alone. Articles keep their own spelling as the label.
 */
final class CanonicalName {
  /** Minimum number of letters of a word in capitals that is written like another word: "Nato". */
  private static final int MIN_WORD_LENGTH = 4;

  private static final Set<String> LOWER_CASE =
      WordLists.entries(CanonicalName.class, "lower-case-words.txt");

  private static final Pattern APOSTROPHE = Pattern.compile("[’‘ʼʻ`´]");
  private static final Pattern HYPHEN = Pattern.compile("[‐‑‒–—―−]");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}_]+");
  private static final Pattern HYPHEN_IN_WORD = Pattern.compile("(?<=\\p{L})-(?=\\p{L})");
  private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}\\.)+\\p{L}?");
  private static final Pattern INITIALS = Pattern.compile("\\p{Lu}");
  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{1,3}");
  private static final Pattern NUMBERED_ACRONYM = Pattern.compile("(\\p{Lu}{1,3})-(\\d{1,2})");
  private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,2}");
  private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}'-]+(?:-\\d+)?");
  private static final Pattern VOWEL = Pattern.compile("[AEIOUY]|[^\\x00-\\x7F]");
  private static final Pattern UNPRONOUNCEABLE =
      Pattern.compile("[BCDFGHJKLMNPQRSTVWXZ]{4}|^[IVX]+$");
  private static final Pattern ARTICLE = Pattern.compile("(?i)[ae]l");
  private static final Pattern ELIDED = Pattern.compile("(?i)([dl])'(\\p{L}.*)");

  private CanonicalName() {}

  /** Returns the canonical spelling of a name. It is its own canonical spelling. */
  static String of(String name) {
    List<String> words = new ArrayList<>();
    for (String compound : SPACE.split(plain(name), -1)) {
      String[] parts = HYPHEN_IN_WORD.split(compound, -1);
      for (int i = 0; i < parts.length; i++) {
        if (!parts[i].isEmpty()) {
          words.add(withoutDots(i == 0 ? parts[i] : capital(parts[i])));
        }
      }
    }
    List<String> joined = joined(words);
    for (int i = 0; i < joined.size(); i++) {
      joined.set(i, inCase(joined.get(i), i == 0));
    }
    return joined.isEmpty() ? name : String.join(" ", withArabicArticles(joined));
  }

  /** Returns a name with plain apostrophes, hyphens and "and". */
  private static String plain(String name) {
    String text = Normalizer.normalize(name, Normalizer.Form.NFC);
    text = HYPHEN.matcher(APOSTROPHE.matcher(text).replaceAll("'")).replaceAll("-");
    return INVISIBLE.matcher(text).replaceAll("").replace(" & ", " and ");
  }

  /** Returns a word without the dots of abbreviations: "US" for "U.S.", "Inc" for "Inc.". */
  private static String withoutDots(String word) {
    String bare = word;
    while (bare.endsWith(".")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return bare.isEmpty() ? word : DOTTED.matcher(bare).matches() ? bare.replace(".", "") : bare;
  }

  /** Joins initials, and an acronym with its number: "DK" for "D K", "G20" for "G 20", "G-20". */
  private static List<String> joined(List<String> words) {
    List<String> joined = new ArrayList<>();
    boolean initials = false;
    for (String word : words) {
      String last = joined.isEmpty() ? "" : joined.get(joined.size() - 1);
      boolean initial = INITIALS.matcher(word).matches();
      boolean number = SHORT_NUMBER.matcher(word).matches() && ACRONYM.matcher(last).matches();
      if (number || (initial && initials)) {
        joined.set(joined.size() - 1, last + word);
      } else {
        Matcher numbered = NUMBERED_ACRONYM.matcher(word);
        joined.add(numbered.matches() ? numbered.group(1) + numbered.group(2) : word);
      }
      initials = initial;
    }
    return joined;
  }

  private static String inCase(String word, boolean first) {
    String lowerCase = word.toLowerCase(Locale.ROOT);
    if (LOWER_CASE.contains(lowerCase)) {
      return first ? capital(lowerCase) : lowerCase;
    }
    Matcher elided = ELIDED.matcher(word);
    if (!first && elided.matches()) {
      return elided.group(1).toLowerCase(Locale.ROOT) + "'" + inCase(elided.group(2), true);
    }
    String capitalised = capitalised(word);
    return isWordInCapitals(capitalised) ? capitalised(capital(lowerCase)) : capitalised;
  }

  /** Tests whether a word in capitals can be read as a word: "NATO", not "UNHCR" and not "VIII". */
  private static boolean isWordInCapitals(String word) {
    return CAPITALS.matcher(word).matches()
        && word.codePoints().filter(Character::isLetter).count() >= MIN_WORD_LENGTH
        && VOWEL.matcher(word).find()
        && !UNPRONOUNCEABLE.matcher(word).find();
  }

  /** Returns a word with a capital after "O'" and after "Mc". */
  private static String capitalised(String word) {
    int prefix =
        word.length() > 2 && word.charAt(1) == '\''
            ? 2
            : word.length() > 4 && word.startsWith("Mc") ? 2 : 0;
    String start = prefix == 0 ? "" : capital(word.substring(0, prefix));
    return prefix == 0 ? word : start + capital(word.substring(prefix));
  }

  private static String capital(String word) {
    int first = word.codePointAt(0);
    return Character.isLowerCase(first)
        ? Character.toString(Character.toTitleCase(first))
            + word.substring(Character.charCount(first))
        : word;
  }

  /** Joins an Arabic article that does not come first to its name: "al-Assad". */
  private static List<String> withArabicArticles(List<String> words) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean article =
          i > 0
              && i + 1 < words.size()
              && ARTICLE.matcher(words.get(i)).matches()
              && !LOWER_CASE.contains(words.get(i - 1))
              && Character.isUpperCase(words.get(i + 1).codePointAt(0));
      joined.add(article ? words.get(i) + "-" + words.get(++i) : words.get(i));
    }
    return joined;
  }
}
