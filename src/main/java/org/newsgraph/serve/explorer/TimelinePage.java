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
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.serve.api.EntityLookup;
import org.newsgraph.serve.api.StatementPattern;
import org.newsgraph.serve.api.StatementSearch.Filter;
import org.newsgraph.serve.explorer.Timeline.Step;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.FilterForm;
import org.newsgraph.serve.page.FormField;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.ItemList;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;
import org.newsgraph.serve.page.SelectField;

/**
 * The number of said statements over time, {@code /timeline?about=Aleppo&q=siege}: one bar per day,
 * week, month or year, each a link to the statements of that period.
 */
public final class TimelinePage implements RouteHandler {
  private static final List<String> PARAMETERS =
      List.of("about", "speaker", "q", "from", "to", "by");

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
  private final RecentAnswers<EntityFilter, Counted> counted;
  private final Supplier<List<Node>> offered;
  private final UnknownName unknownName;
  private final Iris iris;

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
    this.unknownName = new UnknownName(lookup);
    this.iris = lookup.store().iris();
    this.counted = new RecentAnswers<>(lookup.store(), this::count);
  }

  @Override
  public Reply handle(Request request) {
    Optional<String> conditions = StatementConditions.of(request, iris).describe();
    Page page =
        Page.titled(conditions.map(it -> it + " – Timeline").orElse("Timeline"))
            .in(Section.TIMELINE)
            .style("tools.css")
            .head(Html.of("<h1>{}</h1>", conditions.orElse("Timeline")));
    Map<String, String> errors = DateInput.errors(request);
    if (!errors.isEmpty()) {
      return page.body(form(request, errors)).reply(request).withStatus(400);
    }
    Optional<Reply> readable = DateInput.redirect(request, PARAMETERS);
    if (readable.isPresent()) {
      return readable.get();
    }
    Filter filter = Filter.of(request);
    EntityFilter topic = new EntityFilter(filter.about(), filter.speaker(), filter.words());
    Optional<Step> wanted = request.parameter("by").map(TimelinePage::step);
    Html form = form(request, Map.of());
    if (topic.isEmpty()) {
      return page.body(form.and(suggestions())).reply(request);
    }
    Counted found = counted.get(topic);
    Timeline timeline = Timeline.of(within(found.days(), filter), wanted.orElse(null));
    return page.body(
            Html.of("{}{}{}", form, unknown(topic), new TimelineChart(topic, timeline).html()))
        .sparql(found.sparql())
        .reply(request);
  }

  private Html unknown(EntityFilter topic) {
    return unknownName
        .entity(topic.speaker(), "/timeline?speaker=")
        .or(() -> unknownName.entity(topic.about(), "/timeline?about="))
        .orElse(Html.NONE);
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

  private Html form(Request request, Map<String, String> errors) {
    List<SelectField.Option> steps =
        Stream.concat(
                Stream.of(new SelectField.Option("", "automatic")),
                Arrays.stream(Step.values()).map(it -> SelectField.Option.of(name(it))))
            .toList();
    List<Html> fields =
        List.of(
            field(request, "about", "Topic").suggesting("entity").html(),
            field(request, "speaker", "Speaker").suggesting("entity").html(),
            field(request, "q", "Containing").html(),
            date(request, "from", "From", errors).example("last year").html(),
            date(request, "to", "To", errors).example("today").html(),
            SelectField.of("by", "Group by", request.parameter("by").orElse(""), steps).html());
    return FilterForm.of("/timeline", fields).openIf(!errors.isEmpty()).html();
  }

  private FormField field(Request request, String name, String label) {
    String value = request.parameter(name).orElse("").strip();
    return FormField.of(name, label, StatementConditions.name(value, iris));
  }

  private FormField date(Request request, String name, String label, Map<String, String> errors) {
    return field(request, name, label).refused(Optional.ofNullable(errors.get(name)));
  }

  private static String name(Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  private Html suggestions() {
    List<EntityLabels.Entity> topics = entities.of(offered.get());
    return topics.isEmpty()
        ? new Html("<p class=\"empty\">Enter a topic, a speaker or words above.</p>")
        : ItemList.titled(
            "Start from",
            topics,
            ItemList.chips(
                topics,
                it ->
                    Html.of(
                        "<a href=\"/timeline?about={}\">{}</a>",
                        URLEncoder.encode(it.name(), UTF_8),
                        it.name())));
  }
}
