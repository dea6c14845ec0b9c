package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.io.NumberText;
import org.newsgraph.link.Fact;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityLookup;
import org.newsgraph.query.entity.EntityRef;
import org.newsgraph.query.statement.SearchHit;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;

/** The comparison of publishers: whom each one quotes about an entity and how often. */
public final class ComparePage implements RouteHandler {
  private static final String SPARQL = SparqlRunner.resource(ComparePage.class, "compare.rq");
  private static final int LATEST = 400;
  private static final int SOURCES = 4;
  private static final int SPEAKERS = 6;
  private static final int QUOTES = 3;
  private static final String UNKNOWN = "Source unknown";

  private final Explorer explorer;
  private final EntityLookup names;
  private final Iris iris;
  private final StatementHtml quotes;

  public ComparePage(Explorer explorer) {
    this.explorer = explorer;
    this.names = new EntityLookup(explorer.lookup());
    this.iris = explorer.iris();
    this.quotes = new StatementHtml(iris);
  }

  @Override
  public Reply handle(Request request) {
    String asked = request.parameter("entity").orElse("").strip();
    List<Node> meant = asked.isEmpty() ? List.of() : names.find(asked);
    Page page = Page.titled("Compare sources").in(Section.COMPARE).style("compare.css");
    if (meant.isEmpty()) {
      return page.body(form(asked, request).and(hint(asked))).reply(request);
    }
    Node entity = meant.get(0);
    return explorer
        .store()
        .read(dataset -> page.body(comparison(dataset, entity, request)))
        .sparql(SPARQL.replace("?topic", SparqlRunner.term(entity)))
        .reply(request);
  }

  private Html form(String name, Request request) {
    return Html.of(
        """
        <form class="filters" action="/compare">
        <div class="field"><label for="entity">Person, organisation or place</label><input id="entity" name="entity" value="{}" data-suggest="entity" autocomplete="off" required></div>
        {}{}<div class="actions"><button class="main">Compare</button></div></form>
        """,
        name,
        source("a", "First source", request),
        source("b", "Second source", request));
  }

  private Html source(String name, String label, Request request) {
    String chosen = request.parameter(name).orElse("");
    return Html.of(
        "<div class=\"field\"><label for=\"{}\">{}</label><select id=\"{}\" name=\"{}\"><option value=\"\">{}</option>{}</select></div>",
        name,
        label,
        name,
        name,
        "most statements",
        explorer.articlesByDate().snapshot().publishers().keySet().stream()
            .limit(500)
            .map(
                it ->
                    Html.of(
                        "<option{}>{}</option>", new Html(" selected").when(it.equals(chosen)), it))
            .toList());
  }

  private static Html hint(String asked) {
    return asked.isEmpty()
        ? new Html(
            "<p class=\"empty\">Enter a person, an organisation or a place to see whom each source"
                + " quotes about it, how often, and in which words.</p>")
        : Html.of("<p class=\"empty\">No entity is called “{}”.</p>", asked);
  }

