package org.newsgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Speaker;

/**
 * Names everything in a database.
 *
 * <p>An IRI follows from the article and the name alone, so any build, on any machine and in any
 * order, gives the same. Spaces in names become underscores, as in Wikipedia; what an IRI may not
 * hold is percent-encoded; letters of every script stay as they are.
 */
public final class Iris {
  /** The base of a database for which none was chosen. */
  public static final String DEFAULT_BASE = "http://localhost:3030/";

  private final String base;

  /**
   * @param base what every IRI begins with: an absolute IRI without query and fragment; a slash is
   *     added where it does not end in one
   * @throws IllegalArgumentException where it is no such IRI
   */
  public Iris(String base) {
    String closed = base.endsWith("/") ? base : base + "/";
    if (!isBase(closed)) {
      throw new IllegalArgumentException(
          "\"" + base + "\" cannot be a base: give an absolute IRI such as " + DEFAULT_BASE);
    }
    this.base = closed;
  }

  private static boolean isBase(String base) {
    try {
      IRIx iri = IRIx.create(base);
      return iri.isAbsolute()
          && !iri.hasViolations()
          && base.contains("://")
          && base.indexOf('?') < 0
          && base.indexOf('#') < 0;
    } catch (IRIException e) {
      return false;
    }
  }

  /** What every IRI begins with; it ends in a slash. */
  public String base() {
    return base;
  }

  /** The article of this id, and its graph. */
  public Node article(String id) {
    return iri("article/" + IriText.encode(id));
  }

  /** The entity, which this article names. */
  public Node entity(Entity entity, String articleId) {
    String name = IriText.encode(entity.name().strip().replaceAll("[\\s\\p{Z}]+", "_"));
    return entity.shared() ? iri("entity/" + name) : in(articleId, "entity=" + name);
  }

  /** The speaker of a statement in this article. */
  public Node speaker(Speaker speaker, String articleId) {
    if (speaker instanceof Speaker.Known known) {
      return entity(known.entity(), articleId);
    }
    return in(articleId, "speaker=", ((Speaker.Described) speaker).description());
  }

  /** The statement whose content stands there. */
  public Node statement(String articleId, Span span) {
    return in(articleId, "statement=", span);
  }

  /** The mention that stands there. */
  public Node mention(String articleId, Span span) {
    return in(articleId, "char=", span);
  }

  /** The role whose words stand there. */
  public Node role(String articleId, Span span) {
    return in(articleId, "role=", span);
  }

  /** The relation whose words stand there; no two kinds stand on the same. */
  public Node relation(String articleId, Span span) {
    return in(articleId, "relation=", span);
  }

  /** The work that found the article's facts. */
  public Node extraction(String articleId) {
    return in(articleId, "extraction");
  }

  /** This version of the program. */
  public Node software(String version) {
    return iri("software/newsgraph/" + IriText.encode(version));
  }

  /** The graph of what is true of entities whatever the articles say. */
  public Node entitiesGraph() {
    return iri("graph/entities");
  }

  private Node in(String articleId, String kind, Span span) {
    return in(articleId, kind + span.begin() + "," + span.end());
  }

  private Node in(String articleId, String fragment) {
    return NodeFactory.createURI(article(articleId).getURI() + "#" + fragment);
  }

  private Node iri(String path) {
    return NodeFactory.createURI(base + path);
  }
}
