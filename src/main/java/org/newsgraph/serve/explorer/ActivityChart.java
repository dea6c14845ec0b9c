package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.activity.EntityActivity;
import org.newsgraph.serve.page.BarChart;
import org.newsgraph.serve.page.Html;

/** Charts of an entity's statements over time: bars and a heat map, with the numbers as tables. */
final class ActivityChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 110;
  private static final int LABEL_WIDTH = 64;

  /** Maximum number of months on the time axis; longer times are shown per year. */
  private static final int MAX_MONTHS = 60;

  /** Length of a year in ISO 8601. */
  private static final int YEAR = 4;

  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final Pattern PERIOD = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2]))?");

  /** Number of the latest periods for which topics are shown. */
  private static final int TOPIC_PERIODS = 12;

  private ActivityChart() {}

  /**
   * Renders the number of statements by and about the entity, per month or year. Periods without
   * statements are part of the time axis.
   */
  static Html chart(EntityActivity company, Node entity, String name) {
    List<String> dated =
        periods(List.of(company.countsByPeriod(), company.countsAboutByPeriod())).stream()
            .filter(it -> PERIOD.matcher(it).matches())
            .filter(it -> it.compareTo(completeFrom(company)) >= 0)
            .toList();
    if (dated.size() < 2) {
      return Html.NONE;
    }
    List<String> axis = axis(dated);
    boolean years = axis.get(0).length() == YEAR;
    Map<String, Integer> by = perPeriod(company.countsByPeriod(), years);
    Map<String, Integer> about = perPeriod(company.countsAboutByPeriod(), years);
    BarChart chart =
        new BarChart(
            "months",
            WIDTH,
            HEIGHT,
            LABEL_WIDTH,
            List.of("by " + name, "about " + name),
            axis.stream()
                .map(
                    it ->
                        new BarChart.Period(
                            it,
                            "",
                            List.of(
                                (long) by.getOrDefault(it, 0), (long) about.getOrDefault(it, 0))))
                .toList());
    return Html.of(
        """
        <section><h2>Over time</h2>{}{}{}
        <details class="small"><summary>As a table</summary>{}</details></section>
        """,
        counted(company, timeline(entity)),
        chart.legend(),
        chart.svg(),
        chart.table("Period", Html.NONE));
  }

  /**
   * Returns all months ("2016-10") from the first to the last one; years ("2016") if there are many
   * months, or if a date has no month.
   *
   * @param dated months or years with statements, in ascending order
   */
  private static List<String> axis(List<String> dated) {
    String first = dated.get(0);
    String last = dated.get(dated.size() - 1);
    if (dated.stream().allMatch(it -> MONTH.matcher(it).matches())) {
      YearMonth end = YearMonth.parse(last);
      List<String> months =
          Stream.iterate(YearMonth.parse(first), it -> !it.isAfter(end), it -> it.plusMonths(1))
              .limit(MAX_MONTHS + 1L)
              .map(YearMonth::toString)
              .toList();
      if (months.size() <= MAX_MONTHS) {
        return months;
      }
    }
    return IntStream.rangeClosed(year(first), year(last)).mapToObj(String::valueOf).toList();
  }

  private static int year(String period) {
    return Integer.parseInt(period.substring(0, YEAR));
  }

  private static Map<String, Integer> perPeriod(Map<String, Integer> counts, boolean years) {
    Map<String, Integer> scaled = new TreeMap<>();
    counts.forEach(
        (period, count) -> {
          if (PERIOD.matcher(period).matches()) {
            scaled.merge(years ? period.substring(0, YEAR) : period, count, Integer::sum);
          }
        });
    return scaled;
  }

  private static Html timeline(Node entity) {
    String iri = URLEncoder.encode(entity.getURI(), UTF_8);
    return Html.of(
        "Complete timelines: <a href=\"/timeline?speaker={}\">statements by</a>, <a href=\"/timeline?about={}\">statements about</a>.",
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
            "<p class=\"quiet small\">Based on the latest {} of {} statements by this entity and {} of {} about it. {}</p>",
            NumberText.of(company.countedBy()),
            NumberText.of(company.totalBy()),
            NumberText.of(company.countedAbout()),
            NumberText.of(company.totalAbout()),
            timeline)
        .when(!all);
  }

  /** Renders the number of statements on the entity's main topics, per month or year. */
  static Html topics(EntityActivity company, Iris iris) {
    List<String> all = periods(company.topicsByPeriod().values());
    if (all.size() < 2) {
      return Html.NONE;
    }
    List<String> periods = all.subList(Math.max(0, all.size() - TOPIC_PERIODS), all.size());
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
