package org.newsgraph.query.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.TextQuery;
import org.newsgraph.query.entity.EntityLookup;

/** The indexes and caches of a database that searches for statements and for reports share. */
record SearchIndexes(
    SparqlRunner runner,
    EntityLookup names,
    ArticlesByDate articles,
    RoleIndex roles,
    KnownCounts counts) {
  private static final String TEXT_MATCHES =
      "SELECT DISTINCT ?found { (?found ?score) text:query (%s ?words %d) }";

  /**
   * Looks up the names and words of a filter.
   *
   * @throws org.newsgraph.query.InvalidSearchException if a name is not valid, or the words cannot
   *     be searched for
   */
  ResolvedFilter resolve(StatementFilter filter, AttributionType type) {
    return new ResolvedFilter(
        filter,
        terms(filter.terms(), type),
        entities(filter.speaker()),
        filter.role().isEmpty()
            ? NodeCondition.ANY
            : NodeCondition.oneOf(roles.speakers(filter.role())),
        entities(filter.about()));
  }

  private NodeCondition terms(String words, AttributionType type) {
    if (words.isEmpty()) {
      return NodeCondition.ANY;
    }
    String query =
        TEXT_MATCHES.formatted(
            SparqlRunner.term(type.text()), SearchCosts.MEASURED.maxTextMatches());
    return NodeCondition.oneOf(
        runner.rows(query, Map.of("words", TextQuery.all(words))).rows().stream()
            .map(row -> row.get("found"))
            .filter(Node::isURI)
            .toList());
  }

  private NodeCondition entities(String name) {
    return name.isEmpty() ? NodeCondition.ANY : NodeCondition.oneOf(names.find(name));
  }

  /**
   * Reads all results of a type in an article, in the order of its text.
   *
   * @param contexts true to read the sentences of statements as well
   * @param read reads a hit; empty if it is not in the database any more
   */
  <V extends AttributionView> List<V> ofArticle(
      Node article,
      AttributionType type,
      boolean contexts,
      BiFunction<AttributionReader, SearchHit, Optional<V>> read) {
    ArticlesByDate.Snapshot list = articles.snapshot();
    return runner
        .store()
        .read(
            dataset -> {
              ArticlesByDate.ArticleEntry entry = list.entry(dataset, article);
              AttributionReader reader = new AttributionReader(dataset, contexts);
              return dataset.stream(article, article, type.ofArticle(), Node.ANY)
                  .map(quad -> new SearchHit(entry, quad.getObject()))
                  .sorted(SearchHit.IN_READING_ORDER)
                  .flatMap(it -> read.apply(reader, it).stream())
                  .toList();
            });
  }

  /**
   * Creates a query for the dataset's current transaction.
   *
   * @param list the articles, read before the transaction
   */
  StatementQuery query(
      DatasetGraph dataset,
      ArticlesByDate.Snapshot list,
      AttributionType type,
      ResolvedFilter filter,
      AttributionReader reader) {
    return new StatementQuery(dataset, list, counts, type, filter, reader);
  }
}
