package org.newsgraph.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.cli.CorrectionOptions.Before;
import org.newsgraph.cli.CorrectionOptions.Edit;
import org.newsgraph.graph.Correction;
import org.newsgraph.graph.Correction.Merge;
import org.newsgraph.graph.Correction.Split;
import org.newsgraph.graph.CorrectionMapping;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes two entities of one. */
@Command(
    name = "split",
    description = {
      "Makes two entities of one: takes a merge back, or says that some articles mean another."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph entities split \"Jo Cox\" \"Helen Joanne Cox\"",
      "Example: newsgraph entities split \"John Smith\" --article match-report"
          + " --as \"John Smith (footballer)\""
    })
final class EntitiesSplitCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "The entity.")
  private String entity;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      description = "The one with which it was merged.")
  private String other;

  @Option(
      names = "--article",
      arity = "1..*",
      paramLabel = "ID",
      description = "The articles, by id or IRI, in which somebody or something else has the name.")
  private List<String> articles = List.of();

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Who or what it is there; without it, someone known in that article only.")
  private String as;

  @ParentCommand private EntitiesCommand entities;
  @Mixin private CorrectionOptions options;

  @Override
  public Integer call() {
    return options.edit(entities.newsgraph(), this::split);
  }

  private Edit split(Before before) {
    if ((other == null) == articles.isEmpty() || (as != null && articles.isEmpty())) {
      throw before
          .names()
          .wrong("Give the entity that it was merged with, or --article, and then perhaps --as");
    }
    return other != null ? apart(before) : otherIn(before);
  }

  /** Takes a merge back. */
  private Edit apart(Before before) {
    EntityNames names = before.names();
    Set<Node> one = names.evenMerged(entity);
    Set<Node> two = names.evenMerged(other);
    Set<Correction> joining =
        before.corrections().all().stream()
            .filter(
                it ->
                    it instanceof Merge merge
                        && ((one.contains(merge.entity()) && two.contains(merge.other()))
                            || (two.contains(merge.entity()) && one.contains(merge.other()))))
            .collect(Collectors.toSet());
    if (joining.isEmpty()) {
      throw names.wrong(notJoined(before, names.evenMerged(entity).iterator().next()));
    }
    Set<String> gone = joining.stream().map(Correction::meaning).collect(Collectors.toSet());
    return new Edit(
        it -> gone.contains(it.meaning()), List.of(), entity + " and " + other + " are two again");
  }

  private String notJoined(Before before, Node one) {
    Iris iris = before.store().iris();
    List<Correction> through = before.corrections().outcome(one).applied();
    String lines =
        through.stream()
            .map(it -> CorrectionMapping.sentence(it, iris))
            .collect(Collectors.joining("; "));
    return "no correction says that \""
        + entity
        + "\" is the same as \""
        + other
        + "\""
        + (lines.isEmpty() ? "" : "; what is said: " + lines);
  }

  /** Says of articles that they mean another. */
  private Edit otherIn(Before before) {
    EntityNames names = before.names();
    Iris iris = before.store().iris();
    Node one = names.one(entity);
    List<Correction> added = new ArrayList<>();
    for (String id : articles) {
      Node article = iris.articleOf(id);
      if (!before.store().read(it -> it.contains(article, one, RDF.type.asNode(), News.Entity))) {
        throw names.wrong("no article " + id + " names \"" + entity + "\"");
      }
      Node two = as == null ? iris.entityIn(article, iris.name(one)) : another(before);
      if (two.equals(one)) {
        throw names.wrong(
            "\"" + entity + "\" would stay what it is; give it another name with --as");
      }
      added.add(new Split(one, article, two, before.remark()));
    }
    Set<String> matters = added.stream().map(Correction::matter).collect(Collectors.toSet());
    return new Edit(
        it -> matters.contains(it.matter()),
        added,
        "split "
            + names.name(one)
            + (articles.size() == 1 ? " in one article" : " in " + articles.size() + " articles"));
  }

  private Node another(Before before) {
    try {
      return before.store().iris().entityOf(CorrectionOptions.line(as));
    } catch (IllegalArgumentException e) {
      throw before.names().wrong("--as: " + e.getMessage());
    }
  }
}
