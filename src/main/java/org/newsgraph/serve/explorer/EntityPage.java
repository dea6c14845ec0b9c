package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.activity.EntityActivity;
import org.newsgraph.query.entity.EntityCount;
import org.newsgraph.query.entity.EntityProfile;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.ReportSearch;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.FilterForm;
import org.newsgraph.serve.page.FormField;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.ItemList;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.SelectField;
import org.newsgraph.store.correction.CorrectionsFile;

/** The page of an entity: its profile, statements by it and statements about it. */
final class EntityPage {
  /** The parameters of the page. */
  static final List<String> PARAMETERS = List.of("iri", "about", "source", "from", "to", "kind");

  private static final int QUOTES = 8;
  private static final int REPORTS = 8;

  private final Explorer explorer;
  private final DatasetGraph dataset;
  private final Node entity;
  private final Iris iris;
  private final String address;

  EntityPage(Explorer explorer, DatasetGraph dataset, Node entity) {
    this.explorer = explorer;
    this.dataset = dataset;
    this.entity = entity;
    this.iris = explorer.iris();
    this.address = StatementConditions.name(entity.getURI(), iris);
  }

  Page page(Request request) {
    StatementSearch statements = explorer.statements();
    EntityProfile overview = EntityProfile.of(explorer.store(), dataset, entity);
    EntityActivity activity =
        EntityActivity.of(
            explorer.store(),
            dataset,
            statements,
            explorer.topEntities().rankings(),
            explorer.coOccurrences(),
            entity);
    Map<String, String> errors = DateInput.errors(request);
    StatementFilter wanted =
        errors.isEmpty() ? StatementFilter.of(request::textParameter) : StatementFilter.all();
    StatementFilter by = wanted.with(StatementFilter.Field.SPEAKER, address);
    StatementFilter about =
        wanted
            .with(StatementFilter.Field.SPEAKER, wanted.about())
            .with(StatementFilter.Field.ABOUT, address);
    PageRequest latest = PageRequest.of(QUOTES, 0).grouped(true).withContexts();
    StatementPage said = statements.find(by, latest);
    StatementPage discussed = statements.find(about, latest);
    EntityActivityPanels activities = new EntityActivityPanels(dataset, iris, address, activity);
    EntityProfilePanels profile = new EntityProfilePanels(explorer, dataset, entity, overview);
    boolean speaks = activity.totalBy() > 0;
    String name = overview.name();
    List<Html> main =
        List.of(
            figures(activity, name, by, about),
            filters(request, wanted, errors),
            statements("What " + name + " said", "speaker", said, by, activity.totalBy())
                .when(speaks),
            statements(
                (speaks ? "What others said about " : "What was said about ") + name,
                "about",
                discussed,
                about,
                activity.totalAbout()),
            reports(),
            ActivityChart.chart(activity, entity, name),
            ActivityChart.topics(activity, iris));
    List<Html> aside =
        List.of(
            profile.facts(request),
            profile.roles(),
            activities.topics(),
            activities.discussedBy(),
            activities.coMentioned(),
            activities.articles(),
            profile.names(),
            new CorrectionForms(dataset, iris, CorrectionsFile.of(explorer.store()))
                .html(overview, activity, request));
    return feeds(Page.titled(title(name, request)), name, speaks)
        .style("entity.css")
        .head(head(overview, activity))
        .body(Html.of("<div class=\"columns\"><div>{}</div><aside>{}</aside></div>", main, aside))
        .sparql(said.sparql(), discussed.sparql());
  }

  /** Returns the title of the page: the name, and the conditions of its statements. */
  private String title(String name, Request request) {
    StatementConditions conditions = StatementConditions.of(request, iris);
    return conditions.describe().isEmpty()
        ? name
        : new StatementConditions(
                name,
                conditions.about(),
                "",
                conditions.words(),
                conditions.source(),
                conditions.kind(),
                conditions.from(),
                conditions.to())
            .describe()
            .orElse(name);
  }

  private Page feeds(Page page, String name, boolean speaks) {
    Page about =
        page.feed("Statements about " + name, FollowPage.address(Map.of("about", address)));
    return speaks
        ? about.feed("Statements by " + name, FollowPage.address(Map.of("speaker", address)))
        : about;
  }

