package org.newsgraph.extract.name;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.Countries;
import org.newsgraph.text.Token;

/** Recognises currencies, which name no country: "US$5", "US dollars", "Tk 2,680". */
final class CurrencyWords {
  private static final Set<String> ABBREVIATIONS =
      WordLists.entries(CurrencyWords.class, "currencies.txt");

  private static final Pattern WITH_SIGN = Pattern.compile("[\\p{L}.]{1,4}[$€£¥].*");
  private static final Pattern BEFORE_SIGN = Pattern.compile("[\\p{L}.]{1,4}");
  private static final Pattern SIGN = Pattern.compile("[$€£¥].*");
  private static final Pattern UNIT = Pattern.compile("dollars?|cents?");

  private CurrencyWords() {}

  /** Tests whether a token is a currency or a part of one. */
  static boolean isAt(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    String word = token.word();
    if (WITH_SIGN.matcher(word).matches()) {
      return true;
    }
    boolean hasNext = at + 1 < tokens.size();
    if (ABBREVIATIONS.contains(word)) {
      return (hasNext && isNumber(tokens.get(at + 1)))
          || (at > 0 && isNumber(tokens.get(at - 1)) && !isCapitalised(tokens, at + 1));
    }
    if (!hasNext) {
      return false;
    }
    Token next = tokens.get(at + 1);
    return (BEFORE_SIGN.matcher(word).matches()
            && token.touches(next)
            && SIGN.matcher(next.word()).matches())
        || (UNIT.matcher(next.word()).matches() && Countries.named(word).isPresent());
  }

  private static boolean isNumber(Token token) {
    return Character.isDigit(token.word().codePointAt(0));
  }

  private static boolean isCapitalised(List<Token> tokens, int at) {
    return at < tokens.size() && Character.isUpperCase(tokens.get(at).word().codePointAt(0));
  }
}
