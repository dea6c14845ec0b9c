package org.newsgraph.graph;

import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Speaker;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.link.Item;

/**
 * The IRIs of all resources in a database.
 *
 * <p>An IRI depends only on the article and the name, so builds on any machine and in any order
 * give the same IRIs. An item is named by its title; another entity by the canonical spelling of
 * its name, which spellings that differ in hyphens, spaces, capitals, apostrophes or the dots of
 * initials share. Spaces in names become underscores, as in Wikipedia. Characters that are not
 * allowed in an IRI are percent-encoded. Letters of all scripts are kept.
 */
public final class Iris {
  /** Default base IRI of a database. */
  public static final String DEFAULT_BASE = "http://localhost:3030/";

  private static final String ARTICLE = "article/";
  private static final String ENTITY = "entity/";
  private static final String CORRECTION = "correction/";
  private static final String ENTITY_IN = "#entity=";
  private static final String STATEMENT = "statement=";
  private static final String REPORT = "report=";

  private final String base;

  /**
   * Creates the IRIs of a database.
   *
   * @param base base IRI: an absolute IRI without query and fragment; a slash is appended if it
   *     does not end with one
   * @throws IllegalArgumentException if the base is not such an IRI
   */
  public Iris(String base) {
    String closed = base.endsWith("/") ? base : base + "/";
    if (!isBase(closed)) {
      throw new IllegalArgumentException(
          "\"" + base + "\" cannot be a base; use an absolute IRI such as " + DEFAULT_BASE);
    }
    this.base = closed;
  }

  /** Derives the base from an article's IRI and id; returns empty if they do not match. */
  public static Optional<Iris> of(Node article, String id) {
    String path = ARTICLE + IriText.encode(id);
    String iri = article.getURI();
    String base = iri.substring(0, Math.max(0, iri.length() - path.length()));
    return iri.endsWith(path) && base.endsWith("/") && isBase(base)
        ? Optional.of(new Iris(base))
        : Optional.empty();
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

  /** Returns the base IRI, which ends with a slash. */
  public String base() {
    return base;
  }

  /** Returns the IRI of an article and its graph. */
  public Node article(String id) {
    return iri(ARTICLE + IriText.encode(id));
  }

  /** Returns the article with an id or IRI that a user entered; it need not exist. */
  public Node parseArticle(String idOrIri) {
    return idOrIri.startsWith(base + ARTICLE) ? NodeFactory.createURI(idOrIri) : article(idOrIri);
  }

  /** Returns the node of an entity in an article. */
  public Node entity(Entity entity, String articleId) {
    return entity
        .iri()
        .map(NodeFactory::createURI)
        .orElseGet(
            () ->
                entity.shared()
                    ? entityNamed(entity.name())
                    : entityIn(article(articleId), entity.name()));
  }

  /**
   * Returns the node of an item, named by its label if no other item of the knowledge base has it,
   * otherwise by its unique Wikipedia title, otherwise by label and ID.
   */
  public Node entity(Item item) {
    return item.distinct()
        ? entityNamed(item.label())
        : entity(
            item.title()
                .orElseGet(() -> item.label() + " (" + item.wikidata().orElseGet(item::iri) + ")"));
  }

  /** Returns the node whose IRI ends with this name, in exactly this spelling. */
  public Node entity(String name) {
    return iri(ENTITY + nameText(name));
  }

  /**
   * Returns the node of an unlinked entity that has this name in all articles. All spellings with
   * the same canonical form have one node.
   */
  public Node entityNamed(String name) {
    return entity(CanonicalName.of(name));
  }

  /** Returns the node of an entity that has this name in one article only. */
  public Node entityIn(Node article, String name) {
    return NodeFactory.createURI(article.getURI() + ENTITY_IN + nameText(name));
  }

  /**
   * Returns the entity that a user entered; it need not exist.
   *
   * @param text its IRI, its IRI without the base ("entity/Jo_Cox"), or its name ("Jo Cox"), in any
   *     spelling with the same canonical form
   * @throws IllegalArgumentException if the text is an IRI, but not that of an entity of this
   *     database
   */
  public Node parseEntity(String text) {
    boolean absolute = text.contains("://");
    if (!absolute && !isEntity(base + text)) {
      return entityNamed(text);
    }
    String iri = absolute ? text : base + text;
    if (!isEntity(iri)) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not an entity of this database; IRIs of its entities start with "
              + (base + ENTITY)
              + " or with an article's IRI");
    }
    try {
      if (!IRIx.create(iri).hasViolations()) {
        return NodeFactory.createURI(iri);
      }
    } catch (IRIException e) {
      // Reported below.
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is not a valid IRI; write a space as _ in a name and as %20 in an article's id");
  }

