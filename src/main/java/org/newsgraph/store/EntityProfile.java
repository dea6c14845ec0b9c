package org.newsgraph.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prov;

/**
 * Facts about one entity in a database.
 *
 * @param entity the entity's node
 * @param names labels of the entity, sorted; articles may give different ones
 * @param types local names of its most specific classes: "Person"
 * @param otherNames alternative names in articles, sorted
 * @param roles its roles, each with article and date, oldest first
 * @param statements number of statements that it made
 * @param mentions number of its mentions
 * @param articles articles that mention it, oldest first
 * @param corrections descriptions of the corrections that were applied to it
 * @param reasons reasons for which its mentions were resolved to it, most frequent first
 */
public record EntityProfile(
    Node entity,
    List<String> names,
    List<String> types,
    List<String> otherNames,
    List<Role> roles,
    long statements,
    long mentions,
    List<Naming> articles,
    List<String> corrections,
    List<Reason> reasons) {

  /**
   * An office or function of a person.
   *
   * @param text the role in the article's words
   * @param date publication date of the article, in ISO 8601
   * @param article id of the article that gives the role
   */
  public record Role(String text, Optional<String> date, String article) {}

  /**
   * An article that mentions the entity.
   *
   * @param id id of the article
   * @param date publication date, in ISO 8601
   * @param title label of the article
   */
  public record Naming(String id, Optional<String> date, String title) {}

  /**
   * A reason for which mentions were resolved to the entity.
   *
   * @param why the reason in one or two words; empty if unknown
   * @param mentions number of mentions with this reason
   * @param words the different texts of these mentions, separated by commas
   */
  public record Reason(String why, long mentions, String words) {}

  private static final String NAMES = "SELECT DISTINCT ?x { ?entity rdfs:label ?x } ORDER BY ?x";

  private static final String OTHER_NAMES =
      "SELECT DISTINCT ?x { ?entity skos:altLabel ?x } ORDER BY ?x";

  private static final String TYPES = "SELECT DISTINCT ?x { ?entity a ?x } ORDER BY ?x";

  private static final String STATEMENTS =
      """
      SELECT (COUNT(DISTINCT ?s) AS ?x) {
        ?s news:speaker ?entity ; a news:Statement ; news:reportStatus news:Said }
      """;

  private static final String MENTIONS =
      "SELECT (COUNT(DISTINCT ?m) AS ?x) { ?m news:refersTo ?entity }";

  private static final String ROLES =
      """
      SELECT DISTINCT ?text ?date ?id {
        GRAPH ?article { ?entity news:hasRole/news:roleText ?text . ?article dcterms:identifier ?id
                         OPTIONAL { ?article dcterms:issued ?date } }
      } ORDER BY ?date ?id ?text
      """;

  private static final String ARTICLES =
      """
      SELECT DISTINCT ?id ?date ?title {
        GRAPH ?article { ?article news:mentions ?entity ; dcterms:identifier ?id ; rdfs:label ?title
                         OPTIONAL { ?article dcterms:issued ?date } }
      } ORDER BY ?date ?id
      """;

  private static final String CORRECTIONS =
      """
      SELECT DISTINCT ?label ?note {
        ?entity prov:wasInfluencedBy ?correction . ?correction rdfs:label ?label
        OPTIONAL { ?correction skos:note ?note }
      } ORDER BY ?label
      """;

  private static final String REASONS =
      """
      SELECT ?why (COUNT(DISTINCT ?m) AS ?n) (GROUP_CONCAT(DISTINCT ?exact; separator=", ") AS ?words) {
        ?m news:refersTo ?entity ; news:exact ?exact OPTIONAL { ?m news:why ?why }
      } GROUP BY ?why ORDER BY DESC(?n) ?why
      """;

  /** Reads an entity's profile in one transaction. */
  public static EntityProfile of(NewsStore store, Node entity) {
    return store.read(dataset -> new ProfileReader(dataset, entity).profile());
  }

  /** Queries about one entity in one transaction. */
  private record ProfileReader(DatasetGraph dataset, Node entity) {
    EntityProfile profile() {
      return new EntityProfile(
          entity,
          column(NAMES),
          types(),
          column(OTHER_NAMES),
          rows(ROLES).stream()
              .map(it -> new Role(text(it, "text"), date(it), text(it, "id")))
              .toList(),
          number(STATEMENTS),
          number(MENTIONS),
          rows(ARTICLES).stream()
              .map(it -> new Naming(text(it, "id"), date(it), text(it, "title")))
              .toList(),
          rows(CORRECTIONS).stream().map(ProfileReader::correction).toList(),
          rows(REASONS).stream()
              .filter(it -> it.contains("words"))
              .map(it -> new Reason(text(it, "why"), number(it, "n"), text(it, "words")))
              .toList());
    }

    /** Returns the entity's classes; {@code Entity} only if it has no other. */
    private List<String> types() {
      List<String> types = new ArrayList<>(column(TYPES));
      types.replaceAll(type -> type.substring(type.lastIndexOf('#') + 1));
      if (types.size() > 1) {
        types.remove("Entity");
      }
      return types;
    }

    private static String correction(Binding row) {
      String note = text(row, "note");
      return text(row, "label") + (note.isEmpty() ? "" : " (" + note + ")");
    }

    private List<String> column(String query) {
      return rows(query).stream().map(row -> text(row, "x")).toList();
    }

    private long number(String query) {
      return number(rows(query).get(0), "x");
    }

    private static long number(Binding row, String name) {
      return ((Number) row.get(name).getLiteralValue()).longValue();
    }

    private static Optional<String> date(Binding row) {
      return Optional.of(text(row, "date")).filter(date -> !date.isEmpty());
    }

    private static String text(Binding row, String name) {
      Node value = row.get(name);
      return value == null ? "" : value.isURI() ? value.getURI() : value.getLiteralLexicalForm();
    }

    private List<Binding> rows(String text) {
      ParameterizedSparqlString query = new ParameterizedSparqlString(text);
      query.setNsPrefix("news", News.NAMESPACE);
      query.setNsPrefix("rdfs", RDFS.getURI());
      query.setNsPrefix("skos", SKOS.getURI());
      query.setNsPrefix("dcterms", DCTerms.getURI());
      query.setNsPrefix("prov", Prov.NAMESPACE);
      List<Binding> rows = new ArrayList<>();
      try (QueryExec run =
          QueryExec.dataset(dataset)
              .query(query.asQuery())
              .substitution(Var.alloc("entity"), entity)
              .build()) {
        run.select().forEachRemaining(rows::add);
      }
      return rows;
    }
  }
}
