package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.Iris;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.SortOrder;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.query.statement.StatusFilter;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.FilterForm;
import org.newsgraph.serve.page.FormField;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;
import org.newsgraph.serve.page.SelectField;

/**
 * The table of statements, with filters for words, speaker, role, topic, source, kind, status and
 * dates.
 */
public final class StatementsPage implements RouteHandler {
  /** Number of rows of a page. */
  static final int ROWS = 40;

  private static final int MAX_PUBLISHERS = 300;

  /** Maximum offset of a page. */
  static final int MAX_OFFSET = 10_000;

  private static final List<String> PARAMETERS =
      List.of(
          "q", "speaker", "role", "about", "source", "kind", "status", "from", "to", "order",
          "each");

  private static final List<SelectField.Option> REPETITIONS =
      List.of(
          new SelectField.Option("", "grouped"), new SelectField.Option("1", "listed separately"));

  private final Explorer explorer;
  private final StatementSearch statements;
  private final UnknownName names;
  private final Iris iris;

  public StatementsPage(Explorer explorer) {
    this.explorer = explorer;
    this.statements = explorer.statements();
    this.names = new UnknownName(explorer.lookup());
    this.iris = explorer.iris();
  }

  @Override
  public Reply handle(Request request) {
    Map<String, String> errors = DateInput.errors(request);
    if (!errors.isEmpty()) {
      return page(request, form(request, errors), "").reply(request).withStatus(400);
    }
    Optional<Reply> readable = DateInput.redirect(request, PARAMETERS);
    return readable.isPresent() ? readable.get() : found(request);
  }

  private Reply found(Request request) {
    StatementFilter wanted = StatementFilter.of(request::textParameter);
    int offset = request.intParameter("offset", 0, 0, MAX_OFFSET);
    boolean grouped = isGrouped(request);
    StatementPage found =
        statements.find(wanted, PageRequest.of(ROWS, offset).grouped(grouped).withContexts());
    Html list =
        found.groups().isEmpty()
            ? empty(wanted, offset).and(unknown(request))
            : new StatementTable(iris, wanted, found, offset, grouped).html();
    return page(request, form(request, Map.of()).and(list), found.sparql()).reply(request);
  }

  private Page page(Request request, Html body, String sparql) {
    Optional<String> conditions = StatementConditions.of(request, iris).describe();
    return Page.titled(conditions.map(it -> it + " – Statements").orElse("Statements"))
        .in(Section.STATEMENTS)
        .style("statements.css")
        .head(Html.of("<h1>{}</h1>", conditions.orElse("Statements")))
        .body(body)
        .sparql(sparql);
  }

  private static boolean isGrouped(Request request) {
    return !request.parameter("each").orElse("").equals("1");
  }

  private Html form(Request request, Map<String, String> errors) {
    DataExamples examples = explorer.examples();
    List<Html> fields =
        List.of(
            field(request, "q", "Containing").typed("search").html(),
            name(request, "speaker", "Speaker").example(examples.speaker()).html(),
            field(request, "role", "Speaker’s role or party")
                .suggesting("role")
                .example(examples.role())
                .html(),
            name(request, "about", "Topic").example(examples.topic()).html(),
            field(request, "source", "Publication").choices(publishers()).html(),
            SelectField.of("kind", "Kind", value(request, "kind"), StatementKindLabel.options())
                .html(),
            SelectField.of("status", "Status", value(request, "status"), statuses()).html(),
            date(request, "from", "From", errors).example(examples.day()).html(),
            date(request, "to", "To", errors).example("today").html(),
            SelectField.of("order", "Order", value(request, "order"), orders()).html(),
            SelectField.of("each", "Repeated quotes", value(request, "each"), REPETITIONS).html());
    return FilterForm.of("/statements", fields).openIf(!errors.isEmpty()).html();
  }

  private static String value(Request request, String name) {
    return request.parameter(name).orElse("").strip();
  }

  private static FormField field(Request request, String name, String label) {
    return FormField.of(name, label, value(request, name));
  }

  private FormField name(Request request, String name, String label) {
    return FormField.of(name, label, StatementConditions.name(value(request, name), iris))
        .suggesting("entity");
  }

  private static FormField date(
      Request request, String name, String label, Map<String, String> errors) {
    return field(request, name, label).refused(Optional.ofNullable(errors.get(name)));
  }

  private List<String> publishers() {
    return statements.articlesByDate().snapshot().publishers().keySet().stream()
        .limit(MAX_PUBLISHERS)
        .toList();
  }

  private static List<SelectField.Option> statuses() {
    List<SelectField.Option> options = new ArrayList<>();
    for (ReportStatus status : ReportStatus.values()) {
      String code = status == ReportStatus.SAID ? "" : status.code();
      options.add(new SelectField.Option(code, status.label()));
    }
    options.add(new SelectField.Option(StatusFilter.ALL, "any"));
    return options;
  }

  private static List<SelectField.Option> orders() {
    return Arrays.stream(SortOrder.values())
        .map(
            it ->
                new SelectField.Option(
                    it == SortOrder.NEWEST ? "" : it.code(), StatementTable.title(it)))
        .toList();
  }

  /** Names the values of the filter that are not in the database, with the nearest ones. */
  private Html unknown(Request request) {
    return Stream.of(
            names.entity(value(request, "speaker"), "/statements?speaker="),
            names.entity(value(request, "about"), "/statements?about="),
            UnknownName.publisher(
                value(request, "source"),
                statements.articlesByDate().snapshot().publishers().keySet(),
                "/statements?source="))
        .flatMap(Optional::stream)
        .collect(Html.joining());
  }

  private static Html empty(StatementFilter wanted, int offset) {
    if (offset > 0) {
      return new Html("<p class=\"empty\">No more statements.</p>");
    }
    return new Html(
        wanted.isEmpty()
            ? "<p class=\"empty\">There are no statements yet. Add articles with <code>newsgraph"
                + " build</code>, or <a href=\"/add\">in the browser</a>.</p>"
            : "<p class=\"empty\">No statements match. Remove a filter or try other words.</p>");
  }
}
