package org.newsgraph.extract.name;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/**
 * Finds acronyms that an article explains: "Democratic Alliance for the Betterment of Hong Kong
 * (DAB)".
 */
public final class Acronyms {
  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}\\p{N}&.-]{1,7}");

  private Acronyms() {}

  /**
   * Returns the full name before each acronym in parentheses. The name must contain the letters of
   * the acronym in order.
   */
  public static Map<String, String> find(Text text, List<DetectedName> names) {
    Map<String, String> fullNames = new HashMap<>();
    DetectedName before = null;
    for (DetectedName name :
        names.stream().sorted(Comparator.comparing(DetectedName::span)).toList()) {
      if (before != null
          && ACRONYM.matcher(name.text()).matches()
          && isParenthesised(text, before.span().end(), name.span())
          && abbreviates(name.text(), before.text())) {
        fullNames.putIfAbsent(name.text(), before.text());
      }
      before = name;
    }
    return fullNames;
  }

  private static boolean isParenthesised(Text text, int after, Span acronym) {
    return acronym.begin() - after >= 1
        && acronym.begin() - after <= 3
        && text.substring(new Span(after, acronym.begin())).strip().equals("(")
        && acronym.end() < text.length()
        && text.substring(new Span(acronym.end(), acronym.end() + 1)).equals(")");
  }

  /**
   * Tests whether a name contains the letters of an acronym in order and starts with the first of
   * them.
   */
  static boolean abbreviates(String acronym, String name) {
    String letters = acronym.replaceAll("[^\\p{Lu}]", "").toLowerCase(Locale.ROOT);
    String lowerCase = name.toLowerCase(Locale.ROOT);
    int at = -1;
    for (int i = 0; i < letters.length(); i++) {
      at = lowerCase.indexOf(letters.charAt(i), at + 1);
      if (at < 0) {
        return false;
      }
    }
    return name.length() > acronym.length() && lowerCase.charAt(0) == letters.charAt(0);
  }
}
