package org.newsgraph.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/** Which field of life a role belongs to, and which party, see the word lists beside it. */
final class OccupationFields {
  private static final Map<String, String> FIELDS = new HashMap<>();

  /** Pairs of fields, either way round, in which one person is often at home. */
  private static final Set<List<String>> SHARED = new HashSet<>();

  private static final Map<String, Pattern> PARTIES = new HashMap<>();

  /** Past: "former footballer" does not keep anybody from being an MP. */
  private static final Pattern PAST =
      Pattern.compile(
          "(?i)\\b(?:former|ex|then|retired|late|was|became|served|old)\\b|.*-turned-.*");

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}-]+");

  /** Where the noun of a role ends: "minister for sport" is no sportsman. */
  private static final Pattern PREPOSITION = Pattern.compile(" (?:of|at|for|with|to|in) ");

  static {
    for (List<String> row : WordLists.rows(OccupationFields.class, "fields.tsv")) {
      for (String noun : row.get(1).split("\\|", -1)) {
        FIELDS.put(noun, row.get(0));
      }
    }
    for (List<String> row : WordLists.rows(OccupationFields.class, "shared-fields.tsv")) {
      SHARED.add(row);
      SHARED.add(List.of(row.get(1), row.get(0)));
    }
    for (List<String> row : WordLists.rows(OccupationFields.class, "parties.tsv")) {
      String words =
          String.join("|", Arrays.stream(row.get(1).split("\\|", -1)).map(Pattern::quote).toList());
      PARTIES.put(row.get(0), Pattern.compile("(?<!\\p{L})(?:" + words + ")(?!\\p{L})"));
    }
  }

  private OccupationFields() {}

  /** Whether the article tells a role as one that the person has now. */
  static boolean isPresent(String words) {
    return !PAST.matcher(words).find();
  }

  /** The field that the noun of a role belongs to. */
  static Optional<String> of(String role) {
    String head = PREPOSITION.split(role.toLowerCase(Locale.ROOT), 2)[0];
    List<String> words = NOT_A_WORD.splitAsStream(head).toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(FIELDS.get(words.get(words.size() - 1)));
  }

  /** The party that a role's words or its organisation name. */
  static Optional<String> party(String words) {
    List<String> named =
        PARTIES.entrySet().stream()
            .filter(it -> it.getValue().matcher(words).find())
            .map(Map.Entry::getKey)
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** Whether hardly anybody is at home in both. */
  static boolean areApart(String one, String other) {
    return !one.equals(other) && !SHARED.contains(List.of(one, other));
  }
}
