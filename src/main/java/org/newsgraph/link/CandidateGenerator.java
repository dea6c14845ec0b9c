package org.newsgraph.link;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.name.LegalForm;

/** Generator of candidates: looks up all names of an entity in a knowledge base. */
final class CandidateGenerator {
  /** Minimum prior with which a name in lower case counts as the common noun for an item. */
  private static final double MIN_COMMON_PRIOR = 0.3;

  /** Minimum popularity of an item that may be an author of the article; others are namesakes. */
  private static final double MIN_AUTHOR_POPULARITY = 1.3;

  /** Number of code points after a place's name in which a larger place is searched for. */
  private static final int LOOKAHEAD = 40;

  /** A generic name with its country: "Supreme Court (Kenya)". */
  private static final Pattern OF_COUNTRY = Pattern.compile("(\\p{L}.*) \\((\\p{Lu}[^()]*)\\)");

  /** The beginning of the description of a town. */
  private static final Pattern TOWN = Pattern.compile("^(?:city|town|capital) ");

  private static final Pattern LARGER_PLACE =
      Pattern.compile("^,? \\(?((?:\\p{Lu}[\\p{L}.'’-]+)(?: \\p{Lu}[\\p{L}.'’-]+)*)");

  private final KnowledgeBase knowledge;
  private final Extraction extraction;
  private final ContextVariants context;
  private final PlaceUse places;

  CandidateGenerator(KnowledgeBase knowledge, Extraction extraction) {
    this.knowledge = knowledge;
    this.extraction = extraction;
    this.context = new ContextVariants(extraction);
    this.places = new PlaceUse(extraction);
  }

  /** Returns all name variants that will be looked up for an article. */
  static Collection<String> variants(Extraction extraction) {
    Set<String> forms = new LinkedHashSet<>();
    for (Entity entity : linkable(extraction)) {
      for (String name : names(entity, extraction)) {
        NameVariant.of(name, entity.type()).forEach(form -> forms.add(form.text()));
      }
    }
    return forms;
  }

  /** Returns the people, organisations and places of an article that have no IRI yet. */
  static List<Entity> linkable(Extraction extraction) {
    return extraction.entities().stream()
        .filter(entity -> entity.type() != EntityType.OTHER && entity.iri().isEmpty())
        .toList();
  }

  /**
   * Returns an entity's main name, then its names in the article. Leaves out single words if the
   * main name of a person has several, the names of places ("London" for an exchange in London),
   * and the name without a country of a body that has one: the item called "National Assembly" is
   * that of another country. Adds the name of a state to its postal code after a town: "LA" alone
   * is Los Angeles.
   */
  private static Set<String> names(Entity entity, Extraction extraction) {
    Set<String> names = new LinkedHashSet<>();
    names.add(entity.name());
    extraction.mentions().stream()
        .filter(mention -> mention.entity().equals(entity))
        .map(Mention::text)
        .forEach(names::add);
    names.addAll(entity.otherNames());
    if (entity.type() == EntityType.PERSON && entity.name().contains(" ")) {
      names.removeIf(name -> !name.contains(" "));
    } else if (entity.type() == EntityType.ORGANISATION) {
      names.removeIf(name -> !name.equals(entity.name()) && isPlace(name, extraction));
    } else if (entity.type() == EntityType.PLACE && PlaceUse.followsComma(entity, extraction)) {
      Region.ofPostalCode(entity.name()).map(Region::name).ifPresent(names::add);
    }
    Matcher body = OF_COUNTRY.matcher(entity.name());
    if (entity.type() == EntityType.ORGANISATION && body.matches()) {
      names.removeIf(name -> name.replaceFirst("^[Tt]he ", "").equalsIgnoreCase(body.group(1)));
      names.add(body.group(1) + " of " + body.group(2));
    }
    return names;
  }

  private static boolean isPlace(String name, Extraction extraction) {
    return extraction.mentions().stream()
        .map(Mention::entity)
        .anyMatch(it -> it.type() == EntityType.PLACE && it.name().equals(name));
  }

  /** Returns the candidates of an entity, with their evidence. */
  Collection<CandidateEvidence> generate(Entity entity) {
    Map<String, CandidateEvidence> found = new LinkedHashMap<>();
    for (String name : names(entity, extraction)) {
      boolean best = name.equals(entity.name());
      for (NameVariant form : NameVariant.of(name, entity.type())) {
        for (Candidate candidate : knowledge.candidates(form.text())) {
          if (isPossible(entity, candidate.item())
              && (!candidate.item().distinct() || isCertain(entity, form, candidate.item()))) {
            evidence(found, candidate).add(best, form, candidate);
          }
        }
      }
    }
    if (!knowledge.isOnline()) {
      // Most of these names do not exist, so that requests for them are wasted.
      addFromContext(entity, found);
    }
    if (entity.type() == EntityType.PLACE) {
      addLargerPlaces(entity, found);
    }
    return found.values();
  }

