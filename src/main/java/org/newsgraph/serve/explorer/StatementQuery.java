package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.News;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.entity.TopEntities;
import org.newsgraph.serve.api.StatusFilter;
import org.newsgraph.store.NodeIdQuads;

/**
 * A search for statements in one state of the database.
 *
 * @param order all articles by date
 * @param rankings totals of the most frequent speakers and topics; empty while they are being
 *     counted
 * @param filter the filter
 * @param speakers the entities that the filter's speaker may refer to; empty if any speaker matches
 * @param roleHolders the speakers with the filter's role; empty if any role matches
 * @param topics the entities that the filter's topic may refer to; empty if any topic matches
 * @param textMatches the statements with the filter's words; empty if any words match
 */
record StatementQuery(
    DatasetGraph dataset,
    ArticlesByDate.Snapshot order,
    Optional<TopEntities.Rankings> rankings,
    StatementFilter filter,
    Optional<List<Node>> speakers,
    Optional<Set<Node>> roleHolders,
    Optional<List<Node>> topics,
    Optional<List<Node>> textMatches) {
  /** Number of statements of a speaker or topic up to which all are found and sorted. */
  private static final int MIN_SORTED = 1_500;

  /** Number of statements that are sorted in the time that it takes to search one article. */
  private static final int SORTED_PER_ARTICLE = 40;

  /** Maximum number of statements that are read to sort them by something other than date. */
  private static final int MAX_READ = 1_000;

  /** Maximum number of statements that are read per row of a page, to group repetitions. */
  private static final int MAX_READ_PER_ROW = 8;

  /** Number of values up to which the index is asked for each value. */
  private static final int MAX_VALUES_TO_PROBE = 4;

  StatementLists.Page page(int limit, int offset, boolean grouped) {
    String sparql = StatementSparql.write(filter, speakers, topics);
    boolean byDate =
        filter.order() == StatementFilter.SortOrder.NEWEST
            || filter.order() == StatementFilter.SortOrder.OLDEST;
    Stream<StatementView> read = candidates(byDate ? limit + offset : MAX_READ).flatMap(this::read);
    if (!byDate) {
      read = read.limit(MAX_READ).sorted(comparator());
    }
    Map<String, List<StatementView>> groups = new LinkedHashMap<>();
    int seen = 0;
    boolean more = false;
    for (var each = read.skip(offset).iterator(); each.hasNext(); ) {
      StatementView said = each.next();
      String key = grouped ? key(said) : said.iri().getURI();
      if (seen == limit * MAX_READ_PER_ROW
          || (groups.size() == limit && !groups.containsKey(key))) {
        more = true;
        break;
      }
      groups.computeIfAbsent(key, it -> new ArrayList<>()).add(said);
      seen++;
    }
    return new StatementLists.Page(
        sparql,
        groups.values().stream()
            .map(it -> new StatementLists.Group(it.get(0), it.subList(1, it.size())))
            .toList(),
        more ? Optional.of(offset + seen) : Optional.empty(),
        more ? Optional.empty() : Optional.of(offset + seen));
  }

  private Comparator<StatementView> comparator() {
    return switch (filter.order()) {
      case SUREST -> Comparator.comparingDouble(StatementView::confidence).reversed();
      case UNSUREST -> Comparator.comparingDouble(StatementView::confidence);
      default -> Comparator.comparing(it -> it.speakerName().toLowerCase(Locale.ROOT));
    };
  }

  /** Returns the key of a group: the speaker and the content without case and punctuation. */
  private static String key(StatementView said) {
    return said.content().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip()
        + said.speakerName();
  }

  private Stream<StatementView> read(StatementLists.Found found) {
    return StatementView.read(dataset, found.article(), found.statement()).stream();
  }

  /** Returns the statements that match the filter, by date. */
  private Stream<StatementLists.Found> candidates(int wantedOfThem) {
    Stream<StatementLists.Found> found;
    if (textMatches.isPresent()) {
      found = sorted(textMatches.get().stream().map(this::found)).filter(this::isSaidByThem);
      found = found.filter(this::isAboutThem).filter(this::isInRole);
    } else if (speakers.isPresent()) {
      found = withValue(News.speaker, speakers.get(), wantedOfThem).filter(this::isAboutThem);
      found = found.filter(this::isInRole);
    } else if (topics.isPresent()) {
      found = withValue(News.about, topics.get(), wantedOfThem).filter(this::isInRole);
    } else if (roleHolders.isPresent()) {
      found = withValue(News.speaker, roleHolders.get(), wantedOfThem);
    } else {
      found = articles().flatMap(this::in);
    }
    StatusFilter statuses = filter.statuses();
    return found
        .filter(it -> filter.matches(it.article()))
        .filter(this::isOfKind)
        .filter(it -> statuses.includes(status(it)));
  }

  private Stream<ArticlesByDate.ArticleEntry> articles() {
    List<ArticlesByDate.ArticleEntry> latest = order.latest();
    if (filter.order() != StatementFilter.SortOrder.OLDEST) {
      return latest.stream().filter(filter::matches);
    }
    return java.util.stream.IntStream.rangeClosed(1, latest.size())
        .mapToObj(i -> latest.get(latest.size() - i))
        .filter(filter::matches);
  }

  private Stream<StatementLists.Found> in(ArticlesByDate.ArticleEntry place) {
    return dataset.stream(place.article(), place.article(), News.statement, Node.ANY)
        .map(quad -> new StatementLists.Found(place, quad.getObject()))
        .sorted(Comparator.comparingInt(StatementLists.Found::begin));
  }

  /**
   * Returns the statements with one of the given values of a property, by date. If they are few,
   * all are found and sorted. Otherwise, the latest articles are searched first, until that has
   * cost as much as sorting all statements would: a speaker may have made none for years.
   *
   * @param limit about how many statements the caller will take
   */
  Stream<StatementLists.Found> withValue(Node property, Collection<Node> values, int limit) {
    // Sorting n of N statements costs n; searching the articles one by one costs limit * N / n.
    double even = Math.sqrt((double) limit * order.latest().size() * SORTED_PER_ARTICLE);
    long enough = Math.max(MIN_SORTED, Math.round(even));
    long knownCount = values.stream().mapToLong(it -> knownCount(property, it)).max().orElse(0);
    if (knownCount < enough) {
      Set<Hit> hits = hits(property, values, enough);
      if (hits.size() < enough) {
        return byDate(hits);
      }
    }
    long near = Math.max(knownCount, enough) / SORTED_PER_ARTICLE;
    List<ArticlesByDate.ArticleEntry> latest = articles().limit(near).toList();
    Set<Node> any = Set.copyOf(values);
    // No index finds the statements of a graph by the value of a property.
    Stream<StatementLists.Found> found =
        latest.stream().flatMap(this::in).filter(it -> has(it, property, any));
    return latest.size() < near
        ? found
        : Stream.concat(found, beyond(latest.get(latest.size() - 1), property, values));
  }

  /** Returns the statements in articles after the given one. They are searched for lazily. */
  private Stream<StatementLists.Found> beyond(
      ArticlesByDate.ArticleEntry last, Node property, Collection<Node> values) {
    return StreamSupport.stream(
        () ->
            byDate(hits(property, values, Long.MAX_VALUE))
                .filter(it -> byRank().compare(it.article().rank(), last.rank()) > 0)
                .spliterator(),
        Spliterator.ORDERED,
        false);
  }

  /** Finds the statements with one of the given values of a property, up to a maximum number. */
  private Set<Hit> hits(Node property, Collection<Node> values, long most) {
    NodeIdQuads ids = new NodeIdQuads(dataset);
    Set<Hit> hits = new LinkedHashSet<>();
    Map<NodeId, ArticlesByDate.ArticleEntry> places = new HashMap<>();
    for (Node value : values) {
      for (var quads = ids.ofStatements(property, value); quads.hasNext() && hits.size() < most; ) {
        NodeIdQuads.IdQuad quad = quads.next();
        hits.add(
            new Hit(
                places.computeIfAbsent(quad.graph(), it -> order.entry(dataset, ids.term(it))),
                quad.subject()));
      }
    }
    return hits;
  }

  /** Sorts statements by date and offset. The terms of an article are read lazily. */
  private Stream<StatementLists.Found> byDate(Set<Hit> hits) {
    NodeIdQuads ids = new NodeIdQuads(dataset);
    return hits.stream()
        .collect(
            Collectors.groupingBy(
                it -> it.place().rank(), () -> new TreeMap<>(byRank()), Collectors.toList()))
        .values()
        .stream()
        .flatMap(
            of ->
                of.stream()
                    .map(it -> new StatementLists.Found(it.place(), ids.term(it.statement())))
                    .sorted(Comparator.comparingInt(StatementLists.Found::begin)));
  }

  /** A statement, by its id in the database, and its article. */
  private record Hit(ArticlesByDate.ArticleEntry place, NodeId statement) {}

  /** Returns the number of statements with a value; 0 if it is not known. */
  private long knownCount(Node property, Node value) {
    return rankings.map(it -> it.statementCount(property, value)).orElse(0L);
  }

  private StatementLists.Found found(Node statement) {
    String iri = statement.getURI();
    Node article = NodeFactory.createURI(iri.substring(0, iri.indexOf('#')));
    return new StatementLists.Found(order.entry(dataset, article), statement);
  }

  /**
   * Sorts statements into a list: a sorted stream inside a {@code flatMap} would pass on all its
   * elements, and all would be read.
   */
  private Stream<StatementLists.Found> sorted(Stream<StatementLists.Found> found) {
    return found
        .sorted(
            Comparator.comparing((StatementLists.Found it) -> it.article().rank(), byRank())
                .thenComparingInt(StatementLists.Found::begin))
        .toList()
        .stream();
  }

  private Comparator<Integer> byRank() {
    return filter.order() == StatementFilter.SortOrder.OLDEST
        ? Comparator.reverseOrder()
        : Comparator.naturalOrder();
  }

  private boolean isSaidByThem(StatementLists.Found found) {
    return speakers.isEmpty() || has(found, News.speaker, speakers.get());
  }

  private boolean isAboutThem(StatementLists.Found found) {
    return topics.isEmpty() || has(found, News.about, topics.get());
  }

  private boolean isInRole(StatementLists.Found found) {
    return roleHolders.isEmpty() || has(found, News.speaker, roleHolders.get());
  }

  private boolean has(StatementLists.Found found, Node property, Collection<Node> values) {
    Node article = found.article().article();
    if (values.size() <= MAX_VALUES_TO_PROBE) {
      // Index look-ups do not read any nodes.
      return values.stream()
          .anyMatch(it -> dataset.contains(article, found.statement(), property, it));
    }
    return dataset.stream(article, found.statement(), property, Node.ANY)
        .anyMatch(quad -> values.contains(quad.getObject()));
  }

  /** Returns the status of a statement; said if its graph gives none. */
  ReportStatus status(StatementLists.Found found) {
    return GraphValues.value(
            dataset, found.article().article(), found.statement(), News.reportStatus)
        .flatMap(News::reportStatus)
        .orElse(ReportStatus.SAID);
  }

  private boolean isOfKind(StatementLists.Found found) {
    String kind = filter.kind();
    return kind.isEmpty()
        || dataset.contains(
            found.article().article(),
            found.statement(),
            RDF.type.asNode(),
            News.typeOf(
                org.newsgraph.extract.StatementKind.valueOf(kind.toUpperCase(Locale.ROOT))));
  }
}
