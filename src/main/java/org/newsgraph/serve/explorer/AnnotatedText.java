package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SchemaDO;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.statement.ReportView;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.serve.page.Html;

/**
 * An article's text with its statements, the topics of its reports of speech acts and its names
 * marked in place, by their offsets in code points. Each mark has the fragment of its IRI as an
 * anchor, so that the IRI opens the page at its words. The text is split at the start and end of
 * every mark, since statements may overlap and HTML elements may not.
 */
final class AnnotatedText {
  private static final int HUES = 8;

  private final DatasetGraph dataset;
  private final Node article;
  private final Iris iris;
  private final List<StatementView> said;
  private final Function<StatementView, Optional<Integer>> numbers;
  private final List<ReportView> reports;

  /** A marked span of the text: a statement, a report, or a name with its entity. */
  private record Mark(
      Node thing,
      int begin,
      int end,
      Optional<StatementView> said,
      Optional<ReportView> report,
      Optional<Node> entity) {
    String element() {
      return said.isPresent() ? "q" : report.isPresent() ? "span" : "a";
    }

    /** Returns the nesting level: statements (0) enclose reports (1), reports enclose names (2). */
    int layer() {
      return said.isPresent() ? 0 : report.isPresent() ? 1 : 2;
    }
  }

  /**
   * Creates the annotated text of an article.
   *
   * @param said the statements to mark
   * @param numbers the number of a statement's speaker, from 0; selects the colour
   * @param reports the reports of speech acts whose topics are marked
   */
  AnnotatedText(
      DatasetGraph dataset,
      Node article,
      Iris iris,
      List<StatementView> said,
      Function<StatementView, Optional<Integer>> numbers,
      List<ReportView> reports) {
    this.dataset = dataset;
    this.article = article;
    this.iris = iris;
    this.said = said;
    this.numbers = numbers;
    this.reports = reports;
  }

  Html html() {
    Text text = new Text(GraphValues.text(dataset, article, article, News.text).orElse(""));
    List<Mark> marks = marks(text.length());
    TreeSet<Integer> edges = new TreeSet<>(List.of(0, text.length()));
    marks.forEach(mark -> edges.addAll(List.of(mark.begin(), mark.end())));
    StringBuilder out = new StringBuilder("<div class=\"article-text\" dir=\"auto\">");
    Set<Node> begun = new HashSet<>();
    PriorityQueue<Mark> open = new PriorityQueue<>(Comparator.comparingInt(Mark::end));
    int next = 0;
    Integer from = edges.pollFirst();
    for (Integer to : edges) {
      while (!open.isEmpty() && open.peek().end() <= from) {
        open.poll();
      }
      while (next < marks.size() && marks.get(next).begin() <= from) {
        open.add(marks.get(next++));
      }
      piece(text.substring(new Span(from, to)), List.copyOf(open), begun, out);
      from = to;
    }
    return new Html(out.append("</div>").toString());
  }

  private void piece(String words, List<Mark> open, Set<Node> begun, StringBuilder out) {
    List<Mark> here = new ArrayList<>(open);
    // On the same level, longer marks enclose shorter ones.
    here.sort(
        Comparator.comparingInt(Mark::layer)
            .thenComparing(Mark::begin)
            .thenComparing(Mark::end, Comparator.reverseOrder()));
    here.forEach(mark -> out.append(start(mark, begun.add(mark.thing())).source()));
    out.append(Html.escape(words));
    for (int i = here.size() - 1; i >= 0; i--) {
      out.append("</").append(here.get(i).element()).append('>');
    }
  }

