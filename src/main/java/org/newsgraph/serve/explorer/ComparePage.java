package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityLabels;
import org.newsgraph.query.entity.EntityLookup;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.BarList;
import org.newsgraph.serve.page.FilterForm;
import org.newsgraph.serve.page.FormField;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;
import org.newsgraph.serve.page.SelectField;

/** The comparison of publishers: whom each one quotes about an entity and how often. */
public final class ComparePage implements RouteHandler {
  private static final String SPARQL = SparqlRunner.resource(ComparePage.class, "compare.rq");
  private static final int LATEST = 400;
  private static final int SOURCES = 4;
  private static final int SPEAKERS = 6;
  private static final int QUOTES = 3;
  private static final int LISTED_SOURCES = 12;
  private static final int MAX_PUBLISHERS = 500;
  private static final String UNKNOWN = "Paper unknown";

  private final Explorer explorer;
  private final EntityLookup names;
  private final UnknownName unknown;
  private final Iris iris;
  private final StatementHtml quotes;

  public ComparePage(Explorer explorer) {
    this.explorer = explorer;
    this.names = new EntityLookup(explorer.lookup());
    this.unknown = new UnknownName(explorer.lookup());
    this.iris = explorer.iris();
    this.quotes = new StatementHtml(iris);
  }

  @Override
  public Reply handle(Request request) {
    String asked = request.parameter("entity").orElse("").strip();
    List<Node> meant = asked.isEmpty() ? List.of() : names.find(asked);
    if (meant.isEmpty()) {
      Html hint =
          asked.isEmpty()
              ? new Html(
                  "<p class=\"empty\">Enter a person, an organisation or a place to see who each"
                      + " paper quotes about it, how often, and in which words.</p>")
              : UnknownName.message(asked, unknown.nearest(asked, "/compare?entity="));
      return page("Compare coverage").body(form(asked, request).and(hint)).reply(request);
    }
    Node entity = meant.get(0);
    String name = new EntityLabels(explorer.store()).of(List.of(entity)).get(0).name();
    return explorer
        .store()
        .read(
            dataset ->
                page("Compare coverage of " + StatementHtml.truncate(name, 80))
                    .body(form(name, request).and(comparison(dataset, entity, name, request))))
        .sparql(SPARQL.replace("?topic", SparqlRunner.term(entity)))
        .reply(request);
  }

  private static Page page(String title) {
    return Page.titled(title)
        .in(Section.COMPARE)
        .style("compare.css")
        .head(new Html("<h1>Compare coverage</h1>"));
  }

  private Html form(String name, Request request) {
    List<Html> fields =
        List.of(
            FormField.of("entity", "Topic", name)
                .suggesting("entity")
                .example(explorer.examples().topic())
                .mandatory()
                .html(),
            source("a", "First paper", request),
            source("b", "Second paper", request));
    return FilterForm.of("/compare", fields).button("Compare").html();
  }

  private Html source(String name, String label, Request request) {
    List<SelectField.Option> options =
        Stream.concat(
                Stream.of(new SelectField.Option("", "Choose for me")),
                explorer.articlesByDate().snapshot().publishers().keySet().stream()
                    .limit(MAX_PUBLISHERS)
                    .map(SelectField.Option::of))
            .toList();
    return SelectField.of(name, label, request.parameter(name).orElse(""), options).html();
  }

  private Html comparison(DatasetGraph dataset, Node entity, String name, Request request) {
    List<StatementView> said =
        explorer.statements().read(dataset, explorer.statements().about(dataset, entity, LATEST));
    Map<String, List<StatementView>> sources = new TreeMap<>();
    said.forEach(
        it ->
            sources
                .computeIfAbsent(
                    it.article().publisher().isEmpty() ? UNKNOWN : it.article().publisher(),
                    publisher -> new ArrayList<>())
                .add(it));
    Html lead =
        Html.of(
            "<p class=\"lead\">{} about {} in {}.</p>\n",
            (said.size() >= LATEST ? "The latest " : "")
                + NumberText.of(said.size(), "statement", "statements"),
            Html.link(entity.getURI(), name, iris),
            NumberText.of(sources.size(), "paper", "papers"));
    return said.isEmpty()
        ? lead
        : Html.of(
            "{}{}<div class=\"sources\">{}</div>{}",
            lead,
            overview(sources),
            chosen(sources, request).stream()
                .map(it -> column(it.getKey(), it.getValue(), entity))
                .toList(),
            new SpeakerBalance(dataset, iris, said, entity).html());
  }

