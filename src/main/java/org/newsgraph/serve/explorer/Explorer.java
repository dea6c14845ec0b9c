package org.newsgraph.serve.explorer;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.DaemonThreadFactory;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.CoOccurrenceCache;
import org.newsgraph.query.entity.EntityCount;
import org.newsgraph.query.entity.TopEntities;
import org.newsgraph.query.statement.ArticlesByDate;
import org.newsgraph.query.statement.RoleIndex;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.linkeddata.ResourcePages;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.store.NewsStore;

/** The database and its caches, which all pages of the explorer share. */
public final class Explorer implements ResourcePages, AutoCloseable {
  private final SparqlRunner lookup;
  private final boolean pictures;
  private final TopEntities most;
  private final CoOccurrenceCache coOccurrences;
  private final StatementSearch statements;

  private final ExecutorService background =
      Executors.newSingleThreadExecutor(new DaemonThreadFactory("explorer"));

  /**
   * Creates the explorer of a database.
   *
   * @param pictures true to show images from Wikimedia Commons
   */
  public Explorer(SparqlRunner lookup, boolean pictures) {
    this.lookup = lookup;
    this.pictures = pictures;
    this.most = new TopEntities(lookup.store(), background);
    this.coOccurrences = new CoOccurrenceCache(lookup.store());
    this.statements =
        new StatementSearch(
            lookup,
            background,
            (property, value) ->
                most.rankings().map(it -> it.statementCount(property, value)).orElse(0L));
  }

  /** Starts to fill the caches in the background. */
  public void warmUp() {
    statements.warmUp();
    most.warmUp();
  }

  SparqlRunner lookup() {
    return lookup;
  }

  NewsStore store() {
    return lookup.store();
  }

  Iris iris() {
    return lookup.store().iris();
  }

  boolean showsPictures() {
    return pictures;
  }

  ArticlesByDate articlesByDate() {
    return statements.articlesByDate();
  }

  CoOccurrenceCache coOccurrences() {
    return coOccurrences;
  }

  TopEntities topEntities() {
    return most;
  }

  RoleIndex roleIndex() {
    return statements.roleIndex();
  }

  /** Returns examples for forms and queries. */
  DataExamples examples() {
    return DataExamples.of(this);
  }

  /** Returns the most quoted speakers, in descending order; empty while they are being counted. */
  public List<Node> mostQuoted() {
    return most.rankings().map(it -> entities(it.quoted())).orElse(List.of());
  }

  /** Returns the most discussed entities, in descending order; empty while being counted. */
  public List<Node> mostDiscussed() {
    return most.rankings().map(it -> entities(it.discussed())).orElse(List.of());
  }

  private static List<Node> entities(List<EntityCount> counts) {
    return counts.stream().map(EntityCount::entity).toList();
  }

  /** Returns the address at which the client of a request opens a resource. */
  String address(String iri, Request request) {
    String address = Html.address(iri, iris());
    return address.startsWith("/") ? request.baseUrl() + address.substring(1) : address;
  }

  /** Returns the search for statements, which the API and feeds use as well. */
  public StatementSearch statements() {
    return statements;
  }

  @Override
  public Page article(Node article, Request request) {
    return store().read(dataset -> new ArticlePage(this, dataset, article).page(request));
  }

  @Override
  public Page entity(Node entity, Request request) {
    return store().read(dataset -> new EntityPage(this, dataset, entity).page(request));
  }

  /**
   * Returns the page of an entity that only one article knows and that has no document of its own.
   *
   * @throws HttpError if there is no such entity
   */
  public Reply entityInArticle(Request request) {
    String text =
        request.parameter("iri").orElseThrow(() -> HttpError.badRequest("iri is missing"));
    Node entity;
    try {
      entity = iris().parseEntity(text);
    } catch (IllegalArgumentException e) {
      throw HttpError.badRequest(e.getMessage());
    }
    if (!store().read(dataset -> dataset.contains(Node.ANY, entity, Node.ANY, Node.ANY))) {
      throw HttpError.notFound(text);
    }
    return entity(entity, request).reply(request);
  }

  /** Returns a handler of entities' addresses that offers the nearest names of unknown entities. */
  public RouteHandler entityAddresses(RouteHandler addresses) {
    return new EntityAddressHandler(lookup, addresses);
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
