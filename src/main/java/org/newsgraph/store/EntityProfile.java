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
 * What a database tells of one entity.
 *
 * @param names that are shown; articles may differ
 * @param types what kinds of thing it is said to be: "Person"
 * @param otherNames under which articles name it
 * @param roles with the article and its date
 * @param statements how many it made
 * @param mentions how many places name it
 * @param articles that name it, the oldest first
 * @param corrections that were applied, in plain words
 * @param reasons why the places that name it were put together
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

  /** An office or part, and who gives it. */
  public record Role(String text, Optional<String> date, String article) {}

  /** An article that names it. */
  public record Naming(String id, Optional<String> date, String title) {}

  /**
   * Why some of the places that name it do so.
   *
   * @param why in a word or two; empty where the articles do not say
   * @param mentions how many
   * @param words an example or more of what stands there
   */
  public record Reason(String why, long mentions, String words) {}

  private static final String NAMES = "SELECT DISTINCT ?x { ?entity rdfs:label ?x } ORDER BY ?x";

  private static final String OTHER_NAMES =
      "SELECT DISTINCT ?x { ?entity skos:altLabel ?x } ORDER BY ?x";

  private static final String TYPES = "SELECT DISTINCT ?x { ?entity a ?x } ORDER BY ?x";

  private static final String STATEMENTS =
      "SELECT (COUNT(DISTINCT ?s) AS ?x) { ?s news:speaker ?entity ; a news:Statement }";

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

  /** Asks for all of it. */
  public static EntityProfile of(NewsStore store, Node entity) {
    return store.read(dataset -> new Asking(dataset, entity).page());
  }

  /** One entity's questions to one database. */
  private record Asking(DatasetGraph dataset, Node entity) {
    EntityProfile page() {
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
          rows(CORRECTIONS).stream().map(Asking::correction).toList(),
          rows(REASONS).stream()
              .filter(it -> it.contains("words"))
              .map(it -> new Reason(text(it, "why"), number(it, "n"), text(it, "words")))
              .toList());
    }

    /** The narrowest that it has. */
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
