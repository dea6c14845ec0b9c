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
  private static final Pattern COMPANY_FORM =
      Pattern.compile(
          ",? (?:Corp|Corporation|Inc|Incorporated|Ltd|Limited|Co|Company|plc|PLC|LLC|AG|SA|NV"
              + "|GmbH|Holdings|Group)\\.?$");

  private final List<Thing> things = new ArrayList<>();

  private ThingResolver() {}

  /** The names of one thing, as far as they are known yet. */
  private static final class Thing {
    private final Optional<WellKnownNames.WellKnown> wellKnown;
    private final List<Name> names = new ArrayList<>();

    Thing(Optional<WellKnownNames.WellKnown> wellKnown) {
      this.wellKnown = wellKnown;
    }

    /** The fullest of its forms: the name to show where no well-known one is. */
    String longest() {
      return names.stream()
          .map(name -> form(name.text()))
          .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
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
    things.stream()
        .filter(thing -> isOne(thing, form, wellKnown, name.type()))
        .findFirst()
        .orElseGet(
            () -> {
              Thing thing = new Thing(wellKnown);
              things.add(thing);
              return thing;
            })
        .names
        .add(name);
  }

  private static boolean isOne(
      Thing thing, String form, Optional<WellKnownNames.WellKnown> wellKnown, EntityType type) {
    if (wellKnown.isPresent() && thing.wellKnown.isPresent()) {
      return wellKnown.equals(thing.wellKnown);
    }
    return thing.names.stream()
        .anyMatch(
            known ->
                isSame(form(known.text()), form)
                    || isShort(form(known.text()), form, type, known.type()));
  }

  private static boolean isSame(String one, String other) {
    return key(one).equals(key(other));
  }

  /** Whether the second name can be short for the first: initials, or its first words. */
  private static boolean isShort(String full, String form, EntityType type, EntityType fullType) {
    List<String> words = List.of(SPACE.split(full, -1));
    boolean initials =
        words.size() > 1
            && form.length() > 1
            && form.replace(".", "").equals(NameFinder.initials(words));
    boolean firstWords =
        type == EntityType.ORGANISATION
            && fullType == EntityType.ORGANISATION
            && form.contains(" ")
            && full.startsWith(form + " ");
    return initials || firstWords;
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
