package org.newsgraph.extract.entity;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Maps the words for a party to one of them: "the GOP nominee" is the Republicans' nominee. */
public final class PartyAliases {
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<String, String> ALIASES =
      Map.of("gop", "republican", "democrat", "democratic", "tory", "conservative");

  private PartyAliases() {}

  /** Returns the canonical word for a party, or another word unchanged, in lower case. */
  public static String canonical(String word) {
    String lowerCase = word.toLowerCase(Locale.ROOT);
    return ALIASES.getOrDefault(lowerCase, lowerCase);
  }

  /** Returns the words of a role in canonical form. */
  public static Set<String> canonicalWords(String role) {
    return NOT_A_WORD.splitAsStream(role).map(PartyAliases::canonical).collect(Collectors.toSet());
  }
}
