package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.link.Fact;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.activity.EntityActivity;
import org.newsgraph.query.entity.CoOccurrence;
import org.newsgraph.query.entity.EntityCount;
import org.newsgraph.query.entity.EntityLinks;
import org.newsgraph.query.entity.EntityProfile;
import org.newsgraph.query.entity.EntityRef;
import org.newsgraph.query.entity.EntityRole;
import org.newsgraph.query.entity.MentionReason;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.ReportSearch;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.store.correction.CorrectionsFile;

/** The page of an entity: its profile, statements by it and statements about it. */
final class EntityPage {
  private static final int QUOTES = 8;
  private static final int REPORTS = 8;
  private static final int ROLES = 12;
  private static final int ARTICLES = 10;

  /** Maximum number of mentions whose reasons are counted. */
  private static final int MAX_MENTIONS = 200;

  private static final int EXAMPLES = 8;

  private final Explorer explorer;
  private final DatasetGraph dataset;
  private final Node entity;
  private final Iris iris;
  private final StatementHtml quotes;

  EntityPage(Explorer explorer, DatasetGraph dataset, Node entity) {
    this.explorer = explorer;
    this.dataset = dataset;
    this.entity = entity;
    this.iris = explorer.iris();
    this.quotes = new StatementHtml(iris);
  }

  Page page(Request request) {
    StatementSearch statements = explorer.statements();
    EntityProfile profile = EntityProfile.of(explorer.store(), dataset, entity);
    EntityActivity activity =
        EntityActivity.of(
            explorer.store(),
            dataset,
            statements,
            explorer.topEntities().rankings(),
            explorer.coOccurrences(),
            entity);
    StatementFilter wanted = StatementFilter.of(request::textParameter);
    String iri = entity.getURI();
    StatementFilter by = wanted.with(StatementFilter.Field.SPEAKER, iri);
    // The speaker of statements about the entity is asked for as their topic.
    StatementFilter aboutIt =
        wanted
            .with(StatementFilter.Field.SPEAKER, wanted.about())
            .with(StatementFilter.Field.ABOUT, iri);
    PageRequest latest = PageRequest.of(QUOTES, 0).grouped(true);
    StatementPage said = statements.find(by, latest);
    StatementPage about = statements.find(aboutIt, latest);
    return Page.titled(profile.name())
        .style("entity.css")
        .head(head(profile))
        .body(
            Html.of(
                "{}<div class=\"columns\"><div>{}{}{}{}{}{}</div><aside>{}{}{}{}{}{}{}{}</aside></div>",
                figures(activity),
                filters(request, wanted),
                said("Statements by " + profile.name(), "speaker", said, by),
                said("Statements about " + profile.name(), "about", about, aboutIt),
                reports(),
                ActivityChart.chart(activity, entity),
                ActivityChart.topics(activity, iris),
                facts(profile, request),
                roles(profile),
                counts(
                    "Talks about",
                    activity.topics(),
                    counted(activity.countedBy(), activity.totalBy())),
                counts(
                    "Discussed by",
                    activity.discussedBy(),
                    counted(activity.countedAbout(), activity.totalAbout())),
                besides(activity),
                articles(activity),
                names(profile),
                new CorrectionForms(iris, CorrectionsFile.of(explorer.store()))
                    .html(profile, activity, request)))
        .sparql(said.sparql(), about.sparql());
  }

  private Html head(EntityProfile profile) {
    String roles =
        profile.rolesAndRelations().stream()
            .limit(2)
            .map(it -> it.text() + it.other().map(of -> ", " + of.name()).orElse(""))
            .collect(java.util.stream.Collectors.joining(" · "));
    return Html.of(
        "<p class=\"kicker\">{}</p><h1>{}</h1>{}",
        profile.types().isEmpty() ? "Described, not named" : String.join(", ", profile.types()),
        profile.name(),
        Html.of("<p class=\"lead\">{}</p>", roles).when(!roles.isEmpty()));
  }

  private Html figures(EntityActivity activity) {
    String graph = URLEncoder.encode(entity.getURI(), UTF_8);
    return Html.of(
        """
        <dl class="figures"><div><dt>{}</dt><dd>{}</dd></div><div><dt>about them</dt><dd>{}</dd></div>
        <div><dt>{}</dt><dd>{}</dd></div></dl>
        <p class="actions"><a class="button" href="/graph-view?entity={}">Show in graph</a>
        <a class="button" href="/compare?entity={}">Compare sources</a>
        <a class="button" href="/feed.atom?speaker={}">Feed</a></p>
        """,
        activity.totalBy() == 1 ? "statement" : "statements",
        countText(activity.totalBy()),
        countText(activity.totalAbout()),
        activity.articles().size() == 1 ? "article" : "articles",
        NumberText.of(activity.articles().size()) + (activity.moreArticles() ? "+" : ""),
        graph,
        graph,
        graph);
  }

