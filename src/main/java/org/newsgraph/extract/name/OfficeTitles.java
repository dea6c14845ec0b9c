package org.newsgraph.extract.name;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.OfficeAbbreviations;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.Token;

/**
 * Recognises capitalised titles of offices, which are not names: "Interior Minister", "the MEC",
 * "the Municipal Chief Executive (MCE)" and later "the MCE".
 */
final class OfficeTitles {
  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,5}");

  private static final Set<String> BEFORE_OFFICES =
      Set.of("the", "a", "an", "his", "her", "its", "their", "this", "that", "former", "acting");

  private static final Set<String> LAWS = Set.of("Constitution");

  private static final Set<String> PORTFOLIOS =
      WordLists.rows(OfficeTitles.class, "portfolios.txt").stream()
          .map(row -> row.get(0))
          .collect(Collectors.toUnmodifiableSet());

  private final Set<String> acronyms = new HashSet<>();

  /** Collects the offices for which an article introduces an acronym in parentheses. */
  OfficeTitles(List<List<Token>> sentences) {
    for (List<Token> tokens : sentences) {
      for (int at = 2; at + 1 < tokens.size(); at++) {
        String word = tokens.get(at).word();
        String noun = tokens.get(at - 2).word();
        if (tokens.get(at - 1).word().equals("(")
            && tokens.get(at + 1).word().equals(")")
            && ACRONYM.matcher(word).matches()
            && RoleNouns.isSingular(noun.toLowerCase(Locale.ROOT))
            && noun.startsWith(word.substring(word.length() - 1))) {
          acronyms.add(word);
        }
      }
    }
  }

  /** Tests whether a range is an office or a minister's portfolio. */
  boolean isOffice(List<Token> tokens, TokenRange name) {
    String first = word(tokens, name.first());
    boolean alone = name.length() == 1;
    boolean parliament =
        alone
            && first.equals("Parliament")
            && word(tokens, name.first() - 1).equals("of")
            && word(tokens, name.first() - 2).startsWith("Member");
    return parliament
        || (alone && (acronyms.contains(first) || LAWS.contains(first)))
        || (alone && isAbbreviation(tokens, name.first()))
        || (isPortfolio(tokens, name) && isInMinisterTitle(tokens, name));
  }

  /** Tests whether a word is the abbreviation of an office, "the OC" or "OC of". */
  private static boolean isAbbreviation(List<Token> tokens, int at) {
    return OfficeAbbreviations.of(word(tokens, at))
        .filter(
            it ->
                it.unambiguous()
                    || BEFORE_OFFICES.contains(word(tokens, at - 1).toLowerCase(Locale.ROOT))
                    || word(tokens, at + 1).equals("of"))
        .isPresent();
  }

  private static boolean isPortfolio(List<Token> tokens, TokenRange name) {
    return tokens.subList(name.first(), name.last() + 1).stream()
        .map(Token::word)
        .allMatch(word -> PORTFOLIOS.contains(word) || word.matches("and|&|,|-"));
  }

  /**
   * Tests whether a portfolio is part of a minister's title: "Interior Minister", "Interior and
   * Safety Minister", "the Minister of Gender Equality".
   */
  private static boolean isInMinisterTitle(List<Token> tokens, TokenRange name) {
    int before = name.first() - 1;
    while (isListed(tokens, before)) {
      before--;
    }
    int after = name.last() + 1;
    while (isListed(tokens, after)) {
      after++;
    }
    boolean of = Set.of("of", "for").contains(word(tokens, before));
    return isMinister(tokens, after) || (of && isMinister(tokens, before - 1));
  }

  /** Tests whether a word belongs to a list of portfolios. */
  private static boolean isListed(List<Token> tokens, int at) {
    String word = word(tokens, at);
    return PORTFOLIOS.contains(word) || word.matches("and|&|,|-|the");
  }

  private static boolean isMinister(List<Token> tokens, int at) {
    return word(tokens, at).matches("Ministers?|Secretary");
  }

  private static String word(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).word() : "";
  }
}
