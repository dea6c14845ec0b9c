package org.newsgraph.article.decode;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Converts names and codes of languages to BCP 47 tags. */
public final class LanguageNames {
  private static final Map<String, String> BY_NAME = names();

  private LanguageNames() {}

  /**
   * Returns the BCP 47 tag for a tag ("en_GB") or an English name ("ENGLISH"), or empty if it is
   * neither.
   */
  public static Optional<String> tag(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    String named = BY_NAME.get(text.strip().toLowerCase(Locale.ROOT));
    if (named != null) {
      return Optional.of(named);
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text.strip().replace('_', '-')).build();
      return locale.getLanguage().isEmpty() || locale.getLanguage().equals("und")
          ? Optional.empty()
          : Optional.of(locale.toLanguageTag());
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  /** Tests whether a text is the English name of a language. */
  public static boolean isName(String text) {
    return BY_NAME.containsKey(text.strip().toLowerCase(Locale.ROOT));
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      names.put(
          Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
          code);
    }
    return names;
  }
}
