package org.newsgraph.query.statement;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Finds reports of speech acts, like {@link StatementSearch}. Of the conditions, the words are
 * those of the topic, and the kind is ignored.
 */
public final class ReportSearch {
  private final SearchIndexes indexes;

  ReportSearch(SearchIndexes indexes) {
    this.indexes = indexes;
  }

  /**
   * Finds the reports that match a filter. They are not grouped.
   *
   * @throws org.newsgraph.query.InvalidSearchException if a name is not valid, or the words cannot
   *     be searched for
   */
  public ReportPage find(StatementFilter filter, PageRequest request) {
    ArticlesByDate.Snapshot list = indexes.articles().snapshot();
    ResolvedFilter resolved = indexes.resolve(filter, AttributionType.REPORT);
    String sparql = StatementSparql.write(resolved, AttributionType.REPORT, request);
    List<ReportView> found =
        indexes
            .runner()
            .store()
            .read(
                dataset -> {
                  AttributionReader reader = new AttributionReader(dataset, false);
                  return indexes
                      .query(dataset, list, AttributionType.REPORT, resolved, reader)
                      .views(reader::report, request.limit() + 1, request.offset())
                      .limit(request.limit() + 1L)
                      .toList();
                });
    boolean more = found.size() > request.limit();
    return new ReportPage(
        sparql,
        more ? found.subList(0, request.limit()) : found,
        more ? Optional.of(request.offset() + request.limit()) : Optional.empty());
  }

  /** Reads all reports of an article, in the order of its text. */
  public List<ReportView> ofArticle(Node article) {
    return indexes.ofArticle(article, AttributionType.REPORT, false, AttributionReader::report);
  }
}
