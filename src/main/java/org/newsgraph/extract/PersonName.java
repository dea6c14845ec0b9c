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
 * The parts of a person's name, with spelling errors of exports corrected: "JEREMY Corbyn" becomes
 * Jeremy Corbyn, "Bashar alAssad" becomes Bashar al-Assad.
 *
 * @param parts given names and family name, without titles; at least one
 * @param gender gender, if a title or the given name indicates it
 */
public record PersonName(List<String> parts, Gender gender) {
  /** Gender, as indicated by a title or a given name. */
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

  /** Minimum length of a family name that a single name can misspell. */
  private static final int MIN_MISSPELLED_LENGTH = 6;

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
    parts = List.copyOf(parts);
  }

  /** Parses a name from a text. */
  public static PersonName of(String text) {
    List<String> words = new ArrayList<>();
    Gender gender = Gender.UNKNOWN;
    for (String word : BROKEN_HYPHEN.matcher(text).replaceAll("-").split("\\s+", -1)) {
      if (words.isEmpty() && isTitle(word)) {
        Gender titleGender = TITLES.get(normalize(word));
        gender = titleGender == Gender.UNKNOWN ? gender : titleGender;
      } else if (!word.isEmpty()) {
        words.add(repair(word));
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

  /** Tests whether a word is a title that precedes names: "Mr", "Senator". */
  public static boolean isTitle(String word) {
    return TITLES.containsKey(normalize(word));
  }

  public static Gender genderOfTitle(String word) {
    return TITLES.getOrDefault(normalize(word), Gender.UNKNOWN);
  }

  public static Gender genderOfGiven(String word) {
    return GIVEN.getOrDefault(normalize(word), Gender.UNKNOWN);
  }

  private static String normalize(String word) {
    return word.replace(".", "").toLowerCase(Locale.ROOT);
  }

  private static String repair(String word) {
    String joined = GLUED_ARTICLE.matcher(word).replaceFirst("$1-");
    boolean upperCase =
        joined.length() > 3
            && !joined.contains(".")
            && joined.chars().filter(Character::isLetter).allMatch(Character::isUpperCase);
    return upperCase ? capitalised(joined) : joined;
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
    return parts.size() > 1;
  }

  public String full() {
    return String.join(" ", parts);
  }

  public String given() {
    return parts.get(0);
  }

  public String family() {
    return parts.get(parts.size() - 1);
  }

  /**
   * Tests whether the other full name can belong to the same person: Bill Clinton, William J.
   * Clinton.
   */
  public boolean matches(PersonName other) {
    return sameFamily(family(), other.family())
        && gender.fits(other.gender)
        && sameGiven(normalize(given()), normalize(other.given()));
  }

  /**
   * Tests whether this name starts or ends with the words of the other name, which has at least
   * two: "Aung San Suu Kyi" contains "Suu Kyi".
   */
  public boolean contains(PersonName other) {
    int size = other.parts.size();
    return size > 1
        && size < parts.size()
        && !Character.isLowerCase(family().codePointAt(0))
        && !isAbbreviation(given())
        && (sameWords(parts.subList(0, size), other.parts)
            || sameWords(parts.subList(parts.size() - size, parts.size()), other.parts));
  }

  /** Tests whether a word is an abbreviation in capitals: "DJ", "MP". */
  private static boolean isAbbreviation(String word) {
    return word.length() > 1 && word.length() < 4 && word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static boolean sameWords(List<String> left, List<String> right) {
    return String.join(" ", left).equalsIgnoreCase(String.join(" ", right));
  }

  /**
   * Tests whether the other full name differs from this one by a misspelling of one letter:
   * "Kristin Wilkins", "Kristen Wilkins".
   */
  public boolean isSpelledLike(PersonName other) {
    return gender.fits(other.gender)
        && parts.size() == other.parts.size()
        && ((sameFamily(family(), other.family()) && isMisspelling(given(), other.given()))
            || (given().equals(other.given()) && isMisspelling(family(), other.family())));
  }

  /**
   * Tests whether this single name is a misspelling of one letter of the other full name's family
   * name, if that has at least six letters: "Eldrige" of "Jan Eldridge".
   */
  public boolean isMisspelledFamilyNameOf(PersonName other) {
    return !isFull()
        && other.isFull()
        && Math.min(family().length(), other.family().length()) >= MIN_MISSPELLED_LENGTH
        && isMisspelling(family(), other.family());
  }

  /** Tests whether two words of five or more letters differ in one letter that is not the first. */
  private static boolean isMisspelling(String left, String right) {
    return Math.min(left.length(), right.length()) >= 5
        && left.charAt(0) == right.charAt(0)
        && ONE_LETTER.apply(left, right) == 1;
  }

  /** Tests whether two family names are the same, ignoring an Arabic article. */
  public static boolean sameFamily(String left, String right) {
    return familyKey(left).equals(familyKey(right));
  }

  /**
   * Returns a family name in lower case, without an Arabic article, as a key for comparing family
   * names.
   */
  public static String familyKey(String family) {
    String lowerCase = family.toLowerCase(Locale.ROOT);
    return ARABIC.matcher(lowerCase).matches() ? lowerCase.substring(3) : lowerCase;
  }

  private static boolean sameGiven(String left, String right) {
    if (left.equals(right)) {
      return true;
    }
    if (left.length() == 1 || right.length() == 1) {
      return left.charAt(0) == right.charAt(0);
    }
    Set<String> all = new HashSet<>(NICKNAMES.getOrDefault(left, Set.of()));
    all.add(left);
    Set<String> others = new HashSet<>(NICKNAMES.getOrDefault(right, Set.of()));
    others.add(right);
    return all.stream().anyMatch(others::contains);
  }
}