  private static String countText(long number) {
    // The exact total is known if it exceeds the limit, except while statements are being counted.
    return NumberText.of(number) + (number == EntityActivity.MAX_STATEMENTS ? "+" : "");
  }

  /** Notes that figures are based on the latest statements; empty if they are based on all. */
  private static Html counted(int latest, long all) {
    return Html.of(
            "<p class=\"quiet small\">Based on the latest {} of {} statements.</p>",
            NumberText.of(latest),
            countText(all))
        .when(latest < all);
  }

  private Html filters(Request request, StatementFilter wanted) {
    boolean used = !request.query().isEmpty();
    return Html.of(
        """
        <details class="narrow"{}><summary>Filter statements</summary>
        <form class="filters" action="{}">{}
        <div class="field"><label for="about">Topic or speaker</label><input id="about" name="about" value="{}" data-suggest="entity" autocomplete="off"></div>
        <div class="field"><label for="source">Source</label><input id="source" name="source" value="{}"></div>
        <div class="field"><label for="from">From</label><input id="from" name="from" value="{}" placeholder="2016-10"></div>
        <div class="field"><label for="to">To</label><input id="to" name="to" value="{}" placeholder="2016-12"></div>
        <div class="field"><label for="kind">Kind</label><select id="kind" name="kind">{}</select></div>
        <div class="actions"><button class="main">Show</button> <a href="{}">Clear</a></div></form></details>
        """,
        new Html(" open").when(used && !wanted.isEmpty()),
        request.path(),
        Html.of(
                "<input type=\"hidden\" name=\"iri\" value=\"{}\">",
                request.parameter("iri").orElse(""))
            .when(request.parameter("iri").isPresent()),
        wanted.about(),
        wanted.source(),
        wanted.from(),
        wanted.to(),
        Stream.of("", "direct", "mixed", "indirect")
            .map(
                it ->
                    Html.of(
                        "<option value=\"{}\"{}>{}</option>",
                        it,
                        new Html(" selected").when(it.equals(wanted.kind())),
                        it.isEmpty() ? "any" : it))
            .toList(),
        Html.address(entity.getURI(), iris));
  }

  private Html said(String title, String id, StatementPage found, StatementFilter wanted) {
    return Html.of(
        "<section aria-labelledby=\"{}-title\"><h2 id=\"{}-title\">{}</h2>{}{}</section>",
        id,
        id,
        title,
        found.groups().isEmpty()
            ? new Html("<p class=\"empty\">No statements found.</p>")
            : quotes.list(found.groups()),
        Html.of(
                "<p class=\"pages\"><a class=\"button\" href=\"/statements?{}\">Show all as a table</a></p>",
                wanted.query())
            .when(!found.groups().isEmpty()));
  }

  /** Renders the latest reports of the entity's speech acts. */
  private Html reports() {
    StatementFilter by = StatementFilter.all().with(StatementFilter.Field.SPEAKER, entity.getURI());
    ReportSearch reports = explorer.statements().reports();
    return new ReportHtml(iris)
        .section(reports.find(by, PageRequest.of(REPORTS, 0)).reports(), true);
  }

  private Html facts(EntityProfile profile, Request request) {
    EntityLinks link = EntityLinks.of(dataset, entity, iris);
    if (link.isEmpty() && profile.facts().isEmpty()) {
      return Html.NONE;
    }
    return Html.of(
        "<h2>Known facts</h2>{}<dl class=\"facts\">{}{}</dl>",
        picture(profile),
        new LinkRows(entity, link, iris).html(request),
        profile.facts().entrySet().stream().map(this::fact).toList());
  }

  private Html picture(EntityProfile profile) {
    return explorer.showsPictures()
        ? profile.facts().getOrDefault(Fact.Property.IMAGE, List.of()).stream()
            .flatMap(it -> Picture.html(it.iri().toString(), profile.name()).stream())
            .findFirst()
            .orElse(Html.NONE)
        : Html.NONE;
  }

  private Html fact(Map.Entry<Fact.Property, List<EntityRef>> fact) {
    String name = fact.getKey().name().replace('_', ' ').toLowerCase(Locale.ROOT);
    boolean address =
        fact.getKey() == Fact.Property.WEBSITE || fact.getKey() == Fact.Property.IMAGE;
    return Html.of(
        "<dt>{}</dt><dd>{}</dd>",
        fact.getKey() == Fact.Property.IMAGE
            ? "Picture"
            : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
        fact.getValue().stream()
            .limit(6)
            .map(
                it ->
                    it.iri().isURI()
                        ? Html.link(
                            it.iri().getURI(), address ? ItemName.of(it.name()) : it.name(), iris)
                        : Html.of("{}", StatementHtml.formatDate(it.name())))
            .collect(Html.joining(", ")));
  }

