package org.newsgraph.serve.explorer;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.activity.EntityActivity;
import org.newsgraph.query.entity.CoOccurrence;
import org.newsgraph.query.entity.EntityCount;
import org.newsgraph.query.statement.ArticlesByDate;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.serve.page.BarList;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.ItemList;

/**
 * The panels of an entity's page that show its activity.
 *
 * @param address the name or IRI under which addresses give the entity
 */
record EntityActivityPanels(
    DatasetGraph dataset, Iris iris, String address, EntityActivity activity) {
  private static final int ARTICLES = 10;
  private static final int MORE_ARTICLES = 200;
  private static final int MAX_TITLE_LENGTH = 110;

  /** Renders the entities that the entity talks about most. */
  Html topics() {
    return counts(
        "Talks about",
        activity.topics(),
        StatementFilter.all().with(StatementFilter.Field.SPEAKER, address),
        basis(activity.countedBy(), activity.totalBy()));
  }

  /** Renders the speakers who talk about the entity most. */
  Html discussedBy() {
    return counts(
        "Talked about by",
        activity.discussedBy(),
        StatementFilter.all().with(StatementFilter.Field.ABOUT, address),
        basis(activity.countedAbout(), activity.totalAbout()));
  }

  private Html counts(String title, List<EntityCount> counts, StatementFilter filter, Html basis) {
    return ItemList.titled(title, counts, basis.and(BarList.of(counts, it -> bar(it, filter))));
  }

  private BarList.Bar bar(EntityCount count, StatementFilter filter) {
    String other = StatementConditions.name(count.entity().getURI(), iris);
    StatementFilter both =
        filter.speaker().isEmpty()
            ? filter.with(StatementFilter.Field.SPEAKER, other)
            : filter.with(StatementFilter.Field.ABOUT, other);
    return new BarList.Bar(
        Html.link(count.entity().getURI(), count.name(), iris),
        count.count(),
        count.count() == 1 ? "statement" : "statements",
        "/statements?" + both.query());
  }

  /** Renders the entities that the same articles mention. */
  Html coMentioned() {
    CoOccurrence beside = activity.coMentioned();
    Html basis =
        Html.of(
                "<p class=\"quiet small\">Counted in {} of its articles.</p>",
                NumberText.of(beside.articles()))
            .when(!beside.isComplete());
    return ItemList.titled(
        "Mentioned with",
        beside.entities(),
        basis.and(
            ItemList.chips(
                beside.entities(),
                it ->
                    Html.of(
                        "<a href=\"{}\">{} <span class=\"quiet\">{}</span></a>",
                        Html.address(it.entity().getURI(), iris),
                        it.name(),
                        NumberText.of(it.count())))));
  }

  /** Renders the latest articles, and more of them folded. */
  Html articles() {
    List<ArticlesByDate.ArticleEntry> all = activity.articles();
    List<ArticlesByDate.ArticleEntry> more =
        all.subList(Math.min(ARTICLES, all.size()), Math.min(MORE_ARTICLES, all.size()));
    return ItemList.titled(
        "Articles",
        all,
        ItemList.rows(all.subList(0, Math.min(ARTICLES, all.size())), this::article)
            .and(
                Html.of(
                        "<details class=\"small\"><summary>Show {} more of {}</summary>{}</details>",
                        NumberText.of(more.size()),
                        NumberText.of(all.size()) + (activity.moreArticles() ? "+" : ""),
                        ItemList.rows(more, this::article))
                    .when(!more.isEmpty())));
  }

  private ItemList.Entry article(ArticlesByDate.ArticleEntry entry) {
    String title = GraphValues.label(dataset, entry.article(), entry.article());
    return new ItemList.Entry(
        Html.of(
            "<a href=\"{}\">{}</a>",
            Html.address(entry.article().getURI(), iris),
            ArticleTitle.of(title, MAX_TITLE_LENGTH)),
        StatementHtml.date(entry.issued()));
  }

  /** Notes that figures are based on the latest statements; empty if they are based on all. */
  private static Html basis(int latest, long all) {
    return Html.of(
            "<p class=\"quiet small\">Based on the latest {} of {} statements.</p>",
            NumberText.of(latest),
            countText(all))
        .when(latest < all);
  }

  /** Formats a number of statements: "15,188"; "500+" while statements are being counted. */
  static String countText(long number) {
    // The exact total is known if it exceeds the limit, except while statements are being counted.
    return NumberText.of(number) + (number == EntityActivity.MAX_STATEMENTS ? "+" : "");
  }
}
