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
import org.newsgraph.serve.page.Html;

/** How often something was said when: as bars for the eye, with the numbers as a table. */
final class ActivityChart {
  private static final int WIDE = 640;
  private static final int HIGH = 120;
  private static final int LEFT = 4;

  private ActivityChart() {}

  /** What they said, and what was said about them, over the months. */
  static Html chart(EntityActivity company, Node entity) {
    List<String> periods =
        periods(List.of(company.saidIn(), company.aboutIn())).stream()
            .filter(it -> it.compareTo(whole(company)) >= 0)
            .toList();
    if (periods.size() < 2) {
      return Html.NONE;
    }
    int most =
        java.util.stream.Stream.of(company.saidIn(), company.aboutIn())
            .flatMap(it -> it.values().stream())
            .mapToInt(it -> it)
            .max()
            .orElse(1);
    double step = (double) (WIDE - 2 * LEFT) / periods.size();
    double bar = Math.min(22, step * 0.38);
    // A label has the room of its letters: at most ten stand side by side.
    int every = (periods.size() + 9) / 10;
    List<Html> bars = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      double left = LEFT + i * step + step / 2 - bar;
      bars.add(bar("bar", left, bar, company.saidIn().getOrDefault(periods.get(i), 0), most));
      bars.add(
          bar(
              "bar second",
              left + bar,
              bar,
              company.aboutIn().getOrDefault(periods.get(i), 0),
              most));
      if (i % every == 0) {
        bars.add(
            Html.of(
                "<text{} x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                new Html(" class=\"odd\"").when(i / every % 2 == 1),
                Math.round(LEFT + i * step + step / 2),
                HIGH + 16,
                periods.get(i)));
      }
    }
    return Html.of(
        """
        <section><h2>Over time</h2>{}
        <p class="legend small"><span class="key first">said</span> <span class="key second">about them</span></p>
        <svg class="chart months" viewBox="0 0 {} {}" aria-hidden="true">{}<line class="axis" x1="0" x2="{}" y1="{}" y2="{}"/></svg>
        <details class="small"><summary>The numbers</summary><table><thead><tr><th scope="col">When</th>
        <th scope="col" class="num">said</th><th scope="col" class="num">about them</th></tr></thead><tbody>{}</tbody></table></details></section>
        """,
        counted(company, timeline(entity)),
        WIDE,
        HIGH + 22,
        bars,
        WIDE,
        HIGH,
        HIGH,
        periods.stream()
            .map(
                it ->
                    Html.of(
                        "<tr><th scope=\"row\">{}</th><td class=\"num\">{}</td><td class=\"num\">{}</td></tr>",
                        it,
                        company.saidIn().getOrDefault(it, 0),
                        company.aboutIn().getOrDefault(it, 0)))
            .toList());
  }

  private static Html timeline(Node entity) {
    String iri = URLEncoder.encode(entity.getURI(), UTF_8);
    return Html.of(
        "All over time: <a href=\"/timeline?speaker={}\">by them</a>, <a href=\"/timeline?about={}\">about them</a>.",
        iri,
        iri);
  }

  /** When all statements are counted from: before it there may be more than are known here. */
  private static String whole(EntityActivity company) {
    String said = company.said() < company.saidInAll() ? first(company.saidIn()) : "";
    String about = company.about() < company.aboutInAll() ? first(company.aboutIn()) : "";
    return said.compareTo(about) >= 0 ? said : about;
  }

  /** Empty where none has a date: those without come last, so there are no others. */
  private static String first(Map<String, Integer> times) {
    return times.keySet().stream().min(Comparator.naturalOrder()).orElse("");
  }

  private static Html counted(EntityActivity company, Html timeline) {
    boolean all = company.said() == company.saidInAll() && company.about() == company.aboutInAll();
    return Html.of(
            "<p class=\"quiet small\">Of the latest {} of {} statements by them, and {} of {} about them. {}</p>",
            NumberText.of(company.said()),
            NumberText.of(company.saidInAll()),
            NumberText.of(company.about()),
            NumberText.of(company.aboutInAll()),
            timeline)
        .when(!all);
  }

  private static Html bar(String style, double left, double wide, int number, int most) {
    long high = number == 0 ? 0 : Math.max(2, Math.round((HIGH - 10.0) * number / most));
    return Html.of(
        "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
        style,
        Math.round(left * 10) / 10.0,
        HIGH - high,
        Math.round(wide * 10) / 10.0,
        high);
  }

  /** What they speak of most, and how often when. */
  static Html topics(EntityActivity company, Iris iris) {
    List<String> all = periods(company.topicsIn().values());
    if (all.size() < 2) {
      return Html.NONE;
    }
    List<String> periods = all.subList(Math.max(0, all.size() - 12), all.size());
    return Html.of(
        """
        <section><h2>What they speak about, over the months</h2>
        <div class="scroll" role="region" aria-label="Topics over time" tabindex="0"><table class="heat"><thead><tr><th scope="col">Topic</th>{}</tr></thead><tbody>{}</tbody></table></div></section>
        """,
        periods.stream().map(it -> Html.of("<th scope=\"col\" class=\"num\">{}</th>", it)).toList(),
        company.topicsIn().entrySet().stream()
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