  /** Tests whether an IRI is that of an entity. */
  public boolean isEntity(String iri) {
    return (iri.startsWith(base + ENTITY) && iri.length() > base.length() + ENTITY.length())
        || (iri.startsWith(base + ARTICLE) && iri.contains(ENTITY_IN) && !iri.endsWith(ENTITY_IN));
  }

  /** Tests whether an entity is shared by all articles. */
  public boolean isShared(Node entity) {
    return entity.getURI().startsWith(base + ENTITY);
  }

  /** Returns the name from which an entity's IRI was made. */
  public String name(Node entity) {
    String iri = entity.getURI();
    String name =
        isShared(entity)
            ? iri.substring(base.length() + ENTITY.length())
            : iri.substring(iri.indexOf(ENTITY_IN) + ENTITY_IN.length());
    String decoded = IriText.decode(name).replace('_', ' ');
    return decoded.isBlank() ? name : decoded;
  }

  /** Returns the id of an article, or of the article of a local entity. */
  public String articleId(Node article) {
    String iri = article.getURI();
    int end = iri.indexOf('#');
    return IriText.decode(
        iri.substring(base.length() + ARTICLE.length(), end < 0 ? iri.length() : end));
  }

  /** Returns an IRI without the base: "entity/Jo_Cox". */
  public String relative(Node node) {
    return node.getURI().substring(base.length());
  }

  private static String nameText(String name) {
    return IriText.encode(name.strip().replaceAll("[\\s\\p{Z}]+", "_"));
  }

  /** Returns the node of a speaker in an article. */
  public Node speaker(Speaker speaker, String articleId) {
    if (speaker instanceof Speaker.Known known) {
      return entity(known.entity(), articleId);
    }
    return in(articleId, "speaker=", ((Speaker.Described) speaker).description());
  }

  /** Returns the node of the statement whose content has a span. */
  public Node statement(String articleId, Span span) {
    return in(articleId, STATEMENT, span);
  }

  /** Returns the node of the report of a speech act whose topic has a span. */
  public Node report(String articleId, Span span) {
    return in(articleId, REPORT, span);
  }

  /** Returns whether the node is a statement, by its IRI. */
  public static boolean isStatement(Node node) {
    return node.isURI() && node.getURI().contains("#" + STATEMENT);
  }

  /** Returns whether the node is the report of a speech act, by its IRI. */
  public static boolean isReport(Node node) {
    return node.isURI() && node.getURI().contains("#" + REPORT);
  }

  /** Returns the node of the mention at a span. */
  public Node mention(String articleId, Span span) {
    return in(articleId, "char=", span);
  }

  /** Returns the node of the role whose text has a span. */
  public Node role(String articleId, Span span) {
    return in(articleId, "role=", span);
  }

  /** Returns the node of the relation whose text has a span; no two relations share a span. */
  public Node relation(String articleId, Span span) {
    return in(articleId, "relation=", span);
  }

  /** Returns the node of the activity that extracted the facts of an article. */
  public Node extraction(String articleId) {
    return in(articleId, "extraction");
  }

  /** Returns the node of a version of the program. */
  public Node software(String version) {
    return iri("software/newsgraph/" + IriText.encode(version));
  }

  /** Returns the node of a correction, named by a digest of its canonical form. */
  public Node correction(Correction correction) {
    return iri(CORRECTION + DigestUtils.sha256Hex(correction.canonicalForm()).substring(0, 16));
  }

  /** Tests whether a node is a correction. */
  public boolean isCorrection(Node node) {
    return node.isURI() && node.getURI().startsWith(base + CORRECTION);
  }

  /** Returns the URL of an article in the English Wikipedia. */
  Node wikipedia(String title) {
    return NodeFactory.createURI("https://en.wikipedia.org/wiki/" + nameText(title));
  }

  /** Returns the title of a Wikipedia article from the last part of its address. */
  public static String title(String path) {
    return IriText.decode(path).replace('_', ' ');
  }

  /** Returns the name of the graph with facts about entities that do not come from articles. */
  public Node entitiesGraph() {
    return iri("graph/entities");
  }

  /** Returns the name of the graph that lists near duplicates of articles. */
  public Node copiesGraph() {
    return iri("graph/copies");
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
