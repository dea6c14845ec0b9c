package org.newsgraph.query.suspects;

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

/**
 * Classification of roles by occupational field and by political party. The word lists are in
 * {@code fields.tsv}, {@code shared-fields.tsv} and {@code parties.tsv}.
 */
final class OccupationFields {
  private static final Map<String, String> FIELDS = new HashMap<>();

  /** Pairs of fields, in both orders, that one person often works in. */
  private static final Set<List<String>> SHARED = new HashSet<>();

  private static final Map<String, Pattern> PARTIES = new HashMap<>();

  /** Signs of a past role: a "former footballer" can be an MP. */
  private static final Pattern PAST =
      Pattern.compile(
          "(?i)\\b(?:former|ex|then|retired|late|was|became|served|old)\\b|.*-turned-.*");

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}-]+");

  /** End of a role's head noun phrase: "minister for sport" is not a sportsman. */
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

  /** Tests whether an article presents a role as current. */
  static boolean isPresent(String text) {
    return !PAST.matcher(text).find();
  }

  /** Returns the occupational field of a role's head noun. */
  static Optional<String> fieldOf(String role) {
    String head = PREPOSITION.split(role.toLowerCase(Locale.ROOT), 2)[0];
    List<String> words = NOT_A_WORD.splitAsStream(head).toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(FIELDS.get(words.get(words.size() - 1)));
  }

  /** Returns the party that a role or its organisation names, if it is exactly one. */
  static Optional<String> partyOf(String text) {
    List<String> named =
        PARTIES.entrySet().stream()
            .filter(it -> it.getValue().matcher(text).find())
            .map(Map.Entry::getKey)
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** Tests whether two fields are different and rarely combined in one person. */
  static boolean areApart(String left, String right) {
    return !left.equals(right) && !SHARED.contains(List.of(left, right));
  }
}
