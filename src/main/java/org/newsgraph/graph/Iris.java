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
 * Names everything in a database.
 *
 * <p>An IRI follows from the article and the name alone, so any build, on any machine and in any
 * order, gives the same. Spaces in names become underscores, as in Wikipedia; what an IRI may not
 * hold is percent-encoded; letters of every script stay as they are.
 */
public final class Iris {
  /** The base of a database for which none was chosen. */
  public static final String DEFAULT_BASE = "http://localhost:3030/";

  private static final String ARTICLE = "article/";
  private static final String ENTITY = "entity/";
  private static final String CORRECTION = "correction/";
  private static final String ENTITY_IN = "#entity=";
  private static final String STATEMENT = "statement=";
  private static final String REPORT = "report=";

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

  /** How things are named where an article of this id has this IRI; nothing where it cannot. */
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

  /** What every IRI begins with; it ends in a slash. */
  public String base() {
    return base;
  }

  /** The article of this id, and its graph. */
  public Node article(String id) {
    return iri(ARTICLE + IriText.encode(id));
  }

  /** The article that a person means, by its id or its IRI; it need not exist. */
  public Node articleOf(String idOrIri) {
    return idOrIri.startsWith(base + ARTICLE) ? NodeFactory.createURI(idOrIri) : article(idOrIri);
  }

  /** The entity, which this article names. */
  public Node entity(Entity entity, String articleId) {
    return entity
        .iri()
        .map(NodeFactory::createURI)
        .orElseGet(
            () ->
                entity.shared()
                    ? entity(entity.name())
                    : entityIn(article(articleId), entity.name()));
  }

  /** The entity that is this item: by its Wikipedia title, which no other has. */
  public Node entity(Item item) {
    return entity(
        item.title()
            .orElseGet(
                () -> item.label() + " (" + item.wikidata().orElseGet(() -> item.iri()) + ")"));
  }

  /** The entity that is known by this name in every article. */
  public Node entity(String name) {
    return iri(ENTITY + nameText(name));
  }

  /** The entity that this name stands for in one article and in no other. */
  public Node entityIn(Node article, String name) {
    return NodeFactory.createURI(article.getURI() + ENTITY_IN + nameText(name));
  }

  /**
   * The entity that a person means; it need not exist.
   *
   * @param text its IRI, the same without the base ("entity/Jo_Cox"), or a plain name ("Jo Cox")
   * @throws IllegalArgumentException where it is an IRI, but not of an entity of this database
   */
  public Node entityOf(String text) {
    boolean absolute = text.contains("://");
    if (!absolute && !isEntity(base + text)) {
      return entity(text);
    }
    String iri = absolute ? text : base + text;
    if (!isEntity(iri)) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no entity of this database; their IRIs begin with "
              + (base + ENTITY)
              + ", or stand inside an article");
    }
    try {
      if (!IRIx.create(iri).hasViolations()) {
        return NodeFactory.createURI(iri);
      }
    } catch (IRIException e) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is not written as an IRI; a space is _ in a name and %20 in an article's id");
  }

  /** Whether it is the IRI of something that an article names. */
  public boolean isEntity(String iri) {
    return (iri.startsWith(base + ENTITY) && iri.length() > base.length() + ENTITY.length())
        || (iri.startsWith(base + ARTICLE) && iri.contains(ENTITY_IN) && !iri.endsWith(ENTITY_IN));
  }

  /** Whether an entity is the same in all articles. */
  public boolean isShared(Node entity) {
    return entity.getURI().startsWith(base + ENTITY);
  }

  /** The name that an entity's IRI was made from. */
  public String name(Node entity) {
    String iri = entity.getURI();
    String name =
        isShared(entity)
            ? iri.substring(base.length() + ENTITY.length())
            : iri.substring(iri.indexOf(ENTITY_IN) + ENTITY_IN.length());
    String words = IriText.decode(name).replace('_', ' ');
    return words.isBlank() ? name : words;
  }

  /** The id of an article, or of that which an entity stands in. */
  public String articleId(Node article) {
    String iri = article.getURI();
    int end = iri.indexOf('#');
    return IriText.decode(
        iri.substring(base.length() + ARTICLE.length(), end < 0 ? iri.length() : end));
  }

  /** An IRI without the base that all have in common: "entity/Jo_Cox". */
  public String relative(Node node) {
    return node.getURI().substring(base.length());
  }

  private static String nameText(String name) {
    return IriText.encode(name.strip().replaceAll("[\\s\\p{Z}]+", "_"));
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
    return in(articleId, STATEMENT, span);
  }

  /** The report of a speech act whose topic stands there. */
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

  /** A correction, known by what it means. */
  public Node correction(Correction correction) {
    return iri(CORRECTION + DigestUtils.sha256Hex(correction.canonicalForm()).substring(0, 16));
  }

  /** Whether it is a correction. */
  public boolean isCorrection(Node node) {
    return node.isURI() && node.getURI().startsWith(base + CORRECTION);
  }

  /** The article of the English Wikipedia with this title. */
  Node wikipedia(String title) {
    return NodeFactory.createURI("https://en.wikipedia.org/wiki/" + nameText(title));
  }

  /** The graph of what is true of entities whatever the articles say. */
  public Node entitiesGraph() {
    return iri("graph/entities");
  }

  /** The graph that tells which articles are copies. */
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
