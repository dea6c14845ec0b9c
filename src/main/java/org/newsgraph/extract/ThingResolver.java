package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which names of organisations, places and other things are one thing's. */
final class ThingResolver {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern ARTICLE = Pattern.compile("^(?:[Tt]he|THE) ");
  private static final Pattern HAS_OTHER_WORDS =
      Pattern.compile(" (?!(?:of|the|for|and|in|on|at|to|de|la|du|del|van|von|al|el)\\b)\\p{Ll}");
  private static final Pattern COMPANY_FORM =
      Pattern.compile(
          ",? (?:Corp|Corporation|Inc|Incorporated|Ltd|Limited|Co|Company|plc|PLC|LLC|AG|SA|NV"
              + "|GmbH|Holdings|Group)\\.?$");

  /** In the order of their first, longest names. */
  private final List<Thing> things = new ArrayList<>();

  /** The things by each form under which a later, shorter name can call them. */
  private final Map<String, Thing> byForm = new HashMap<>();

  private ThingResolver() {}

  /** The names of one thing, as far as they are known yet. */
  private static final class Thing {
    private final Optional<WellKnownNames.WellKnown> wellKnown;
    private final List<Name> names = new ArrayList<>();

    Thing(Optional<WellKnownNames.WellKnown> wellKnown) {
      this.wellKnown = wellKnown;
    }

    /**
     * The fullest of its forms, without those into which a label drew other words: the name to show
     * where no well-known one is.
     */
    String longest() {
      return names.stream()
          .map(name -> form(name.text()))
          .max(
              Comparator.comparing((String form) -> !HAS_OTHER_WORDS.matcher(form).find())
                  .thenComparingInt(String::length)
                  .thenComparing(Comparator.reverseOrder()))
          .orElseThrow();
    }

    EntityType type() {
      Map<EntityType, Integer> counts = new LinkedHashMap<>();
      names.forEach(name -> counts.merge(name.type(), 1, Integer::sum));
      return wellKnown
          .map(WellKnownNames.WellKnown::type)
          .orElseGet(
              () ->
                  counts.entrySet().stream()
                      .max(
                          Map.Entry.<EntityType, Integer>comparingByValue()
                              .thenComparing(Map.Entry.comparingByKey()))
                      .orElseThrow()
                      .getKey());
    }

    Entity entity() {
      String name = wellKnown.map(WellKnownNames.WellKnown::name).orElseGet(this::longest);
      Set<String> others = new HashSet<>();
      names.forEach(mention -> others.add(form(mention.text())));
      others.remove(name);
      return new Entity(name, type(), others, true);
    }
  }

  static Map<Name, Entity> resolve(List<Name> names) {
    ThingResolver resolver = new ThingResolver();
    // The longest first, so that each short form finds the long one that it stands for.
    names.stream()
        .sorted(
            Comparator.comparing((Name name) -> -name.text().length()).thenComparing(Name::span))
        .forEach(resolver::add);
    Map<Name, Entity> entities = new HashMap<>();
    for (Thing thing : resolver.things) {
      Entity entity = thing.entity();
      thing.names.forEach(name -> entities.put(name, entity));
    }
    return entities;
  }

  private void add(Name name) {
    String form = form(name.text());
    Optional<WellKnownNames.WellKnown> wellKnown =
        WellKnownNames.of(name.text())
            .or(() -> WellKnownNames.of(form))
            .filter(known -> name.type() != EntityType.OTHER);
    String key = wellKnown.map(known -> key(known.name())).orElseGet(() -> key(form));
    Thing thing = byForm.get(key);
    if (thing == null) {
      thing = new Thing(wellKnown);
      things.add(thing);
      byForm.put(key, thing);
    }
    thing.names.add(name);
    for (String shortForm : shortForms(form, name.type())) {
      byForm.putIfAbsent(key(shortForm), thing);
    }
  }

  /** What a name may be called after it: by its initials, an organisation by its first words. */
  private static List<String> shortForms(String form, EntityType type) {
    List<String> words = List.of(SPACE.split(form, -1));
    List<String> forms = new ArrayList<>();
    String initials = KnownNames.initials(words);
    if (words.size() > 1 && initials.length() > 1) {
      forms.add(initials);
    }
    // Few names have more words, and a text of one name must not take for ever.
    for (int size = 2;
        type == EntityType.ORGANISATION && size < Math.min(words.size(), 8);
        size++) {
      forms.add(String.join(" ", words.subList(0, size)));
    }
    return forms;
  }

  /** The name without article and broken white space; shouted, in small letters after the first. */
  private static String form(String text) {
    String form = ARTICLE.matcher(SPACE.matcher(text).replaceAll(" ")).replaceFirst("");
    boolean shouts = form.length() > 5 && form.chars().noneMatch(Character::isLowerCase);
    return shouts ? capitalised(form) : form;
  }

  private static String capitalised(String text) {
    StringBuilder out = new StringBuilder();
    boolean first = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
      first = !Character.isLetterOrDigit(c);
    }
    return out.toString();
  }

  private static String key(String form) {
    return COMPANY_FORM
        .matcher(form)
        .replaceFirst("")
        .replaceAll("[.,’']", "")
        .toLowerCase(Locale.ROOT);
  }
}
