package org.newsgraph.query.statement;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsgraph.graph.News;
import org.newsgraph.io.IsoDay;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityLookup;

/**
 * Finds statements: the one search behind pages, the API, feeds, webhooks and assistants. To be
 * fast in large databases, it visits as few statements as {@link SearchCosts} allow, and stops when
 * the page is full. The result includes an equivalent SPARQL query, which would sort the whole
 * database.
 *
 * <p>Lists of all articles and of roles are read in the background after each change. In databases
 * where this takes long, a search without a speaker, topic or words may miss the articles of the
 * last seconds.
 */
public final class StatementSearch {
  private final SearchIndexes indexes;

  /**
   * @param background runs the scans of the database that fill the caches
   * @param counts the numbers of statements of frequent speakers and topics
   */
  public StatementSearch(SparqlRunner runner, Executor background, KnownCounts counts) {
    this.indexes =
        new SearchIndexes(
            runner,
            new EntityLookup(runner),
            new ArticlesByDate(runner.store(), background),
            new RoleIndex(runner.store(), background),
            counts);
  }

  /** Creates a search that reads the whole database when it first needs to: for a single user. */
  public static StatementSearch ofOneUser(SparqlRunner runner) {
    return new StatementSearch(runner, Runnable::run, KnownCounts.NONE);
  }

  /** Starts to fill the caches in the background. */
  public void warmUp() {
    indexes.articles().warmUp();
    indexes.roles().warmUp();
  }

  public ArticlesByDate articlesByDate() {
    return indexes.articles();
  }

  public RoleIndex roleIndex() {
    return indexes.roles();
  }

  /** Returns the search for reports of speech acts, which uses the same indexes. */
  public ReportSearch reports() {
    return new ReportSearch(indexes);
  }

  /**
   * Finds the statements that match a filter.
   *
   * @throws org.newsgraph.query.InvalidSearchException if a name is not valid, or the words cannot
   *     be searched for
   */
  public StatementPage find(StatementFilter filter, PageRequest request) {
    ArticlesByDate.Snapshot list = indexes.articles().snapshot();
    ResolvedFilter resolved = indexes.resolve(filter, AttributionType.STATEMENT);
    String sparql = StatementSparql.write(resolved, AttributionType.STATEMENT, request);
    return indexes
        .runner()
        .store()
        .read(
            dataset -> {
              AttributionReader reader = new AttributionReader(dataset, request.withContext());
              Iterator<StatementView> views =
                  indexes
                      .query(dataset, list, AttributionType.STATEMENT, resolved, reader)
                      .views(reader::statement, request.limit(), request.offset())
                      .iterator();
              return page(views, sparql, request);
            });
  }

  private static StatementPage page(
      Iterator<StatementView> views, String sparql, PageRequest request) {
    int maxRead = request.limit() * SearchCosts.MEASURED.maxReadPerRow();
    Map<String, List<StatementView>> groups = new LinkedHashMap<>();
    int seen = 0;
    boolean more = false;
    while (views.hasNext() && !more) {
      StatementView view = views.next();
      String key = request.grouped() ? key(view) : view.iri().getURI();
      more = seen == maxRead || (groups.size() == request.limit() && !groups.containsKey(key));
      if (!more) {
        groups.computeIfAbsent(key, it -> new ArrayList<>()).add(view);
        seen++;
      }
    }
    int end = request.offset() + seen;
    return new StatementPage(
        sparql,
        groups.values().stream()
            .map(it -> new StatementPage.Group(it.get(0), it.subList(1, it.size())))
            .toList(),
        more ? Optional.of(end) : Optional.empty(),
        more ? Optional.empty() : Optional.of(end));
  }

  /** Returns the key of a group: the speaker and the content without case and punctuation. */
  private static String key(StatementView view) {
    return view.content().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip()
        + view.speakerName();
  }

  /**
   * Counts the statements that match a filter by the day of their publication.
   *
   * @return numbers of statements by date: "2016-10-13", "2016-10" or "2016"; "" without a date
   */
  public Map<String, Long> countByDay(StatementFilter filter) {
    ArticlesByDate.Snapshot list = indexes.articles().snapshot();
    ResolvedFilter resolved = indexes.resolve(filter, AttributionType.STATEMENT);
    return indexes
        .runner()
        .store()
        .read(
            dataset -> {
              AttributionReader reader = new AttributionReader(dataset, false);
              Map<String, Long> days = new TreeMap<>();
              indexes
                  .query(dataset, list, AttributionType.STATEMENT, resolved, reader)
                  .hits(Integer.MAX_VALUE)
                  .forEach(it -> days.merge(IsoDay.of(it.article().issued()), 1L, Long::sum));
              return days;
            });
  }

  /** Returns a query that counts the statements that match a filter by day, as SPARQL. */
  public String countByDaySparql(StatementFilter filter) {
    return StatementSparql.countByDay(indexes.resolve(filter, AttributionType.STATEMENT));
  }

  /** Finds the said statements by a speaker, the latest first. They are not read. */
  public List<SearchHit> bySpeaker(DatasetGraph dataset, Node speaker, int limit) {
    return latest(
        dataset,
        ResolvedFilter.of(NodeCondition.oneOf(List.of(speaker)), NodeCondition.ANY),
        limit);
  }

  /** Finds the said statements about an entity, the latest first. They are not read. */
  public List<SearchHit> about(DatasetGraph dataset, Node topic, int limit) {
    return latest(
        dataset, ResolvedFilter.of(NodeCondition.ANY, NodeCondition.oneOf(List.of(topic))), limit);
  }

  private List<SearchHit> latest(DatasetGraph dataset, ResolvedFilter filter, int limit) {
    return indexes
        .query(
            dataset,
            indexes.articles().snapshot(),
            AttributionType.STATEMENT,
            filter,
            new AttributionReader(dataset, false))
        .hits(limit)
        .limit(limit)
        .toList();
  }

  /**
   * Reads statements that were found, with their contexts. Those that do not exist any more are
   * left out.
   */
  public List<StatementView> read(DatasetGraph dataset, List<SearchHit> hits) {
    AttributionReader reader = new AttributionReader(dataset, true);
    return hits.stream().flatMap(it -> reader.statement(it).stream()).toList();
  }

  /** Reads the statement with an IRI, with its context; empty if there is none. */
  public Optional<StatementView> statement(String iri) {
    Node node = NodeFactory.createURI(iri);
    Optional<Node> article =
        indexes
            .runner()
            .store()
            .read(
                dataset ->
                    dataset.stream(Node.ANY, Node.ANY, News.statement, node)
                        .map(Quad::getGraph)
                        .findFirst());
    return article.stream()
        .flatMap(it -> ofArticle(it).stream())
        .filter(it -> it.iri().equals(node))
        .findFirst();
  }

  /** Reads all statements of an article with their contexts, in the order of its text. */
  public List<StatementView> ofArticle(Node article) {
    return indexes.ofArticle(
        article, AttributionType.STATEMENT, true, AttributionReader::statement);
  }
}