  private static Html head(EntityProfile overview, EntityActivity activity) {
    String roles =
        overview.rolesAndRelations().stream()
            .limit(2)
            .map(it -> it.text() + it.other().map(of -> ", " + of.name()).orElse(""))
            .collect(Collectors.joining(" · "));
    return Html.of(
        "<p class=\"kicker\">{}</p><h1>{}</h1>{}{}",
        EntityTypeLabel.of(overview.types()),
        overview.name(),
        Html.of("<p class=\"lead\">{}</p>", roles).when(!roles.isEmpty()),
        Html.of("<p class=\"quiet\">{}</p>", mainTopics(activity))
            .when(activity.topics().size() > 1));
  }

  /** Returns the main topics as a sentence: "Talks mostly about Ukraine and Okinawa." */
  private static String mainTopics(EntityActivity activity) {
    return activity.topics().stream()
        .limit(2)
        .map(EntityCount::name)
        .collect(Collectors.joining(" and ", "Talks mostly about ", "."));
  }

  private Html figures(
      EntityActivity activity, String name, StatementFilter by, StatementFilter about) {
    String encoded = URLEncoder.encode(address, UTF_8);
    String role = activity.totalBy() > 0 ? "speaker" : "about";
    List<ItemList.Figure> figures = new ArrayList<>();
    if (activity.totalBy() > 0) {
      figures.add(
          new ItemList.Figure(
              EntityActivityPanels.countText(activity.totalBy()),
              activity.totalBy() == 1 ? "statement" : "statements",
              "/statements?" + by.query()));
    }
    figures.add(
        new ItemList.Figure(
            EntityActivityPanels.countText(activity.totalAbout()),
            "about " + StatementHtml.truncate(name, 30),
            "/statements?" + about.query()));
    figures.add(
        ItemList.Figure.of(
            NumberText.of(activity.articles().size()) + (activity.moreArticles() ? "+" : ""),
            activity.articles().size() == 1 ? "article" : "articles"));
    return ItemList.figures(figures)
        .and(
            Html.of(
                """
                <p class="actions"><a class="button" href="/graph-view?entity={}">Network</a>
                <a class="button" href="/compare?entity={}">Compare coverage</a>
                <a class="button" href="/follow?{}">Follow</a></p>
                """,
                encoded,
                encoded,
                role + "=" + encoded));
  }

  private Html filters(Request request, StatementFilter wanted, Map<String, String> errors) {
    DataExamples examples = explorer.examples();
    List<Html> fields =
        List.of(
            Html.of(
                    "<input type=\"hidden\" name=\"iri\" value=\"{}\">\n",
                    request.parameter("iri").orElse(""))
                .when(request.parameter("iri").isPresent()),
            field(request, "about", "Topic or speaker").suggesting("entity").html(),
            field(request, "source", "Publication").html(),
            date(request, "from", "From", errors).example(examples.day()).html(),
            date(request, "to", "To", errors).example("today").html(),
            SelectField.of("kind", "Kind", wanted.kind(), StatementKindLabel.options()).html());
    return FilterForm.of(request.path(), fields)
        .clearedAt(Html.address(entity.getURI(), iris))
        .openIf(!wanted.isEmpty() || !errors.isEmpty())
        .foldedHtml();
  }

  private static FormField field(Request request, String name, String label) {
    return FormField.of(name, label, request.parameter(name).orElse("").strip());
  }

  private static FormField date(
      Request request, String name, String label, Map<String, String> errors) {
    return field(request, name, label).refused(Optional.ofNullable(errors.get(name)));
  }

  private Html statements(
      String title, String id, StatementPage found, StatementFilter filter, long total) {
    boolean all = filter.query().indexOf('&') < 0;
    String link =
        all && total > 1
            ? "See all " + EntityActivityPanels.countText(total) + " statements"
            : "See all";
    return Html.of(
        "<section aria-labelledby=\"{}-title\"><h2 id=\"{}-title\">{}</h2>{}</section>",
        id,
        id,
        title,
        found.groups().isEmpty()
            ? new Html("<p class=\"empty\">None found.</p>")
            : new StatementHtml(iris)
                .list(found.groups(), !id.equals("speaker"))
                .and(
                    Html.of(
                            "<p class=\"pages\"><a class=\"button\" href=\"/statements?{}\">{}</a></p>",
                            filter.query(),
                            link)
                        .when(!all || total > QUOTES)));
  }

  /** Renders the latest reports of the entity's speech acts. */
  private Html reports() {
    StatementFilter by = StatementFilter.all().with(StatementFilter.Field.SPEAKER, entity.getURI());
    ReportSearch reports = explorer.statements().reports();
    return new ReportHtml(iris)
        .section(reports.find(by, PageRequest.of(REPORTS, 0)).reports(), true);
  }
}
