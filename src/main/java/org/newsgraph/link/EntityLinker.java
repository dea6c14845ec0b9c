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
 * Decides which items of a knowledge base an article's people, organisations and places are.
 *
 * <p>Each entity has one sense in an article. What speaks for a candidate ({@code Feature}) is
 * weighed to a probability; an entity whose likeliest candidate stays under the bar is linked to
 * none, since a wrong link is worse than none. The article is decided together: those who are sure
 * at first tell what it speaks of, and no two people are one.
 */
public final class EntityLinker {
  /** The bar that is best on news: few wrong links, and most of the right ones. */
  public static final double DEFAULT_BAR = 0.35;

  /** How sure a link must be to tell what the article speaks of. */
  private static final double SURE = 0.8;

  /** Candidates kept for each entity, to explain the choice. */
  private static final int KEPT = 5;

  private final KnowledgeBase knowledge;
  private final double bar;

  /**
   * @param bar the least confidence of a link, from 0 to 1
   */
  public EntityLinker(KnowledgeBase knowledge, double bar) {
    this.knowledge = knowledge;
    this.bar = bar;
  }

  /** Links what was found in an article; a pure function of it and the knowledge base. */
  public LinkedExtraction link(Extraction extraction) {
    knowledge.prepare(CandidateGenerator.forms(extraction));
    Article article = new Article(extraction);
    Map<Entity, List<Link>> first = article.weigh();
    article.speaksOf(first);
    return new LinkedExtraction(extraction, apart(article.weigh()), bar);
  }

  /** Hears what is weighed, for training. */
  interface Listener {
    void weighed(Entity entity, Item item, Map<Feature, Double> features);
  }

  /** Tells what is weighed in the end for every candidate of an article. */
  void weighed(Extraction extraction, Listener listener) {
    Article article = new Article(extraction);
    article.speaksOf(article.weigh());
    article.evidence.forEach(
        (entity, each) -> {
          FeatureExtractor features = article.features(entity);
          each.forEach(it -> listener.weighed(entity, it.item(), features.of(it)));
        });
  }

  /** What is known of one article while it is being decided. */
  private final class Article {
    private final Map<Entity, Collection<CandidateEvidence>> evidence = new LinkedHashMap<>();
    private final Map<Entity, Set<String>> common = new HashMap<>();
    private final Set<String> context;

    Article(Extraction extraction) {
      CandidateGenerator candidates = new CandidateGenerator(knowledge, extraction);
      context = NameWords.of(extraction.article().text().toString());
      for (Entity entity : CandidateGenerator.linkable(extraction)) {
        evidence.put(entity, candidates.of(entity));
        common.put(entity, candidates.common(entity));
      }
    }

    Map<Entity, List<Link>> weigh() {
      Map<Entity, List<Link>> links = new LinkedHashMap<>();
      evidence.forEach(
          (entity, each) -> {
            FeatureExtractor features = features(entity);
            List<Link> ranked =
                each.stream()
                    .map(it -> new Link(it.item(), LogisticModel.probability(features.of(it))))
                    .sorted(
                        Comparator.comparingDouble(Link::confidence)
                            .reversed()
                            .thenComparing(link -> link.item().iri()))
                    .limit(KEPT)
                    .toList();
            if (!ranked.isEmpty()) {
              links.put(entity, ranked);
            }
          });
      return links;
    }

    private FeatureExtractor features(Entity entity) {
      return new FeatureExtractor(entity, common.get(entity), context);
    }

    void speaksOf(Map<Entity, List<Link>> links) {
      for (List<Link> ranked : links.values()) {
        Link best = ranked.get(0);
        if (best.confidence() >= SURE) {
          context.addAll(NameWords.of(best.item().label()));
          best.item().title().map(NameWords::of).ifPresent(context::addAll);
          best.item().description().map(NameWords::of).ifPresent(context::addAll);
        }
      }
    }
  }

  /** Two people of an article are two: who is less surely an item leaves it to the other. */
  private static Map<Entity, List<Link>> apart(Map<Entity, List<Link>> links) {
    Map<String, Entity> taken = new HashMap<>();
    Map<Entity, List<Link>> apart = new LinkedHashMap<>();
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
                apart.put(it.getKey(), free);
              }
            });
    return apart;
  }
}
