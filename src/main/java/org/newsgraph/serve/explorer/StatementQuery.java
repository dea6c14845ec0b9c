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
import org.newsgraph.graph.News;
import org.newsgraph.store.NodeIdQuads;

/**
 * One search in one state of the database.
 *
 * @param many how many statements those have who have very many
 * @param cast who has the role that is wanted
 */
record StatementQuery(
    DatasetGraph dataset,
    ArticlesByDate.Snapshot order,
    Optional<TopEntities.Rankings> many,
    StatementFilter wanted,
    Optional<List<Node>> speakers,
    Optional<Set<Node>> cast,
    Optional<List<Node>> topics,
    Optional<List<Node>> worded) {
  /** As many of one speaker or topic are brought into order in any case. */
  private static final int LEAST_SORTED = 1_500;

  /** To look through an article costs as much as to sort so many statements. */
  private static final int SORTED_AN_ARTICLE = 40;

  /** As many are read to bring them into another order than that of their dates. */
  private static final int MOST_READ = 1_000;

  /** As many are read for each row of a page, in search of the same words. */
  private static final int READ_A_ROW = 8;

  /** So many values are looked for one by one. */
  private static final int FEW = 4;

  StatementLists.Page page(int limit, int offset, boolean grouped) {
    String sparql = StatementSparql.sparql(wanted, speakers, topics);
    boolean byDate =
        wanted.order() == StatementFilter.SortOrder.NEWEST
            || wanted.order() == StatementFilter.SortOrder.OLDEST;
    Stream<StatementView> read =
        candidates(byDate ? limit + offset : MOST_READ).flatMap(this::read);
    if (!byDate) {
      read = read.limit(MOST_READ).sorted(comparator());
    }
    Map<String, List<StatementView>> groups = new LinkedHashMap<>();
    int seen = 0;
    boolean more = false;
    for (var each = read.skip(offset).iterator(); each.hasNext(); ) {
      StatementView said = each.next();
      String key = grouped ? key(said) : said.iri().getURI();
      if (seen == limit * READ_A_ROW || (groups.size() == limit && !groups.containsKey(key))) {
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
    return switch (wanted.order()) {
      case SUREST -> Comparator.comparingDouble(StatementView::confidence).reversed();
      case UNSUREST -> Comparator.comparingDouble(StatementView::confidence);
      default -> Comparator.comparing(it -> it.speakerName().toLowerCase(Locale.ROOT));
    };
  }

  /** Words alone decide, without the marks around them. */
  private static String key(StatementView said) {
    return said.content().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip()
        + said.speakerName();
  }

  private Stream<StatementView> read(StatementLists.Found found) {
    return StatementView.read(dataset, found.place(), found.statement()).stream();
  }

  /** All that fit, by date. */
  private Stream<StatementLists.Found> candidates(int wantedOfThem) {
    Stream<StatementLists.Found> found;
    if (worded.isPresent()) {
      found = sorted(worded.get().stream().map(this::found)).filter(this::isSaidByThem);
      found = found.filter(this::isAboutThem).filter(this::isInRole);
    } else if (speakers.isPresent()) {
      found = having(News.speaker, speakers.get(), wantedOfThem).filter(this::isAboutThem);
      found = found.filter(this::isInRole);
    } else if (topics.isPresent()) {
      found = having(News.about, topics.get(), wantedOfThem).filter(this::isInRole);
    } else if (cast.isPresent()) {
      found = having(News.speaker, cast.get(), wantedOfThem);
    } else {
      found = articles().flatMap(this::in);
    }
    return found.filter(it -> wanted.fits(it.place())).filter(this::isOfKind);
  }

  private Stream<ArticlesByDate.ArticleEntry> articles() {
    List<ArticlesByDate.ArticleEntry> latest = order.latest();
    if (wanted.order() != StatementFilter.SortOrder.OLDEST) {
      return latest.stream().filter(wanted::fits);
    }
    return java.util.stream.IntStream.rangeClosed(1, latest.size())
        .mapToObj(i -> latest.get(latest.size() - i))
        .filter(wanted::fits);
  }

  private Stream<StatementLists.Found> in(ArticlesByDate.ArticleEntry place) {
    return dataset.stream(place.article(), place.article(), News.statement, Node.ANY)
        .map(quad -> new StatementLists.Found(place, quad.getObject()))
        .sorted(Comparator.comparingInt(StatementLists.Found::begin));
  }

  /**
   * Those that have one of these values, by date. Few are found and sorted; who has many is in so
   * many articles that the latest of those are looked through first, until that has taken as long
   * as to sort them all: somebody may have been silent for years.
   *
   * @param limit about as many will be taken
   */
  Stream<StatementLists.Found> having(Node property, Collection<Node> values, int limit) {
    // Sorting n of N costs n, to find them one after the other costs limit * N / n.
    double even = Math.sqrt((double) limit * order.latest().size() * SORTED_AN_ARTICLE);
    long enough = Math.max(LEAST_SORTED, Math.round(even));
    long known = values.stream().mapToLong(it -> known(property, it)).max().orElse(0);
    if (known < enough) {
      Set<Hit> hits = hits(property, values, enough);
      if (hits.size() < enough) {
        return byDate(hits);
      }
    }
    long near = Math.max(known, enough) / SORTED_AN_ARTICLE;
    List<ArticlesByDate.ArticleEntry> latest = articles().limit(near).toList();
    Set<Node> any = Set.copyOf(values);
    // No index finds one in a graph by what it has.
    Stream<StatementLists.Found> found =
        latest.stream().flatMap(this::in).filter(it -> has(it, property, any));
    return latest.size() < near
        ? found
        : Stream.concat(found, beyond(latest.get(latest.size() - 1), property, values));
  }

  /** Those in articles that come after this one; found when the first of them is asked for. */
  private Stream<StatementLists.Found> beyond(
      ArticlesByDate.ArticleEntry last, Node property, Collection<Node> values) {
    return StreamSupport.stream(
        () ->
            byDate(hits(property, values, Long.MAX_VALUE))
                .filter(it -> byRank().compare(it.place().rank(), last.rank()) > 0)
                .spliterator(),
        Spliterator.ORDERED,
        false);
  }

  /** Those that have one of these values, up to so many. */
  private Set<Hit> hits(Node property, Collection<Node> values, long most) {
    NodeIdQuads ids = new NodeIdQuads(dataset);
    Set<Hit> hits = new LinkedHashSet<>();
    Map<NodeId, ArticlesByDate.ArticleEntry> places = new HashMap<>();
    for (Node value : values) {
      for (var quads = ids.ofStatements(property, value); quads.hasNext() && hits.size() < most; ) {
        NodeIdQuads.IdQuad quad = quads.next();
        hits.add(
            new Hit(
                places.computeIfAbsent(quad.graph(), it -> order.place(dataset, ids.term(it))),
                quad.subject()));
      }
    }
    return hits;
  }

  /** Only those that are taken are read. */
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

  /** A statement's id in the database. */
  private record Hit(ArticlesByDate.ArticleEntry place, NodeId statement) {}

  /** How many statements have this value; 0 where that is not known. */
  private long known(Node property, Node value) {
    return many.map(it -> it.many(property, value)).orElse(0L);
  }

  private StatementLists.Found found(Node statement) {
    String iri = statement.getURI();
    Node article = NodeFactory.createURI(iri.substring(0, iri.indexOf('#')));
    return new StatementLists.Found(order.place(dataset, article), statement);
  }

  /** Sorted at once: a stream that sorts hands on all that it has, and all would be read. */
  private Stream<StatementLists.Found> sorted(Stream<StatementLists.Found> found) {
    return found
        .sorted(
            Comparator.comparing((StatementLists.Found it) -> it.place().rank(), byRank())
                .thenComparingInt(StatementLists.Found::begin))
        .toList()
        .stream();
  }

  private Comparator<Integer> byRank() {
    return wanted.order() == StatementFilter.SortOrder.OLDEST
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
    return cast.isEmpty() || has(found, News.speaker, cast.get());
  }

  private boolean has(StatementLists.Found found, Node property, Collection<Node> values) {
    Node article = found.place().article();
    if (values.size() <= FEW) {
      // No node has to be read for that.
      return values.stream()
          .anyMatch(it -> dataset.contains(article, found.statement(), property, it));
    }
    return dataset.stream(article, found.statement(), property, Node.ANY)
        .anyMatch(quad -> values.contains(quad.getObject()));
  }

  private boolean isOfKind(StatementLists.Found found) {
    String kind = wanted.kind();
    return kind.isEmpty()
        || dataset.contains(
            found.place().article(),
            found.statement(),
            RDF.type.asNode(),
            News.typeOf(
                org.newsgraph.extract.StatementKind.valueOf(kind.toUpperCase(Locale.ROOT))));
  }
}
