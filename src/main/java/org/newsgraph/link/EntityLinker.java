package org.newsgraph.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;

/**
 * Entity linker: chooses the knowledge base items of an article's people, organisations and places.
 *
 * <p>Each entity has one sense in an article. A logistic model computes a candidate's probability
 * from its {@code Feature}s. An entity whose most probable candidate is below the threshold is not
 * linked, because a wrong link is worse than none. The entities of an article are linked jointly:
 * confident links of the first pass add to the context of the second, and no two people get the
 * same item. Facts in the knowledge base rule out namesakes of another age or sex.
 */
public final class EntityLinker {
  /** Default threshold, the best on news: few wrong links and most of the correct ones. */
  public static final double DEFAULT_THRESHOLD = 0.4;

  /**
   * Minimum confidence of a link whose label and description are added to the article's context.
   */
  private static final double MIN_CONTEXT_CONFIDENCE = 0.8;

  /** Maximum number of candidates kept for each entity, to explain the choice. */
  private static final int MAX_KEPT = 5;

  private final KnowledgeBase knowledge;
  private final double bar;

  /**
   * @param knowledge source of candidates; not closed by the linker
   * @param bar minimum confidence of a link, from 0 to 1
   */
  public EntityLinker(KnowledgeBase knowledge, double bar) {
    this.knowledge = knowledge;
    this.bar = bar;
  }

  /** Links the entities of an article. A pure function of the extraction and the knowledge base. */
  public LinkedExtraction link(Extraction extraction) {
    knowledge.prepare(CandidateGenerator.variants(extraction));
    LinkingState state = new LinkingState(extraction);
    Map<Entity, List<Link>> firstPass = state.weigh();
    state.addToContext(firstPass);
    return new LinkedExtraction(extraction, withDistinctPeople(state.weigh()), bar);
  }

  /** A receiver of the features of candidates, for training. */
  interface Listener {
    void onFeatures(Entity entity, Item item, Map<Feature, Double> features);
  }

  /** Passes the final features of every candidate of an article to a listener. */
  void reportFeatures(Extraction extraction, Listener listener) {
    LinkingState state = new LinkingState(extraction);
    state.addToContext(state.weigh());
    state.evidence.forEach(
        (entity, each) -> {
          FeatureExtractor features = state.features(entity);
          each.forEach(it -> listener.onFeatures(entity, it.item(), features.of(it)));
        });
  }

  /** A candidate with its features and the probability that it is correct. */
  private record WeighedCandidate(
      CandidateEvidence evidence, Map<Feature, Double> features, double probability) {
    static final Comparator<WeighedCandidate> BEST_FIRST =
        Comparator.comparingDouble(WeighedCandidate::probability)
            .reversed()
            .thenComparing(it -> it.evidence().item().iri());

    static WeighedCandidate of(CandidateEvidence evidence, FeatureExtractor extractor) {
      Map<Feature, Double> features = extractor.of(evidence);
      return new WeighedCandidate(evidence, features, LogisticModel.probability(features));
    }

    Link link(FeatureExtractor extractor) {
      String why =
          LinkExplanation.of(
              features,
              LogisticModel.weights(),
              evidence.completion(),
              extractor.sharedWords(evidence.item()));
      return new Link(evidence.item(), probability, why);
    }
  }

  /** Working state while one article is being linked. */
  private final class LinkingState {
    private final Map<Entity, Collection<CandidateEvidence>> evidence = new LinkedHashMap<>();
    private final Map<Entity, Set<String>> common = new HashMap<>();
    private final Map<Entity, PersonProfile> people = new HashMap<>();
    private final Set<String> context;

    LinkingState(Extraction extraction) {
      CandidateGenerator candidates = new CandidateGenerator(knowledge, extraction);
      context = NameWords.of(extraction.article().text().toString());
      for (Entity entity : CandidateGenerator.linkable(extraction)) {
        evidence.put(entity, candidates.generate(entity));
        common.put(entity, candidates.commonNounItems(entity));
        if (entity.type() == EntityType.PERSON) {
          PersonProfile profile = PersonProfile.of(entity, extraction);
          if (!profile.isEmpty()) {
            people.put(entity, profile);
          }
        }
      }
    }

    Map<Entity, List<Link>> weigh() {
      Map<Entity, List<Link>> links = new LinkedHashMap<>();
      evidence.forEach(
          (entity, each) -> {
            FeatureExtractor extractor = features(entity);
            List<Link> ranked =
                each.stream()
                    .filter(it -> extractor.isSupported(it.item()))
                    .map(it -> WeighedCandidate.of(it, extractor))
                    .sorted(WeighedCandidate.BEST_FIRST)
                    .limit(MAX_KEPT)
                    .filter(it -> !isRuledOut(entity, it))
                    .map(it -> it.link(extractor))
                    .toList();
            if (!ranked.isEmpty()) {
              links.put(entity, ranked);
            }
          });
      return links;
    }

    /** Tests whether facts rule out a candidate that would be linked otherwise. */
    private boolean isRuledOut(Entity entity, WeighedCandidate candidate) {
      Item item = candidate.evidence().item();
      PersonProfile profile = people.get(entity);
      return profile != null
          && candidate.probability() >= bar
          && !item.iri().startsWith(Item.WIKIPEDIA)
          && profile.contradicts(knowledge.facts(item));
    }

    private FeatureExtractor features(Entity entity) {
      double highestPrior =
          evidence.get(entity).stream().mapToDouble(CandidateEvidence::prior).max().orElse(0);
      return new FeatureExtractor(entity, common.get(entity), context, highestPrior);
    }

    void addToContext(Map<Entity, List<Link>> links) {
      for (List<Link> ranked : links.values()) {
        Link best = ranked.get(0);
        if (best.confidence() >= MIN_CONTEXT_CONFIDENCE) {
          context.addAll(NameWords.of(best.item().label()));
          best.item().title().map(NameWords::of).ifPresent(context::addAll);
          best.item().description().map(NameWords::of).ifPresent(context::addAll);
        }
      }
    }
  }

  /**
   * Resolves conflicts between people who have the same best item: the person with the highest
   * confidence keeps it, the others take their next candidate.
   */
  private static Map<Entity, List<Link>> withDistinctPeople(Map<Entity, List<Link>> links) {
    Map<String, Entity> taken = new HashMap<>();
    Map<Entity, List<Link>> distinct = new LinkedHashMap<>();
    links.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<Entity, List<Link>> it) -> it.getValue().get(0).confidence())
                .reversed()
                .thenComparing(it -> it.getKey().name()))
        .forEach(
            it -> {
              List<Link> free = new ArrayList<>(it.getValue());
              if (it.getKey().type() == EntityType.PERSON) {
                free.removeIf(link -> taken.containsKey(link.item().iri()));
                if (!free.isEmpty()) {
                  taken.put(free.get(0).item().iri(), it.getKey());
                }
              }
              if (!free.isEmpty()) {
                distinct.put(it.getKey(), free);
              }
            });
    return distinct;
  }
}
