package org.newsgraph.link;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;

/** Looks up all names of an entity. */
final class CandidateGenerator {
  /** How likely an uncapitalised name must stand for something to be its common name. */
  private static final double COMMON = 0.3;

  /** How popular somebody must be to be the author of an article, and not of the same name. */
  private static final double FAMOUS = 1.3;

  /** Code points after a place's name in which a larger place may follow. */
  private static final int AFTER = 40;

  private static final Pattern LARGER_PLACE =
      Pattern.compile("^,? \\(?((?:\\p{Lu}[\\p{L}.'’-]+)(?: \\p{Lu}[\\p{L}.'’-]+)*)");

  private final KnowledgeBase knowledge;
  private final Extraction extraction;

  CandidateGenerator(KnowledgeBase knowledge, Extraction extraction) {
    this.knowledge = knowledge;
    this.extraction = extraction;
  }

  /** Every form that will be asked for. */
  static Collection<String> forms(Extraction extraction) {
    Set<String> forms = new LinkedHashSet<>();
    for (Entity entity : linkable(extraction)) {
      for (String name : names(entity, extraction)) {
        NameVariant.of(name, entity.type()).forEach(form -> forms.add(form.text()));
      }
    }
    return forms;
  }

  /** The people, organisations and places that an article names. */
  static List<Entity> linkable(Extraction extraction) {
    return extraction.entities().stream()
        .filter(entity -> entity.type() != EntityType.OTHER && entity.iri().isEmpty())
        .toList();
  }

  /** The name it is known by, then how the article names it; no parts of a person's whole name. */
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
    }
    return names;
  }

  /** All that the entity may be. */
  Collection<CandidateEvidence> of(Entity entity) {
    Map<String, CandidateEvidence> found = new LinkedHashMap<>();
    for (String name : names(entity, extraction)) {
      boolean best = name.equals(entity.name());
      for (NameVariant form : NameVariant.of(name, entity.type())) {
        for (Candidate candidate : knowledge.candidates(form.text())) {
          if (mayBe(entity, candidate.item())) {
            evidence(found, candidate).add(name, best, form, candidate);
          }
        }
      }
    }
    if (entity.type() == EntityType.PLACE) {
      withLargerPlaces(entity, found);
    }
    return found.values();
  }

  private boolean mayBe(Entity entity, Item item) {
    return !TitleKind.of(item).never() && (item.popularity() >= FAMOUS || !isAuthor(entity));
  }

  private boolean isAuthor(Entity entity) {
    return extraction.article().metadata().authors().contains(entity.name());
  }

  private static CandidateEvidence evidence(
      Map<String, CandidateEvidence> found, Candidate candidate) {
    return found.computeIfAbsent(
        candidate.item().iri(), iri -> new CandidateEvidence(candidate.item()));
  }

  /** "Aurora, Colo." is looked up as a whole, too. */
  private void withLargerPlaces(Entity entity, Map<String, CandidateEvidence> found) {
    Text text = extraction.article().text();
    Set<String> wholes = new LinkedHashSet<>();
    for (Mention mention : extraction.mentions()) {
      int after = mention.span().end();
      if (mention.entity().equals(entity) && after < text.length()) {
        String next = text.at(new Span(after, Math.min(text.length(), after + AFTER)));
        Matcher larger = LARGER_PLACE.matcher(next);
        if (larger.find()) {
          wholes.add(mention.text() + ", " + known(larger.group(1), after + larger.start(1)));
        }
      }
    }
    for (String whole : wholes) {
      NameVariant form = new NameVariant(whole, true);
      for (Candidate candidate : knowledge.candidates(whole)) {
        if (mayBe(entity, candidate.item())) {
          evidence(found, candidate).addWithPlace(form, candidate);
        }
      }
    }
  }

  /** The name by which what stands there is known: "Colorado" for "Colo.". */
  private String known(String words, int begin) {
    return extraction.mentions().stream()
        .filter(mention -> mention.span().begin() == begin)
        .map(mention -> mention.entity().name())
        .findFirst()
        .orElse(words);
  }

  /** What the name stands for where it is no name: "finance". */
  Set<String> common(Entity entity) {
    String small = entity.name().toLowerCase(Locale.ROOT);
    Set<String> items = new LinkedHashSet<>();
    if (!small.contains(" ") && !small.equals(entity.name())) {
      for (Candidate candidate : knowledge.candidates(small)) {
        if (candidate.exact() && candidate.prior() >= COMMON) {
          items.add(candidate.item().iri());
        }
      }
    }
    return items;
  }
}