  private Html roles(EntityProfile profile) {
    return Html.of(
            "<h2>Roles and relations</h2><ul class=\"rows\">{}</ul>",
            profile.rolesAndRelations().stream()
                .limit(ROLES)
                .map(
                    it ->
                        Html.of(
                            "<li><span><a class=\"plain\" href=\"{}\">{}</a>{}</span><span>{}</span></li>\n",
                            Html.address(it.first().getURI(), iris),
                            it.text(),
                            it.other()
                                .map(
                                    of ->
                                        Html.of(
                                            ", <a href=\"{}\">{}</a>",
                                            Html.address(of.iri().getURI(), iris),
                                            of.name()))
                                .orElse(Html.NONE),
                            span(it)))
                .toList())
        .when(!profile.rolesAndRelations().isEmpty());
  }

  private static String span(EntityRole role) {
    String from = StatementHtml.formatDate(role.from());
    String to = StatementHtml.formatDate(role.to());
    return from.equals(to) ? from : from + " – " + to;
  }

  private Html counts(String title, List<EntityCount> counts, Html of) {
    if (counts.isEmpty()) {
      return Html.NONE;
    }
    return Html.of(
        "<h2>{}</h2>{}<ol class=\"bars\">{}</ol>",
        title,
        of,
        counts.stream()
            .map(
                it ->
                    Html.of(
                        "<li><a href=\"{}\">{}</a><span class=\"num\">{}</span>{}</li>\n",
                        Html.address(it.entity().getURI(), iris),
                        it.name(),
                        NumberText.of(it.count()),
                        Bars.of(it.count(), counts.get(0).count())))
            .toList());
  }

  private Html besides(EntityActivity activity) {
    CoOccurrence beside = activity.coMentioned();
    return Html.of(
            "<h2>Mentioned together with</h2>{}<ul class=\"chips\">{}</ul>",
            Html.of(
                    "<p class=\"quiet small\">Counted in {} of its articles.</p>",
                    NumberText.of(beside.articles()))
                .when(!beside.isComplete()),
            beside.entities().stream()
                .map(
                    it ->
                        Html.of(
                            "<li><a href=\"{}\">{} <span class=\"quiet\">{}</span></a></li>\n",
                            Html.address(it.entity().getURI(), iris),
                            it.name(),
                            NumberText.of(it.count())))
                .toList())
        .when(!beside.entities().isEmpty());
  }

  private Html articles(EntityActivity activity) {
    return Html.of(
            "<h2>Articles</h2><ul class=\"rows\">{}</ul>",
            activity.articles().stream()
                .limit(ARTICLES)
                .map(
                    it ->
                        Html.of(
                            "<li><a href=\"{}\">{}</a><span>{}</span></li>\n",
                            Html.address(it.article().getURI(), iris),
                            StatementHtml.truncate(
                                GraphValues.label(dataset, it.article(), it.article()), 110),
                            StatementHtml.date(it.issued())))
                .toList())
        .when(!activity.articles().isEmpty());
  }

  private Html names(EntityProfile profile) {
    return Html.of(
            "<h2>Other names</h2><ul class=\"chips\">{}</ul>",
            profile.alsoKnownAs().stream()
                .limit(30)
                .map(it -> Html.of("<li>{}</li>\n", StatementHtml.truncate(it, 80)))
                .toList())
        .when(!profile.alsoKnownAs().isEmpty())
        .and(reasons(profile));
  }

  private Html reasons(EntityProfile profile) {
    List<MentionReason> reasons = MentionReason.of(dataset, entity, MAX_MENTIONS, EXAMPLES);
    if (reasons.isEmpty()) {
      return Html.NONE;
    }
    return Html.of(
        "<details class=\"why\"><summary>Why are these mentions one {}?</summary><dl class=\"reasons\">{}</dl>{}</details>",
        profile.types().contains("Person") ? "person" : "entity",
        reasons.stream()
            .map(
                reason ->
                    Html.of(
                        "<div><dt>{} <span class=\"quiet\">{}</span></dt><dd>{}</dd></div>",
                        reason.text().isEmpty() ? "its name" : reason.text(),
                        NumberText.of(reason.mentions(), "mention", "mentions"),
                        reason.examples().stream()
                            .map(
                                it ->
                                    Html.link(
                                        it.iri().getURI(),
                                        StatementHtml.truncate(it.text(), 60),
                                        iris))
                            .collect(Html.joining(", "))))
            .toList(),
        Html.of(
                "<p class=\"small\">Corrections: {}</p>",
                profile.corrections().stream()
                    .map(it -> Html.link(it.iri().getURI(), it.label(), iris))
                    .collect(Html.joining("; ")))
            .when(!profile.corrections().isEmpty()));
  }
}
