package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.SortOrder;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.query.statement.StatusFilter;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;

/**
 * The table of statements, with filters for words, speaker, role, topic, source, kind, status and
 * dates.
 */
public final class StatementsPage implements RouteHandler {
  private static final int ROWS = 40;
  private static final int MAX_OFFSET = 10_000;

  private final StatementSearch statements;
  private final StatementHtml quotes;
  private final Iris iris;

  public StatementsPage(Explorer explorer) {
    this.statements = explorer.statements();
    this.iris = explorer.iris();
    this.quotes = new StatementHtml(iris);
  }

  @Override
  public Reply handle(Request request) {
    StatementFilter wanted = StatementFilter.of(request::textParameter);
    int offset = request.intParameter("offset", 0, 0, MAX_OFFSET);
    boolean grouped = !request.parameter("each").orElse("").equals("1");
    StatementPage found = statements.find(wanted, PageRequest.of(ROWS, offset).grouped(grouped));
    return Page.titled("Statements")
        .in(Section.STATEMENTS)
        .style("statements.css")
        .script("statements.js")
        .body(
            Html.of(
                "{}{}",
                form(wanted, grouped),
                found.groups().isEmpty()
                    ? empty(wanted, offset)
                    : table(wanted, found, offset, grouped)))
        .sparql(found.sparql())
        .reply(request);
  }

  private Html form(StatementFilter wanted, boolean grouped) {
    return Html.of(
        """
        <form class="filters" action="/statements">
        {}{}{}{}
        <div class="field"><label for="source">Source</label>
        <input id="source" name="source" list="sources" value="{}"><datalist id="sources">{}</datalist></div>
        <div class="field"><label for="kind">Kind</label><select id="kind" name="kind">{}</select></div>
        <div class="field"><label for="status">Status</label><select id="status" name="status">{}</select></div>
        {}{}
        <div class="field"><label for="order">Order</label><select id="order" name="order">{}</select></div>
        <div class="field"><label for="each">Identical quotes</label><select id="each" name="each">
        <option value="">grouped</option><option value="1"{}>separate</option></select></div>
        <div class="actions"><button class="main">Show</button> <a href="/statements">Clear</a></div>
        </form>
        """,
        field("q", "Words", wanted.terms(), "search"),
        field("speaker", "Speaker", wanted.speaker(), "text"),
        field("role", "Speaker’s role or party", wanted.role(), "text"),
        field("about", "About", wanted.about(), "text"),
        wanted.source(),
        statements.articlesByDate().snapshot().publishers().keySet().stream()
            .limit(300)
            .map(it -> Html.of("<option value=\"{}\">", it))
            .toList(),
        List.of(
            option("", "any", wanted.kind()),
            option("direct", "direct", wanted.kind()),
            option("mixed", "mixed", wanted.kind()),
            option("indirect", "indirect", wanted.kind())),
        statusOptions(wanted.status()),
        field("from", "From", wanted.from(), "text"),
        field("to", "To", wanted.to(), "text"),
        Arrays.stream(SortOrder.values())
            .map(it -> option(it.code(), it.title(), wanted.order().code()))
            .toList(),
        new Html(" selected").when(!grouped));
  }

  private static List<Html> statusOptions(String chosen) {
    List<Html> options = new ArrayList<>();
    for (ReportStatus status : ReportStatus.values()) {
      String code = status == ReportStatus.SAID ? "" : status.code();
      options.add(option(code, status.label(), chosen));
    }
    options.add(option(StatusFilter.ALL, "any", chosen));
    return options;
  }

  private static Html field(String name, String label, String value, String type) {
    boolean date = name.equals("from") || name.equals("to");
    boolean free = name.equals("q");
    return Html.of(
        "<div class=\"field\"><label for=\"{}\">{}</label><input id=\"{}\" name=\"{}\" type=\"{}\""
            + " value=\"{}\"{}></div>\n",
        name,
        label,
        name,
        name,
        type,
        value,
        date
            ? new Html(
                " placeholder=\"2016-10-13\" pattern=\"\\d{4}(-\\d{2}(-\\d{2})?)?\""
                    + " title=\"A day, a month or a year: 2016-10-13, 2016-10, 2016\"")
            : Html.of(
                    " data-suggest=\"{}\" autocomplete=\"off\"{}",
                    name.equals("role") ? "role" : "entity",
                    new Html(" placeholder=\"Labour MP\"").when(name.equals("role")))
                .when(!free));
  }

  private static Html option(String value, String title, String chosen) {
    return Html.of(
        "<option value=\"{}\"{}>{}</option>",
        value,
        new Html(" selected").when(value.equals(chosen)),
        title);
  }

  private static Html empty(StatementFilter wanted, int offset) {
    if (offset > 0) {
      return new Html("<p class=\"empty\">No more statements.</p>");
    }
    return new Html(
        wanted.isEmpty()
            ? "<p class=\"empty\">There are no statements yet. Add articles with <code>newsgraph"
                + " build</code>, or <a href=\"/add\">in the browser</a>.</p>"
            : "<p class=\"empty\">No statements match. Remove a filter, or try other words.</p>");
  }

