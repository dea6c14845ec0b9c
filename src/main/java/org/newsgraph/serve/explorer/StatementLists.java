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
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.serve.api.EntityLookup;
import org.newsgraph.serve.sparql.SparqlRunner;
import org.newsgraph.serve.sparql.TextQuery;

/**
 * Finds statements for pages, quickly in large databases, too: it takes articles in the order of
 * their dates, looks into one graph after the other, and stops when a page is full. An equal query
 * in SPARQL, which sorts everything there is, is told with it.
 */
final class StatementLists {
  private static final int MOST_FOUND = 500;

  private static final String WORDS =
      "SELECT DISTINCT ?statement { (?statement ?score) text:query (news:content ?words %d) }";

  private final SparqlRunner lookup;
  private final EntityLookup names;
  private final ArticlesByDate shelf;
  private final RoleIndex roles;
  private final TopEntities most;

  /** A statement that was found, not read yet. */
  record Found(ArticlesByDate.ArticleEntry place, Node statement) {
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
   * The same words, wherever they stand.
   *
   * @param also other places
   */
  record Group(StatementView said, List<StatementView> also) {}

  /**
   * Some of the statements.
   *
   * @param next offset of what follows; empty at the end
   * @param total how many there are, where that is known without reading them all
   */
  record Page(String sparql, List<Group> groups, Optional<Integer> next, Optional<Integer> total) {
    List<StatementView> all() {
      return groups.stream()
          .flatMap(it -> Stream.concat(Stream.of(it.said()), it.also().stream()))
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

  ArticlesByDate shelf() {
    return shelf;
  }

  /**
   * Those that are wanted.
   *
   * @param limit how many, those of the same words counted once
   * @param offset where to begin, in statements
   * @param grouped whether those of the same words come together
   */
  Page find(StatementFilter wanted, int limit, int offset, boolean grouped) {
    ArticlesByDate.Snapshot order = shelf.now();
    Optional<TopEntities.Rankings> many = most.now();
    Optional<List<Node>> speakers = meant(wanted.speaker());
    Optional<Set<Node>> cast =
        wanted.role().isEmpty() ? Optional.empty() : Optional.of(roles.speakers(wanted.role()));
    Optional<List<Node>> topics = meant(wanted.about());
    Optional<List<Node>> worded =
        wanted.words().isEmpty() ? Optional.empty() : Optional.of(worded(wanted.words()));
    return lookup
        .store()
        .read(
            dataset -> {
              StatementQuery search =
                  new StatementQuery(dataset, order, many, wanted, speakers, cast, topics, worded);
              return search.page(limit, offset, grouped);
            });
  }

  /** Those that have this property, the latest first; not read. */
  List<Found> of(DatasetGraph dataset, Node property, Node entity, int limit) {
    return new StatementQuery(
            dataset,
            shelf.now(),
            most.now(),
            StatementFilter.all(),
            Optional.of(List.of(entity)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty())
        .having(property, List.of(entity), limit)
        .limit(limit)
        .toList();
  }

  private Optional<List<Node>> meant(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(names.find(name));
  }

  private List<Node> worded(String words) {
    return lookup
        .rows(WORDS.formatted(MOST_FOUND), Map.of("words", TextQuery.all(words)))
        .rows()
        .stream()
        .map(row -> row.get("statement"))
        .filter(Iris::isStatement)
        .toList();
  }

  /** All statements of an article, in the order of its text. */
  List<StatementView> in(DatasetGraph dataset, Node article) {
    ArticlesByDate.Snapshot order = shelf.now();
    ArticlesByDate.ArticleEntry place = order.place(dataset, article);
    return dataset.stream(article, article, News.statement, Node.ANY)
        .map(quad -> new Found(place, quad.getObject()))
        .sorted(Comparator.comparingInt(Found::begin))
        .flatMap(it -> StatementView.read(dataset, place, it.statement()).stream())
        .collect(Collectors.toList());
  }
}
