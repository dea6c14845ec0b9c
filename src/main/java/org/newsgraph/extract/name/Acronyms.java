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
 * Acronyms that an article explains: "Democratic Alliance for the Betterment of Hong Kong (DAB)".
 */
public final class Acronyms {
  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}\\p{N}&.-]{1,7}");

  private Acronyms() {}

  /**
   * The whole name that stands before each acronym in brackets; its letters must come in it in
   * order.
   */
  public static Map<String, String> explained(Text text, List<DetectedName> names) {
    Map<String, String> wholes = new HashMap<>();
    DetectedName before = null;
    for (DetectedName name :
        names.stream().sorted(Comparator.comparing(DetectedName::span)).toList()) {
      if (before != null
          && ACRONYM.matcher(name.text()).matches()
          && isBracketed(text, before.span().end(), name.span())
          && comesIn(name.text(), before.text())) {
        wholes.putIfAbsent(name.text(), before.text());
      }
      before = name;
    }
    return wholes;
  }

  private static boolean isBracketed(Text text, int after, Span acronym) {
    return acronym.begin() - after >= 1
        && acronym.begin() - after <= 3
        && text.at(new Span(after, acronym.begin())).strip().equals("(")
        && acronym.end() < text.length()
        && text.at(new Span(acronym.end(), acronym.end() + 1)).equals(")");
  }

  /** As letters of the name, in this order, the first as its first. */
  static boolean comesIn(String acronym, String name) {
    String letters = acronym.replaceAll("[^\\p{Lu}]", "").toLowerCase(Locale.ROOT);
    String whole = name.toLowerCase(Locale.ROOT);
    int at = -1;
    for (int i = 0; i < letters.length(); i++) {
      at = whole.indexOf(letters.charAt(i), at + 1);
      if (at < 0) {
        return false;
      }
    }
    return name.length() > acronym.length() && whole.charAt(0) == letters.charAt(0);
  }
}
