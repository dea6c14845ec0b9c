package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.serve.sparql.SparqlRunner;

/**
 * Who and what is linked to an entity, and how. However much is said of it, only the first {@value
 * #STATEMENTS} statements, {@value #ARTICLES} articles and {@value #ROLES} roles are counted, so
 * that an answer takes no longer in a large database.
 */
final class Neighbours {
  static final int STATEMENTS = 1000;
  static final int ARTICLES = 200;
  static final int ROLES = 500;

  private static final String BY_STATEMENTS =
      """
      SELECT ?other (COUNT(*) AS ?count) {
        { SELECT ?statement { ?statement %s ?entity ; a news:Statement } LIMIT %d }
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
  private final RecentAnswers<Asked, Found> found;

  private record Asked(Node entity, Set<Relation> relations, int most) {}

  /** How two entities are linked. */
  enum Relation {
    /** One spoke about the other. */
    SAID("said"),
    /** The same articles name them. */
    MENTIONED("mentioned"),
    /** One has a role in the other. */
    ROLE("role");

    private final String key;

    Relation(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  /**
   * A link between two entities.
   *
   * @param source the speaker, or who has the role
   * @param count of statements, articles or roles that say so
   * @param words of the role, else empty
   */
  record Link(String source, String target, String kind, long count, String words) {}

  /** The entity itself comes first. */
  record Found(List<EntityLabels.Entity> nodes, List<Link> links, List<String> sparql) {}

  Neighbours(SparqlRunner lookup) {
    this.lookup = lookup;
    this.entities = new EntityLabels(lookup.store());
    this.found = new RecentAnswers<>(lookup.store(), this::find);
  }

  /**
   * Finds the strongest links of an entity.
   *
   * @param most of each kind and direction
   */
  Found of(Node entity, Set<Relation> relations, int most) {
    return found.get(new Asked(entity, Set.copyOf(relations), most));
  }

  private Found find(Asked asked) {
    Node entity = asked.entity();
    List<Link> links = new ArrayList<>();
    List<String> sparql = new ArrayList<>();
    for (Relation relation : Relation.values()) {
      if (asked.relations().contains(relation)) {
        ask(entity, relation, asked.most(), links, sparql);
      }
    }
    Set<Node> all = new LinkedHashSet<>(List.of(entity));
    for (Link link : links) {
      all.add(NodeFactory.createURI(link.source()));
      all.add(NodeFactory.createURI(link.target()));
    }
    return new Found(entities.of(all), links, sparql);
  }

  private void ask(
      Node entity, Relation relation, int most, List<Link> links, List<String> sparql) {
    String speaker = "news:speaker";
    String about = "news:about";
    switch (relation) {
      case SAID -> {
        String spoke = BY_STATEMENTS.formatted(speaker, STATEMENTS, about, most);
        String spokenOf = BY_STATEMENTS.formatted(about, STATEMENTS, speaker, most);
        ask(spoke, entity, relation, true, links, sparql);
        ask(spokenOf, entity, relation, false, links, sparql);
      }
      case MENTIONED ->
          ask(BY_ARTICLES.formatted(ARTICLES, most), entity, relation, true, links, sparql);
      case ROLE -> {
        ask(ITS_ROLES.formatted(ROLES, most), entity, relation, true, links, sparql);
        ask(ROLES_IN_IT.formatted(ROLES, most), entity, relation, false, links, sparql);
      }
    }
  }

  private void ask(
      String query,
      Node entity,
      Relation relation,
      boolean outward,
      List<Link> links,
      List<String> sparql) {
    SparqlRunner.Rows found = lookup.rows(query, Map.of("entity", entity));
    sparql.add(found.sparql());
    for (Map<String, Node> row : found.rows()) {
      // A group of nothing is a row without anybody.
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
