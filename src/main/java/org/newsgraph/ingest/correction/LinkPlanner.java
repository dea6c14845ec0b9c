package org.newsgraph.ingest.correction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prov;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.Correction.LinkChoice;
import org.newsgraph.graph.correction.Correction.Remark;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.graph.correction.LinkTarget;
import org.newsgraph.link.Item;
import org.newsgraph.store.NewsStore;

/**
 * Translator of user requests about links into edits of the corrections file.
 *
 * <p>A choice is stored under the name in articles, or under the entity into which the linker turns
 * names. If an earlier choice has led to the entity that a user names, this choice is changed.
 *
 * @param corrections the existing corrections
 * @param names resolver of the entities that the user names
 * @param remark remark of the new corrections
 * @param items finder of the items that the user names
 */
record LinkPlanner(
    NewsStore store,
    Corrections corrections,
    EntityReferenceResolver names,
    Remark remark,
    ItemFinder items) {

  /** The subject of a choice. */
  private record Subject(Node entity, Optional<Node> article) {}

  /** Links an entity to an item, in all articles or in some. */
  public CorrectionPlanner.Edit link(String entity, String item, List<String> articles) {
    LinkTarget target = target(item);
    Set<Subject> subjects = subjects(entity, articles);
    Optional<Item> known =
        items.find(target, subjects.stream().map(Subject::entity).collect(Collectors.toSet()));
    LinkTarget chosen = known.map(it -> LinkTarget.of(it, store.iris())).orElse(target);
    return edit(
        subjects,
        Optional.of(chosen),
        "linked "
            + name(entity)
            + " to "
            + chosen.description()
            + scope(articles)
            + (known.isPresent() ? "" : " (no knowledge base here has this item)"));
  }

  /** Links an entity to nothing, in all articles or in some. */
  public CorrectionPlanner.Edit unlink(String entity, List<String> articles) {
    return edit(
        subjects(entity, articles),
        Optional.empty(),
        "linked " + name(entity) + " to nothing" + scope(articles));
  }

  /** Removes the choices that led to an entity, so that the linker decides again. */
  public CorrectionPlanner.Edit undo(String entity, List<String> articles) {
    Set<Node> where = articles(articles);
    Set<Node> meant = new LinkedHashSet<>(names.resolveIncludingMerged(entity));
    Set<String> gone =
        corrections
            .links()
            .all()
            .filter(it -> where.isEmpty() || it.article().filter(where::contains).isPresent())
            .filter(it -> meant.contains(it.entity()) || meant.stream().anyMatch(leads(it)))
            .map(Correction::canonicalForm)
            .collect(Collectors.toSet());
    if (gone.isEmpty()) {
      throw names.error("no correction chooses the link of \"" + entity + "\"" + scope(articles));
    }
    return new CorrectionPlanner.Edit(
        it -> gone.contains(it.canonicalForm()),
        List.of(),
        "the link of " + name(entity) + " is automatic again");
  }

  private Predicate<Node> leads(LinkChoice choice) {
    Node correction = store.iris().correction(choice);
    return entity ->
        store.read(it -> it.contains(Node.ANY, entity, Prov.wasInfluencedBy, correction));
  }

  private CorrectionPlanner.Edit edit(
      Set<Subject> subjects, Optional<LinkTarget> target, String summary) {
    List<Correction> added = new ArrayList<>();
    for (Subject subject : subjects) {
      added.add(LinkChoice.of(subject.entity(), subject.article(), target, remark, store.iris()));
    }
    Set<String> keys = added.stream().map(Correction::subjectKey).collect(Collectors.toSet());
    return new CorrectionPlanner.Edit(it -> keys.contains(it.subjectKey()), added, summary);
  }

  private LinkTarget target(String item) {
    try {
      return LinkTarget.parse(item);
    } catch (IllegalArgumentException e) {
      throw names.error(e.getMessage());
    }
  }

  /** Returns the subjects under which the choice for an entity is stored. */
  private Set<Subject> subjects(String entity, List<String> articles) {
    Set<Node> where = articles(articles);
    return nameInArticles(entity)
        .map(
            name ->
                where.isEmpty()
                    ? Set.of(new Subject(name, Optional.empty()))
                    : inArticles(name, entity, where))
        .orElseGet(() -> subjectsOf(names.resolve(entity), entity, where));
  }

  /** Returns the node of a name that articles give to an entity with another node. */
  private Optional<Node> nameInArticles(String text) {
    Node node = names.exact(text);
    Node name = NodeFactory.createLiteralString(store.iris().name(node));
    return store.iris().isShared(node)
            && store.read(
                it ->
                    !it.contains(Node.ANY, node, RDF.type.asNode(), News.Entity)
                        && it.contains(Node.ANY, Node.ANY, News.nameInArticle, name))
        ? Optional.of(node)
        : Optional.empty();
  }

  private Set<Subject> inArticles(Node name, String text, Set<Node> articles) {
    Node literal = NodeFactory.createLiteralString(store.iris().name(name));
    Set<Subject> subjects = new LinkedHashSet<>();
    for (Node article : articles) {
      if (!store.read(it -> it.contains(article, Node.ANY, News.nameInArticle, literal))) {
        throw unmentioned(text, article);
      }
      subjects.add(new Subject(name, Optional.of(article)));
    }
    return subjects;
  }

  private Set<Subject> subjectsOf(Node entity, String text, Set<Node> where) {
    Iris iris = store.iris();
    Map<Node, LinkChoice> choices = new LinkedHashMap<>();
    corrections
        .links()
        .all()
        .filter(it -> it.target().isPresent())
        .forEach(it -> choices.put(iris.correction(it), it));
    return store.read(
        dataset -> {
          Set<Node> graphs = graphs(dataset, entity);
          for (Node article : where) {
            if (!graphs.contains(article)) {
              throw unmentioned(text, article);
            }
          }
          Set<Subject> subjects = new LinkedHashSet<>();
          for (Node graph : where.isEmpty() ? graphs : where) {
            List<LinkChoice> made =
                Iter.iter(dataset.find(graph, entity, Prov.wasInfluencedBy, Node.ANY))
                    .map(it -> choices.get(it.getObject()))
                    .filter(it -> it != null)
                    .toList();
            Optional<Node> only = where.isEmpty() ? Optional.empty() : Optional.of(graph);
            made.forEach(it -> subjects.add(new Subject(it.entity(), only.or(it::article))));
            if (made.isEmpty()) {
              subjects.add(new Subject(entity, only));
            }
          }
          return subjects;
        });
  }

  private static Set<Node> graphs(DatasetGraph dataset, Node entity) {
    return Iter.iter(dataset.find(Node.ANY, entity, RDF.type.asNode(), News.Entity))
        .map(Quad::getGraph)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private RuntimeException unmentioned(String text, Node article) {
    return names.error(
        "no article \"" + store.iris().articleId(article) + "\" mentions \"" + text + "\"");
  }

  private Set<Node> articles(List<String> articles) {
    return articles.stream()
        .map(store.iris()::parseArticle)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String name(String entity) {
    return names.name(names.exact(entity));
  }

  private static String scope(List<String> articles) {
    return switch (articles.size()) {
      case 0 -> "";
      case 1 -> " in one article";
      default -> " in " + articles.size() + " articles";
    };
  }
}
