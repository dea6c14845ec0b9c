package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.store.NodeIdQuads;

/**
 * With whom and what an entity goes: whom it speaks of, who speaks of it, when, and who is named
 * beside it. It is counted in the latest statements and articles, so that a page about somebody who
 * is in all papers comes as quickly as others.
 *
 * @param said how many statements by it were looked at
 * @param about how many about it
 * @param saidInAll how many there are by it; those that were looked at where more are not counted
 * @param aboutInAll how many about it; likewise
 * @param speaksOf whom and what it speaks of
 * @param spokenOfBy who speaks of it
 * @param saidIn how many statements it made in a month ("2016-10"), or in a year where there are
 *     many
 * @param aboutIn how many were made about it then
 * @param topicsIn what it speaks of most, and how often when
 * @param articles that name it, the latest first
 * @param besides who and what those name, too
 */
record EntityActivity(
    int said,
    int about,
    long saidInAll,
    long aboutInAll,
    List<Count> speaksOf,
    List<Count> spokenOfBy,
    Map<String, Integer> saidIn,
    Map<String, Integer> aboutIn,
    Map<Count, Map<String, Integer>> topicsIn,
    List<ArticlesByDate.ArticleEntry> articles,
    boolean moreArticles,
    List<Count> besides) {

  /** So many of the latest statements are counted. */
  static final int LATEST = 500;

  private static final int ARTICLES = 1_000;
  private static final int BESIDE_IN = 30;
  private static final int LISTED = 10;
  private static final int TOPICS = 5;
  private static final int MOST_MONTHS = 36;

  /** How often. */
  record Count(Node entity, String name, int times) {}

  static EntityActivity of(
      DatasetGraph dataset,
      StatementLists statements,
      Optional<TopEntities.Rankings> most,
      Node entity,
      Iris iris) {
    return new Counting(dataset, statements, most, entity, iris).company();
  }

  private record Counting(
      DatasetGraph dataset,
      StatementLists statements,
      Optional<TopEntities.Rankings> most,
      Node entity,
      Iris iris) {
    EntityActivity company() {
      List<StatementLists.Found> said = statements.of(dataset, News.speaker, entity, LATEST);
      List<StatementLists.Found> about = statements.of(dataset, News.about, entity, LATEST);
      boolean years = months(said, about) > MOST_MONTHS;
      Map<Node, List<StatementLists.Found>> topics = by(said, News.about);
      Map<Node, List<StatementLists.Found>> speakers = by(about, News.speaker);
      List<Count> speaksOf = counts(topics);
      Map<Count, Map<String, Integer>> topicsIn = new LinkedHashMap<>();
      speaksOf.stream()
          .limit(TOPICS)
          .forEach(it -> topicsIn.put(it, times(topics.get(it.entity()), years)));
      List<ArticlesByDate.ArticleEntry> articles = articles();
      return new EntityActivity(
          said.size(),
          about.size(),
          inAll(said, TopEntities.Rankings::said),
          inAll(about, TopEntities.Rankings::about),
          speaksOf,
          counts(speakers),
          times(said, years),
          times(about, years),
          topicsIn,
          articles,
          articles.size() >= ARTICLES,
          besides(articles));
    }

    private long inAll(
        List<StatementLists.Found> latest, Function<TopEntities.Rankings, Map<Node, Long>> counts) {
      long looked = latest.size();
      return most.map(it -> Math.max(looked, counts.apply(it).getOrDefault(entity, looked)))
          .orElse(looked);
    }

    private static long months(List<StatementLists.Found> said, List<StatementLists.Found> about) {
      return java.util.stream.Stream.concat(said.stream(), about.stream())
          .map(it -> period(it.place(), false))
          .filter(it -> !it.isEmpty())
          .distinct()
          .count();
    }

    private static String period(ArticlesByDate.ArticleEntry place, boolean year) {
      String issued = place.issued();
      return issued.substring(0, Math.min(year ? 4 : 7, issued.length()));
    }

    private static Map<String, Integer> times(List<StatementLists.Found> found, boolean years) {
      Map<String, Integer> times = new TreeMap<>();
      found.forEach(it -> times.merge(period(it.place(), years), 1, Integer::sum));
      times.remove("");
      return times;
    }

    private Map<Node, List<StatementLists.Found>> by(
        List<StatementLists.Found> found, Node property) {
      Map<Node, List<StatementLists.Found>> by = new HashMap<>();
      for (StatementLists.Found each : found) {
        for (Node other :
            GraphValues.values(dataset, each.place().article(), each.statement(), property)) {
          if (!other.equals(entity) && iris.isEntity(other.getURI())) {
            by.computeIfAbsent(other, it -> new ArrayList<>()).add(each);
          }
        }
      }
      return by;
    }

    private List<Count> counts(Map<Node, List<StatementLists.Found>> by) {
      return by.entrySet().stream()
          .sorted(
              Comparator.comparingInt(
                      (Map.Entry<Node, List<StatementLists.Found>> it) -> -it.getValue().size())
                  .thenComparing(it -> it.getKey().getURI()))
          .limit(LISTED)
          .map(
              it ->
                  new Count(
                      it.getKey(),
                      GraphValues.label(
                          dataset, it.getValue().get(0).place().article(), it.getKey()),
                      it.getValue().size()))
          .toList();
    }

    private List<ArticlesByDate.ArticleEntry> articles() {
      ArticlesByDate.Snapshot order = statements.shelf().now();
      List<ArticlesByDate.ArticleEntry> articles = new ArrayList<>();
      NodeIdQuads ids = new NodeIdQuads(dataset);
      var quads = ids.having(News.mentions, entity);
      while (quads.hasNext() && articles.size() < ARTICLES) {
        NodeIdQuads.IdQuad quad = quads.next();
        if (quad.subject().equals(quad.graph())) {
          articles.add(order.place(dataset, ids.term(quad.graph())));
        }
      }
      articles.sort(Comparator.comparingInt(ArticlesByDate.ArticleEntry::rank));
      return articles.size() < ARTICLES ? articles : latestOf(order, articles);
    }

    /** Those of one who is in many: no index has them by date, but it is not far to the latest. */
    private List<ArticlesByDate.ArticleEntry> latestOf(
        ArticlesByDate.Snapshot order, List<ArticlesByDate.ArticleEntry> some) {
      Set<ArticlesByDate.ArticleEntry> latest = new LinkedHashSet<>();
      order.latest().stream()
          .filter(it -> dataset.contains(it.article(), it.article(), News.mentions, entity))
          .limit(BESIDE_IN)
          .forEach(latest::add);
      latest.addAll(some);
      return latest.stream().limit(ARTICLES).toList();
    }

    private List<Count> besides(List<ArticlesByDate.ArticleEntry> articles) {
      Map<Node, Integer> times = new HashMap<>();
      Map<Node, Node> where = new HashMap<>();
      for (ArticlesByDate.ArticleEntry place :
          articles.subList(0, Math.min(BESIDE_IN, articles.size()))) {
        Node article = place.article();
        for (Node other : GraphValues.values(dataset, article, article, News.mentions)) {
          if (!other.equals(entity)) {
            times.merge(other, 1, Integer::sum);
            where.put(other, article);
          }
        }
      }
      return times.entrySet().stream()
          .sorted(
              Comparator.comparingInt((Map.Entry<Node, Integer> it) -> -it.getValue())
                  .thenComparing(it -> it.getKey().getURI()))
          .limit(2L * LISTED)
          .map(
              it ->
                  new Count(
                      it.getKey(),
                      GraphValues.label(dataset, where.get(it.getKey()), it.getKey()),
                      it.getValue()))
          .collect(Collectors.toList());
    }
  }
}
