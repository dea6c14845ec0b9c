package org.newsgraph.serve.explorer;

import java.util.Comparator;
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
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.serve.page.BarList;
import org.newsgraph.serve.page.Html;

/**
 * The shares of statements about an entity by the speakers' party and gender, as knowledge bases
 * give them, and by the roles that articles give them.
 *
 * @param said the statements
 * @param entity the entity that they are about
 */
record SpeakerBalance(DatasetGraph dataset, Iris iris, List<StatementView> said, Node entity) {
  private static final int ROWS = 8;

  /** Renders the shares; nothing if no speaker's party, gender or role is known. */
  Html html() {
    StatementFilter about =
        StatementFilter.all()
            .with(StatementFilter.Field.ABOUT, StatementConditions.name(entity.getURI(), iris));
    List<Html> tables =
        List.of(
            table("Party", it -> fact(it, Fact.Property.PARTY), Optional.of(about)),
            table("Gender", it -> fact(it, Fact.Property.GENDER), Optional.empty()),
            table("Role", this::role, Optional.of(about)));
    return Html.of("<h2>Who gets a voice</h2><div class=\"columns three\">{}</div>", tables)
        .when(tables.stream().anyMatch(it -> !it.isEmpty()));
  }

  private Optional<String> fact(StatementView statement, Fact.Property property) {
    Node graph = iris.entitiesGraph();
    Node term = NodeFactory.createURI("http://www.wikidata.org/prop/direct/" + property.id());
    return statement
        .speaker()
        .flatMap(who -> GraphValues.value(dataset, graph, who.iri(), term))
        .map(it -> GraphValues.label(dataset, graph, it));
  }

  private Optional<String> role(StatementView statement) {
    Node article = statement.article().article();
    return statement
        .speaker()
        .flatMap(who -> GraphValues.value(dataset, article, who.iri(), News.hasRole))
        .flatMap(role -> GraphValues.text(dataset, article, role, News.roleText));
  }

  /**
   * Renders the number of statements for each value of a property of the speakers; nothing if the
   * property is not known for any speaker.
   *
   * @param property the name of the property
   * @param of the value of the property for the speaker of a statement
   * @param about the filter that rows link to, with the value as role; empty for no links
   */
  private Html table(
      String property,
      Function<StatementView, Optional<String>> of,
      Optional<StatementFilter> about) {
    Map<String, Integer> counts = new TreeMap<>();
    said.forEach(
        it ->
            of.apply(it)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> counts.merge(name, 1, Integer::sum)));
    List<BarList.Bar> bars =
        counts.entrySet().stream()
            .sorted(Comparator.comparingInt(it -> -it.getValue()))
            .limit(ROWS)
            .map(it -> BarList.Bar.of(name(it.getKey(), about), it.getValue()))
            .toList();
    int known = counts.values().stream().mapToInt(it -> it).sum();
    return Html.of(
            "<section><h3>{}</h3>{}<p class=\"quiet small\">{}</p></section>",
            property,
            BarList.of(bars),
            property
                + " known for "
                + NumberText.of(known)
                + " of "
                + NumberText.of(said.size(), "statement", "statements")
                + ".")
        .when(!bars.isEmpty());
  }

  private static Html name(String value, Optional<StatementFilter> about) {
    return about
        .map(
            it ->
                Html.of(
                    "<a href=\"/statements?{}\">{}</a>",
                    it.with(StatementFilter.Field.ROLE, value).query(),
                    value))
        .orElseGet(() -> Html.of("{}", value));
  }
}
