package org.newsgraph.ingest.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.Correction.Forget;
import org.newsgraph.graph.correction.Correction.Merge;
import org.newsgraph.graph.correction.Correction.Remark;
import org.newsgraph.graph.correction.Correction.Rename;
import org.newsgraph.graph.correction.Correction.Split;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.store.NewsStore;

/**
 * Translator of user requests, from the command line or the explorer, into edits of the corrections
 * file.
 *
 * @param corrections the existing corrections
 * @param names resolver of the entities that the user names
 * @param remark remark of the new corrections
 * @param knowledge knowledge base that has the items of links, if there is one
 */
public record CorrectionPlanner(
    NewsStore store,
    Corrections corrections,
    EntityReferenceResolver names,
    Remark remark,
    Optional<KnowledgeBase> knowledge) {
  /**
   * An edit of the corrections file.
   *
   * @param removes test for the corrections to remove
   * @param added corrections to add
   * @param summary description for the user: "merged Jo Cox into Helen Joanne Cox"
   */
  public record Edit(Predicate<Correction> removes, List<Correction> added, String summary) {}

  /** Merges an entity into another, which keeps its name and IRI. */
  public Edit merge(String entity, String other) {
    Node one = names.resolve(entity);
    Node two = names.resolve(other);
    if (one.equals(two)) {
      throw names.error("\"" + entity + "\" and \"" + other + "\" are already one entity");
    }
    return new Edit(
        it -> false,
        List.of(new Merge(one, two, remark)),
        "merged " + names.name(one) + " into " + names.name(two));
  }

  /** Changes the displayed name of an entity. */
  public Edit rename(String entity, String name) {
    Node one = names.resolve(entity);
    String shown = singleLine(name);
    if (shown.isEmpty()) {
      throw names.error("NAME is empty; give the name to display");
    }
    Rename rename = new Rename(one, shown, remark);
    return new Edit(
        it -> it.subjectKey().equals(rename.subjectKey()),
        List.of(rename),
        "renamed " + names.name(one) + " to " + shown);
  }

  /** Removes an entity that was recognised by mistake. */
  public Edit forget(String entity) {
    Node one = names.resolve(entity);
    return new Edit(it -> false, List.of(new Forget(one, remark)), "removed " + names.name(one));
  }

  /** Undoes a merge. */
  public Edit undoMerge(String entity, String other) {
    Set<Node> one = names.resolveIncludingMerged(entity);
    Set<Node> two = names.resolveIncludingMerged(other);
    Set<Correction> merges =
        corrections.all().stream()
            .filter(
                it ->
                    it instanceof Merge merge
                        && ((one.contains(merge.entity()) && two.contains(merge.other()))
                            || (two.contains(merge.entity()) && one.contains(merge.other()))))
            .collect(Collectors.toSet());
    if (merges.isEmpty()) {
      throw names.error(notMerged(entity, other));
    }
    Set<String> gone = merges.stream().map(Correction::canonicalForm).collect(Collectors.toSet());
    return new Edit(
        it -> gone.contains(it.canonicalForm()),
        List.of(),
        entity + " and " + other + " are two entities again");
  }

  private String notMerged(String entity, String other) {
    Node one = names.resolveIncludingMerged(entity).iterator().next();
    List<Correction> applied = corrections.resolve(one).applied();
    String sentences =
        applied.stream()
            .map(it -> CorrectionMapping.sentence(it, store.iris()))
            .collect(Collectors.joining("; "));
    return "no correction says that \""
        + entity
        + "\" is the same as \""
        + other
        + "\""
        + (sentences.isEmpty() ? "" : "; corrections that apply: " + sentences);
  }

  /**
   * Declares that the name means another entity in some articles.
   *
   * @param as name of the other entity; if empty, an entity known in that article only
   */
  public Edit split(String entity, List<String> articles, Optional<String> as) {
    Iris iris = store.iris();
    Node one = names.resolve(entity);
    if (articles.isEmpty()) {
      throw names.error("no article is given in which \"" + entity + "\" means another entity");
    }
    List<Correction> added = new ArrayList<>();
    for (String id : articles) {
      Node article = iris.parseArticle(id);
      if (!store.read(it -> it.contains(article, one, RDF.type.asNode(), News.Entity))) {
        throw names.error("no article \"" + id + "\" mentions \"" + entity + "\"");
      }
      Node two = as.isEmpty() ? iris.entityIn(article, iris.name(one)) : another(as.get());
      if (two.equals(one)) {
        throw names.error("\"" + entity + "\" would not change; give another name with --as");
      }
      added.add(new Split(one, article, two, remark));
    }
    Set<String> subjects = added.stream().map(Correction::subjectKey).collect(Collectors.toSet());
    return new Edit(
        it -> subjects.contains(it.subjectKey()),
        added,
        "split "
            + names.name(one)
            + (articles.size() == 1 ? " in one article" : " in " + articles.size() + " articles"));
  }

  /** Links an entity to an item. */
  public Edit link(String entity, String item, List<String> articles) {
    return links().link(entity, item, articles);
  }

  /** Links an entity to nothing. */
  public Edit unlink(String entity, List<String> articles) {
    return links().unlink(entity, articles);
  }

  /** Undoes the choice of a link. */
  public Edit undoLink(String entity, List<String> articles) {
    return links().undo(entity, articles);
  }

  private LinkPlanner links() {
    return new LinkPlanner(store, corrections, names, remark, new ItemFinder(knowledge, store));
  }

  private Node another(String as) {
    try {
      return store.iris().parseEntity(singleLine(as));
    } catch (IllegalArgumentException e) {
      throw names.error("--as: " + e.getMessage());
    }
  }

  /** Returns a text as a single line, with normalized white space. */
  public static String singleLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
