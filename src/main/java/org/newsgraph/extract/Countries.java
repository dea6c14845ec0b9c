package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.newsgraph.article.WordLists;

/** The countries of the world, with the names of their people, large towns and some states. */
public final class Countries {
  /** The way in which a text refers to a country. */
  public enum Reference {
    /** Its name: "Kenya", "the U.S.". */
    NAME,
    /** An adjective or the name of its people: "Kenyan". */
    DEMONYM,
    /** A town or state in it: "Nairobi". */
    TOWN
  }

  /**
   * An occurrence of a country in a text.
   *
   * @param country the country
   * @param reference how the text refers to it
   * @param begin UTF-16 offset of the first character
   * @param end UTF-16 offset after the last character
   */
  public record Occurrence(Country country, Reference reference, int begin, int end) {}

  private record Named(Country country, Reference reference) {}

  /** Maximum number of words in a name. */
  private static final int MAX_WORDS = 6;

  /** Minimum length, in UTF-16 code units, of a name in capitals that is not an acronym. */
  private static final int MIN_CAPITALS_LENGTH = 4;

  private static final Pattern WORD =
      Pattern.compile("\\p{L}(?:[\\p{L}\\p{M}.]|['’](?=\\p{L}{2}))*");
  private static final Pattern FINAL_DOT = Pattern.compile("(?<=\\p{Ll}{2})\\.+$");

  private static final Map<String, Country> BY_CODE = new HashMap<>();
  private static final Map<String, Named> BY_NAME = new HashMap<>();

  static {
    Set<String> ambiguous = new HashSet<>();
    for (List<String> row : WordLists.rows(Countries.class, "countries.tsv")) {
      if (row.size() > 4) {
        List<String> names = values(row.get(2));
        Country country = new Country(names.get(0), row.get(4));
        BY_CODE.put(country.code(), country);
        names.forEach(name -> BY_NAME.put(name, new Named(country, Reference.NAME)));
        values(row.get(3)).forEach(it -> BY_NAME.put(it, new Named(country, Reference.DEMONYM)));
      }
    }
    // "Georgia" is a state as well.
    WordLists.rows(Countries.class, "states.tsv").stream()
        .map(row -> row.get(0))
        .forEach(state -> ambiguous.addAll(BY_NAME.containsKey(state) ? Set.of(state) : Set.of()));
    BY_NAME.keySet().removeAll(ambiguous);
    // Towns without a country, such as Jerusalem, are left out.
    WordLists.rows(Countries.class, "places.tsv").stream()
        .filter(row -> row.size() > 3)
        .forEach(row -> addTown(row.get(2), row.size() > 4 ? row.get(4) : "", row.get(3)));
    // Abbreviations of states are left out: "IN" and "OR" are words of headlines in capitals.
    WordLists.rows(Countries.class, "states.tsv").stream()
        .filter(row -> !ambiguous.contains(row.get(0)))
        .forEach(row -> addTown(row.get(0), "", row.get(2)));
  }

  private Countries() {}

  private static void addTown(String name, String others, String code) {
    Country country = BY_CODE.get(code);
    if (country != null) {
      Named town = new Named(country, Reference.TOWN);
      // A name of a country takes precedence.
      BY_NAME.putIfAbsent(name, town);
      values(others).forEach(it -> BY_NAME.putIfAbsent(it, town));
    }
  }

  private static List<String> values(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
  }

  /** Returns the country with an ISO 3166 code, in any case. */
  public static Optional<Country> withCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code.toUpperCase(Locale.ROOT)));
  }

  /** Returns the country with a name, an adjective or a name of its people: "Kenya", "Kenyan". */
  public static Optional<Country> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name))
        .filter(it -> it.reference != Reference.TOWN)
        .map(Named::country);
  }

  /**
   * Returns the occurrences of countries in a text, in reading order. Of two names that begin at
   * the same word, the longer one counts: "South Korean".
   */
  public static List<Occurrence> find(String text) {
    List<int[]> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new int[] {matcher.start(), matcher.end()});
    }
    List<Occurrence> found = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      Optional<Occurrence> occurrence = startingAt(words, at, text);
      int end = occurrence.map(Occurrence::end).orElse(words.get(at)[1]);
      occurrence
          .filter(it -> it.reference() != Reference.NAME || !followsNew(text, it.begin()))
          .ifPresent(found::add);
      while (at < words.size() && words.get(at)[0] < end) {
        at++;
      }
    }
    return found;
  }

  private static Optional<Occurrence> startingAt(List<int[]> words, int at, String text) {
    int begin = words.get(at)[0];
    if (!Character.isUpperCase(text.codePointAt(begin))) {
      return Optional.empty();
    }
    return IntStream.range(at, Math.min(words.size(), at + MAX_WORDS))
        .map(last -> at + Math.min(words.size(), at + MAX_WORDS) - 1 - last)
        .mapToObj(last -> words.get(last)[1])
        .flatMap(
            end ->
                lookUp(text.substring(begin, end))
                    .map(it -> new Occurrence(it.country, it.reference, begin, end))
                    .stream())
        .findFirst();
  }

  private static Optional<Named> lookUp(String words) {
    String name = FINAL_DOT.matcher(words.replaceAll("[\\s\\p{Z}]+", " ")).replaceFirst("");
    Named exact = BY_NAME.get(name);
    boolean capitals =
        name.length() >= MIN_CAPITALS_LENGTH && name.chars().noneMatch(Character::isLowerCase);
    return Optional.ofNullable(exact == null && capitals ? BY_NAME.get(titleCase(name)) : exact);
  }

  private static String titleCase(String name) {
    return Pattern.compile(" ")
        .splitAsStream(name)
        .map(it -> it.charAt(0) + it.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  /** Tests whether "New" precedes a name, which makes it another place: "New Mexico". */
  private static boolean followsNew(String text, int begin) {
    return text.startsWith("New ", begin - 4);
  }
}