  private Html table(StatementFilter wanted, StatementPage found, int offset, boolean grouped) {
    String query =
        wanted.query() + (grouped ? "" : (wanted.query().isEmpty() ? "" : "&") + "each=1");
    return Html.of(
        """
        <div class="bar"><p>{}</p><p class="actions"><span class="label">Download</span>
        <a href="/statements.csv?{}">CSV</a> <a href="/statements.json?{}">JSON-LD</a>
        <a href="/statements.ttl?{}">Turtle</a></p></div>
        <div class="scroll" role="region" aria-label="Statements" tabindex="0">
        <table class="statements"><thead><tr><th scope="col">Statement</th><th scope="col">{}</th>
        <th scope="col">About</th><th scope="col">Source</th><th scope="col"{}>{}</th>
        <th scope="col">Kind</th><th scope="col" class="num">{}</th><th scope="col"><span class="unseen">Citation</span></th></tr></thead>
        <tbody>
        {}</tbody></table></div>
        {}
        """,
        count(found, offset),
        query,
        query,
        query,
        sorted("Speaker", SortOrder.SPEAKER, SortOrder.SPEAKER, wanted, grouped),
        new Html(
            wanted.order() == SortOrder.NEWEST
                ? " aria-sort=\"descending\""
                : wanted.order() == SortOrder.OLDEST ? " aria-sort=\"ascending\"" : ""),
        sorted("Date", SortOrder.NEWEST, SortOrder.OLDEST, wanted, grouped),
        sorted("Confidence", SortOrder.SUREST, SortOrder.UNSUREST, wanted, grouped),
        found.groups().stream().map(this::row).toList(),
        pages(query, found, offset));
  }

  private static String count(StatementPage found, int offset) {
    int shown = found.groups().size();
    if (offset == 0 && found.next().isEmpty()) {
      int all = found.total().orElse(shown);
      return all == shown
          ? NumberText.of(all, "statement", "statements")
          : NumberText.of(all, "statement", "statements")
              + ", "
              + NumberText.of(shown)
              + " distinct";
    }
    return NumberText.of(shown, "statement", "statements")
        + (offset == 0 ? "; more follow" : ", after the first " + NumberText.of(offset));
  }

  /** Returns the header of a sortable column: a link that sorts by it, or reverses the order. */
  private static Html sorted(
      String title, SortOrder first, SortOrder second, StatementFilter wanted, boolean grouped) {
    StatementFilter other = sorted(wanted, wanted.order() == first ? second : first);
    String mark = wanted.order() == first ? " ↓" : wanted.order() == second ? " ↑" : "";
    return Html.of(
        "<a href=\"/statements?{}{}\" title=\"{}\">{}{}</a>",
        other.query(),
        grouped ? "" : "&each=1",
        other.order().title(),
        title,
        mark);
  }

  private static StatementFilter sorted(StatementFilter filter, SortOrder order) {
    return filter.with(StatementFilter.Field.ORDER, order.code());
  }

  private Html row(StatementPage.Group group) {
    StatementView said = group.statement();
    return Html.of(
        """
        <tr><td class="words">{}{}</td><td class="who">{}</td><td>{}</td><td><a href="{}">{}</a></td>
        <td class="nowrap">{}{}</td><td>{}</td><td class="num">{}</td>
        <td><button type="button" class="copy" data-cite="{}" hidden>Cite<span class="unseen">: copy a citation</span></button></td></tr>
        """,
        quotes.contentLink(said),
        quotes.repetitions(group.repetitions()),
        quotes.speaker(said),
        said.about().stream()
            .limit(4)
            .map(it -> Html.of("<a href=\"{}\">{}</a>", quotes.entity(it), it.name()))
            .collect(Html.joining(", ")),
        Html.address(said.article().article().getURI(), iris),
        StatementHtml.truncate(
            said.article().publisher().isEmpty() ? said.title() : said.article().publisher(), 60),
        StatementHtml.date(said.article().issued()),
        Html.of("<br><small>{}</small>", StatementHtml.saidOn(said))
            .when(said.saidOn().isPresent()),
        StatementHtml.kind(said),
        StatementHtml.percent(said.confidence()),
        Citation.of(said));
  }

  private static Html pages(String query, StatementPage found, int offset) {
    if (offset == 0 && found.next().isEmpty()) {
      return Html.NONE;
    }
    String more = query.isEmpty() ? "" : query + "&";
    return Html.of(
        "<nav class=\"pages\" aria-label=\"Pages\">{}{}</nav>\n",
        Html.of("<a class=\"button\" href=\"/statements?{}\">First page</a>", query)
            .when(offset > 0),
        found
            .next()
            .filter(it -> it <= MAX_OFFSET)
            .map(
                next ->
                    Html.of(
                        "<a class=\"button\" rel=\"next\" href=\"/statements?{}offset={}\">Next page</a>",
                        more,
                        next))
            .orElse(Html.NONE));
  }
}
