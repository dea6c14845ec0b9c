package org.newsgraph.serve.linked;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.serve.http.Handler;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.sparql.Lookup;
import org.newsgraph.serve.sparql.Words;

/** What was found for words: entities, then statements, then articles. */
public final class SearchPage implements Handler {
  private static final String QUERY =
      """
      SELECT DISTINCT ?thing ?text {
        (?thing ?score ?text) text:query (%s ?words 200) . ?thing a news:%s }
      LIMIT 30
      """;

  private final Lookup lookup;
  private final Iris iris;

  public SearchPage(Lookup lookup) {
    this.lookup = lookup;
    this.iris = lookup.store().iris();
  }

  @Override
  public Reply answer(Request request) {
    String words = request.parameter("q").orElse("").strip();
    if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Page.titled("Search")
          .body(new Html("<p>Whom or what do you look for?</p>"))
          .reply(request);
    }
    StringBuilder body = new StringBuilder();
    list("Entities", "rdfs:label", "Entity", words, body);
    list("Statements", "news:content", "Statement", words, body);
    list("Articles", "rdfs:label", "Article", words, body);
    if (body.isEmpty()) {
      body.append("<p>Nothing was found.</p>");
    }
    return Page.titled("Search: " + words).body(new Html(body.toString())).reply(request);
  }

  private void list(
      String heading, String property, String type, String words, StringBuilder body) {
    List<Map<String, Node>> rows =
        lookup.rows(QUERY.formatted(property, type), Map.of("words", Words.all(words))).rows();
    if (rows.isEmpty()) {
      return;
    }
    body.append("<h2>").append(heading).append("</h2>\n<ul>\n");
    for (Map<String, Node> row : rows) {
      body.append("<li>")
          .append(
              Html.link(row.get("thing").getURI(), row.get("text").getLiteralLexicalForm(), iris)
                  .source())
          .append("</li>\n");
    }
    body.append("</ul>\n");
  }
}
