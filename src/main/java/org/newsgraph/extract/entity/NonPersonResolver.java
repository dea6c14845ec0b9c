package org.newsgraph.extract.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Country;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.ResolutionReason;
import org.newsgraph.extract.name.Acronyms;
import org.newsgraph.extract.name.DetectedName;
import org.newsgraph.extract.name.Gazetteer;
import org.newsgraph.extract.name.LegalForm;
import org.newsgraph.extract.name.ShortForms;

/** Resolves the names of organisations, places and other things to entities. */
final class NonPersonResolver {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern ARTICLE = Pattern.compile("^(?:[Tt]he|THE) ");
  private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})[-‐‑–](?=\\p{L})");
  private static final Pattern MARKS = Pattern.compile("[.,’']");
  private static final Pattern HAS_OTHER_WORDS =
      Pattern.compile(" (?!(?:of|the|for|and|in|on|at|to|de|la|du|del|van|von|al|el)\\b)\\p{Ll}");

  /** The entities, in the order of their longest names. */
  private final List<Cluster> clusters = new ArrayList<>();

  /** The entities by the keys of their full names. */
  private final Map<String, Cluster> byName = new HashMap<>();

  /** The entities by the keys of their short forms; empty if a short form is ambiguous. */
  private final Map<String, Optional<Referent>> byShortForm = new HashMap<>();

  private final FuzzyNameIndex<Cluster> spelling = new FuzzyNameIndex<>();
  private final Set<String> keys = new HashSet<>();
  private final Map<String, String> explained;
  private final Map<DetectedName, GenericName> generic;

  /** The first entity of each generic name, by the key of the name without a country. */
  private final Map<String, Cluster> byBody = new HashMap<>();

  private NonPersonResolver(Text text, List<DetectedName> names, Optional<Country> home) {
    names.forEach(name -> keys.add(key(form(name.text()))));
    this.explained = Acronyms.find(text, names);
    this.generic = GenericNames.find(text, names, NonPersonResolver::form, home);
  }

  /** An entity to which a form refers, and the evidence for it. */
  private record Referent(Cluster cluster, ResolutionReason why) {}

  /** The names of one entity found so far. */
  private static final class Cluster {
    private final Optional<Gazetteer.WellKnown> wellKnown;
    private final Optional<GenericName> generic;
    private final Map<DetectedName, ResolutionReason> names = new LinkedHashMap<>();

    Cluster(Optional<Gazetteer.WellKnown> wellKnown, Optional<GenericName> generic) {
      this.wellKnown = wellKnown;
      this.generic = wellKnown.isPresent() ? Optional.empty() : generic;
    }

    /**
     * Returns the longest form, preferably one without lower-case words, which labels sometimes
     * include by mistake. It is the entity's name if the entity is not well known.
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

    /** Returns the type of the well-known entity, otherwise the type with the highest weight. */
    EntityType type() {
      if (generic.isPresent()) {
        return EntityType.ORGANISATION;
      }
      Map<EntityType, Double> weights = new EnumMap<>(EntityType.class);
      names.keySet().forEach(name -> weights.merge(name.type(), name.confidence(), Double::sum));
      return wellKnown
          .map(Gazetteer.WellKnown::type)
          .orElseGet(
              () ->
                  weights.entrySet().stream()
                      .max(
                          Map.Entry.<EntityType, Double>comparingByValue()
                              .thenComparing(Map.Entry.comparingByKey()))
                      .orElseThrow()
                      .getKey());
    }

    Entity entity() {
      String name =
          wellKnown
              .map(Gazetteer.WellKnown::name)
              .or(() -> generic.map(GenericName::text))
              .orElseGet(() -> LegalForm.canonical(longest()));
      Set<String> others = new HashSet<>();
      names.keySet().forEach(mention -> others.add(form(mention.text())));
      others.remove(name);
      boolean shared = generic.isEmpty() || generic.get().country().isPresent();
      return new Entity(name, type(), others, shared);
    }
  }

  /**
   * Resolves the names of an article.
   *
   * @param home the country that the article is about, which has the bodies with generic names
   */
  static Map<DetectedName, ResolvedName> resolve(
      Text text, List<DetectedName> names, Optional<Country> home) {
    NonPersonResolver resolver = new NonPersonResolver(text, names, home);
    // The longest names come first, so that each short form finds its full name.
    names.stream()
        .sorted(
            Comparator.comparing((DetectedName name) -> -name.text().length())
                .thenComparing(DetectedName::span))
        .forEach(resolver::add);
    Map<DetectedName, ResolvedName> resolved = new HashMap<>();
    for (Cluster cluster : resolver.clusters) {
      Entity entity = cluster.entity();
      cluster.names.forEach(
          (name, why) ->
              resolved.put(name, new ResolvedName(entity, finalReason(name, why, entity))));
    }
    return resolved;
  }

  /** Returns the evidence for a name relative to the entity's final name. */
  private static ResolutionReason finalReason(
      DetectedName name, ResolutionReason why, Entity entity) {
    boolean fullName = why == ResolutionReason.NAME || why == ResolutionReason.FORM;
    return !fullName
        ? why
        : form(name.text()).equals(entity.name()) ? ResolutionReason.NAME : ResolutionReason.FORM;
  }

  private void add(DetectedName name) {
    String form = form(name.text());
    Optional<GenericName> body = Optional.ofNullable(generic.get(name));
    Optional<Gazetteer.WellKnown> wellKnown = wellKnown(name, form, body);
    String key =
        singular(
            wellKnown
                .map(known -> key(known.name()))
                .orElseGet(() -> key(body.map(GenericName::text).orElse(form))));
    Referent referent =
        Optional.ofNullable(byName.get(key))
            .map(cluster -> new Referent(cluster, ResolutionReason.NAME))
            .or(
                () ->
                    (wellKnown.isPresent() && body.isEmpty())
                            || body.filter(GenericName::stated).isPresent()
                        ? Optional.empty()
                        : byShortenedName(name, form, body.isPresent() ? key(form) : key))
            .or(
                () ->
                    (body.isPresent() ? Optional.<Cluster>empty() : spelling.find(key))
                        .map(cluster -> new Referent(cluster, ResolutionReason.SPELLING)))
            .orElseGet(() -> new Referent(newCluster(wellKnown, body), ResolutionReason.NAME));
    boolean alias = wellKnown.isPresent() && !form.equals(wellKnown.get().name());
    referent.cluster.names.put(name, alias ? ResolutionReason.KNOWN_NAME : referent.why);
    if (referent.why == ResolutionReason.NAME) {
      index(referent.cluster, name, form, key);
    }
  }

  /** Returns the well-known entity of a name. The country of a generic name takes precedence. */
  private static Optional<Gazetteer.WellKnown> wellKnown(
      DetectedName name, String form, Optional<GenericName> body) {
    if (body.flatMap(GenericName::country).isPresent()) {
      return body.flatMap(GenericName::wellKnown);
    }
    return Gazetteer.of(name.text())
        .or(() -> Gazetteer.of(form))
        .or(
            () ->
                Gazetteer.of(ShortForms.withoutCountry(form))
                    .filter(known -> known.type() == EntityType.ORGANISATION))
        .filter(known -> name.type() != EntityType.OTHER || known.type() == EntityType.OTHER);
  }

  private Cluster newCluster(Optional<Gazetteer.WellKnown> wellKnown, Optional<GenericName> body) {
    Cluster cluster = new Cluster(wellKnown, body);
    clusters.add(cluster);
    body.ifPresent(it -> byBody.putIfAbsent(key(it.body()), cluster));
    return cluster;
  }

  /**
   * Returns the key without a final s, if the article also has that form: "GAFs" is an export of
   * "GAF's" without the apostrophe.
   */
  private String singular(String key) {
    String shorter = key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
    return shorter.length() > 1 && keys.contains(shorter) ? shorter : key;
  }

  /**
   * Returns the entity that a name abbreviates. A place is not referred to by a part of its name,
   * except a town without its state, and a company name with a legal form is not abbreviated.
   */
  private Optional<Referent> byShortenedName(DetectedName name, String form, String key) {
    return Optional.ofNullable(explained.get(form))
        .map(fullName -> byFullName(form(fullName)))
        .map(cluster -> new Referent(cluster, ResolutionReason.INITIALS))
        .or(() -> byShortForm.getOrDefault(key, Optional.empty()))
        .filter(
            referent ->
                referent.why == ResolutionReason.INITIALS
                    || ShortForms.ofTown(referent.cluster.longest())
                        .filter(form::equals)
                        .isPresent()
                    || (name.type() != EntityType.PLACE && !LegalForm.isPresentIn(form)));
  }

  /** Returns the entity with a full name, or null. */
  private Cluster byFullName(String form) {
    Cluster named = byName.get(key(form));
    return named == null
        ? GenericNameParser.parse(form).map(it -> byBody.get(key(it.name().body()))).orElse(null)
        : named;
  }

  private void index(Cluster cluster, DetectedName name, String form, String key) {
    if (byName.putIfAbsent(key, cluster) != null) {
      return;
    }
    if (cluster.generic.isEmpty()) {
      spelling.add(key, cluster);
    }
    ShortForms.initials(form)
        .forEach(it -> index(it, new Referent(cluster, ResolutionReason.INITIALS)));
    ShortForms.ofTown(form)
        .filter(town -> name.type() == EntityType.PLACE)
        .ifPresent(it -> index(it, new Referent(cluster, ResolutionReason.SHORT_FORM)));
    if (name.type() == EntityType.ORGANISATION || name.type() == EntityType.PERSON) {
      Stream.concat(
              ShortForms.ofOrganisation(form).stream(),
              GenericNameParser.withCountry(form).map(GenericName::body).stream())
          .forEach(it -> index(it, new Referent(cluster, ResolutionReason.SHORT_FORM)));
    }
  }

  private void index(String shortForm, Referent referent) {
    byShortForm.merge(
        key(shortForm),
        Optional.of(referent),
        (left, right) ->
            left.isPresent() && left.get().cluster == referent.cluster ? left : Optional.empty());
  }

  /**
   * Returns the name without its article and with white space collapsed. An upper-case name is
   * converted to title case.
   */
  private static String form(String text) {
    String form = ARTICLE.matcher(SPACE.matcher(text).replaceAll(" ")).replaceFirst("");
    boolean upperCase = form.length() > 5 && form.chars().noneMatch(Character::isLowerCase);
    return upperCase ? toTitleCase(form) : form;
  }

  private static String toTitleCase(String text) {
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
    return MARKS
        .matcher(HYPHEN.matcher(LegalForm.without(form)).replaceAll(" "))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