  private Html start(Mark mark, boolean first) {
    Html anchor = Html.of(" id=\"{}\"", fragment(mark.thing())).when(first);
    if (mark.report().isPresent()) {
      ReportView report = mark.report().get();
      return Html.of(
          "<span class=\"report\"{} title=\"{}: {}{}\">",
          anchor,
          report.speakerName(),
          report.cue(),
          report.status() == ReportStatus.SAID ? "" : ", " + report.status().label());
    }
    if (mark.said().isEmpty()) {
      return Html.of(
          "<a class=\"name\"{} href=\"{}\"{}>",
          anchor,
          mark.entity().map(it -> Html.address(it.getURI(), iris)).orElse("#"),
          mark.entity().map(it -> linkTitle(mark.thing(), it)).orElse(Html.NONE));
    }
    StatementView its = mark.said().get();
    return Html.of(
        "<q class=\"said {} {}\"{} data-s=\"{}\"{}>",
        its.kind(),
        colourClass(numbers.apply(its)),
        anchor,
        fragment(mark.thing()),
        first
            ? Html.of(
                " tabindex=\"0\" aria-description=\"{}\" data-who=\"{}\" data-how=\"{}\" data-href=\"{}\"",
                its.speakerName() + ". " + description(its),
                its.speakerName(),
                description(its),
                its.speaker()
                    .filter(it -> iris.isEntity(it.iri().getURI()))
                    .map(it -> Html.address(it.iri().getURI(), iris))
                    .orElse(""))
            : Html.NONE);
  }

  /** Returns the tooltip of a mention that names the item to which its entity is linked. */
  private Html linkTitle(Node mention, Node entity) {
    return GraphValues.value(dataset, article, entity, OWL.sameAs.asNode())
        .or(() -> GraphValues.value(dataset, article, entity, SchemaDO.sameAs.asNode()))
        .filter(Node::isURI)
        .map(
            item ->
                Html.of(
                    " title=\"{}: {}{}\"",
                    GraphValues.label(dataset, article, entity),
                    ItemName.of(item.getURI()),
                    GraphValues.text(dataset, article, mention, News.linkConfidence)
                        .map(it -> ", confidence " + StatementHtml.percent(Double.parseDouble(it)))
                        .orElse("")))
        .orElse(Html.NONE);
  }

  private static String description(StatementView said) {
    return StatementKindLabel.of(said.kind())
        + (said.status() == ReportStatus.SAID ? "" : ", " + said.status().label())
        + said.cue().map(it -> ", “" + it + "”").orElse("")
        + ", confidence "
        + StatementHtml.percent(said.confidence())
        + said.speakerText()
            .filter(it -> !it.equals(said.speakerName()))
            .map(it -> ", referred to as “" + it + "”")
            .orElse("")
        + said.saidOn()
            .map(it -> ", said " + StatementHtml.formatDate(it.value()) + " (“" + it.text() + "”)")
            .orElse("");
  }

  /**
   * Returns the CSS classes for the colour of a speaker: one of eight, with a pattern for the ninth
   * and later speakers; "hue-none" if there is no speaker.
   */
  static String colourClass(Optional<Integer> number) {
    return number.map(it -> "hue-" + it % HUES + (it < HUES ? "" : " pattern")).orElse("hue-none");
  }

  /** Returns the fragment of an IRI: the part after the #. */
  static String fragment(Node thing) {
    return thing.getURI().substring(thing.getURI().indexOf('#') + 1);
  }

  /** Returns all marks, sorted by their start offsets. Marks with invalid offsets are dropped. */
  private List<Mark> marks(int length) {
    List<Mark> marks = new ArrayList<>();
    said.forEach(
        it ->
            marks.add(
                new Mark(
                    it.iri(),
                    it.begin(),
                    it.end(),
                    Optional.of(it),
                    Optional.empty(),
                    Optional.empty())));
    reports.forEach(
        it ->
            marks.add(
                new Mark(
                    it.iri(),
                    it.begin(),
                    it.end(),
                    Optional.empty(),
                    Optional.of(it),
                    Optional.empty())));
    dataset
        .find(article, article, News.mention, Node.ANY)
        .forEachRemaining(quad -> marks.add(mention(quad.getObject())));
    marks.removeIf(it -> it.begin() < 0 || it.begin() >= it.end() || it.end() > length);
    marks.sort(Comparator.comparingInt(Mark::begin));
    return marks;
  }

  private Mark mention(Node mention) {
    return new Mark(
        mention,
        offset(mention, News.begin),
        offset(mention, News.end),
        Optional.empty(),
        Optional.empty(),
        GraphValues.value(dataset, article, mention, News.refersTo));
  }

  private int offset(Node thing, Node property) {
    return GraphValues.text(dataset, article, thing, property).map(Integer::parseInt).orElse(-1);
  }
}
