package org.newsgraph.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.Countries;

/**
 * A country, or a state or province of a large one. Articles often name it only once and then leave
 * it out: "the Finance Ministry", "Lewis County".
 *
 * @param names names in the news; the first is usually the one in titles of the English Wikipedia
 * @param adjectives adjectives that name its institutions and teams: "Peruvian"
 */
record Region(List<String> names, List<String> adjectives) {
  private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{L}.-]*|\\p{L}+");

  /** Postal code of a state. */
  private static final Pattern POSTAL_CODE = Pattern.compile("\\p{Lu}{2}");

  /** Country whose news names states by their postal codes: "Marfa, TX". */
  private static final String POSTAL_COUNTRY = "US";

  /** Maximum number of words in a name or an adjective that is searched for in texts. */
  private static final int MAX_WORDS = 3;

  private static final Map<String, Region> BY_NAME = new HashMap<>();

  private static final Map<String, Region> BY_POSTAL_CODE = new HashMap<>();

  static {
    for (List<String> row : WordLists.rows(Countries.class, "countries.tsv")) {
      add(new Region(cells(row.get(2)), row.size() > 3 ? cells(row.get(3)) : List.of()));
    }
    for (List<String> row : WordLists.rows(Countries.class, "states.tsv")) {
      List<String> names = new ArrayList<>(List.of(row.get(0)));
      cells(row.get(1)).stream().filter(it -> it.endsWith(".")).forEach(names::add);
      Region state = new Region(names, List.of());
      add(state);
      cells(row.get(1)).stream()
          .filter(it -> row.get(2).equals(POSTAL_COUNTRY) && POSTAL_CODE.matcher(it).matches())
          .forEach(code -> BY_POSTAL_CODE.put(code, state));
    }
  }

  private static void add(Region region) {
    region.names.forEach(name -> BY_NAME.putIfAbsent(name, region));
    region.adjectives.forEach(adjective -> BY_NAME.putIfAbsent(adjective, region));
  }

  private static List<String> cells(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
  }

  String name() {
    return names.get(0);
  }

  /** Returns the region with a name or an adjective. */
  static Optional<Region> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Returns the American state with a postal code: "TX". */
  static Optional<Region> ofPostalCode(String code) {
    return Optional.ofNullable(BY_POSTAL_CODE.get(code));
  }

  /** Tests whether a name is that of a region, or its adjective. */
  static boolean isNamed(String name) {
    return BY_NAME.containsKey(name);
  }

  /**
   * Returns the regions that a text names, directly or by an adjective, the most frequent first,
   * with their frequencies relative to the first.
   *
   * @param limit maximum number of regions
   */
  static Map<Region, Double> in(String text, int limit) {
    Map<Region, Integer> counts = new HashMap<>();
    List<String> previous = new ArrayList<>();
    int end = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (word.start() != end + 1) {
        previous.clear();
      }
      end = word.end();
      previous.add(word.group());
      if (previous.size() > MAX_WORDS) {
        previous.remove(0);
      }
      count(previous, counts);
    }
    double most = counts.values().stream().mapToInt(it -> it).max().orElse(1);
    Map<Region, Double> frequent = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<Region, Integer>comparingByValue()
                .reversed()
                .thenComparing(it -> it.getKey().name()))
        .limit(limit)
        .forEach(it -> frequent.put(it.getKey(), it.getValue() / most));
    return frequent;
  }

  /** Counts the longest name that ends with the last of some words: "West Virginia". */
  private static void count(List<String> words, Map<Region, Integer> counts) {
    for (int from = 0; from < words.size(); from++) {
      String name = String.join(" ", words.subList(from, words.size()));
      Region region = BY_NAME.get(name);
      if (region == null && name.endsWith(".")) {
        region = BY_NAME.get(name.substring(0, name.length() - 1));
      }
      if (region != null) {
        counts.merge(region, 1, Integer::sum);
        return;
      }
    }
  }
}
