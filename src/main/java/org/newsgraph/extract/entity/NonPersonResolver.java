package org.newsgraph.extract.entity;

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
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.ResolutionReason;
import org.newsgraph.extract.name.Acronyms;
import org.newsgraph.extract.name.DetectedName;
import org.newsgraph.extract.name.Gazetteer;
import org.newsgraph.extract.name.LegalForm;
import org.newsgraph.extract.name.ShortForms;

/** Tells which names of organisations, places and other things are one thing's. */
final class NonPersonResolver {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern ARTICLE = Pattern.compile("^(?:[Tt]he|THE) ");
  private static final Pattern MARKS = Pattern.compile("[.,’']");
  private static final Pattern HAS_OTHER_WORDS =
      Pattern.compile(" (?!(?:of|the|for|and|in|on|at|to|de|la|du|del|van|von|al|el)\\b)\\p{Ll}");

  /** In the order of their first, longest names. */
  private final List<Thing> things = new ArrayList<>();

  /** The things by their whole names. */
  private final Map<String, Thing> byName = new HashMap<>();

  /**
   * The things by the forms under which a shorter name can call them; empty where two could be
   * meant.
   */
  private final Map<String, Optional<Called>> byShortForm = new HashMap<>();

  private final FuzzyNameIndex<Thing> spelling = new FuzzyNameIndex<>();
  private final Set<String> keys = new HashSet<>();
  private final Map<String, String> explained;

  private NonPersonResolver(Text text, List<DetectedName> names) {
    names.forEach(name -> keys.add(key(form(name.text()))));
    this.explained = Acronyms.explained(text, names);
  }

  /** A thing, and why a form stands for it. */
  private record Called(Thing thing, ResolutionReason why) {}

  /** The names of one thing, as far as they are known yet. */
  private static final class Thing {
    private final Optional<Gazetteer.WellKnown> wellKnown;
    private final Map<DetectedName, ResolutionReason> names = new LinkedHashMap<>();

    Thing(Optional<Gazetteer.WellKnown> wellKnown) {
      this.wellKnown = wellKnown;
    }

    /**
     * The fullest of its forms, without those into which a label drew other words: the name to show
     * where no well-known one is.
     */
    String longest() {
      return names.keySet().stream()
          .map(name -> form(name.text()))
          .max(
              Comparator.comparing((String form) -> !HAS_OTHER_WORDS.matcher(form).find())
                  .thenComparingInt(String::length)
                  .thenComparing(Comparator.reverseOrder()))
          .orElseThrow();
    }

    EntityType type() {
      Map<EntityType, Integer> counts = new LinkedHashMap<>();
      names.keySet().forEach(name -> counts.merge(name.type(), 1, Integer::sum));
      return wellKnown
          .map(Gazetteer.WellKnown::type)
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
      String name =
          wellKnown.map(Gazetteer.WellKnown::name).orElseGet(() -> LegalForm.canonical(longest()));
      Set<String> others = new HashSet<>();
      names.keySet().forEach(mention -> others.add(form(mention.text())));
      others.remove(name);
      return new Entity(name, type(), others, true);
    }
  }

  static Map<DetectedName, ResolvedName> resolve(Text text, List<DetectedName> names) {
    NonPersonResolver resolver = new NonPersonResolver(text, names);
    // The longest first, so that each short form finds the long one that it stands for.
    names.stream()
        .sorted(
            Comparator.comparing((DetectedName name) -> -name.text().length())
                .thenComparing(DetectedName::span))
        .forEach(resolver::add);
    Map<DetectedName, ResolvedName> resolved = new HashMap<>();
    for (Thing thing : resolver.things) {
      Entity entity = thing.entity();
      thing.names.forEach(
          (name, why) -> resolved.put(name, new ResolvedName(entity, told(name, why, entity))));
    }
    return resolved;
  }

  /** Why, seen from the name that the thing got in the end. */
  private static ResolutionReason told(DetectedName name, ResolutionReason why, Entity entity) {
    boolean whole = why == ResolutionReason.NAME || why == ResolutionReason.FORM;
    return !whole
        ? why
        : form(name.text()).equals(entity.name()) ? ResolutionReason.NAME : ResolutionReason.FORM;
  }

  private void add(DetectedName name) {
    String form = form(name.text());
    Optional<Gazetteer.WellKnown> wellKnown = wellKnown(name, form);
    String key = singular(wellKnown.map(known -> key(known.name())).orElseGet(() -> key(form)));
    Called called =
        Optional.ofNullable(byName.get(key))
            .map(thing -> new Called(thing, ResolutionReason.NAME))
            .or(() -> wellKnown.isPresent() ? Optional.empty() : shortened(name, form, key))
            .or(() -> spelling.near(key).map(thing -> new Called(thing, ResolutionReason.SPELLING)))
            .orElseGet(() -> new Called(newThing(wellKnown), ResolutionReason.NAME));
    boolean otherwise = wellKnown.isPresent() && !form.equals(wellKnown.get().name());
    called.thing.names.put(name, otherwise ? ResolutionReason.KNOWN_NAME : called.why);
    if (called.why == ResolutionReason.NAME) {
      learn(called.thing, name, form, key);
    }
  }

  private static Optional<Gazetteer.WellKnown> wellKnown(DetectedName name, String form) {
    return Gazetteer.of(name.text())
        .or(() -> Gazetteer.of(form))
        .or(
            () ->
                Gazetteer.of(ShortForms.withoutCountry(form))
                    .filter(known -> known.type() == EntityType.ORGANISATION))
        .filter(known -> name.type() != EntityType.OTHER);
  }

  private Thing newThing(Optional<Gazetteer.WellKnown> wellKnown) {
    Thing thing = new Thing(wellKnown);
    things.add(thing);
    return thing;
  }

  /** "GAFs" where the article also says "GAF": an export lost the apostrophe. */
  private String singular(String key) {
    String shorter = key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
    return shorter.length() > 1 && keys.contains(shorter) ? shorter : key;
  }

  /** A place is not called by a part of its name, and a company with its legal form is whole. */
  private Optional<Called> shortened(DetectedName name, String form, String key) {
    return Optional.ofNullable(explained.get(form))
        .map(whole -> byName.get(key(form(whole))))
        .map(thing -> new Called(thing, ResolutionReason.INITIALS))
        .or(() -> byShortForm.getOrDefault(key, Optional.empty()))
        .filter(
            called ->
                called.why == ResolutionReason.INITIALS
                    || (name.type() != EntityType.PLACE && !LegalForm.isIn(form)));
  }

  private void learn(Thing thing, DetectedName name, String form, String key) {
    if (byName.putIfAbsent(key, thing) != null) {
      return;
    }
    spelling.learn(key, thing);
    ShortForms.initials(form)
        .forEach(it -> learn(it, new Called(thing, ResolutionReason.INITIALS)));
    if (name.type() == EntityType.ORGANISATION || name.type() == EntityType.PERSON) {
      ShortForms.ofOrganisation(form)
          .forEach(it -> learn(it, new Called(thing, ResolutionReason.SHORT_FORM)));
    }
  }

  private void learn(String shortForm, Called called) {
    byShortForm.merge(
        key(shortForm),
        Optional.of(called),
        (one, other) ->
            one.isPresent() && one.get().thing == called.thing ? one : Optional.empty());
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
    return MARKS.matcher(LegalForm.without(form)).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
