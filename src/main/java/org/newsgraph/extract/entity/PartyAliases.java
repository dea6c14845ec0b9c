package org.newsgraph.extract.entity;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parties by whichever word of theirs stands in a role: "the GOP nominee" is the Republicans'. */
public final class PartyAliases {
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<String, String> SAME =
      Map.of("gop", "republican", "democrat", "democratic", "tory", "conservative");

  private PartyAliases() {}

  /** One word, in small letters, for all that name a party; other words as they are. */
  public static String canonical(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return SAME.getOrDefault(small, small);
  }

  /** The words of a role, each such. */
  public static Set<String> in(String role) {
    return NOT_A_WORD.splitAsStream(role).map(PartyAliases::canonical).collect(Collectors.toSet());
  }
}
