package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.newsgraph.article.WordLists;

/**
 * The parts of a person's name, mended: "JEREMY Corbyn" is Jeremy Corbyn, "Bashar alAssad" Bashar
 * al-Assad.
 *
 * @param words given names and family name, without titles; at least one
 * @param gender as far as title and given name tell
 */
public record PersonName(List<String> words, Gender gender) {
  /** What a title or a given name tells. */
  public enum Gender {
    MALE,
    FEMALE,
    UNKNOWN;

    public boolean fits(Gender other) {
      return this == UNKNOWN || other == UNKNOWN || this == other;
    }

    private static Gender of(String letter) {
      return letter.equals("m") ? MALE : letter.equals("f") ? FEMALE : UNKNOWN;
    }
  }

  private static final Map<String, Gender> TITLES = new HashMap<>();
  private static final Map<String, Gender> GIVEN = new HashMap<>();
  private static final Map<String, Set<String>> NICKNAMES = new HashMap<>();
  private static final LevenshteinDistance ONE_LETTER = new LevenshteinDistance(1);
  private static final Pattern ARABIC = Pattern.compile("(?:al|el)-.+");
  private static final Pattern GLUED_ARTICLE = Pattern.compile("([Aa]l|[Ee]l)(?=\\p{Lu}\\p{Ll})");
  private static final Pattern BROKEN_HYPHEN = Pattern.compile("(?<=\\p{L})- (?=\\p{L})");

  static {
    WordLists.rows(PersonName.class, "titles.tsv")
        .forEach(r -> TITLES.put(r.get(0), Gender.of(r.get(1))));
    for (List<String> row : WordLists.rows(PersonName.class, "given-names.tsv")) {
      for (String name : row.get(1).split(" ", -1)) {
        GIVEN.put(name, Gender.of(row.get(0)));
      }
    }
    for (List<String> row : WordLists.rows(PersonName.class, "nicknames.tsv")) {
      NICKNAMES.put(row.get(0), Set.of(row.get(1).split(",", -1)));
    }
  }

  public PersonName {
    words = List.copyOf(words);
  }

  /** Reads a name as it stands in a text. */
  public static PersonName of(String text) {
    List<String> words = new ArrayList<>();
    Gender gender = Gender.UNKNOWN;
    for (String word : BROKEN_HYPHEN.matcher(text).replaceAll("-").split("\\s+", -1)) {
      if (words.isEmpty() && isTitle(word)) {
        Gender told = TITLES.get(bare(word));
        gender = told == Gender.UNKNOWN ? gender : told;
      } else if (!word.isEmpty()) {
        words.add(mended(word));
      }
    }
    if (words.isEmpty()) {
      words.add(text);
    }
    if (gender == Gender.UNKNOWN && words.size() > 1) {
      gender = genderOfGiven(words.get(0));
    }
    return new PersonName(words, gender);
  }

  /** Whether a word is one that stands before names: "Mr", "Senator". */
  public static boolean isTitle(String word) {
    return TITLES.containsKey(bare(word));
  }

  public static Gender genderOfTitle(String word) {
    return TITLES.getOrDefault(bare(word), Gender.UNKNOWN);
  }

  public static Gender genderOfGiven(String word) {
    return GIVEN.getOrDefault(bare(word), Gender.UNKNOWN);
  }

  private static String bare(String word) {
    return word.replace(".", "").toLowerCase(Locale.ROOT);
  }

  private static String mended(String word) {
    String joined = GLUED_ARTICLE.matcher(word).replaceFirst("$1-");
    boolean shouts =
        joined.length() > 3
            && !joined.contains(".")
            && joined.chars().filter(Character::isLetter).allMatch(Character::isUpperCase);
    return shouts ? capitalised(joined) : joined;
  }

  private static String capitalised(String word) {
    StringBuilder out = new StringBuilder();
    boolean first = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      out.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
      first = c == '-' || c == '\'' || c == '’';
    }
    return out.toString();
  }

  public boolean isFull() {
    return words.size() > 1;
  }

  public String full() {
    return String.join(" ", words);
  }

  public String given() {
    return words.get(0);
  }

  public String family() {
    return words.get(words.size() - 1);
  }

  /**
   * Whether the other, a full name too, can be the same person's: Bill Clinton, William J. Clinton.
   */
  public boolean matches(PersonName other) {
    return sameFamily(family(), other.family())
        && gender.fits(other.gender)
        && sameGiven(bare(given()), bare(other.given()));
  }

  /**
   * Whether the other, a full name too, is this one with a letter wrong: "Kristin Wilkins",
   * "Kristen Wilkins".
   */
  public boolean isSpelledLike(PersonName other) {
    return gender.fits(other.gender)
        && words.size() == other.words.size()
        && ((sameFamily(family(), other.family()) && isSlip(given(), other.given()))
            || (given().equals(other.given()) && isSlip(family(), other.family())));
  }

  /** One letter in a word of five or more, its first excepted. */
  private static boolean isSlip(String one, String other) {
    return Math.min(one.length(), other.length()) >= 5
        && one.charAt(0) == other.charAt(0)
        && ONE_LETTER.apply(one, other) == 1;
  }

  /** Whether two family names are one, an Arabic article or not. */
  public static boolean sameFamily(String one, String other) {
    return core(one).equals(core(other));
  }

  /** A family name in small letters, without an Arabic article: what two of one family share. */
  public static String core(String family) {
    String small = family.toLowerCase(Locale.ROOT);
    return ARABIC.matcher(small).matches() ? small.substring(3) : small;
  }

  private static boolean sameGiven(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    if (one.length() == 1 || other.length() == 1) {
      return one.charAt(0) == other.charAt(0);
    }
    Set<String> all = new HashSet<>(NICKNAMES.getOrDefault(one, Set.of()));
    all.add(one);
    Set<String> others = new HashSet<>(NICKNAMES.getOrDefault(other, Set.of()));
    others.add(other);
    return all.stream().anyMatch(others::contains);
  }
}
