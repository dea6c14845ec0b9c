package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.newsgraph.query.ResultCache;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityLabels;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.serve.explorer.Timeline.Step;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;

/**
 * The number of said statements over time, {@code /timeline?about=Aleppo&q=siege}: one bar per day,
 * week, month or year, each a link to the statements of that period.
 */
public final class TimelinePage implements RouteHandler {

  private final StatementSearch statements;
  private final EntityLabels entities;
  private final ResultCache<StatementFilter, Counted> counted;
  private final Supplier<List<Node>> offered;

  /** Numbers of statements per day, and the query that counts them. */
  private record Counted(Map<String, Long> days, String sparql) {}

  /**
   * Creates the timeline page of a database.
   *
   * @param statements the search for statements
   * @param offered the entities to suggest as topics
   */
  public TimelinePage(
      SparqlRunner lookup, StatementSearch statements, Supplier<List<Node>> offered) {
    this.statements = statements;
    this.entities = new EntityLabels(lookup.store());
    this.offered = offered;
    this.counted = new ResultCache<>(lookup.store(), this::count);
  }

  @Override
  public Reply handle(Request request) {
    StatementFilter filter = StatementFilter.of(request::textParameter);
    Optional<Step> wanted = request.parameter("by").map(TimelinePage::step);
    Page page = Page.titled("Timeline").in(Section.TIMELINE).style("tools.css");
    Html form = form(filter, wanted);
    if (filter.isOpen()) {
      return page.body(form.and(suggestions())).reply(request);
    }
    Counted found = counted.get(filter);
    Timeline timeline = Timeline.of(found.days(), wanted.orElse(null));
    return page.body(form.and(new TimelineChart(filter, timeline).html()))
        .sparql(found.sparql())
        .reply(request);
  }

  private static Step step(String name) {
    return Arrays.stream(Step.values())
        .filter(it -> it.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> HttpError.badRequest("by must be day, week, month or year"));
  }

  private Counted count(StatementFilter filter) {
    return new Counted(statements.countByDay(filter), statements.countByDaySparql(filter));
  }

  private static Html form(StatementFilter filter, Optional<Step> wanted) {
    return Html.of(
        """
        <form class="filters" action="/timeline">
        <div class="field"><label for="about">About</label><input id="about" name="about" value="{}" maxlength="500" data-suggest="entity" autocomplete="off"></div>
        <div class="field"><label for="speaker">Speaker</label><input id="speaker" name="speaker" value="{}" maxlength="500" data-suggest="entity" autocomplete="off"></div>
        <div class="field"><label for="q">Words</label><input id="q" name="q" value="{}" maxlength="500"></div>
        <div class="field"><label for="by">One bar per</label><select id="by" name="by"><option value="">automatic</option>{}</select></div>
        <div class="actions"><button class="main">Show</button></div>
        </form>
        """,
        filter.about(),
        filter.speaker(),
        filter.terms(),
        Arrays.stream(Step.values())
            .map(
                it ->
                    Html.of(
                        "<option value=\"{}\"{}>{}</option>",
                        name(it),
                        new Html(" selected").when(wanted.filter(it::equals).isPresent()),
                        name(it)))
            .toList());
  }

  private static String name(Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  private Html suggestions() {
    List<Html> links =
        entities.of(offered.get()).stream()
            .map(
                it ->
                    Html.of(
                        "<li><a href=\"/timeline?about={}\">{}</a></li>\n",
                        URLEncoder.encode(it.name(), UTF_8),
                        it.name()))
            .toList();
    return links.isEmpty()
        ? Html.of("<p class=\"empty\">Enter a topic, a speaker or words above.</p>")
        : Html.of("<h2>Start with one of these</h2>\n<ul class=\"chips\">{}</ul>\n", links);
  }
}
