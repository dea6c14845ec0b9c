package org.newsgraph.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.name.LegalForm;

/**
 * A variant of a name to look up.
 *
 * @param text the variant
 * @param inArticle whether the variant occurs in the article
 */
record NameVariant(String text, boolean inArticle) {
  private static final Pattern THE = Pattern.compile("^[Tt]he ");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Ticker symbol after a legal form, not part of the company's name: "Corp CTUS", "AG VOWG.F". */
  private static final Pattern TICKER =
      Pattern.compile(
          "(?<= (?:Corp|Inc|Ltd|Co|PLC|plc|AG|SA|NV|SpA)\\.?) \\p{Lu}+(?:\\.\\p{Lu}+)?$");

  private static final Pattern LOWER_CASE_FORM = Pattern.compile(" (?:corp|inc|ltd|plc)\\.?$");

  /** Plural of an acronym, or its genitive without an apostrophe: "VWs". */
  private static final Pattern ACRONYM_WITH_S = Pattern.compile("\\p{Lu}{2,}s");

  /** Legal forms in titles, by their abbreviations in the news. */
  private static final Map<String, String> FULL_FORMS =
      Map.of("Inc", " Inc.", "Corp", " Corporation", "Co", " Company", "Ltd", " Limited");

  private static final Pattern LAST_WORD = Pattern.compile("(\\p{L}+)\\.?$");

  /** Tests whether the variant is a single word. */
  boolean isWord() {
    return text.indexOf(' ') < 0;
  }

  /** Returns a name without the ticker symbol after a company's legal form. */
  static String withoutTicker(String name) {
    return TICKER.matcher(name).replaceFirst("");
  }

  /** Returns the name itself, followed by variants under which a knowledge base may have it. */
  static List<NameVariant> of(String name, EntityType type) {
    String bare = THE.matcher(BLANKS.matcher(name.strip()).replaceAll(" ")).replaceFirst("");
    Set<String> written = new LinkedHashSet<>(List.of(name));
    Set<String> others = new LinkedHashSet<>();
    others.add(bare);
    if (type == EntityType.PERSON) {
      others.add(withoutInitials(bare));
    } else {
      String formal = withoutTicker(bare);
      String company = LegalForm.without(LOWER_CASE_FORM.matcher(formal).replaceFirst(""));
      others.add(formal);
      others.add(company);
      others.add("The " + bare);
      if (!company.equals(formal)) {
        fullForm(formal).ifPresent(form -> written.add(company + form));
        FULL_FORMS.values().stream().sorted().forEach(form -> others.add(company + form));
      }
    }
    if (ACRONYM_WITH_S.matcher(bare).matches() || (bare.length() > 3 && bare.endsWith("s"))) {
      // Exported texts lose apostrophes: "Brazils currency".
      others.add(bare.substring(0, bare.length() - 1));
    }
    others.removeAll(written);
    return Stream.concat(
            written.stream().map(it -> new NameVariant(it, true)),
            others.stream().filter(it -> !it.isBlank()).map(it -> new NameVariant(it, false)))
        .toList();
  }

  /** Returns the legal form at the end of a name in full: " Corporation" for "Corp". */
  private static Optional<String> fullForm(String name) {
    Matcher last = LAST_WORD.matcher(name);
    return last.find() ? Optional.ofNullable(FULL_FORMS.get(last.group(1))) : Optional.empty();
  }

  /** Removes middle initials: "Christopher Rose" from "Christopher M. Rose". */
  private static String withoutInitials(String name) {
    List<String> words = Arrays.asList(name.split(" "));
    if (words.size() < 3) {
      return name;
    }
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean initial = words.get(i).replace(".", "").length() == 1;
      if (i == 0 || i == words.size() - 1 || !initial) {
        kept.add(words.get(i));
      }
    }
    return String.join(" ", kept);
  }
}
