package org.newsgraph.query.activity;

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
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.News;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.entity.CoOccurrence;
import org.newsgraph.query.entity.EntityCount;
import org.newsgraph.query.entity.EntityLabels;
import org.newsgraph.query.entity.TopEntities;
import org.newsgraph.query.statement.ArticlesByDate;
import org.newsgraph.query.statement.SearchHit;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.NodeIdQuads;

/** Counts the activity of one entity in one transaction. */
record ActivityReader(
    NewsStore store,
    DatasetGraph dataset,
    StatementSearch statements,
    Optional<TopEntities.Rankings> rankings,
    Node entity) {
  private static final int MAX_ARTICLES = 1_000;

  /** Number of the latest articles of a frequent entity that come first. */
  private static final int LATEST_ARTICLES = 30;

  private static final int LISTED = 10;
  private static final int TOPICS = 5;
  private static final int MAX_MONTHS = 36;

  EntityActivity read() {
    List<SearchHit> said = statements.bySpeaker(dataset, entity, EntityActivity.MAX_STATEMENTS);
    List<SearchHit> about = statements.about(dataset, entity, EntityActivity.MAX_STATEMENTS);
    boolean years = months(said, about) > MAX_MONTHS;
    Map<Node, List<SearchHit>> topics = by(said, News.about);
    Map<Node, List<SearchHit>> speakers = by(about, News.speaker);
    List<EntityCount> speaksOf = counts(topics);
    Map<EntityCount, Map<String, Integer>> topicsIn = new LinkedHashMap<>();
    speaksOf.stream()
        .limit(TOPICS)
        .forEach(it -> topicsIn.put(it, times(topics.get(it.entity()), years)));
    List<ArticlesByDate.ArticleEntry> articles = articles();
    return new EntityActivity(
        said.size(),
        about.size(),
        total(said, TopEntities.Rankings::statementsBySpeaker),
        total(about, TopEntities.Rankings::statementsByTopic),
        speaksOf,
        counts(speakers),
        times(said, years),
        times(about, years),
        topicsIn,
        articles,
        articles.size() >= MAX_ARTICLES,
        CoOccurrence.of(store, dataset, entity, 2 * LISTED));
  }

  private long total(
      List<SearchHit> latest, Function<TopEntities.Rankings, Map<Node, Long>> counts) {
    long looked = latest.size();
    return rankings
        .map(it -> Math.max(looked, counts.apply(it).getOrDefault(entity, looked)))
        .orElse(looked);
  }

  private static long months(List<SearchHit> said, List<SearchHit> about) {
    return java.util.stream.Stream.concat(said.stream(), about.stream())
        .map(it -> period(it.article(), false))
        .filter(it -> !it.isEmpty())
        .distinct()
        .count();
  }

  private static String period(ArticlesByDate.ArticleEntry place, boolean year) {
    String issued = place.issued();
    return issued.substring(0, Math.min(year ? 4 : 7, issued.length()));
  }

  private static Map<String, Integer> times(List<SearchHit> found, boolean years) {
    Map<String, Integer> times = new TreeMap<>();
    found.forEach(it -> times.merge(period(it.article(), years), 1, Integer::sum));
    times.remove("");
    return times;
  }

  private Map<Node, List<SearchHit>> by(List<SearchHit> found, Node property) {
    Map<Node, List<SearchHit>> by = new HashMap<>();
    for (SearchHit each : found) {
      for (Node other :
          GraphValues.values(dataset, each.article().article(), each.iri(), property)) {
        if (!other.equals(entity) && store.iris().isEntity(other.getURI())) {
          by.computeIfAbsent(other, it -> new ArrayList<>()).add(each);
        }
      }
    }
    return by;
  }

  private List<EntityCount> counts(Map<Node, List<SearchHit>> by) {
    return new EntityLabels(store)
        .named(
            by.entrySet().stream()
                .map(it -> new EntityCount(it.getKey(), "", it.getValue().size()))
                .sorted(
                    Comparator.comparingLong((EntityCount it) -> -it.count())
                        .thenComparing(it -> it.entity().getURI()))
                .limit(LISTED)
                .toList());
  }

  private List<ArticlesByDate.ArticleEntry> articles() {
    ArticlesByDate.Snapshot order = statements.articlesByDate().snapshot();
    List<ArticlesByDate.ArticleEntry> articles = new ArrayList<>();
    NodeIdQuads ids = new NodeIdQuads(dataset);
    var quads = ids.withProperty(News.mentions, entity);
    while (quads.hasNext() && articles.size() < MAX_ARTICLES) {
      NodeIdQuads.IdQuad quad = quads.next();
      if (quad.subject().equals(quad.graph())) {
        articles.add(order.entry(dataset, ids.term(quad.graph())));
      }
    }
    articles.sort(Comparator.comparingInt(ArticlesByDate.ArticleEntry::rank));
    return articles.size() < MAX_ARTICLES ? articles : latestOf(order, articles);
  }

  /**
   * Puts the latest articles first, for an entity in many articles. No index has its articles by
   * date, but among the latest of all articles, its own are found soon.
   */
  private List<ArticlesByDate.ArticleEntry> latestOf(
      ArticlesByDate.Snapshot order, List<ArticlesByDate.ArticleEntry> some) {
    Set<ArticlesByDate.ArticleEntry> latest = new LinkedHashSet<>();
    order.latest().stream()
        .filter(it -> dataset.contains(it.article(), it.article(), News.mentions, entity))
        .limit(LATEST_ARTICLES)
        .forEach(latest::add);
    latest.addAll(some);
    return latest.stream().limit(MAX_ARTICLES).toList();
  }
}
