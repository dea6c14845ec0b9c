package org.newsgraph.extract;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.newsgraph.article.WordLists;

/**
 * Abbreviations of offices, "OC" for an officer in charge, listed in {@code
 * office-abbreviations.tsv}.
 */
public final class OfficeAbbreviations {
  private static final Map<String, Office> OFFICES =
      WordLists.rows(OfficeAbbreviations.class, "office-abbreviations.tsv").stream()
          .map(row -> new Office(row.get(0), row.get(1), row.get(2).equals("alone")))
          .collect(Collectors.toUnmodifiableMap(Office::abbreviation, Function.identity()));

  private OfficeAbbreviations() {}

  /**
   * An office.
   *
   * @param abbreviation its abbreviation, in capitals
   * @param noun the role noun that it stands for, in lower case
   * @param unambiguous whether the abbreviation has no other frequent meaning
   */
  public record Office(String abbreviation, String noun, boolean unambiguous) {}

  /** Returns the office with an abbreviation, "OC" or "OCs". */
  public static Optional<Office> of(String abbreviation) {
    Office office = OFFICES.get(abbreviation);
    return office == null && abbreviation.endsWith("s")
        ? Optional.ofNullable(OFFICES.get(abbreviation.substring(0, abbreviation.length() - 1)))
        : Optional.ofNullable(office);
  }
}
