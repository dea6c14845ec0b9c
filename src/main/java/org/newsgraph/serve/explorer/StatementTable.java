package org.newsgraph.serve.explorer;

import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.statement.SortOrder;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Pager;

/**
 * The table of statements: one page of the results of a filter, with downloads and links to the
 * other pages.
 *
 * @param offset number of statements before this page
 * @param grouped true if repetitions are grouped
 */
record StatementTable(
    Iris iris, StatementFilter filter, StatementPage found, int offset, boolean grouped) {
  /** Maximum length of a source's name, in code points. */
  private static final int MAX_SOURCE_LENGTH = 60;

  private static final int MAX_TOPICS = 4;

  /** Returns the words for an order. */
  static String title(SortOrder order) {
    return switch (order) {
      case NEWEST -> "Newest first";
      case OLDEST -> "Oldest first";
      case SUREST -> "Most certain first";
      case UNSUREST -> "Least certain first";
      case SPEAKER -> "By speaker";
    };
  }

  Html html() {
    return Html.of(
        "{}{}{}{}",
        bar(),
        StatementKindLabel.legend(),
        table(),
        new Pager(
                "/statements",
                query(),
                StatementsPage.ROWS,
                offset,
                found.next().filter(it -> it <= StatementsPage.MAX_OFFSET))
            .html());
  }

  private String query() {
    String conditions = filter.query();
    return grouped ? conditions : conditions + (conditions.isEmpty() ? "" : "&") + "each=1";
  }

  private Html bar() {
    return Html.of(
        "<div class=\"bar\"><p>{}</p><p class=\"actions\"><span class=\"label\">Download</span> {}</p></div>\n",
        count(),
        java.util.stream.Stream.of("CSV .csv", "JSON-LD .json", "Turtle .ttl")
            .map(it -> it.split(" "))
            .map(it -> Html.of("<a href=\"/statements{}?{}\">{}</a> ", it[1], query(), it[0]))
            .collect(Html.joining())
            .and(Html.of("<a href=\"/cite?{}\">Cite all</a>", filter.query())));
  }

  /** Describes the rows: "17 statements, 13 without repeats", "41–80 of 1,204 statements". */
  private String count() {
    int shown = found.groups().size();
    if (offset == 0 && found.next().isEmpty()) {
      int all = found.total().orElse(shown);
      return NumberText.of(all, "statement", "statements")
          + (all == shown ? "" : ", " + NumberText.of(shown) + " without repeats");
    }
    int last = found.next().orElseGet(() -> found.total().orElse(offset + shown));
    String range = NumberText.of(offset + 1L) + "–" + NumberText.of(last);
    return found.total().isEmpty()
        ? "Statements " + range
        : range + " of " + NumberText.of(found.total().get(), "statement", "statements");
  }

  private Html table() {
    return Html.of(
        """
        <div class="scroll" role="region" aria-label="Statements" tabindex="0">
        <table class="statements"><thead><tr>{}</tr></thead>
        <tbody>
        {}</tbody></table></div>
        """,
        header(),
        found.groups().stream().map(this::row).toList());
  }

  private Html header() {
    return Html.of(
        "<th scope=\"col\">Statement</th>{}<th scope=\"col\">Topics</th><th scope=\"col\">Publication</th>{}"
            + "<th scope=\"col\">Kind</th>{}<th scope=\"col\"><span class=\"unseen\">Citation</span></th>",
        sorted("Speaker", "", SortOrder.SPEAKER, SortOrder.SPEAKER),
        sorted("Date", "", SortOrder.NEWEST, SortOrder.OLDEST),
        sorted("Confidence", "num", SortOrder.SUREST, SortOrder.UNSUREST));
  }

  /** Returns the header of a sortable column: a link that sorts by it, or reverses the order. */
  private Html sorted(String title, String style, SortOrder first, SortOrder second) {
    SortOrder order = filter.order();
    StatementFilter other =
        filter.with(StatementFilter.Field.ORDER, (order == first ? second : first).code());
    boolean descending = order == first && first != SortOrder.SPEAKER;
    String direction =
        descending ? "descending" : order == first || order == second ? "ascending" : "none";
    return Html.of(
        "<th scope=\"col\" class=\"{}\" aria-sort=\"{}\">{}</th>",
        style,
        direction,
        Html.of(
            "<a href=\"/statements?{}{}\" title=\"{}\">{}</a>",
            other.query(),
            grouped ? "" : "&each=1",
            title(other.order()),
            title + (descending ? " ↓" : direction.equals("none") ? "" : " ↑")));
  }

  private Html row(StatementPage.Group group) {
    StatementView said = group.statement();
    StatementHtml html = new StatementHtml(iris);
    return Html.of(
        "<tr>{}{}{}{}</tr>\n",
        Html.of(
            "<td class=\"words quote\"><blockquote>{}</blockquote>{}{}</td>",
            html.contentLink(said),
            html.whole(said),
            html.repetitions(group.repetitions())),
        Html.of("<td class=\"who\">{}</td><td>{}</td>", html.speaker(said), topics(said, html)),
        published(said),
        Html.of(
            "<td>{}</td><td class=\"num\">{}</td><td>{}</td>",
            StatementHtml.kind(said),
            StatementHtml.percent(said.confidence()),
            html.cite(said)));
  }

  private static Html topics(StatementView said, StatementHtml html) {
    return said.about().stream()
        .limit(MAX_TOPICS)
        .map(it -> Html.of("<a href=\"{}\">{}</a>", html.entity(it), it.name()))
        .collect(Html.joining(", "));
  }

  private Html published(StatementView said) {
    String publisher = said.article().publisher();
    return Html.of(
        "<td><a href=\"{}\">{}</a></td><td class=\"nowrap\">{}{}</td>",
        Html.address(said.article().article().getURI(), iris),
        publisher.isEmpty()
            ? ArticleTitle.of(said.title(), MAX_SOURCE_LENGTH)
            : StatementHtml.truncate(publisher, MAX_SOURCE_LENGTH),
        StatementHtml.date(said.article().issued()),
        Html.of("<br><small>{}</small>", StatementHtml.saidOn(said))
            .when(said.saidOn().isPresent()));
  }
}
