package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityLabels;
import org.newsgraph.query.entity.EntityLookup;
import org.newsgraph.query.entity.EntitySearch;
import org.newsgraph.query.entity.LabelledEntity;
import org.newsgraph.query.entity.Neighbours;
import org.newsgraph.query.entity.Neighbours.Relation;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;

/**
 * The graph view, {@code /graph-view?entity=Aleppo}: an entity and its neighbours as a table, which
 * a JavaScript module draws as an interactive graph.
 */
public final class NetworkPage implements RouteHandler {
  private static final int LINKS_PER_RELATION = 30;
  private static final int SUGGESTIONS = 12;

  private final SparqlRunner lookup;
  private final Iris iris;
  private final EntityLookup names;
  private final EntitySearch search;
  private final Neighbours neighbours;
  private final EntityLabels entities;
  private final Supplier<List<Node>> offered;

  /**
   * Creates the graph view of a database.
   *
   * @param offered the entities to suggest as starting points
   */
  public NetworkPage(SparqlRunner lookup, Supplier<List<Node>> offered) {
    this.lookup = lookup;
    this.iris = lookup.store().iris();
    this.names = new EntityLookup(lookup);
    this.search = new EntitySearch(lookup);
    this.neighbours = new Neighbours(lookup);
    this.entities = new EntityLabels(lookup.store());
    this.offered = offered;
  }

  @Override
  public Reply handle(Request request) {
    Optional<String> name = request.parameter("entity");
    Page page = Page.titled("Graph").in(Section.GRAPH).style("tools.css");
    if (name.isEmpty()) {
      return page.body(form("").and(suggestions("Start with one of these", offered.get())))
          .reply(request);
    }
    List<Node> meant = names.find(name.get());
    if (meant.isEmpty()) {
      return page.body(form(name.get()).and(unknown(name.get()))).reply(request).withStatus(404);
    }
    Neighbours.Found found =
        neighbours.of(meant.get(0), EnumSet.allOf(Relation.class), LINKS_PER_RELATION);
    return Page.titled("Graph: " + found.nodes().get(0).name())
        .in(Section.GRAPH)
        .style("tools.css")
        .script("graph-view.js")
        .body(form(found.nodes().get(0).name()).and(tool(found)))
        .sparql(found.sparql().toArray(String[]::new))
        .reply(request);
  }

  private static Html form(String name) {
    return Html.of(
        """
        <form class="actions start" action="/graph-view">
        <label for="entity">Start with</label>
        <div class="field"><input id="entity" name="entity" value="{}" maxlength="500" autocomplete="off" data-suggest="entity" required></div>
        <button class="main">Show</button>
        </form>
        """,
        name);
  }

  private Html unknown(String name) {
    boolean searchable =
        name.codePoints().anyMatch(Character::isLetterOrDigit) && name.length() < 500;
    List<Node> similar =
        searchable
            ? search.find(name, "", SUGGESTIONS).stream().map(it -> it.entity()).toList()
            : List.of();
    return Html.of("<p class=\"empty\">No entity is called “{}”.</p>\n", name)
        .and(suggestions("Did you mean one of these?", similar));
  }

  private Html suggestions(String title, List<Node> entities) {
    if (entities.isEmpty()) {
      return lookup.store().read(dataset -> dataset.isEmpty())
          ? Html.of("<p class=\"empty\">There are no articles yet.</p>")
          : Html.NONE;
    }
    return Html.of(
        "<h2>{}</h2>\n<ul class=\"chips\">{}</ul>\n",
        title,
        this.entities.of(entities).stream()
            .map(
                it ->
                    Html.of(
                        "<li><a href=\"/graph-view?entity={}\">{}</a></li>\n",
                        URLEncoder.encode(relative(it.id()), UTF_8),
                        it.name()))
            .toList());
  }

  /** Shortens an IRI for the parameter {@code entity} of this page. */
  private String relative(String iri) {
    String start = iris.base() + "entity/";
    return iri.startsWith(start) ? iri.substring(start.length()) : iri;
  }

  private Html tool(Neighbours.Found found) {
    return Html.of(
        """
        <div id="graph" data-entity="{}" data-base="{}" hidden>
        <div class="beside">
        <div>
        <div class="actions bar">
        <fieldset><legend class="unseen">Expand by</legend>
        <label><input type="checkbox" name="kind" value="said" checked> spoke about</label>
        <label><input type="checkbox" name="kind" value="mentioned" checked> mentioned together</label>
        <label><input type="checkbox" name="kind" value="role" checked> roles</label>
        </fieldset>
        <label class="unseen" for="find">Find in the graph</label>
        <input id="find" type="search" list="names" placeholder="Find in the graph" autocomplete="off">
        <datalist id="names"></datalist>
        </div>
        <div class="network-frame">
        <canvas class="network" tabindex="0" role="application" aria-describedby="keys"
         aria-label="Graph; the table below contains the same data"></canvas>
        <div class="zoom"></div>
        </div>
        <div id="legend"></div>
        <p id="keys" class="quiet small">Arrow keys move between nodes, <kbd>Enter</kbd> expands,
         <kbd>P</kbd> pins, <kbd>+</kbd> and <kbd>−</kbd> zoom, <kbd>0</kbd> shows all. Double-click
         a node to expand it; move and zoom with two fingers.</p>
        </div>
        <aside aria-labelledby="chosen-name">
        <div id="chosen"></div>
        <h2>Save</h2>
        <div class="actions" id="keep"></div>
        <p id="told" role="status" class="quiet small"></p>
        </aside>
        </div>
        </div>
        <h2 id="as-table">Data as a table</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="as-table">
        <table id="links"><thead><tr><th scope="col">Entity</th><th scope="col">Relation</th>
        <th scope="col">Linked entity</th><th scope="col" class="num">Count</th></tr></thead>
        <tbody>{}</tbody></table>
        </div>
        """,
        found.nodes().get(0).id(),
        iris.base(),
        rows(found));
  }

  private List<Html> rows(Neighbours.Found found) {
    Map<String, LabelledEntity> byId =
        found.nodes().stream().collect(Collectors.toMap(LabelledEntity::id, Function.identity()));
    return found.links().stream()
        .map(
            link ->
                Html.of(
                    "<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"num\">{}</td></tr>\n",
                    link(byId.get(link.source())),
                    relationText(link),
                    link(byId.get(link.target())),
                    link.count()))
        .toList();
  }

  private Html link(LabelledEntity entity) {
    return Html.link(entity.id(), entity.name(), iris);
  }

  private static String relationText(Neighbours.Link link) {
    return switch (link.kind()) {
      case "said" -> "spoke about";
      case "mentioned" -> "mentioned together with";
      default -> link.words().isEmpty() ? "has a role in" : link.words() + " of";
    };
  }
}
