package org.newsgraph.extract.name;

import java.util.List;
import java.util.Set;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.Token;

/** Recognises firms that are named after people: "Ernest Varley & Partners". */
final class FirmNames {
  private static final Set<String> JOINS = Set.of("&", "and");

  private static final Set<String> PARTNERS =
      Set.of(
          "Partners",
          "Associates",
          "Sons",
          "Son",
          "Daughters",
          "Brothers",
          "Bros",
          "Company",
          "Co",
          "Co.",
          "Fils",
          "Cie");

  /** Maximum number of words of a family name that are labelled apart from the given name. */
  private static final int MAX_SEPARATE_WORDS = 3;

  private FirmNames() {}

  /** Returns the range of a name together with "& Partners" after it, or the range itself. */
  static TokenRange withPartners(List<Token> tokens, TokenRange name) {
    int at = name.last() + 1;
    while (at < tokens.size()
        && at - name.last() <= MAX_SEPARATE_WORDS
        && tokens.get(at).label() == EntityLabel.ORGANISATION
        && Character.isUpperCase(tokens.get(at).word().codePointAt(0))) {
      at++;
    }
    boolean isFirm =
        at + 1 < tokens.size()
            && JOINS.contains(tokens.get(at).word())
            && PARTNERS.contains(tokens.get(at + 1).word());
    return isFirm ? new TokenRange(name.first(), at + 1) : name;
  }
}
