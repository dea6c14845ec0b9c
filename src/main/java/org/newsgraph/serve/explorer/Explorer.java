package org.newsgraph.serve.explorer;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.serve.http.DaemonThreadFactory;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.linkeddata.ResourcePages;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.sparql.SparqlRunner;
import org.newsgraph.store.NewsStore;

/** What the pages share: the database, and what is kept at hand of it. */
public final class Explorer implements ResourcePages, AutoCloseable {
  private final SparqlRunner lookup;
  private final boolean pictures;
  private final ArticlesByDate shelf;
  private final TopEntities most;
  private final RoleIndex roles;
  private final StatementLists statements;

  private final ExecutorService background =
      Executors.newSingleThreadExecutor(new DaemonThreadFactory("explorer"));

  /**
   * The pages about a database.
   *
   * @param pictures whether they show pictures from Wikimedia Commons
   */
  public Explorer(SparqlRunner lookup, boolean pictures) {
    this.lookup = lookup;
    this.pictures = pictures;
    this.shelf = new ArticlesByDate(lookup.store(), background);
    this.most = new TopEntities(lookup.store(), background);
    this.roles = new RoleIndex(lookup.store(), background);
    this.statements = new StatementLists(lookup, shelf, roles, most);
  }

  /** Looks through the database for what the pages want to have at hand. */
  public void begin() {
    shelf.begin();
    most.begin();
    roles.begin();
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

  ArticlesByDate shelf() {
    return shelf;
  }

  TopEntities most() {
    return most;
  }

  RoleIndex roles() {
    return roles;
  }

  /** Who is quoted most, the very most first; nobody while they are counted. */
  public List<Node> mostQuoted() {
    return most.now().map(it -> entities(it.quoted())).orElse(List.of());
  }

  /** Who and what is spoken of most; likewise. */
  public List<Node> mostSpokenOf() {
    return most.now().map(it -> entities(it.spokenOf())).orElse(List.of());
  }

  private static List<Node> entities(List<TopEntities.EntityCount> counts) {
    return counts.stream().map(TopEntities.EntityCount::entity).toList();
  }

  StatementLists statements() {
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
   * The page of an entity that only one article knows, which has no document of its own.
   *
   * @throws HttpError where there is none
   */
  public Reply entityInArticle(Request request) {
    String text = request.parameter("iri").orElseThrow(() -> HttpError.bad("iri: of which entity"));
    Node entity;
    try {
      entity = iris().entityOf(text);
    } catch (IllegalArgumentException e) {
      throw HttpError.bad(e.getMessage());
    }
    if (!store().read(dataset -> dataset.contains(Node.ANY, entity, Node.ANY, Node.ANY))) {
      throw HttpError.notFound(text);
    }
    return entity(entity, request).reply(request);
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
