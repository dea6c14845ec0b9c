package org.newsgraph.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.EntityType;

/**
 * Variants of names that the rest of an article suggests: the state of a town, the country of a
 * ministry or a national team.
 */
final class ContextVariants {
  /** Maximum number of regions whose names are combined with the names of an article. */
  private static final int MAX_REGIONS = 4;

  private static final Pattern BODY_FIRST = Pattern.compile("(\\p{L}+) of (?:the )?(.+)");
  private static final Pattern BODY_LAST = Pattern.compile("(.+) (\\p{L}+)");

  /** Nouns for institutions of a state: "Ministry", "Senate". */
  private static final Set<String> INSTITUTIONS =
      WordLists.entries(ContextVariants.class, "institutions.txt");

  /**
   * A variant of a name.
   *
   * @param text the variant, which is not in the article
   * @param region the country or state that completes the name
   * @param weight frequency of the region in the article, relative to the most frequent, up to 1
   */
  record Variant(String text, Region region, double weight) {}

  private final Map<Region, Double> regions;

  private ContextVariants(Map<Region, Double> regions) {
    this.regions = regions;
  }

  static ContextVariants of(String text) {
    return new ContextVariants(Region.in(text, MAX_REGIONS));
  }

  /** Returns the variants of a name. */
  List<Variant> of(String name, EntityType type) {
    List<Variant> variants = new ArrayList<>();
    regions.forEach(
        (region, weight) ->
            names(name, type, region)
                .forEach(text -> variants.add(new Variant(text, region, weight))));
    return variants;
  }

  private static List<String> names(String name, EntityType type, Region region) {
    if (type == EntityType.PLACE && !Region.isNamed(name) && name.indexOf(',') < 0) {
      return List.of(name + ", " + region.name());
    }
    return type == EntityType.ORGANISATION && isInstitution(name)
        ? institution(name, region)
        : List.of();
  }

  private static boolean isInstitution(String name) {
    String[] words = name.split(" ");
    return INSTITUTIONS.contains(words[words.length - 1]) || INSTITUTIONS.contains(words[0]);
  }

  /** Returns the names that an institution may have outside its country. */
  private static List<String> institution(String name, Region region) {
    List<String> forms = new ArrayList<>();
    forms.add(name);
    Matcher last = BODY_LAST.matcher(name);
    Matcher first = BODY_FIRST.matcher(name);
    if (first.matches() && INSTITUTIONS.contains(first.group(1))) {
      forms.add(first.group(2) + " " + first.group(1));
    } else if (last.matches() && INSTITUTIONS.contains(last.group(2))) {
      forms.add(last.group(2) + " of " + last.group(1));
    }
    List<String> names = new ArrayList<>();
    for (String form : forms) {
      names.add(form + " (" + region.name() + ")");
      names.add(form + " of " + region.name());
      names.add(region.name() + " " + form);
      region.adjectives().forEach(adjective -> names.add(adjective + " " + form));
    }
    return names;
  }
}
