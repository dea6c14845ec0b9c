package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.TextQuery;
import org.newsgraph.query.entity.EntitySearch;
import org.newsgraph.query.statement.RoleIndex;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.Html;
import org.newsgraph.store.text.SearchWord;

/** Suggestions for a search box: entities first, then roles, statements and articles. */
public final class SuggestHandler implements RouteHandler {
  private static final int ENTITIES = 6;
  private static final int ROLES = 8;
  private static final int TEXTS_PER_GROUP = 3;
  private static final int MAX_LENGTH = 100;

  private static final String TEXTS =
      """
      SELECT DISTINCT ?thing ?text {
        (?thing ?score ?text) text:query (%s ?words 20) }
      LIMIT %d
      """;

  private final SparqlRunner lookup;
  private final EntitySearch entities;
  private final RoleIndex roles;

  /** A suggestion: its text, a hint such as the type, and the address that it opens. */
  private record Item(String text, String hint, String href) {}

  public SuggestHandler(Explorer explorer) {
    this.lookup = explorer.lookup();
    this.entities = new EntitySearch(lookup);
    this.roles = explorer.roleIndex();
  }

  @Override
  public Reply handle(Request request) {
    String words = request.parameter("q").orElse("");
    List<Map<String, Object>> groups = new ArrayList<>();
    if (words.length() <= MAX_LENGTH && SearchWord.isIn(words)) {
      String of = request.parameter("of").orElse("");
      if (!of.equals("role")) {
        add("People, organisations and places", entities(words), groups);
      }
      if (!of.equals("entity")) {
        add("Statements by role or party", roles(words, of.isEmpty() ? 2 : ROLES), groups);
      }
      if (of.isEmpty()) {
        add("Statements", texts("news:content", "#statement=", words), groups);
        add("Articles", texts("dcterms:title", "", words), groups);
      }
    }
    return Reply.json(Map.of("groups", groups)).with("Cache-Control", "no-cache");
  }

  private static void add(String title, List<Item> items, List<Map<String, Object>> groups) {
    if (!items.isEmpty()) {
      Map<String, Object> group = new LinkedHashMap<>();
      group.put("title", title);
      group.put("items", items);
      groups.add(group);
    }
  }

  private List<Item> entities(String words) {
    return entities.startingWith(words, ENTITIES).stream()
        .map(
            it ->
                new Item(
                    it.name(),
                    String.join(", ", it.types()),
                    Html.address(it.entity().getURI(), lookup.store().iris())))
        .toList();
  }

  private List<Item> roles(String words, int most) {
    return roles.suggest(words, most).stream()
        .map(
            it ->
                new Item(
                    it.text(),
                    NumberText.of(it.speakers(), "speaker", "speakers"),
                    "/statements?"
                        + StatementFilter.all()
                            .with(StatementFilter.Field.ROLE, it.text())
                            .query()))
        .toList();
  }

  private List<Item> texts(String property, String part, String words) {
    List<Item> items = new ArrayList<>();
    for (Map<String, Node> row :
        lookup
            .rows(
                TEXTS.formatted(property, TEXTS_PER_GROUP),
                Map.of("words", TextQuery.prefix(words)))
            .rows()) {
      String iri = row.get("thing").getURI();
      if (iri.contains(part)) {
        items.add(
            new Item(
                StatementHtml.truncate(GraphValues.text(row.get("text")), MAX_LENGTH),
                "",
                Html.address(iri, lookup.store().iris())));
      }
    }
    return items;
  }
}
