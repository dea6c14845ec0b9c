package org.newsgraph.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.io.IsoDay;

/**
 * The part of a database that a filter selects, read article by article in one transaction.
 *
 * <p>An excluded entity is removed with its mentions, roles and relations. Statements keep the text
 * that names their speaker, but have no link to an excluded speaker.
 *
 * <p>Memory holds one article's graph at a time, the names of all selected articles and, if
 * entities are filtered, the names of all selected entities.
 */
public final class DatasetSubset {
  private final DatasetGraph dataset;
  private final Iris iris;
  private final ExportFilter filter;
  private final Runnable step;
  private final NavigableSet<Node> articles;
  private final Set<Node> entities;

  /**
   * @param dataset dataset in a read transaction
   * @param iris factory of the database's IRIs
   * @param filter selects the articles and entities
   * @param step called after each article
   */
  public DatasetSubset(DatasetGraph dataset, Iris iris, ExportFilter filter, Runnable step) {
    this.dataset = dataset;
    this.iris = iris;
    this.filter = filter;
    this.step = step;
    this.articles = selectArticles();
    this.entities = filter.filtersEntities() ? selectEntities() : Set.of();
  }

  /** Returns the factory of the database's IRIs. */
  public Iris iris() {
    return iris;
  }

  /** Returns the statuses of the selected statements and reports of speech acts. */
  public Set<ReportStatus> statuses() {
    return filter.statuses();
  }

  /** Returns the IRIs of the selected articles, sorted. */
  public NavigableSet<Node> articles() {
    return articles;
  }

  /** Tests whether the subset is the complete database. */
  public boolean isComplete() {
    return filter.selectsAll();
  }

  /** Returns the complete dataset, for queries that select for themselves. */
  public DatasetGraph dataset() {
    return dataset;
  }

  /** Receives each article and the triples of its graph. */
  public interface Visitor {
    void visit(Node article, List<Triple> triples);
  }

  /** Visits the selected articles, sorted by IRI. */
  public void forEach(Visitor visitor) {
    for (Node article : articles) {
      visitor.visit(article, graph(article));
      step.run();
    }
  }

  private List<Triple> graph(Node article) {
    List<Triple> all = new ArrayList<>();
    dataset
        .find(article, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> all.add(quad.asTriple()));
    if (filter.filtersEntities()) {
      Set<Node> excluded = excluded(all);
      all.removeIf(it -> excluded.contains(it.getSubject()) || excluded.contains(it.getObject()));
    }
    return all;
  }

  /**
   * Returns the excluded entities of an article's graph, and the mentions, roles and relations of
   * excluded entities only.
   */
  private Set<Node> excluded(List<Triple> graph) {
    Set<Node> excluded = new HashSet<>();
    for (Triple triple : graph) {
      if (triple.getObject().equals(News.Entity) && !entities.contains(triple.getSubject())) {
        excluded.add(triple.getSubject());
      }
    }
    Set<Node> ofSelected = new HashSet<>();
    Set<Node> ofExcluded = new HashSet<>();
    for (Triple triple : graph) {
      Node property = triple.getPredicate();
      if (property.equals(News.hasRole) || property.equals(News.hasRelation)) {
        (excluded.contains(triple.getSubject()) ? ofExcluded : ofSelected).add(triple.getObject());
      } else if ((property.equals(News.refersTo) || property.equals(News.relatedTo))
          && excluded.contains(triple.getObject())) {
        excluded.add(triple.getSubject());
      }
    }
    ofExcluded.removeAll(ofSelected);
    excluded.addAll(ofExcluded);
    return excluded;
  }

  /** Visits all selected quads, graph by graph. */
  public void forEachQuad(Consumer<Quad> visitor) {
    if (!isComplete()) {
      forEach((article, triples) -> triples.forEach(it -> visitor.accept(new Quad(article, it))));
      forEachOther(visitor);
      return;
    }
    Node last = null;
    Iterator<Quad> quads = dataset.find();
    while (quads.hasNext()) {
      Quad quad = quads.next();
      if (!quad.getGraph().equals(last) && articles.contains(quad.getGraph())) {
        step.run();
      }
      last = quad.getGraph();
      visitor.accept(quad);
    }
  }

  /** Visits the selected triples; without a filter, each triple of the union of graphs once. */
  public void forEachTriple(Consumer<Triple> visitor) {
    if (isComplete()) {
      dataset
          .find(Quad.unionGraph, Node.ANY, Node.ANY, Node.ANY)
          .forEachRemaining(quad -> visitor.accept(quad.asTriple()));
    } else {
      forEachQuad(quad -> visitor.accept(quad.asTriple()));
    }
  }

  /** Visits quads outside of article graphs that are about selected entities and articles. */
  private void forEachOther(Consumer<Quad> visitor) {
    Set<Node> selected = new HashSet<>(articles);
    forEachEntity(selected::add);
    dataset
        .find(iris.entitiesGraph(), Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> accept(quad, selected.contains(quad.getSubject()), visitor));
    dataset
        .find(iris.copiesGraph(), Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(
            quad ->
                accept(
                    quad,
                    selected.contains(quad.getSubject()) && selected.contains(quad.getObject()),
                    visitor));
  }

  private static void accept(Quad quad, boolean selected, Consumer<Quad> visitor) {
    if (selected) {
      visitor.accept(quad);
    }
  }

  private void forEachEntity(Consumer<Node> visitor) {
    Iterator<Quad> quads = dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), News.Entity);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      if (articles.contains(quad.getGraph())
          && (!filter.filtersEntities() || entities.contains(quad.getSubject()))) {
        visitor.accept(quad.getSubject());
      }
    }
  }

  private NavigableSet<Node> selectArticles() {
    NavigableSet<Node> selected = new TreeSet<>(Comparator.comparing(Node::getURI));
    Iterator<Quad> quads = dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), News.Article);
    while (quads.hasNext()) {
      Node article = quads.next().getSubject();
      if (article.isURI() && (!filter.filtersArticles() || isSelected(article))) {
        selected.add(article);
      }
    }
    return selected;
  }

  private boolean isSelected(Node article) {
    Iterator<Quad> dates = dataset.find(article, article, DCTerms.issued.asNode(), Node.ANY);
    return filter.includes(
        dates.hasNext()
            ? IsoDay.parse(dates.next().getObject().getLiteralLexicalForm())
            : Optional.empty());
  }

  private Set<Node> selectEntities() {
    Set<Node> selected = new HashSet<>();
    for (EntityType type : filter.types().isEmpty() ? Set.of(EntityType.OTHER) : filter.types()) {
      add(News.typeOf(type), selected);
    }
    if (filter.types().contains(EntityType.OTHER)) {
      Set<Node> typed = new HashSet<>();
      for (EntityType type :
          List.of(EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE)) {
        if (!filter.types().contains(type)) {
          add(News.typeOf(type), typed);
        }
      }
      selected.removeAll(typed);
    }
    if (filter.minMentions() > 0) {
      Map<Node, Integer> mentions = new HashMap<>();
      dataset
          .find(Node.ANY, Node.ANY, News.refersTo, Node.ANY)
          .forEachRemaining(
              quad -> {
                if (articles.contains(quad.getGraph())) {
                  mentions.merge(quad.getObject(), 1, Integer::sum);
                }
              });
      selected.removeIf(it -> mentions.getOrDefault(it, 0) < filter.minMentions());
    }
    return selected;
  }

  private void add(Node type, Set<Node> selected) {
    dataset
        .find(Node.ANY, Node.ANY, RDF.type.asNode(), type)
        .forEachRemaining(quad -> selected.add(quad.getSubject()));
  }
}
