package org.newsgraph.serve.explorer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.TextQuery;
import org.newsgraph.query.entity.EntityLookup;
import org.newsgraph.query.entity.TopEntities;

/**
 * Finds the statements that a page shows. To be fast in large databases, it visits the graphs of
 * articles in the order of their dates and stops when the page is full. The result includes an
 * equivalent SPARQL query, which would sort the whole database.
 */
final class StatementLists {
  private static final int MAX_TEXT_MATCHES = 500;

  private static final String WORDS =
      "SELECT DISTINCT ?statement { (?statement ?score) text:query (news:content ?words %d) }";

  private final SparqlRunner lookup;
  private final EntityLookup names;
  private final ArticlesByDate shelf;
  private final RoleIndex roles;
  private final TopEntities most;

  /** A statement that was found but not read. */
  record Found(ArticlesByDate.ArticleEntry article, Node statement) {
    /** Returns the start offset from the statement's IRI, in code points. */
    int begin() {
      String iri = statement.getURI();
      int from = iri.lastIndexOf('=') + 1;
      int comma = iri.indexOf(',', from);
      try {
        return Integer.parseInt(iri.substring(from, Math.max(from, comma)));
      } catch (NumberFormatException e) {
        return 0;
      }
    }
  }

  /**
   * A statement and its repetitions: statements with the same words and speaker.
   *
   * @param repetitions the repetitions
   */
  record Group(StatementView statement, List<StatementView> repetitions) {}

  /**
   * A page of statements.
   *
   * @param sparql an equivalent query
   * @param next offset of the next page; empty on the last page
   * @param total number of all matching statements; empty if it is not known without reading them
   */
  record Page(String sparql, List<Group> groups, Optional<Integer> next, Optional<Integer> total) {
    List<StatementView> statements() {
      return groups.stream()
          .flatMap(it -> Stream.concat(Stream.of(it.statement()), it.repetitions().stream()))
          .toList();
    }
  }

  StatementLists(SparqlRunner lookup, ArticlesByDate shelf, RoleIndex roles, TopEntities most) {
    this.lookup = lookup;
    this.names = new EntityLookup(lookup);
    this.shelf = shelf;
    this.roles = roles;
    this.most = most;
  }

  ArticlesByDate articlesByDate() {
    return shelf;
  }

  /**
   * Finds the statements that match a filter.
   *
   * @param limit maximum number of groups
   * @param offset number of statements to skip
   * @param grouped true to group statements with the same words and speaker
   */
  Page find(StatementFilter wanted, int limit, int offset, boolean grouped) {
    ArticlesByDate.Snapshot order = shelf.snapshot();
    Optional<TopEntities.Rankings> many = most.rankings();
    Optional<List<Node>> speakers = entities(wanted.speaker());
    Optional<Set<Node>> cast =
        wanted.role().isEmpty() ? Optional.empty() : Optional.of(roles.speakers(wanted.role()));
    Optional<List<Node>> topics = entities(wanted.about());
    Optional<List<Node>> statementsWith =
        wanted.terms().isEmpty() ? Optional.empty() : Optional.of(statementsWith(wanted.terms()));
    return lookup
        .store()
        .read(
            dataset -> {
              StatementQuery search =
                  new StatementQuery(
                      dataset, order, many, wanted, speakers, cast, topics, statementsWith);
              return search.page(limit, offset, grouped);
            });
  }

  /** Finds the said statements with an entity as the value of a property, the latest first. */
  List<Found> withValue(DatasetGraph dataset, Node property, Node entity, int limit) {
    StatementQuery query =
        new StatementQuery(
            dataset,
            shelf.snapshot(),
            most.rankings(),
            StatementFilter.all(),
            Optional.of(List.of(entity)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return query
        .withValue(property, List.of(entity), limit)
        .filter(it -> query.status(it) == ReportStatus.SAID)
        .limit(limit)
        .toList();
  }

  private Optional<List<Node>> entities(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(names.find(name));
  }

  private List<Node> statementsWith(String words) {
    return lookup
        .rows(WORDS.formatted(MAX_TEXT_MATCHES), Map.of("words", TextQuery.all(words)))
        .rows()
        .stream()
        .map(row -> row.get("statement"))
        .filter(Iris::isStatement)
        .toList();
  }

  /** Reads all statements of an article, in the order of its text. */
  List<StatementView> ofArticle(DatasetGraph dataset, Node article) {
    ArticlesByDate.Snapshot order = shelf.snapshot();
    ArticlesByDate.ArticleEntry place = order.entry(dataset, article);
    return dataset.stream(article, article, News.statement, Node.ANY)
        .map(quad -> new Found(place, quad.getObject()))
        .sorted(Comparator.comparingInt(Found::begin))
        .flatMap(it -> StatementView.read(dataset, place, it.statement()).stream())
        .collect(Collectors.toList());
  }
}
