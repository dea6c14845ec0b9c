package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.correction.LinkTarget;
import org.newsgraph.link.Item;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.entity.EntityLinks;
import org.newsgraph.query.entity.EntityRef;
import org.newsgraph.serve.api.Corrector;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;

/** The page on which an editor chooses the item to which an entity is linked. */
public final class LinkChoicePage implements RouteHandler {
  private static final int MAX_ARTICLES = 40;

  private final Explorer explorer;
  private final Optional<Corrector> corrector;
  private final Iris iris;

  public LinkChoicePage(Explorer explorer, Optional<Corrector> corrector) {
    this.explorer = explorer;
    this.corrector = corrector;
    this.iris = explorer.iris();
  }

  /**
   * The entity whose link is chosen.
   *
   * @param articles articles that mention it, with their titles
   */
  private record Subject(Node entity, String name, EntityLinks link, List<EntityRef> articles) {}

  @Override
  public Reply handle(Request request) {
    Corrector by =
        corrector.orElseThrow(
            () -> new HttpError(501, "this server does not support corrections of entities"));
    Subject subject = explorer.store().read(dataset -> subject(dataset, entity(request)));
    String searched = request.parameter("q").orElse("");
    List<Item> candidates = by.candidates(iris.relative(subject.entity()), searched);
    return Page.titled("Link of " + subject.name())
        .style("entity.css")
        .head(
            Html.of(
                "<p class=\"kicker\">Correct a link</p><h1>{}</h1><p class=\"lead\">{}</p>",
                subject.name(),
                now(subject)))
        .body(
            Html.of(
                "{}{}{}",
                choices(subject, candidates, searched),
                search(subject, searched),
                number(subject)))
        .reply(request);
  }

  private Node entity(Request request) {
    String text =
        request.parameter("entity").orElseThrow(() -> HttpError.badRequest("entity is missing"));
    try {
      return iris.parseEntity(text);
    } catch (IllegalArgumentException e) {
      throw HttpError.badRequest(e.getMessage());
    }
  }

  private Subject subject(DatasetGraph dataset, Node entity) {
    List<EntityRef> articles = new ArrayList<>();
    Iterator<Quad> found = dataset.find(Node.ANY, entity, RDF.type.asNode(), News.Entity);
    while (found.hasNext() && articles.size() < MAX_ARTICLES) {
      Node article = found.next().getGraph();
      articles.add(new EntityRef(article, GraphValues.label(dataset, article, article)));
    }
    if (articles.isEmpty()) {
      throw HttpError.notFound(iris.relative(entity));
    }
    String label = GraphValues.label(dataset, articles.get(0).iri(), entity);
    return new Subject(
        entity,
        label.isEmpty() ? iris.name(entity) : label,
        EntityLinks.of(dataset, entity, iris),
        articles);
  }

  private Html now(Subject subject) {
    List<Node> items = subject.link().items();
    return items.isEmpty()
        ? new Html("Linked to nothing.")
        : Html.of("Linked to {}.", LinkRows.list(items, iris));
  }

  private Html choices(Subject subject, List<Item> candidates, String searched) {
    return Html.of(
        """
        <form class="sheet" method="post" action="/correct"><input type="hidden" name="kind" value="link">
        {}<h2>{}</h2>{}<ul class="rows items">{}{}</ul></form>
        """,
        scope(subject, "choice"),
        searched.isEmpty() ? "Which item is it?" : "Items with the name “" + searched + "”",
        new Html("<p class=\"quiet\">The knowledge bases have no item with this name.</p>")
            .when(candidates.isEmpty()),
        candidates.stream().map(it -> candidate(subject, it)).toList(),
        new Html(
            "<li><span><b>None of them</b> <span class=\"quiet\">It is linked to nothing.</span></span><span><button name=\"other\" value=\"none\">None of them</button></span></li>"));
  }

  private Html candidate(Subject subject, Item item) {
    boolean now = subject.link().items().contains(NodeFactory.createURI(item.iri()));
    return Html.of(
        "<li><span><b>{}</b> <span class=\"quiet\">{}</span><br><span class=\"small\">{}</span></span><span>{}</span></li>\n",
        item.title().orElse(item.label()),
        item.description().orElse(""),
        Html.link(item.iri(), ItemName.of(item.iri()), iris),
        now
            ? new Html("linked now")
            : Html.of(
                "<button name=\"other\" value=\"{}\" aria-label=\"This one: {}\">This one</button>",
                LinkTarget.of(item, iris).text(),
                item.title().orElse(item.label())));
  }

  /** Returns the fields for the names and articles to which the choice applies. */
  private Html scope(Subject subject, String form) {
    String own = iris.relative(subject.entity());
    List<Html> names =
        subject.link().names().size() < 2 || !iris.isShared(subject.entity())
            ? List.of()
            : subject.link().names().stream()
                .map(it -> option(iris.relative(iris.entity(it)), "only “" + it + "”"))
                .toList();
    return Html.of(
        "<div class=\"pair\">{}{}</div>",
        names.isEmpty()
            ? Html.of("<input type=\"hidden\" name=\"entity\" value=\"{}\">", own)
            : select(form, "entity", "Names", option(own, "all names"), names),
        select(
            form,
            "article",
            "Articles",
            option("", "all articles, also new ones"),
            subject.articles().stream()
                .map(
                    it ->
                        option(it.iri().getURI(), "only " + StatementHtml.truncate(it.name(), 70)))
                .toList()));
  }

  private static Html select(
      String form, String name, String label, Html first, List<Html> others) {
    return Html.of(
        "<div class=\"field\"><label for=\"{}-{}\">{}</label><select id=\"{}-{}\" name=\"{}\">{}{}</select></div>",
        form,
        name,
        label,
        form,
        name,
        name,
        first,
        others);
  }

  private static Html option(String value, String text) {
    return Html.of("<option value=\"{}\">{}</option>", value, text);
  }

  private Html search(Subject subject, String searched) {
    return Html.of(
        """
        <form class="sheet" action="/correct/link"><h2>Not in the list?</h2><input type="hidden" name="entity" value="{}">
        <div class="field"><label for="q">Another name of it</label><input id="q" name="q" value="{}" required></div>
        <p><button>Look up</button></p></form>
        """,
        iris.relative(subject.entity()),
        searched);
  }

  private Html number(Subject subject) {
    return Html.of(
        """
        <form class="sheet" method="post" action="/correct"><input type="hidden" name="kind" value="link">
        <div class="field"><label for="other">Wikidata number (Q42), or address of its page in Wikidata, GeoNames or Wikipedia</label><input id="other" name="other" required></div>
        {}<p><button>Link</button></p></form>
        """,
        scope(subject, "number"));
  }
}
