package org.newsgraph.query.statement;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.News;
import org.newsgraph.query.DateRange;
import org.newsgraph.query.GraphValues;

/**
 * A search for statements or reports in one state of the database: takes the candidates of an
 * {@link AccessPath}, and tests the conditions that it does not ensure.
 */
final class StatementQuery {
  private final DatasetGraph dataset;
  private final AttributionType type;
  private final ResolvedFilter resolved;
  private final StatementFilter filter;
  private final StatusFilter statuses;
  private final Optional<Node> ofKind;
  private final String cue;
  private final String since;
  private final CandidateScan scan;
  private final AttributionReader reader;

  StatementQuery(
      DatasetGraph dataset,
      ArticlesByDate.Snapshot list,
      KnownCounts counts,
      AttributionType type,
      ResolvedFilter resolved,
      AttributionReader reader) {
    this.dataset = dataset;
    this.type = type;
    this.resolved = resolved;
    this.filter = resolved.filter();
    this.statuses = filter.statuses();
    this.ofKind =
        type == AttributionType.REPORT
            ? Optional.empty()
            : filter.statementKind().map(News::typeOf);
    this.cue = filter.get(StatementFilter.Field.CUE).toLowerCase(Locale.ROOT);
    this.since = filter.get(StatementFilter.Field.SINCE);
    this.reader = reader;
    this.scan =
        new CandidateScan(
            dataset, list, counts, type, filter.order() == SortOrder.OLDEST, articlesOf(filter));
  }

  /** Returns a test whether an article meets the conditions on source and dates. */
  private static Predicate<ArticlesByDate.ArticleEntry> articlesOf(StatementFilter filter) {
    String source = filter.source();
    DateRange published = filter.published();
    return article ->
        (source.isEmpty() || article.publisher().equalsIgnoreCase(source))
            && published.contains(article.issued());
  }

  /**
   * Returns what matches the filter, by date. It is found lazily.
   *
   * @param wanted about how many the caller will take
   */
  Stream<SearchHit> hits(long wanted) {
    AccessPath path = AccessPath.of(resolved);
    return path.candidates(scan, wanted)
        .filter(it -> meets(it, path, News.speaker, resolved.speakers()))
        .filter(it -> meets(it, path, News.about, resolved.topics()))
        .filter(it -> meets(it, path, News.speaker, resolved.roleHolders()))
        .filter(this::isOfKind)
        .filter(it -> statuses.includes(status(it)))
        .filter(this::hasCue)
        .filter(this::wasExtractedInTime);
  }

  /**
   * Returns what matches the filter, in its order.
   *
   * @param read reads a hit; empty if it is not in the database any more
   * @param wanted maximum number that the caller will take
   * @param offset number to skip
   */
  <V extends AttributionView> Stream<V> views(
      Function<SearchHit, Optional<V>> read, int wanted, int offset) {
    if (!since.isEmpty()) {
      Stream<SearchHit> firstExtracted =
          hits(Integer.MAX_VALUE)
              .map(it -> Map.entry(reader.extractedAt(it), it))
              .sorted(
                  Map.Entry.<String, SearchHit>comparingByKey()
                      .thenComparing(it -> it.getValue().iri().getURI()))
              .map(Map.Entry::getValue);
      return after(firstExtracted, offset).flatMap(it -> read.apply(it).stream());
    }
    if (filter.order().isByDate()) {
      return after(hits((long) wanted + offset), offset).flatMap(it -> read.apply(it).stream());
    }
    int most = SearchCosts.MEASURED.maxRead();
    return hits(most)
        .flatMap(it -> read.apply(it).stream())
        .limit(most)
        .sorted(comparator(filter.order()))
        .skip(offset);
  }

  /** Skips hits without reading them. Hits that are not in the database any more do not count. */
  private Stream<SearchHit> after(Stream<SearchHit> hits, int offset) {
    return offset == 0 ? hits : hits.filter(this::exists).skip(offset);
  }

  private static Comparator<AttributionView> comparator(SortOrder order) {
    return switch (order) {
      case SUREST -> Comparator.comparingDouble(AttributionView::confidence).reversed();
      case UNSUREST -> Comparator.comparingDouble(AttributionView::confidence);
      default -> Comparator.comparing(it -> it.speakerName().toLowerCase(Locale.ROOT));
    };
  }

  private boolean meets(SearchHit hit, AccessPath path, Node property, NodeCondition condition) {
    return path.ensures(property, condition)
        || (condition instanceof NodeCondition.OneOf any && scan.has(hit, property, any.nodes()));
  }

  private boolean isOfKind(SearchHit hit) {
    return ofKind.isEmpty() || contains(hit, RDF.type.asNode(), ofKind.get());
  }

  /** Returns the status; said if the graph gives none. */
  private ReportStatus status(SearchHit hit) {
    return value(hit, News.reportStatus).flatMap(News::reportStatus).orElse(ReportStatus.SAID);
  }

  private boolean hasCue(SearchHit hit) {
    return cue.isEmpty()
        || value(hit, News.cue)
            .filter(it -> GraphValues.text(it).toLowerCase(Locale.ROOT).contains(cue))
            .isPresent();
  }

  private boolean wasExtractedInTime(SearchHit hit) {
    return since.isEmpty() || reader.extractedAt(hit).compareTo(since) >= 0;
  }

  /** Tests whether a hit has a text. The text index and the list of articles may be behind. */
  private boolean exists(SearchHit hit) {
    return contains(hit, type.text(), Node.ANY);
  }

  private boolean contains(SearchHit hit, Node property, Node value) {
    return dataset.contains(hit.article().article(), hit.iri(), property, value);
  }

  private Optional<Node> value(SearchHit hit, Node property) {
    return GraphValues.value(dataset, hit.article().article(), hit.iri(), property);
  }
}
