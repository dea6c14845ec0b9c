package org.newsgraph.serve.linked;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.sparql.Lookup;

/**
 * Who or what an entity is: names, roles, what it said, what is said about it, where it is named.
 */
final class EntityPage {
  private static final String NAMES =
      """
      SELECT DISTINCT ?property ?value {
        VALUES ?property { rdfs:label skos:altLabel a <http://www.w3.org/2002/07/owl#sameAs>
                           <https://schema.org/sameAs> }
        ?entity ?property ?value }
      ORDER BY ?property ?value
      """
          .replace(" a ", " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ");

  private static final String ROLES =
      """
      SELECT DISTINCT ?words ?role {
        { SELECT ?role { ?entity news:hasRole ?role } LIMIT 100 } ?role news:roleText ?words }
      ORDER BY ?words
      """;

  private static final String SAID =
      """
      SELECT DISTINCT ?statement ?content ?title {
        { SELECT DISTINCT ?statement { ?statement news:speaker ?entity } LIMIT 50 }
        ?statement news:content ?content .
        ?article news:statement ?statement ; rdfs:label ?title }
      """;

  private static final String ABOUT = SAID.replace("news:speaker", "news:about");

  private static final String ARTICLES =
      "SELECT DISTINCT ?article ?title { ?article news:mentions ?entity ; news:text ?any ;"
          + " rdfs:label ?title } LIMIT 100";

  private final Lookup lookup;
  private final Node entity;
  private final Iris iris;

  EntityPage(Lookup lookup, Node entity) {
    this.lookup = lookup;
    this.entity = entity;
    this.iris = lookup.store().iris();
  }

  Page page() {
    List<Map<String, Node>> names = rows(NAMES);
    Set<String> labels = values(names, "label");
    String title = labels.stream().findFirst().orElseGet(() -> iris.name(entity));
    StringBuilder body = new StringBuilder();
    Set<String> types = values(names, "type");
    types.remove("Entity");
    body.append("<p>").append(Html.escape(String.join(", ", types)));
    Set<String> others = values(names, "altLabel");
    if (!others.isEmpty()) {
      body.append("; also ").append(Html.escape(String.join(", ", others)));
    }
    body.append("</p>\n");
    names.stream()
        .filter(row -> row.get("property").getURI().endsWith("sameAs"))
        .map(row -> row.get("value"))
        .filter(Node::isURI)
        .forEach(
            same ->
                body.append("<p>The same as ")
                    .append(Html.link(same.getURI(), same.getURI(), iris).source())
                    .append("</p>\n"));
    list("Roles", rows(ROLES), "role", "words", "words", body);
    list("Statements", rows(SAID), "statement", "content", "title", body);
    list("What is said about it", rows(ABOUT), "statement", "content", "title", body);
    list("Articles", rows(ARTICLES), "article", "title", "title", body);
    return Page.titled(title).body(new Html(body.toString()));
  }

  private void list(
      String heading,
      List<Map<String, Node>> rows,
      String link,
      String text,
      String where,
      StringBuilder body) {
    if (rows.isEmpty()) {
      return;
    }
    body.append("<h2>").append(heading).append("</h2>\n<ul>\n");
    for (Map<String, Node> row : rows) {
      body.append("<li>")
          .append(
              Html.link(row.get(link).getURI(), row.get(text).getLiteralLexicalForm(), iris)
                  .source());
      if (!where.equals(text)) {
        body.append(" <cite>")
            .append(Html.escape(row.get(where).getLiteralLexicalForm()))
            .append("</cite>");
      }
      body.append("</li>\n");
    }
    body.append("</ul>\n");
  }

  private List<Map<String, Node>> rows(String query) {
    return lookup.rows(query, Map.of("entity", entity)).rows();
  }

  private static Set<String> values(List<Map<String, Node>> rows, String property) {
    return rows.stream()
        .filter(row -> row.get("property").getURI().endsWith(property))
        .map(row -> row.get("value"))
        .map(
            value ->
                value.isLiteral()
                    ? value.getLiteralLexicalForm()
                    : value.getURI().replaceFirst(".*[/#]", ""))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