  /** Returns the sources that the request names, or those with the most statements. */
  private static List<Map.Entry<String, List<StatementView>>> chosen(
      Map<String, List<StatementView>> sources, Request request) {
    Optional<String> a = request.parameter("a");
    Optional<String> b = request.parameter("b");
    List<Map.Entry<String, List<StatementView>>> all = new ArrayList<>(sources.entrySet());
    all.sort(
        Comparator.comparingInt(
                (Map.Entry<String, List<StatementView>> it) -> -it.getValue().size())
            .thenComparing(Map.Entry::getKey));
    if (a.isEmpty() && b.isEmpty()) {
      return all.subList(0, Math.min(SOURCES, all.size()));
    }
    List<Map.Entry<String, List<StatementView>>> two = new ArrayList<>();
    a.ifPresent(it -> two.add(Map.entry(it, sources.getOrDefault(it, List.of()))));
    b.ifPresent(it -> two.add(Map.entry(it, sources.getOrDefault(it, List.of()))));
    return two;
  }

  private static Html overview(Map<String, List<StatementView>> sources) {
    return BarList.inColumns(
        sources.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                    (Map.Entry<String, List<StatementView>> it) -> -it.getValue().size()))
            .limit(LISTED_SOURCES)
            .map(it -> BarList.Bar.of(Html.of("{}", it.getKey()), it.getValue().size()))
            .toList());
  }

  private Html column(String source, List<StatementView> said, Node entity) {
    List<List<StatementView>> speakers =
        grouped(said, StatementView::speakerName).values().stream().limit(SPEAKERS).toList();
    return Html.of(
        """
        <section><h2>{}</h2><p class="quiet small">{}</p>
        <h3>Who it quotes</h3>{}
        {}</section>
        """,
        source,
        NumberText.of(said.size(), "statement", "statements")
            + ", "
            + NumberText.of(said.stream().filter(ComparePage::isDirect).count(), "quote", "quotes"),
        BarList.of(speakers, it -> BarList.Bar.of(quotes.speaker(it.get(0)), it.size())),
        words(source, said, entity));
  }

  private Html words(String source, List<StatementView> said, Node entity) {
    StatementFilter all =
        StatementFilter.all()
            .with(StatementFilter.Field.ABOUT, StatementConditions.name(entity.getURI(), iris))
            .with(StatementFilter.Field.SOURCE, source.equals(UNKNOWN) ? "" : source);
    return Html.of(
        "<h3>In their words</h3>{}<p class=\"pages\"><a class=\"button\" href=\"/statements?{}\">{}</a></p>",
        quotes.list(
            said.stream()
                .sorted(Comparator.comparing((StatementView it) -> !isDirect(it)))
                .limit(QUOTES)
                .map(it -> new StatementPage.Group(it, List.of()))
                .toList()),
        all.query(),
        source.equals(UNKNOWN)
            ? "See all papers’ statements"
            : "See all " + NumberText.of(said.size(), "statement", "statements"));
  }

  private static boolean isDirect(StatementView said) {
    return said.kind().equals("direct");
  }

  /** Groups statements by a key, the largest group first. */
  private static Map<String, List<StatementView>> grouped(
      List<StatementView> said, Function<StatementView, String> by) {
    Map<String, List<StatementView>> groups = new LinkedHashMap<>();
    said.forEach(it -> groups.computeIfAbsent(by.apply(it), key -> new ArrayList<>()).add(it));
    Map<String, List<StatementView>> sorted = new LinkedHashMap<>();
    groups.entrySet().stream()
        .sorted(Comparator.comparingInt(it -> -it.getValue().size()))
        .forEach(it -> sorted.put(it.getKey(), it.getValue()));
    return sorted;
  }
}
