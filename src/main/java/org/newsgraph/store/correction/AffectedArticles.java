package org.newsgraph.store.correction;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prov;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.Correction.Split;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.graph.correction.Corrections.Outcome;
import org.newsgraph.store.NewsStore;

/**
 * Which articles are not as the corrections want them.
 *
 * <p>It is asked of the articles' graphs themselves. So it does not matter whether an earlier run
 * was broken off, or what the corrections were then.
 */
public final class AffectedArticles {
  private final DatasetGraph dataset;
  private final Iris iris;
  private final Corrections corrections;

  /** What a graph should say of each correction. */
  private final Map<Node, Set<Triple>> described;

  private final NavigableSet<Node> articles = new TreeSet<>(Comparator.comparing(Node::getURI));

  private AffectedArticles(DatasetGraph dataset, Iris iris, Corrections corrections) {
    this.dataset = dataset;
    this.iris = iris;
    this.corrections = corrections;
    this.described =
        corrections.all().stream()
            .collect(
                Collectors.toMap(
                    iris::correction, it -> Set.copyOf(CorrectionMapping.triples(it, iris))));
  }

  /**
   * The graphs of those articles.
   *
   * @param before the corrections that all of them followed last
   */
  public static NavigableSet<Node> articles(
      NewsStore store, Corrections before, Corrections corrections) {
    return store.read(
        dataset -> {
          AffectedArticles concerned = new AffectedArticles(dataset, store.iris(), corrections);
          concerned.withOldCorrections();
          corrections.entities().forEach(concerned::withEntity);
          concerned.withSplits();
          before.entities().forEach(it -> concerned.withOtherReasons(it, before));
          return concerned.articles;
        });
  }

  /** Articles that tell of a correction which is gone, or was noted down otherwise. */
  private void withOldCorrections() {
    Iter.iter(dataset.find(Node.ANY, Node.ANY, Prov.wasInfluencedBy, Node.ANY))
        .filter(it -> iris.isCorrection(it.getObject()) && !tells(it.getGraph(), it.getObject()))
        .forEach(it -> articles.add(it.getGraph()));
  }

  private boolean tells(Node article, Node correction) {
    Set<Triple> there =
        Iter.iter(dataset.find(article, correction, Node.ANY, Node.ANY))
            .map(Quad::asTriple)
            .collect(Collectors.toSet());
    return there.equals(described.get(correction));
  }

  /** Articles that still name an entity which should be another, or have another name. */
  private void withEntity(Node entity) {
    if (isAsFound(corrections.outcome(entity))) {
      return;
    }
    Iter.iter(dataset.find(Node.ANY, entity, RDF.type.asNode(), News.Entity))
        .map(Quad::getGraph)
        .filter(
            article -> {
              Outcome outcome = corrections.outcome(entity, article);
              return outcome.forgotten()
                  || !outcome.node().equals(entity)
                  || !follows(article, outcome.applied());
            })
        .forEach(articles::add);
  }

  private static boolean isAsFound(Outcome outcome) {
    return outcome.applied().isEmpty();
  }

  /** Articles in which what is another entity there has not become one. */
  private void withSplits() {
    for (Correction correction : corrections.all()) {
      if (correction instanceof Split split
          && !follows(split.article(), List.of(split))
          && (names(split.article(), split.entity())
              || names(split.article(), corrections.outcome(split.entity()).node()))) {
        articles.add(split.article());
      }
    }
  }

  private boolean names(Node article, Node entity) {
    return dataset.contains(article, entity, RDF.type.asNode(), News.Entity);
  }

  /** Articles that are right, but for a reason that is not the one of today. */
  private void withOtherReasons(Node entity, Corrections before) {
    List<Correction> old = before.outcome(entity).applied();
    List<Correction> now = corrections.outcome(entity).applied();
    if (old.isEmpty() || old.equals(now)) {
      return;
    }
    Iter.iter(dataset.find(Node.ANY, Node.ANY, Prov.wasInfluencedBy, iris.correction(old.get(0))))
        .map(Quad::getGraph)
        .filter(article -> follows(article, old) && !follows(article, now))
        .forEach(articles::add);
  }

  private boolean follows(Node article, List<Correction> applied) {
    Set<Node> there = new HashSet<>();
    dataset
        .find(article, Node.ANY, Prov.wasInfluencedBy, Node.ANY)
        .forEachRemaining(it -> there.add(it.getObject()));
    return applied.stream().allMatch(it -> there.contains(iris.correction(it)));
  }
}
