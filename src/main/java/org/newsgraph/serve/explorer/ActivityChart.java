package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.activity.EntityActivity;
import org.newsgraph.serve.page.Html;

/** Charts of an entity's statements over time: bars and a heat map, with the numbers as tables. */
final class ActivityChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 120;
  private static final int MARGIN = 4;

  private ActivityChart() {}

  /** Renders the number of statements by and about the entity, per month or year. */
  static Html chart(EntityActivity company, Node entity) {
    List<String> periods =
        periods(List.of(company.countsByPeriod(), company.countsAboutByPeriod())).stream()
            .filter(it -> it.compareTo(completeFrom(company)) >= 0)
            .toList();
    if (periods.size() < 2) {
      return Html.NONE;
    }
    int most =
        java.util.stream.Stream.of(company.countsByPeriod(), company.countsAboutByPeriod())
            .flatMap(it -> it.values().stream())
            .mapToInt(it -> it)
            .max()
            .orElse(1);
    double step = (double) (WIDTH - 2 * MARGIN) / periods.size();
    double bar = Math.min(22, step * 0.38);
    // At most ten labels fit side by side.
    int every = (periods.size() + 9) / 10;
    List<Html> bars = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      double left = MARGIN + i * step + step / 2 - bar;
      bars.add(
          bar("bar", left, bar, company.countsByPeriod().getOrDefault(periods.get(i), 0), most));
      bars.add(
          bar(
              "bar second",
              left + bar,
              bar,
              company.countsAboutByPeriod().getOrDefault(periods.get(i), 0),
              most));
      if (i % every == 0) {
        bars.add(
            Html.of(
                "<text{} x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                new Html(" class=\"odd\"").when(i / every % 2 == 1),
                Math.round(MARGIN + i * step + step / 2),
                HEIGHT + 16,
                periods.get(i)));
      }
    }
    return Html.of(
        """
        <section><h2>Over time</h2>{}
        <p class="legend small"><span class="key first">by them</span> <span class="key second">about them</span></p>
        <svg class="chart months" viewBox="0 0 {} {}" aria-hidden="true">{}<line class="axis" x1="0" x2="{}" y1="{}" y2="{}"/></svg>
        <details class="small"><summary>Data as a table</summary><table><thead><tr><th scope="col">Period</th>
        <th scope="col" class="num">by them</th><th scope="col" class="num">about them</th></tr></thead><tbody>{}</tbody></table></details></section>
        """,
        counted(company, timeline(entity)),
        WIDTH,
        HEIGHT + 22,
        bars,
        WIDTH,
        HEIGHT,
        HEIGHT,
        periods.stream()
            .map(
                it ->
                    Html.of(
                        "<tr><th scope=\"row\">{}</th><td class=\"num\">{}</td><td class=\"num\">{}</td></tr>",
                        it,
                        company.countsByPeriod().getOrDefault(it, 0),
                        company.countsAboutByPeriod().getOrDefault(it, 0)))
            .toList());
  }

  private static Html timeline(Node entity) {
    String iri = URLEncoder.encode(entity.getURI(), UTF_8);
    return Html.of(
        "Complete timelines: <a href=\"/timeline?speaker={}\">by them</a>, <a href=\"/timeline?about={}\">about them</a>.",
        iri,
        iri);
  }

  /**
   * Returns the first period for which all statements are counted. Earlier periods may have more
   * statements than were counted.
   */
  private static String completeFrom(EntityActivity company) {
    String said = company.countedBy() < company.totalBy() ? earliest(company.countsByPeriod()) : "";
    String about =
        company.countedAbout() < company.totalAbout()
            ? earliest(company.countsAboutByPeriod())
            : "";
    return said.compareTo(about) >= 0 ? said : about;
  }

  /** Returns the earliest period; empty if no statement has a date. */
  private static String earliest(Map<String, Integer> times) {
    return times.keySet().stream().min(Comparator.naturalOrder()).orElse("");
  }

  private static Html counted(EntityActivity company, Html timeline) {
    boolean all =
        company.countedBy() == company.totalBy() && company.countedAbout() == company.totalAbout();
    return Html.of(
            "<p class=\"quiet small\">Based on the latest {} of {} statements by them and {} of {} about them. {}</p>",
            NumberText.of(company.countedBy()),
            NumberText.of(company.totalBy()),
            NumberText.of(company.countedAbout()),
            NumberText.of(company.totalAbout()),
            timeline)
        .when(!all);
  }

  private static Html bar(String style, double left, double wide, int number, int most) {
    long high = number == 0 ? 0 : Math.max(2, Math.round((HEIGHT - 10.0) * number / most));
    return Html.of(
        "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
        style,
        Math.round(left * 10) / 10.0,
        HEIGHT - high,
        Math.round(wide * 10) / 10.0,
        high);
  }

  /** Renders the number of statements on the entity's main topics, per month or year. */
  static Html topics(EntityActivity company, Iris iris) {
    List<String> all = periods(company.topicsByPeriod().values());
    if (all.size() < 2) {
      return Html.NONE;
    }
    List<String> periods = all.subList(Math.max(0, all.size() - 12), all.size());
    return Html.of(
        """
        <section><h2>Topics over time</h2>
        <div class="scroll" role="region" aria-label="Topics over time" tabindex="0"><table class="heat"><thead><tr><th scope="col">Topic</th>{}</tr></thead><tbody>{}</tbody></table></div></section>
        """,
        periods.stream().map(it -> Html.of("<th scope=\"col\" class=\"num\">{}</th>", it)).toList(),
        company.topicsByPeriod().entrySet().stream()
            .map(
                topic ->
                    Html.of(
                        "<tr><th scope=\"row\"><a href=\"{}\">{}</a></th>{}</tr>\n",
                        Html.address(topic.getKey().entity().getURI(), iris),
                        topic.getKey().name(),
                        cells(topic.getValue(), periods)))
            .toList());
  }

  private static List<Html> cells(Map<String, Integer> times, List<String> periods) {
    int most = times.values().stream().mapToInt(it -> it).max().orElse(1);
    return periods.stream()
        .map(it -> times.getOrDefault(it, 0))
        .map(
            it ->
                Html.of(
                    "<td class=\"num heat-{}\">{}</td>",
                    it == 0 ? 0 : 1 + Math.round(3.0 * it / most),
                    it == 0 ? "" : it))
        .toList();
  }

  private static List<String> periods(java.util.Collection<Map<String, Integer>> times) {
    TreeSet<String> periods = new TreeSet<>();
    times.forEach(it -> periods.addAll(it.keySet()));
    return List.copyOf(periods);
  }
}
