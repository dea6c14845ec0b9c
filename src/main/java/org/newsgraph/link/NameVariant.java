package org.newsgraph.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

  /** Capitals after a legal form, which are not part of the company's name: "Corp CTUS". */
  private static final Pattern AFTER_COMPANY_FORM =
      Pattern.compile("(?<= (?:Corp|Inc|Ltd|Co|PLC|plc)\\.?) \\p{Lu}+$");

  /** Tests whether the variant is a single word. */
  boolean isWord() {
    return text.indexOf(' ') < 0;
  }

  /** Returns the name itself, followed by variants under which a knowledge base may have it. */
  static List<NameVariant> of(String name, EntityType type) {
    String bare = THE.matcher(BLANKS.matcher(name.strip()).replaceAll(" ")).replaceFirst("");
    Set<String> others = new LinkedHashSet<>();
    others.add(bare);
    if (type == EntityType.PERSON) {
      others.add(withoutInitials(bare));
    } else {
      others.add(AFTER_COMPANY_FORM.matcher(bare).replaceFirst(""));
      String company = LegalForm.without(AFTER_COMPANY_FORM.matcher(bare).replaceFirst(""));
      others.add(company);
      others.add("The " + bare);
      if (LegalForm.isPresentIn(bare)) {
        others.add(company + " Inc.");
        others.add(company + " Corporation");
        others.add(company + " Company");
      }
    }
    if (bare.length() > 3 && bare.endsWith("s")) {
      // Exported texts lose apostrophes: "Brazils currency".
      others.add(bare.substring(0, bare.length() - 1));
    }
    others.remove(name);
    List<NameVariant> forms = new ArrayList<>();
    forms.add(new NameVariant(name, true));
    others.stream()
        .filter(it -> !it.isBlank())
        .map(it -> new NameVariant(it, false))
        .forEach(forms::add);
    return forms;
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
