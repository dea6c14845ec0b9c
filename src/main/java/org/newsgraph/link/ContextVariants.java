package org.newsgraph.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;

/**
 * Variants of names that the rest of an article suggests: the state of a town, the country of a
 * ministry, the town of a team, the team of a country.
 */
final class ContextVariants {
  /** Maximum number of regions, and of other places, that complete the names of an article. */
  private static final int MAX_PLACES = 4;

  private static final Pattern BODY_FIRST = Pattern.compile("(\\p{L}+) of (?:the )?(.+)");
  private static final Pattern BODY_LAST = Pattern.compile("(.+) (\\p{L}+)");

  /** Plural noun, as teams are called: "Dolphins". */
  private static final Pattern NICKNAME = Pattern.compile("\\p{Lu}\\p{L}+s");

  /** Nouns for institutions of a state: "Ministry", "Senate". */
  private static final Set<String> INSTITUTIONS =
      WordLists.entries(ContextVariants.class, "institutions.txt");

  /**
   * A variant of a name, which need not be in the article.
   *
   * @param text the variant
   * @param required strings of which the title of an item must contain one
   * @param weight how well the article supports the variant, up to 1
   */
  record Variant(String text, List<String> required, double weight) {
    /** Tests whether an item with this name is the one that the variant describes. */
    boolean fits(Item item) {
      String title = item.title().orElse(item.label());
      return required.stream().anyMatch(title::contains);
    }
  }

  private final Map<Region, Double> regions;
  private final List<Sport> sports;
  private final List<String> places;

  ContextVariants(Extraction extraction) {
    String text = extraction.article().text().toString();
    regions = Region.in(text, MAX_PLACES);
    sports = Sport.in(text);
    places =
        extraction.entities().stream()
            .filter(entity -> entity.type() == EntityType.PLACE)
            .map(Entity::name)
            .limit(MAX_PLACES)
            .toList();
  }

  /** Returns the variants of a name. */
  List<Variant> of(String name, EntityType type) {
    List<Variant> variants = new ArrayList<>();
    if (type == EntityType.PLACE && !Region.isNamed(name) && name.indexOf(',') < 0) {
      regions.forEach(
          (region, weight) ->
              variants.add(
                  new Variant(name + ", " + region.name(), List.of(region.name()), weight)));
    } else if (type == EntityType.ORGANISATION) {
      addInstitutions(name, variants);
      addTeams(name, variants);
    }
    return variants;
  }

  private void addInstitutions(String name, List<Variant> variants) {
    String[] words = name.split(" ", -1);
    Optional<Region> owner =
        Region.named(words[0]).or(() -> Region.named(words[0].replaceFirst("['’]?s$", "")));
    if (owner.isPresent() && words.length > 1) {
      String rest = name.substring(words[0].length() + 1);
      if (isInstitution(rest)) {
        variants.addAll(institutions(rest, owner.get(), 1));
      }
    } else if (isInstitution(name)) {
      regions.forEach((region, weight) -> variants.addAll(institutions(name, region, weight)));
    }
  }

  private static boolean isInstitution(String name) {
    String[] words = name.split(" ", -1);
    return INSTITUTIONS.contains(words[words.length - 1]) || INSTITUTIONS.contains(words[0]);
  }

  /** Returns the names that an institution may have outside its country. */
  private static List<Variant> institutions(String name, Region region, double weight) {
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
    List<String> required =
        Stream.concat(region.names().stream(), region.adjectives().stream()).toList();
    return names.stream().map(it -> new Variant(it, required, weight)).toList();
  }

  private void addTeams(String name, List<Variant> variants) {
    for (Sport sport : sports) {
      for (String team : sport.teams()) {
        variants.add(new Variant(name + " " + team, List.of(name), 1));
      }
    }
    if (NICKNAME.matcher(name).matches()) {
      places.forEach(
          place -> variants.add(new Variant(place + " " + name, List.of(place + " " + name), 1)));
    }
  }
}
