package org.newsgraph.article;

import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Names of months, days of the week and time zones in dates, in many languages. */
final class DateWords {
  /** Value of a word that a date may contain but that says nothing about it: "at", "Uhr". */
  private static final int FILLER = 0;

  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Map<String, Integer> OTHERS = new HashMap<>();
  private static final Map<String, ZoneOffset> ZONES = new HashMap<>();

  static {
    for (List<String> row : WordLists.rows(DateWords.class, "date-words.txt")) {
      Map<String, Integer> words = row.get(0).equals("month") ? MONTHS : OTHERS;
      int value = Integer.parseInt(row.get(1));
      for (String word : row.get(2).split(" ", -1)) {
        // A word for two days of the week, in two languages, is as good as none.
        words.merge(word, value, (first, second) -> first.equals(second) ? first : FILLER);
        words.putIfAbsent(withoutAccents(word), value);
      }
    }
    for (List<String> row : WordLists.rows(DateWords.class, "time-zones.txt")) {
      ZONES.put(row.get(0), ZoneOffset.of(row.get(1)));
    }
  }

  private DateWords() {}

  /** Returns the number of the month that a word names, from 1 for January. */
  static OptionalInt month(String word) {
    return find(MONTHS, word);
  }

  /**
   * Returns the number of the day of the week that a word names, from 1 for Monday, or 0 if the
   * word may stand in a date without a meaning of its own.
   */
  static OptionalInt weekdayOrFiller(String word) {
    return find(OTHERS, word);
  }

  /** Returns the offset that an abbreviation such as "EST" means, if only one zone uses it. */
  static Optional<ZoneOffset> zone(String abbreviation) {
    return Optional.ofNullable(ZONES.get(abbreviation));
  }

  private static OptionalInt find(Map<String, Integer> words, String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    Integer value = words.getOrDefault(lower, words.get(withoutAccents(lower)));
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static String withoutAccents(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('ı', 'i');
  }
}
