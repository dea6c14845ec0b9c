package org.newsgraph.serve.explore;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.serve.http.Daemons;
import org.newsgraph.serve.http.Refusal;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.linked.Pages;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.sparql.Lookup;
import org.newsgraph.store.NewsStore;

/** What the pages share: the database, and what is kept at hand of it. */
public final class Explorer implements Pages, AutoCloseable {
  private final Lookup lookup;
  private final boolean pictures;
  private final Shelf shelf;
  private final Most most;
  private final Roles roles;
  private final Statements statements;

  private final ExecutorService background =
      Executors.newSingleThreadExecutor(new Daemons("explorer"));

  /**
   * The pages about a database.
   *
   * @param pictures whether they show pictures from Wikimedia Commons
   */
  public Explorer(Lookup lookup, boolean pictures) {
    this.lookup = lookup;
    this.pictures = pictures;
    this.shelf = new Shelf(lookup.store(), background);
    this.most = new Most(lookup.store(), background);
    this.roles = new Roles(lookup.store(), background);
    this.statements = new Statements(lookup, shelf, roles, most);
  }

  /** Looks through the database for what the pages want to have at hand. */
  public void begin() {
    shelf.begin();
    most.begin();
    roles.begin();
  }

  Lookup lookup() {
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

  Shelf shelf() {
    return shelf;
  }

  Most most() {
    return most;
  }

  Roles roles() {
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

  private static List<Node> entities(List<Most.Count> counts) {
    return counts.stream().map(Most.Count::entity).toList();
  }

  Statements statements() {
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
   * @throws Refusal where there is none
   */
  public Reply entityInArticle(Request request) {
    String text = request.parameter("iri").orElseThrow(() -> Refusal.bad("iri: of which entity"));
    Node entity;
    try {
      entity = iris().entityOf(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.bad(e.getMessage());
    }
    if (!store().read(dataset -> dataset.contains(Node.ANY, entity, Node.ANY, Node.ANY))) {
      throw Refusal.notFound(text);
    }
    return entity(entity, request).reply(request);
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
