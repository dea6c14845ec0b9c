package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.query.ResultCache;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityLabels;
import org.newsgraph.query.entity.LabelledEntity;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementSearch;
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

  private final StatementSearch statements;
  private final EntityLabels entities;
  private final ResultCache<StatementFilter, Counted> counted;
  private final Supplier<List<Node>> offered;
  private final UnknownName unknownName;
  private final Iris iris;

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
    this.unknownName = new UnknownName(lookup);
    this.iris = lookup.store().iris();
    this.counted = new ResultCache<>(lookup.store(), this::count);
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
    StatementFilter filter = StatementFilter.of(request::textParameter);
    Optional<Step> wanted = request.parameter("by").map(TimelinePage::step);
    Html form = form(request, Map.of());
    if (filter.isOpen()) {
      return page.body(form.and(suggestions())).reply(request);
    }
    Counted found = counted.get(filter);
    Timeline timeline = Timeline.of(found.days(), wanted.orElse(null));
    return page.body(
            Html.of("{}{}{}", form, unknown(filter), new TimelineChart(filter, timeline).html()))
        .sparql(found.sparql())
        .reply(request);
  }

  private Html unknown(StatementFilter filter) {
    return unknownName
        .entity(filter.speaker(), "/timeline?speaker=")
        .or(() -> unknownName.entity(filter.about(), "/timeline?about="))
        .orElse(Html.NONE);
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
    List<LabelledEntity> topics = entities.of(offered.get());
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
