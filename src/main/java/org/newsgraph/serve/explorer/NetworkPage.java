package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Comparator;
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
import org.newsgraph.query.entity.LabelledEntity;
import org.newsgraph.query.entity.Neighbours;
import org.newsgraph.query.entity.Neighbours.Relation;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.FilterForm;
import org.newsgraph.serve.page.FormField;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.ItemList;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;

/**
 * The network, {@code /graph-view?entity=Aleppo}: an entity and its neighbours as a table, which a
 * JavaScript module draws as an interactive network.
 */
public final class NetworkPage implements RouteHandler {
  private static final int LINKS_PER_RELATION = 30;

  private final SparqlRunner lookup;
  private final Iris iris;
  private final EntityLookup names;
  private final UnknownName unknown;
  private final Neighbours neighbours;
  private final EntityLabels entities;
  private final Supplier<List<Node>> offered;

  /**
   * Creates the network page of a database.
   *
   * @param offered the entities to suggest as starting points
   */
  public NetworkPage(SparqlRunner lookup, Supplier<List<Node>> offered) {
    this.lookup = lookup;
    this.iris = lookup.store().iris();
    this.names = new EntityLookup(lookup);
    this.unknown = new UnknownName(lookup);
    this.neighbours = new Neighbours(lookup);
    this.entities = new EntityLabels(lookup.store());
    this.offered = offered;
  }

  @Override
  public Reply handle(Request request) {
    Optional<String> name = request.parameter("entity");
    Page page = Page.titled("Network").in(Section.NETWORK).style("tools.css");
    if (name.isEmpty()) {
      return page.body(form("").and(suggestions())).reply(request);
    }
    List<Node> meant = names.find(name.get());
    if (meant.isEmpty()) {
      List<UnknownName.Offer> near = unknown.nearest(name.get(), "/graph-view?entity=");
      return page.body(form(name.get()).and(UnknownName.message(name.get(), near)))
          .reply(request)
          .withStatus(404);
    }
    Neighbours.Found found =
        neighbours.of(meant.get(0), EnumSet.allOf(Relation.class), LINKS_PER_RELATION);
    String start = found.nodes().get(0).name();
    return Page.titled(StatementHtml.truncate(start, 80) + " – Network")
        .in(Section.NETWORK)
        .style("tools.css")
        .script("graph-view.js")
        .head(Html.of("<h1>Network of {}</h1>", start))
        .body(Html.of("{}{}{}", form(start), tool(found), table(found)))
        .sparql(found.sparql().toArray(String[]::new))
        .reply(request);
  }

  private static Html form(String name) {
    return FilterForm.of(
            "/graph-view",
            List.of(
                FormField.of("entity", "Start from", name).suggesting("entity").mandatory().html()))
        .openIf(true)
        .html();
  }

  private Html suggestions() {
    List<LabelledEntity> starts = entities.of(offered.get());
    if (starts.isEmpty()) {
      return new Html("<p class=\"empty\">There are no articles yet.</p>")
          .when(lookup.store().read(dataset -> dataset.isEmpty()));
    }
    return ItemList.titled(
        "Start from",
        starts,
        ItemList.chips(
            starts,
            it ->
                Html.of(
                    "<a href=\"/graph-view?entity={}\">{}</a>",
                    URLEncoder.encode(relative(it.id()), UTF_8),
                    it.name())));
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
        <fieldset><legend class="unseen">Links</legend>
        <label><input type="checkbox" name="kind" value="said" checked> spoke about</label>
        <label><input type="checkbox" name="kind" value="mentioned" checked> mentioned with</label>
        <label><input type="checkbox" name="kind" value="role" checked> roles</label>
        </fieldset>
        <label class="unseen" for="find">Find in the network</label>
        <input id="find" type="search" list="names" placeholder="Find in the network" autocomplete="off">
        <datalist id="names"></datalist>
        </div>
        <div class="network-frame">
        <canvas class="network" tabindex="0" role="application" aria-describedby="keys"
         aria-label="Network; the table below contains the same data"></canvas>
        <div class="zoom"></div>
        </div>
        <div id="legend"></div>
        <p id="keys" class="quiet small"><span class="for-keys">Arrow keys move between nodes,
         <kbd>Enter</kbd> expands, <kbd>P</kbd> pins, <kbd>+</kbd> and <kbd>−</kbd> zoom,
         <kbd>0</kbd> shows all.</span> Double-click a node to expand it; move and zoom with two
         fingers.</p>
        </div>
        <aside aria-labelledby="chosen-name">
        <div id="chosen"></div>
        <h2>Download</h2>
        <div class="actions" id="keep"></div>
        <p id="told" role="status" class="quiet small"></p>
        </aside>
        </div>
        </div>
        """,
        found.nodes().get(0).id(),
        iris.base());
  }

  private Html table(Neighbours.Found found) {
    return Html.of(
        """
        <h2 id="as-table">As a table</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="as-table">
        <table id="links"><thead><tr><th scope="col">Entry</th><th scope="col">Link</th>
        <th scope="col">Other entry</th><th scope="col" class="num">Times</th></tr></thead>
        <tbody>{}</tbody></table>
        </div>
        """,
        rows(found));
  }

  private List<Html> rows(Neighbours.Found found) {
    Map<String, LabelledEntity> byId =
        found.nodes().stream().collect(Collectors.toMap(LabelledEntity::id, Function.identity()));
    return found.links().stream()
        .sorted(Comparator.comparingLong(it -> -it.count()))
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
      case "mentioned" -> "mentioned with";
      default -> link.words().isEmpty() ? "has a role in" : link.words() + " of";
    };
  }
}
