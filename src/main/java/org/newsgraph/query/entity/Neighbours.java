package org.newsgraph.query.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.query.ResultCache;
import org.newsgraph.query.SparqlRunner;

/**
 * Finds the entities that are linked to an entity, and how. Only the first 1,000 statements, 200
 * articles and 500 roles are counted, so that the time does not grow with the database.
 */
public final class Neighbours {
  private static final int MAX_STATEMENTS = 1000;
  private static final int MAX_ARTICLES = 200;
  private static final int MAX_ROLES = 500;

  private static final String BY_STATEMENTS =
      """
      SELECT ?other (COUNT(*) AS ?count) {
        { SELECT ?statement { ?statement %s ?entity ; a news:Statement ; news:reportStatus news:Said } LIMIT %d }
        ?statement %s ?other FILTER(?other != ?entity) }
      GROUP BY ?other ORDER BY DESC(?count) ?other LIMIT %d
      """;

  private static final String BY_ARTICLES =
      """
      SELECT ?other (COUNT(*) AS ?count) {
        { SELECT ?article { ?article news:mentions ?entity ; a news:Article } LIMIT %d }
        ?article news:mentions ?other FILTER(?other != ?entity) }
      GROUP BY ?other ORDER BY DESC(?count) ?other LIMIT %d
      """;

  private static final String ITS_ROLES =
      """
      SELECT ?other (COUNT(*) AS ?count) (SAMPLE(?text) AS ?words) {
        { SELECT ?role { ?entity news:hasRole ?role } LIMIT %d }
        ?role news:organisation ?other ; news:roleText ?text }
      GROUP BY ?other ORDER BY DESC(?count) ?other LIMIT %d
      """;

  private static final String ROLES_IN_IT =
      """
      SELECT ?other (COUNT(*) AS ?count) (SAMPLE(?text) AS ?words) {
        { SELECT ?role { ?role news:organisation ?entity } LIMIT %d }
        ?other news:hasRole ?role . ?role news:roleText ?text }
      GROUP BY ?other ORDER BY DESC(?count) ?other LIMIT %d
      """;

  private final SparqlRunner lookup;
  private final EntityLabels entities;
  private final ResultCache<Key, Found> found;

  /** The key of a cached result. */
  private record Key(Node entity, Set<Relation> relations, int most) {}

  /** The relation between two linked entities. */
  public enum Relation {
    /** One entity talked about the other. */
    SAID("said"),
    /** Articles mention both entities. */
    MENTIONED("mentioned"),
    /** One entity has a role in the other. */
    ROLE("role");

    private final String key;

    Relation(String key) {
      this.key = key;
    }

    /** Returns the word for the relation in addresses and in JSON. */
    public String key() {
      return key;
    }
  }

  /**
   * A link between two entities.
   *
   * @param source IRI of the speaker, the holder of the role, or the entity itself
   * @param target IRI of the other entity
   * @param kind key of the relation
   * @param count number of statements, articles or roles
   * @param words text of the role; otherwise empty
   */
  public record Link(String source, String target, String kind, long count, String words) {}

  /** The entity, its neighbours and links, and the queries that find them. */
  public record Found(List<LabelledEntity> nodes, List<Link> links, List<String> sparql) {}

  /** Creates a search with a cache of its own. */
  public Neighbours(SparqlRunner lookup) {
    this.lookup = lookup;
    this.entities = new EntityLabels(lookup.store());
    this.found = new ResultCache<>(lookup.store(), this::find);
  }

  /**
   * Finds the strongest links of an entity.
   *
   * @param most maximum number of links per relation and direction
   */
  public Found of(Node entity, Set<Relation> relations, int most) {
    return found.get(new Key(entity, Set.copyOf(relations), most));
  }

  private Found find(Key asked) {
    Node entity = asked.entity();
    List<Link> links = new ArrayList<>();
    List<String> sparql = new ArrayList<>();
    for (Relation relation : Relation.values()) {
      if (asked.relations().contains(relation)) {
        addLinks(entity, relation, asked.most(), links, sparql);
      }
    }
    // The entity itself comes first.
    Set<Node> all = new LinkedHashSet<>(List.of(entity));
    for (Link link : links) {
      all.add(NodeFactory.createURI(link.source()));
      all.add(NodeFactory.createURI(link.target()));
    }
    return new Found(entities.of(all), links, sparql);
  }

  private void addLinks(
      Node entity, Relation relation, int most, List<Link> links, List<String> sparql) {
    String speaker = "news:speaker";
    String about = "news:about";
    switch (relation) {
      case SAID -> {
        String spoke = BY_STATEMENTS.formatted(speaker, MAX_STATEMENTS, about, most);
        String spokenOf = BY_STATEMENTS.formatted(about, MAX_STATEMENTS, speaker, most);
        addLinks(spoke, entity, relation, true, links, sparql);
        addLinks(spokenOf, entity, relation, false, links, sparql);
      }
      case MENTIONED ->
          addLinks(
              BY_ARTICLES.formatted(MAX_ARTICLES, most), entity, relation, true, links, sparql);
      case ROLE -> {
        addLinks(ITS_ROLES.formatted(MAX_ROLES, most), entity, relation, true, links, sparql);
        addLinks(ROLES_IN_IT.formatted(MAX_ROLES, most), entity, relation, false, links, sparql);
      }
    }
  }

  private void addLinks(
      String query,
      Node entity,
      Relation relation,
      boolean outward,
      List<Link> links,
      List<String> sparql) {
    SparqlRunner.Rows found = lookup.rows(query, Map.of("entity", entity));
    sparql.add(found.sparql());
    for (Map<String, Node> row : found.rows()) {
      // Without any solutions, grouping gives one row without an entity.
      if (row.get("other") != null && row.get("other").isURI()) {
        String other = row.get("other").getURI();
        Node words = row.get("words");
        links.add(
            new Link(
                outward ? entity.getURI() : other,
                outward ? other : entity.getURI(),
                relation.key(),
                ((Number) row.get("count").getLiteralValue()).longValue(),
                words == null ? "" : words.getLiteralLexicalForm()));
      }
    }
  }
}