  private Html comparison(DatasetGraph dataset, Node entity, Request request) {
    List<SearchHit> about = explorer.statements().about(dataset, entity, LATEST);
    List<StatementView> said = explorer.statements().read(dataset, about);
    Map<String, List<StatementView>> sources = new TreeMap<>();
    said.forEach(
        it ->
            sources
                .computeIfAbsent(
                    it.article().publisher().isEmpty() ? UNKNOWN : it.article().publisher(),
                    name -> new ArrayList<>())
                .add(it));
    String name =
        said.stream()
            .flatMap(it -> it.about().stream())
            .filter(it -> it.iri().equals(entity))
            .map(EntityRef::name)
            .findFirst()
            .orElseGet(() -> iris.name(entity));
    List<Map.Entry<String, List<StatementView>>> shown = chosen(sources, request);
    return Html.of(
        "{}<p class=\"lead\">About <a href=\"{}\">{}</a>: {}{} in {}.</p>{}<div class=\"sources\">{}</div>{}",
        form(name, request),
        Html.address(entity.getURI(), iris),
        name,
        said.size() >= LATEST ? "the latest " : "",
        NumberText.of(said.size(), "statement", "statements"),
        NumberText.of(sources.size(), "source", "sources"),
        shown.isEmpty()
            ? new Html("<p class=\"empty\">No statements about it were found.</p>")
            : overview(sources),
        shown.stream().map(it -> column(it.getKey(), it.getValue(), entity)).toList(),
        balance(dataset, said, entity));
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
    int most = sources.values().stream().mapToInt(List::size).max().orElse(1);
    return Html.of(
        "<ol class=\"bars all\">{}</ol>",
        sources.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                    (Map.Entry<String, List<StatementView>> it) -> -it.getValue().size()))
            .limit(12)
            .map(
                it ->
                    Html.of(
                        "<li><span>{}</span><span class=\"num\">{}</span>{}</li>\n",
                        it.getKey(),
                        NumberText.of(it.getValue().size()),
                        Bars.of(it.getValue().size(), most)))
            .toList());
  }

  private Html column(String source, List<StatementView> said, Node entity) {
    Map<String, List<StatementView>> speakers = grouped(said, StatementView::speakerName);
    StatementFilter all =
        StatementFilter.all()
            .with(StatementFilter.Field.ABOUT, entity.getURI())
            .with(StatementFilter.Field.SOURCE, source.equals(UNKNOWN) ? "" : source);
    return Html.of(
        """
        <section><h2>{}</h2><p class="quiet small">{}, {} direct</p>
        <h3>Speakers quoted</h3><ol class="bars">{}</ol>
        <h3>Statements</h3>{}<p class="pages"><a class="button" href="/statements?{}">Show all</a></p></section>
        """,
        source,
        NumberText.of(said.size(), "statement", "statements"),
        NumberText.of(said.stream().filter(it -> it.kind().equals("direct")).count()),
        speakers.values().stream()
            .limit(SPEAKERS)
            .map(
                it ->
                    Html.of(
                        "<li>{}<span class=\"num\">{}</span>{}</li>\n",
                        quotes.speaker(it.get(0)),
                        NumberText.of(it.size()),
                        Bars.of(it.size(), speakers.values().iterator().next().size())))
            .toList(),
        quotes.list(
            said.stream()
                .sorted(Comparator.comparing((StatementView it) -> !it.kind().equals("direct")))
                .limit(QUOTES)
                .map(it -> new StatementPage.Group(it, List.of()))
                .toList()),
        all.query());
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

  /**
   * Renders the share of statements by the speakers' party and gender, as knowledge bases give
   * them, and by the roles that articles give them.
   */
  private Html balance(DatasetGraph dataset, List<StatementView> said, Node entity) {
    StatementFilter about =
        StatementFilter.all().with(StatementFilter.Field.ABOUT, entity.getURI());
    Map<String, Function<Node, Optional<String>>> by = new LinkedHashMap<>();
    by.put("By party", who -> knowledgeBaseValue(dataset, who, Fact.Property.PARTY));
    by.put("By gender", who -> knowledgeBaseValue(dataset, who, Fact.Property.GENDER));
    List<Html> tables = new ArrayList<>();
    by.forEach(
        (title, of) ->
            balanceTable(
                    title,
                    said,
                    it -> it.speaker().flatMap(who -> of.apply(who.iri())),
                    title.equals("By party") ? about : StatementFilter.all())
                .ifPresent(tables::add));
    balanceTable("By role", said, it -> role(dataset, it), about).ifPresent(tables::add);
    return Html.of("<h2>Balance of speakers</h2><div class=\"columns three\">{}</div>", tables)
        .when(!tables.isEmpty());
  }

  private Optional<String> knowledgeBaseValue(
      DatasetGraph dataset, Node who, Fact.Property property) {
    Node graph = iris.entitiesGraph();
    Node term = NodeFactory.createURI("http://www.wikidata.org/prop/direct/" + property.id());
    return GraphValues.value(dataset, graph, who, term)
        .map(it -> GraphValues.label(dataset, graph, it));
  }

  private static Optional<String> role(DatasetGraph dataset, StatementView said) {
    Node article = said.article().article();
    return said.speaker()
        .flatMap(who -> GraphValues.value(dataset, article, who.iri(), News.hasRole))
        .flatMap(role -> GraphValues.text(dataset, article, role, News.roleText));
  }

  /**
   * Renders the number of statements for each value of a property of the speakers. Empty if the
   * property is not known for any speaker.
   *
   * @param of the value of the property for the speaker of a statement
   * @param about the filter that rows link to, with the value as role; without conditions, rows
   *     have no links
   */
  private static Optional<Html> balanceTable(
      String title,
      List<StatementView> said,
      Function<StatementView, Optional<String>> of,
      StatementFilter about) {
    Map<String, Integer> counts = new TreeMap<>();
    said.forEach(
        it ->
            of.apply(it)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> counts.merge(name, 1, Integer::sum)));
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    int known = counts.values().stream().mapToInt(it -> it).sum();
    int most = counts.values().stream().mapToInt(it -> it).max().orElse(1);
    return Optional.of(
        Html.of(
            "<section><h3>{}</h3><ol class=\"bars\">{}</ol><p class=\"quiet small\">Known for {} of {} statements.</p></section>",
            title,
            counts.entrySet().stream()
                .sorted(Comparator.comparingInt(it -> -it.getValue()))
                .limit(8)
                .map(
                    it ->
                        Html.of(
                            "<li>{}<span class=\"num\">{}</span>{}</li>\n",
                            about.isEmpty()
                                ? Html.of("<span>{}</span>", it.getKey())
                                : Html.of(
                                    "<a href=\"/statements?{}\">{}</a>",
                                    about.with(StatementFilter.Field.ROLE, it.getKey()).query(),
                                    it.getKey()),
                            NumberText.of(it.getValue()),
                            Bars.of(it.getValue(), most)))
                .toList(),
            NumberText.of(known),
            NumberText.of(said.size())));
  }
}
