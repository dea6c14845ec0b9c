package org.newsgraph.cli;

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
import org.newsgraph.store.NewsStore;

/**
 * What follows for the file of corrections from what a person says of an entity; whether on the
 * command line or on a page.
 *
 * @param corrections that are there already
 * @param names finds whom the person means
 * @param remark of the new ones
 */
record CorrectionPlanner(
    NewsStore store, Corrections corrections, EntityArgument names, Remark remark) {
  /**
   * A decision.
   *
   * @param gone which corrections are taken back
   * @param added which are new
   * @param done what that means, for the person: "merged Jo Cox into Helen Joanne Cox"
   */
  record Edit(Predicate<Correction> gone, List<Correction> added, String done) {}

  /** Two are one, known by the other's name and IRI. */
  Edit merge(String entity, String other) {
    Node one = names.one(entity);
    Node two = names.one(other);
    if (one.equals(two)) {
      throw names.wrong("\"" + entity + "\" and \"" + other + "\" are one entity already");
    }
    return new Edit(
        it -> false,
        List.of(new Merge(one, two, remark)),
        "merged " + names.name(one) + " into " + names.name(two));
  }

  /** It has a better name to show. */
  Edit rename(String entity, String name) {
    Node one = names.one(entity);
    String shown = CorrectionOptions.line(name);
    if (shown.isEmpty()) {
      throw names.wrong("NAME is empty; give the name to show");
    }
    Rename rename = new Rename(one, shown, remark);
    return new Edit(
        it -> it.subjectKey().equals(rename.subjectKey()),
        List.of(rename),
        "renamed " + names.name(one) + " to " + shown);
  }

  /** It is no entity. */
  Edit forget(String entity) {
    Node one = names.one(entity);
    return new Edit(it -> false, List.of(new Forget(one, remark)), "forgot " + names.name(one));
  }

  /** Takes a merge back. */
  Edit apart(String entity, String other) {
    Set<Node> one = names.evenMerged(entity);
    Set<Node> two = names.evenMerged(other);
    Set<Correction> joining =
        corrections.all().stream()
            .filter(
                it ->
                    it instanceof Merge merge
                        && ((one.contains(merge.entity()) && two.contains(merge.other()))
                            || (two.contains(merge.entity()) && one.contains(merge.other()))))
            .collect(Collectors.toSet());
    if (joining.isEmpty()) {
      throw names.wrong(notJoined(entity, other));
    }
    Set<String> gone = joining.stream().map(Correction::canonicalForm).collect(Collectors.toSet());
    return new Edit(
        it -> gone.contains(it.canonicalForm()),
        List.of(),
        entity + " and " + other + " are two again");
  }

  private String notJoined(String entity, String other) {
    Node one = names.evenMerged(entity).iterator().next();
    List<Correction> through = corrections.outcome(one).applied();
    String lines =
        through.stream()
            .map(it -> CorrectionMapping.sentence(it, store.iris()))
            .collect(Collectors.joining("; "));
    return "no correction says that \""
        + entity
        + "\" is the same as \""
        + other
        + "\""
        + (lines.isEmpty() ? "" : "; what is said: " + lines);
  }

  /**
   * These articles mean another.
   *
   * @param as who or what it is there; without it, someone known in that article only
   */
  Edit otherIn(String entity, List<String> articles, Optional<String> as) {
    Iris iris = store.iris();
    Node one = names.one(entity);
    List<Correction> added = new ArrayList<>();
    for (String id : articles) {
      Node article = iris.articleOf(id);
      if (!store.read(it -> it.contains(article, one, RDF.type.asNode(), News.Entity))) {
        throw names.wrong("no article " + id + " names \"" + entity + "\"");
      }
      Node two = as.isEmpty() ? iris.entityIn(article, iris.name(one)) : another(as.get());
      if (two.equals(one)) {
        throw names.wrong(
            "\"" + entity + "\" would stay what it is; give it another name with --as");
      }
      added.add(new Split(one, article, two, remark));
    }
    Set<String> matters = added.stream().map(Correction::subjectKey).collect(Collectors.toSet());
    return new Edit(
        it -> matters.contains(it.subjectKey()),
        added,
        "split "
            + names.name(one)
            + (articles.size() == 1 ? " in one article" : " in " + articles.size() + " articles"));
  }

  private Node another(String as) {
    try {
      return store.iris().entityOf(CorrectionOptions.line(as));
    } catch (IllegalArgumentException e) {
      throw names.wrong("--as: " + e.getMessage());
    }
  }
}
