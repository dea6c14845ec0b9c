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
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.io.IsoDay;

/**
 * What a cut leaves of a database, article by article. To be used inside one transaction.
 *
 * <p>An entity that is cut off disappears with its mentions, roles and relations; statements stay
 * with the words of their speaker, but do not lead to one who is cut off.
 *
 * <p>It holds one article's graph at a time, besides the names of all articles and, where entities
 * are cut, those of the entities that stay.
 */
public final class DatasetSubset {
  private final DatasetGraph dataset;
  private final Iris iris;
  private final ExportFilter cut;
  private final Runnable step;
  private final NavigableSet<Node> articles;
  private final Set<Node> entities;

  /**
   * @param step told after each article
   */
  public DatasetSubset(DatasetGraph dataset, Iris iris, ExportFilter cut, Runnable step) {
    this.dataset = dataset;
    this.iris = iris;
    this.cut = cut;
    this.step = step;
    this.articles = chosenArticles();
    this.entities = cut.cutsEntities() ? chosenEntities() : Set.of();
  }

  /** How things in the database are named. */
  public Iris iris() {
    return iris;
  }

  /** The articles that stay, by their IRIs, sorted. */
  public NavigableSet<Node> articles() {
    return articles;
  }

  /** Whether nothing is cut off. */
  public boolean isWhole() {
    return cut.isNone();
  }

  /** All of it, where a query chooses for itself. */
  public DatasetGraph dataset() {
    return dataset;
  }

  /** An article and its graph's triples. */
  public interface Visitor {
    void visit(Node article, List<Triple> triples);
  }

  /** Goes through the articles, in the order of their IRIs. */
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
    if (cut.cutsEntities()) {
      Set<Node> gone = gone(all);
      all.removeIf(it -> gone.contains(it.getSubject()) || gone.contains(it.getObject()));
    }
    return all;
  }

  /** The entities of an article's graph that are cut off, and what stands for nothing but them. */
  private Set<Node> gone(List<Triple> graph) {
    Set<Node> gone = new HashSet<>();
    for (Triple triple : graph) {
      if (triple.getObject().equals(News.Entity) && !entities.contains(triple.getSubject())) {
        gone.add(triple.getSubject());
      }
    }
    Set<Node> held = new HashSet<>();
    Set<Node> told = new HashSet<>();
    for (Triple triple : graph) {
      Node property = triple.getPredicate();
      if (property.equals(News.hasRole) || property.equals(News.hasRelation)) {
        (gone.contains(triple.getSubject()) ? told : held).add(triple.getObject());
      } else if ((property.equals(News.refersTo) || property.equals(News.relatedTo))
          && gone.contains(triple.getObject())) {
        gone.add(triple.getSubject());
      }
    }
    told.removeAll(held);
    gone.addAll(told);
    return gone;
  }

  /** Goes through all quads, graph by graph. */
  public void forEachQuad(Consumer<Quad> visitor) {
    if (!isWhole()) {
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

  /** Goes through all triples of all graphs together, as queries see them. */
  public void forEachTriple(Consumer<Triple> visitor) {
    if (isWhole()) {
      dataset
          .find(Quad.unionGraph, Node.ANY, Node.ANY, Node.ANY)
          .forEachRemaining(quad -> visitor.accept(quad.asTriple()));
    } else {
      forEachQuad(quad -> visitor.accept(quad.asTriple()));
    }
  }

  /** What stands in no article's graph, of the entities and articles that stay. */
  private void forEachOther(Consumer<Quad> visitor) {
    Set<Node> stay = new HashSet<>(articles);
    forEachEntity(stay::add);
    dataset
        .find(iris.entitiesGraph(), Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> accept(quad, stay.contains(quad.getSubject()), visitor));
    dataset
        .find(iris.copiesGraph(), Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(
            quad ->
                accept(
                    quad,
                    stay.contains(quad.getSubject()) && stay.contains(quad.getObject()),
                    visitor));
  }

  private static void accept(Quad quad, boolean stays, Consumer<Quad> visitor) {
    if (stays) {
      visitor.accept(quad);
    }
  }

  private void forEachEntity(Consumer<Node> visitor) {
    Iterator<Quad> quads = dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), News.Entity);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      if (articles.contains(quad.getGraph())
          && (!cut.cutsEntities() || entities.contains(quad.getSubject()))) {
        visitor.accept(quad.getSubject());
      }
    }
  }

  private NavigableSet<Node> chosenArticles() {
    NavigableSet<Node> chosen = new TreeSet<>(Comparator.comparing(Node::getURI));
    Iterator<Quad> quads = dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), News.Article);
    while (quads.hasNext()) {
      Node article = quads.next().getSubject();
      if (article.isURI() && (!cut.cutsArticles() || holds(article))) {
        chosen.add(article);
      }
    }
    return chosen;
  }

  private boolean holds(Node article) {
    Iterator<Quad> dates = dataset.find(article, article, DCTerms.issued.asNode(), Node.ANY);
    return cut.holds(
        dates.hasNext()
            ? IsoDay.parse(dates.next().getObject().getLiteralLexicalForm())
            : Optional.empty());
  }

  private Set<Node> chosenEntities() {
    Set<Node> chosen = new HashSet<>();
    for (EntityType type : cut.types().isEmpty() ? Set.of(EntityType.OTHER) : cut.types()) {
      add(News.typeOf(type), chosen);
    }
    if (cut.types().contains(EntityType.OTHER)) {
      Set<Node> typed = new HashSet<>();
      for (EntityType type :
          List.of(EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE)) {
        if (!cut.types().contains(type)) {
          add(News.typeOf(type), typed);
        }
      }
      chosen.removeAll(typed);
    }
    if (cut.minMentions() > 0) {
      Map<Node, Integer> mentions = new HashMap<>();
      dataset
          .find(Node.ANY, Node.ANY, News.refersTo, Node.ANY)
          .forEachRemaining(
              quad -> {
                if (articles.contains(quad.getGraph())) {
                  mentions.merge(quad.getObject(), 1, Integer::sum);
                }
              });
      chosen.removeIf(it -> mentions.getOrDefault(it, 0) < cut.minMentions());
    }
    return chosen;
  }

  private void add(Node type, Set<Node> chosen) {
    dataset
        .find(Node.ANY, Node.ANY, RDF.type.asNode(), type)
        .forEachRemaining(quad -> chosen.add(quad.getSubject()));
  }
}