  /** Looks up names that the rest of the article completes: "Lewis County, Utah". */
  private void addFromContext(Entity entity, Map<String, CandidateEvidence> found) {
    // The variants with the highest weight come first.
    double highestWeight = 0;
    for (ContextVariants.Variant variant : context.of(entity.name(), entity.type())) {
      for (Candidate candidate : knowledge.candidates(variant.text())) {
        if (candidate.exact()
            && variant.fits(candidate.item())
            && isPossible(entity, candidate.item())
            && (!candidate.item().distinct()
                || candidate.item().type().equals(Optional.of(entity.type())))) {
          highestWeight = Math.max(highestWeight, variant.weight());
          evidence(found, candidate)
              .addFromContext(variant, candidate, variant.weight() / highestWeight);
        }
      }
    }
  }

  private boolean isPossible(Entity entity, Item item) {
    TitleKind kind = TitleKind.of(item);
    boolean placeForPerson =
        entity.type() == EntityType.PERSON && kind.type().equals(Optional.of(EntityType.PLACE));
    return !kind.excluded()
        && !placeForPerson
        && (item.popularity() >= MIN_AUTHOR_POPULARITY || !isAuthor(entity));
  }

  /**
   * Tests whether a candidate of a small knowledge base, which may lack the right item, has the
   * entity's type and its name: "Helen" is not "Helen of Troy", nor "Chile" "Chiles", nor "England"
   * its team.
   */
  private boolean isCertain(Entity entity, NameVariant form, Item item) {
    boolean partOfName =
        form.isWord()
            && entity.name().contains(" ")
            && !LegalForm.without(entity.name()).equals(form.text())
            && entity
                .name()
                .toLowerCase(Locale.ROOT)
                .contains(form.text().toLowerCase(Locale.ROOT));
    return item.type().equals(Optional.of(entity.type()))
        && (form.inArticle() || entity.name().contains(form.text() + " "))
        && !partOfName
        && (entity.type() != EntityType.PLACE || isUsedFor(item, entity));
  }

  private boolean isUsedFor(Item item, Entity place) {
    return places.isPlace(place) && !(isTown(item) && places.isLargerThanTown(place));
  }

  private static boolean isTown(Item item) {
    return TOWN.matcher(item.description().orElse("")).find();
  }

  private boolean isAuthor(Entity entity) {
    return extraction.article().metadata().authors().contains(entity.name());
  }

  private static CandidateEvidence evidence(
      Map<String, CandidateEvidence> found, Candidate candidate) {
    return found.computeIfAbsent(
        candidate.item().iri(), iri -> new CandidateEvidence(candidate.item()));
  }

  /** Looks up places together with the larger place that follows them: "Aurora, Colorado". */
  private void addLargerPlaces(Entity entity, Map<String, CandidateEvidence> found) {
    Text text = extraction.article().text();
    Set<String> fullNames = new LinkedHashSet<>();
    for (Mention mention : extraction.mentions()) {
      int after = mention.span().end();
      if (mention.entity().equals(entity) && after < text.length()) {
        String next = text.substring(new Span(after, Math.min(text.length(), after + LOOKAHEAD)));
        Matcher larger = LARGER_PLACE.matcher(next);
        if (larger.find()) {
          fullNames.add(
              mention.text() + ", " + knownName(larger.group(1), after + larger.start(1)));
        }
      }
    }
    for (String fullName : fullNames) {
      NameVariant form = new NameVariant(fullName, true);
      for (Candidate candidate : knowledge.candidates(fullName)) {
        if (isPossible(entity, candidate.item())) {
          evidence(found, candidate).addWithPlace(form, candidate);
        }
      }
    }
  }

  /** Returns the main name of the entity mentioned at an offset: "Colorado" for "Colo.". */
  private String knownName(String text, int offset) {
    return extraction.mentions().stream()
        .filter(mention -> mention.span().begin() == offset)
        .map(mention -> mention.entity().name())
        .findFirst()
        .orElse(text);
  }

  /** Returns the IRIs of the items that an entity's name denotes as a common noun: "finance". */
  Set<String> commonNounItems(Entity entity) {
    String lowerCase = entity.name().toLowerCase(Locale.ROOT);
    Set<String> items = new LinkedHashSet<>();
    if (!lowerCase.contains(" ") && !lowerCase.equals(entity.name())) {
      for (Candidate candidate : knowledge.candidates(lowerCase)) {
        if (candidate.exact() && candidate.prior() >= MIN_COMMON_PRIOR) {
          items.add(candidate.item().iri());
        }
      }
    }
    return items;
  }
}
