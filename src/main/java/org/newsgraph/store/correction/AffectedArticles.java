package org.newsgraph.store.correction;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prov;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.Correction.LinkChoice;
import org.newsgraph.graph.correction.Correction.Split;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.graph.correction.Corrections.Resolution;
import org.newsgraph.store.NewsStore;

/**
 * Finds the articles whose graphs do not reflect the corrections yet.
 *
 * <p>The result follows from the graphs themselves. It therefore does not depend on whether an
 * earlier run was interrupted, or on the corrections at that time.
 */
public final class AffectedArticles {
  private final DatasetGraph dataset;
  private final Iris iris;
  private final Corrections corrections;

  /** Expected description of each correction in a graph. */
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
   * Returns the graph names of the affected articles, sorted.
   *
   * @param before the corrections that all articles reflected last
   * @param corrections the corrections that they should reflect
   */
  public static NavigableSet<Node> articles(
      NewsStore store, Corrections before, Corrections corrections) {
    return store.read(
        dataset -> {
          AffectedArticles affected = new AffectedArticles(dataset, store.iris(), corrections);
          affected.addOutdatedCorrections();
          corrections.entities().forEach(affected::addUncorrected);
          affected.addMissingSplits();
          corrections.links().all().forEach(affected::addUnlinked);
          before.entities().forEach(it -> affected.addOutdatedReasons(it, before));
          return affected.articles;
        });
  }

  /** Adds articles that describe a correction which has been removed or changed. */
  private void addOutdatedCorrections() {
    Iter.iter(dataset.find(Node.ANY, Node.ANY, Prov.wasInfluencedBy, Node.ANY))
        .filter(
            it -> iris.isCorrection(it.getObject()) && !describes(it.getGraph(), it.getObject()))
        .forEach(it -> articles.add(it.getGraph()));
  }

  private boolean describes(Node article, Node correction) {
    Set<Triple> description =
        Iter.iter(dataset.find(article, correction, Node.ANY, Node.ANY))
            .map(Quad::asTriple)
            .collect(Collectors.toSet());
    return description.equals(described.get(correction));
  }

  /** Adds articles with an entity that should be replaced, renamed or removed. */
  private void addUncorrected(Node entity) {
    List<Correction> applied = corrections.resolve(entity).applied();
    if (applied.isEmpty()) {
      return;
    }
    Iter.iter(dataset.find(Node.ANY, entity, RDF.type.asNode(), News.Entity))
        .map(Quad::getGraph)
        .filter(
            article -> {
              Resolution outcome = corrections.resolve(entity, article);
              return outcome.removed()
                  || !outcome.node().equals(entity)
                  || !follows(article, outcome.applied());
            })
        .forEach(articles::add);
    Set<Node> hidden = named(entity);
    if (corrections.resolve(entity).removed()) {
      // A removed entity leaves no trace but the correction that removed it.
      Node removal = iris.correction(applied.get(applied.size() - 1));
      addGraphs(Node.ANY, Prov.wasInfluencedBy, removal, hidden);
    }
    hidden.stream()
        .filter(it -> !follows(it, corrections.resolve(entity, it).applied()))
        .forEach(articles::add);
  }

  /** Returns the articles that give the name of an entity to one that is linked to an item. */
  private Set<Node> named(Node entity) {
    Node name = NodeFactory.createLiteralString(iris.name(entity));
    Set<Node> found = new HashSet<>();
    addGraphs(Node.ANY, News.nameInArticle, name, found);
    if (!iris.isShared(entity)) {
      found.retainAll(Set.of(iris.article(iris.articleId(entity))));
    }
    return found;
  }

  /** Adds articles with an entity that should be split off but has not been. */
  private void addMissingSplits() {
    for (Correction correction : corrections.all()) {
      if (correction instanceof Split split
          && !follows(split.article(), List.of(split))
          && (named(split.entity()).contains(split.article())
              || names(split.article(), split.entity())
              || names(split.article(), corrections.resolve(split.entity()).node()))) {
        articles.add(split.article());
      }
    }
  }

  /** Adds articles with an entity that is not linked as a user chose. */
  private void addUnlinked(LinkChoice choice) {
    Set<Node> found = new HashSet<>();
    Node merged = corrections.resolve(choice.entity()).node();
    addGraphs(choice.entity(), RDF.type.asNode(), News.Entity, found);
    addGraphs(merged, RDF.type.asNode(), News.Entity, found);
    found.addAll(named(choice.entity()));
    // The linker's entity is not in the graph if a choice for every article replaced it.
    corrections
        .links()
        .all()
        .filter(it -> it.entity().equals(choice.entity()))
        .forEach(it -> addGraphs(Node.ANY, Prov.wasInfluencedBy, iris.correction(it), found));
    choice.article().filter(it -> hasLocal(it, choice.entity())).ifPresent(found::add);
    // A split has given the entity another node in its article.
    for (Correction correction : corrections.all()) {
      if (correction instanceof Split split
          && List.of(choice.entity(), merged).contains(split.entity())
          && follows(split.article(), List.of(split))) {
        found.add(split.article());
      }
    }
    found.stream()
        .filter(it -> choice.article().isEmpty() || choice.article().get().equals(it))
        .filter(it -> applies(choice, it) && !follows(it, List.of(choice)))
        .forEach(articles::add);
  }

  /** Tests whether an article has an entity of its own with the name of a shared entity. */
  private boolean hasLocal(Node article, Node shared) {
    return Iter.iter(dataset.find(article, Node.ANY, RDF.type.asNode(), News.Entity))
        .map(Quad::getSubject)
        .filter(it -> it.isURI() && iris.isEntity(it.getURI()) && !iris.isShared(it))
        .toList()
        .stream()
        .anyMatch(it -> iris.entityNamed(iris.name(it)).equals(shared));
  }

  private void addGraphs(Node subject, Node property, Node value, Set<Node> graphs) {
    dataset
        .find(Node.ANY, subject, property, value)
        .forEachRemaining(it -> graphs.add(it.getGraph()));
  }

  private boolean applies(LinkChoice choice, Node article) {
    return corrections
        .links()
        .find(List.of(choice.entity()), article, iris)
        .equals(Optional.of(choice));
  }

  private boolean names(Node article, Node entity) {
    return dataset.contains(article, entity, RDF.type.asNode(), News.Entity);
  }

  /** Adds articles whose entities are right, but refer to corrections that no longer apply. */
  private void addOutdatedReasons(Node entity, Corrections before) {
    List<Correction> old = before.resolve(entity).applied();
    List<Correction> now = corrections.resolve(entity).applied();
    if (old.isEmpty() || old.equals(now)) {
      return;
    }
    Iter.iter(dataset.find(Node.ANY, Node.ANY, Prov.wasInfluencedBy, iris.correction(old.get(0))))
        .map(Quad::getGraph)
        .filter(article -> follows(article, old) && !follows(article, now))
        .forEach(articles::add);
  }

  private boolean follows(Node article, List<Correction> applied) {
    Set<Node> stored = new HashSet<>();
    dataset
        .find(article, Node.ANY, Prov.wasInfluencedBy, Node.ANY)
        .forEachRemaining(it -> stored.add(it.getObject()));
    return applied.stream().allMatch(it -> stored.contains(iris.correction(it)));
  }
}
