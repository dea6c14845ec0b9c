package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsgraph.query.ResultCache;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityLabels;
import org.newsgraph.query.entity.EntityLookup;
import org.newsgraph.serve.api.StatementPattern;
import org.newsgraph.serve.api.StatementSearch.Filter;
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

  private static final String COUNTS =
      """
      SELECT ?day (COUNT(DISTINCT ?statement) AS ?count) {
        %s?statement news:reportStatus news:Said .
        ?article news:statement ?statement .
        OPTIONAL { ?article dcterms:issued ?issued }
        BIND(COALESCE(SUBSTR(STR(?issued), 1, 10), "") AS ?day) }
      GROUP BY ?day
      ORDER BY ?day
      """;

  private final SparqlRunner lookup;
  private final EntityLookup names;
  private final EntityLabels entities;
  private final ResultCache<EntityFilter, Counted> counted;
  private final Supplier<List<Node>> offered;

  /** Numbers of statements per day, and the query that counts them. */
  private record Counted(Map<String, Long> days, String sparql) {}

  /**
   * Creates the timeline page of a database.
   *
   * @param offered the entities to suggest as topics
   */
  public TimelinePage(SparqlRunner lookup, Supplier<List<Node>> offered) {
    this.lookup = lookup;
    this.names = new EntityLookup(lookup);
    this.entities = new EntityLabels(lookup.store());
    this.offered = offered;
    this.counted = new ResultCache<>(lookup.store(), this::count);
  }

  @Override
  public Reply handle(Request request) {
    Filter filter = Filter.of(request);
    EntityFilter topic = new EntityFilter(filter.about(), filter.speaker(), filter.words());
    Optional<Step> wanted = request.parameter("by").map(TimelinePage::step);
    Page page = Page.titled("Timeline").in(Section.TIMELINE).style("tools.css");
    Html form = form(topic, wanted);
    if (topic.isEmpty()) {
      return page.body(form.and(suggestions())).reply(request);
    }
    Counted found = counted.get(topic);
    Timeline timeline = Timeline.of(within(found.days(), filter), wanted.orElse(null));
    return page.body(form.and(new TimelineChart(topic, timeline).html()))
        .sparql(found.sparql())
        .reply(request);
  }

  private static Step step(String name) {
    return Arrays.stream(Step.values())
        .filter(it -> it.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> HttpError.badRequest("by must be day, week, month or year"));
  }

  private Counted count(EntityFilter topic) {
    Optional<StatementPattern> asked =
        StatementPattern.of(names, topic.terms(), topic.speaker(), topic.about());
    if (asked.isEmpty()) {
      return new Counted(Map.of(), "");
    }
    SparqlRunner.Rows rows =
        lookup.rows(COUNTS.formatted(asked.get().pattern().indent(2)), asked.get().values());
    Map<String, Long> days = new LinkedHashMap<>();
    rows.rows().stream()
        .filter(row -> row.get("day") != null)
        .forEach(
            row ->
                days.put(
                    row.get("day").getLiteralLexicalForm(),
                    ((Number) row.get("count").getLiteralValue()).longValue()));
    return new Counted(days, rows.sparql());
  }

  private static Map<String, Long> within(Map<String, Long> days, Filter filter) {
    return days.entrySet().stream()
        .filter(it -> filter.from().isEmpty() || it.getKey().compareTo(filter.from()) >= 0)
        .filter(it -> filter.to().isEmpty() || it.getKey().compareTo(filter.to() + "~") <= 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Html form(EntityFilter topic, Optional<Step> wanted) {
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
        topic.about(),
        topic.speaker(),
        topic.terms(),
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
