package org.newsgraph.query.statement;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.newsgraph.query.statement.ArticlesByDate.ArticleEntry;
import org.newsgraph.store.NodeIdQuads;

/**
 * Finds candidates of a search in one state of the database, by date. See {@link SearchCosts} for
 * how it bounds its work.
 */
final class CandidateScan {
  private final DatasetGraph dataset;
  private final ArticlesByDate.Snapshot list;
  private final KnownCounts counts;
  private final AttributionType type;
  private final boolean oldestFirst;
  private final Predicate<ArticleEntry> admitted;
  private final NodeIdQuads ids;

  /**
   * @param list all articles by date
   * @param oldestFirst true for candidates of the oldest articles first
   * @param admitted tests the articles whose statements are candidates; others may be skipped
   */
  CandidateScan(
      DatasetGraph dataset,
      ArticlesByDate.Snapshot list,
      KnownCounts counts,
      AttributionType type,
      boolean oldestFirst,
      Predicate<ArticleEntry> admitted) {
    this.dataset = dataset;
    this.list = list;
    this.counts = counts;
    this.type = type;
    this.oldestFirst = oldestFirst;
    this.admitted = admitted;
    this.ids = new NodeIdQuads(dataset);
  }

  /** Returns all candidates. */
  Stream<SearchHit> all() {
    return articles().flatMap(this::in);
  }

  /**
   * Returns some candidates by date. They are sorted into a list: a sorted stream inside a {@code
   * flatMap} would pass on all its elements, and all would be read.
   */
  Stream<SearchHit> sorted(Collection<Node> found) {
    return found.stream()
        .flatMap(it -> hit(it).stream())
        .filter(it -> admitted.test(it.article()))
        .sorted(
            Comparator.comparing(SearchHit::article, byDate())
                .thenComparing(SearchHit.IN_READING_ORDER))
        .toList()
        .stream();
  }

  /**
   * Returns the candidates with one of some values of a property. If they are few, all are found
   * and sorted. Otherwise, the latest articles are searched first.
   *
   * @param wanted about how many candidates the caller will take
   */
  Stream<SearchHit> withValue(Node property, Set<Node> values, long wanted) {
    SearchCosts costs = SearchCosts.MEASURED;
    long sortedBelow = costs.sortedBelow(wanted, list.latest().size());
    long known = values.stream().mapToLong(it -> counts.of(property, it)).max().orElse(0);
    if (known < sortedBelow) {
      Set<IdHit> hits = hits(property, values, sortedBelow);
      if (hits.size() < sortedBelow) {
        return byDate(hits);
      }
    }
    long scanned = costs.articlesScanned(Math.max(known, sortedBelow));
    List<ArticleEntry> latest = articles().limit(scanned).toList();
    // No index finds the statements of a graph by the value of a property.
    Stream<SearchHit> found =
        latest.stream().flatMap(this::in).filter(it -> has(it, property, values));
    return latest.size() < scanned
        ? found
        : Stream.concat(found, beyond(latest.get(latest.size() - 1), property, values));
  }

  /** Tests whether a candidate has one of some values of a property. */
  boolean has(SearchHit hit, Node property, Set<Node> values) {
    Node article = hit.article().article();
    if (values.size() <= SearchCosts.MEASURED.maxProbes()) {
      // Index look-ups do not read any nodes.
      return values.stream().anyMatch(it -> dataset.contains(article, hit.iri(), property, it));
    }
    return dataset.stream(article, hit.iri(), property, Node.ANY)
        .anyMatch(quad -> values.contains(quad.getObject()));
  }

  private Stream<ArticleEntry> articles() {
    List<ArticleEntry> latest = list.latest();
    Stream<ArticleEntry> ordered =
        oldestFirst
            ? IntStream.rangeClosed(1, latest.size()).mapToObj(i -> latest.get(latest.size() - i))
            : latest.stream();
    return ordered.filter(admitted);
  }

  private Comparator<ArticleEntry> byDate() {
    return oldestFirst ? ArticleEntry.LATEST_FIRST.reversed() : ArticleEntry.LATEST_FIRST;
  }

  private Stream<SearchHit> in(ArticleEntry article) {
    return dataset.stream(article.article(), article.article(), type.ofArticle(), Node.ANY)
        .map(quad -> new SearchHit(article, quad.getObject()))
        .sorted(SearchHit.IN_READING_ORDER);
  }

  /** Returns the candidates in articles after the given one. They are searched for lazily. */
  private Stream<SearchHit> beyond(ArticleEntry last, Node property, Set<Node> values) {
    return StreamSupport.stream(
        () ->
            byDate(hits(property, values, Long.MAX_VALUE))
                .filter(it -> byDate().compare(it.article(), last) > 0)
                .spliterator(),
        Spliterator.ORDERED,
        false);
  }

  /** A statement or report, by its id in the database, and its article. */
  private record IdHit(ArticleEntry article, NodeId subject) {}

  /** Finds the candidates with one of some values of a property, up to a maximum number. */
  private Set<IdHit> hits(Node property, Set<Node> values, long most) {
    Set<IdHit> hits = new LinkedHashSet<>();
    Map<NodeId, ArticleEntry> articles = new HashMap<>();
    for (Node value : values) {
      var quads = type.withValue(ids, property, value);
      while (quads.hasNext() && hits.size() < most) {
        NodeIdQuads.IdQuad quad = quads.next();
        hits.add(
            new IdHit(
                articles.computeIfAbsent(quad.graph(), it -> list.entry(dataset, ids.term(it))),
                quad.subject()));
      }
    }
    return hits;
  }

  /** Sorts candidates by date and offset. The terms of an article are read lazily. */
  private Stream<SearchHit> byDate(Set<IdHit> hits) {
    return hits.stream()
        .filter(it -> admitted.test(it.article()))
        .collect(
            Collectors.groupingBy(
                IdHit::article, () -> new TreeMap<>(byDate()), Collectors.toList()))
        .values()
        .stream()
        .flatMap(
            of ->
                of.stream()
                    .map(it -> new SearchHit(it.article(), ids.term(it.subject())))
                    .sorted(SearchHit.IN_READING_ORDER));
  }

  /** Returns a match of the text index with its article, which its IRI begins with. */
  private Optional<SearchHit> hit(Node match) {
    String iri = match.getURI();
    if (type.isTypeOf(match)) {
      Node article = NodeFactory.createURI(iri.substring(0, iri.indexOf('#')));
      return Optional.of(new SearchHit(list.entry(dataset, article), match));
    }
    // Editors may give statements any IRI.
    return dataset.stream(Node.ANY, Node.ANY, type.ofArticle(), match)
        .map(quad -> new SearchHit(list.entry(dataset, quad.getGraph()), match))
        .findFirst();
  }
}
