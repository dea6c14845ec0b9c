package org.newsgraph.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.text.Token;

/**
 * Tells words with capitals that stand for an office and name nothing: "Interior Minister", "the
 * MEC", "the Municipal Chief Executive (MCE)" and "the MCE" after it.
 */
final class OfficeTitles {
  private static final Pattern MINISTER = Pattern.compile("Ministers?");
  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,5}");

  /** Members of bodies, and officers of companies. */
  private static final Set<String> ACRONYMS =
      Set.of(
          "MP", "MPs", "MEP", "MEPs", "MLA", "MLAs", "MEC", "MECs", "MCA", "MCAs", "CEO", "CEOs",
          "CFO", "COO", "CTO");

  private static final Set<String> LAWS = Set.of("Constitution");

  private final Set<String> acronyms = new HashSet<>(ACRONYMS);

  /** The offices of an article, with those that it abbreviates in parentheses. */
  OfficeTitles(List<List<Token>> sentences) {
    for (List<Token> tokens : sentences) {
      for (int at = 2; at + 1 < tokens.size(); at++) {
        String word = tokens.get(at).word();
        String noun = tokens.get(at - 2).word();
        if (tokens.get(at - 1).word().equals("(")
            && tokens.get(at + 1).word().equals(")")
            && ACRONYM.matcher(word).matches()
            && RoleNouns.classOf(noun).isPresent()
            && noun.startsWith(word.substring(word.length() - 1))) {
          acronyms.add(word);
        }
      }
    }
  }

  /** Whether what was taken for an organisation is an office, or what one is responsible for. */
  boolean holds(List<Token> tokens, Run name) {
    String first = word(tokens, name.first());
    boolean alone = name.length() == 1;
    boolean parliament =
        alone
            && first.equals("Parliament")
            && word(tokens, name.first() - 1).equals("of")
            && word(tokens, name.first() - 2).startsWith("Member");
    return isPortfolio(tokens, name)
        || parliament
        || (alone && (acronyms.contains(first) || LAWS.contains(first)));
  }

  /** "Interior Minister", "Interior and Safety Minister", "the Minister of Gender Equality". */
  private static boolean isPortfolio(List<Token> tokens, Run name) {
    int before = name.first() - 1;
    before -= word(tokens, before).equals("the") ? 1 : 0;
    boolean of = Set.of("of", "for").contains(word(tokens, before));
    int after = name.last() + 1;
    return (of && isMinister(tokens, before - 1))
        || isMinister(tokens, after)
        || (word(tokens, after).equals("and") && isMinister(tokens, after + 2));
  }

  private static boolean isMinister(List<Token> tokens, int at) {
    return MINISTER.matcher(word(tokens, at)).matches();
  }

  private static String word(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).word() : "";
  }
}
