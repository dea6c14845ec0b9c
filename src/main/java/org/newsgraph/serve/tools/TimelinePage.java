package org.newsgraph.serve.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.serve.api.Names;
import org.newsgraph.serve.api.StatementSearch.Filter;
import org.newsgraph.serve.http.Handler;
import org.newsgraph.serve.http.Refusal;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;
import org.newsgraph.serve.sparql.Lookup;
import org.newsgraph.serve.sparql.Words;
import org.newsgraph.serve.tools.Timeline.Period;
import org.newsgraph.serve.tools.Timeline.Step;

/**
 * When a topic was spoken about, {@code /timeline?about=Aleppo&q=siege}: a bar a day, a week, a
 * month or a year, each a link to what was said then.
 */
public final class TimelinePage implements Handler {
  private static final int WIDE = 960;
  private static final int HIGH = 220;
  private static final int FOOT = 24;
  private static final int LEFT = 40;

  private static final String COUNTS =
      """
      SELECT ?day (COUNT(DISTINCT ?statement) AS ?count) {
        %s?article news:statement ?statement .
        OPTIONAL { ?article dcterms:issued ?issued }
        BIND(COALESCE(SUBSTR(STR(?issued), 1, 10), "") AS ?day) }
      GROUP BY ?day
      ORDER BY ?day
      """;

  private static final String TOPICS =
      """
      SELECT ?topic (COUNT(*) AS ?count) {
        { SELECT ?statement ?topic { ?statement news:about ?topic } LIMIT 2000 }
        FILTER(STRSTARTS(STR(?topic), ?shared)) }
      GROUP BY ?topic ORDER BY DESC(?count) ?topic LIMIT 12
      """;

  private final Lookup lookup;
  private final Names names;
  private final Entities entities;
  private final Kept<Topic, Counted> counted;
  private final Kept<String, List<Node>> topics;

  /** What is asked for. */
  private record Topic(String about, String speaker, String words) {
    boolean isOpen() {
      return about.isEmpty() && speaker.isEmpty() && words.isEmpty();
    }

    String inWords() {
      return inWords("about ", about)
          + inWords(" by ", speaker)
          + inWords(" with the words ", words);
    }

    private static String inWords(String before, String value) {
      return value.isEmpty() ? "" : before + value.replace('_', ' ');
    }
  }

  /** Statements a day, and how they were counted. */
  private record Counted(Map<String, Long> days, String sparql) {}

  public TimelinePage(Lookup lookup) {
    this.lookup = lookup;
    this.names = new Names(lookup);
    this.entities = new Entities(lookup.store());
    this.topics = new Kept<>(lookup.store(), this::topics);
    this.counted = new Kept<>(lookup.store(), this::count);
  }

  @Override
  public Reply answer(Request request) {
    Filter filter = Filter.of(request);
    Topic topic = new Topic(filter.about(), filter.speaker(), filter.words());
    Optional<Step> wanted = request.parameter("by").map(TimelinePage::step);
    Page page = Page.titled("Timeline").in(Section.TIMELINE).style("tools.css");
    Html form = form(topic, wanted);
    if (topic.isOpen()) {
      return page.body(form.and(offer())).reply(request);
    }
    Counted found = counted.get(topic);
    Timeline timeline = Timeline.of(within(found.days(), filter), wanted.orElse(null));
    return page.body(form.and(shown(topic, timeline))).sparql(found.sparql()).reply(request);
  }

  private static Step step(String name) {
    return Arrays.stream(Step.values())
        .filter(it -> it.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Refusal.bad("by is day, week, month or year"));
  }

  private Counted count(Topic topic) {
    StringBuilder pattern = new StringBuilder();
    Map<String, Node> values = new LinkedHashMap<>();
    if (!topic.words().isEmpty()) {
      pattern.append("(?statement ?score) text:query (news:content ?words 10000) .\n  ");
      values.put("words", Words.all(topic.words()));
    }
    if (!someone("about", topic.about(), pattern)
        || !someone("speaker", topic.speaker(), pattern)) {
      return new Counted(Map.of(), "");
    }
    Lookup.Rows rows = lookup.rows(COUNTS.formatted(pattern), values);
    Map<String, Long> days = new LinkedHashMap<>();
    rows.rows().stream()
        .filter(row -> row.get("day") != null)
        .forEach(
            row ->
                days.put(
                    row.get("day").getLiteralLexicalForm(),
                    ((Number) row.get("count").getLiteralValue()).longValue()));
    return new Counted(days, rows.sparql());
  }

  private boolean someone(String property, String name, StringBuilder pattern) {
    if (name.isEmpty()) {
      return true;
    }
    List<Node> meant = names.find(name);
    String list = meant.stream().map(Lookup::term).collect(Collectors.joining(" "));
    pattern.append(
        "VALUES ?%1$s { %2$s } ?statement news:%1$s ?%1$s .\n  ".formatted(property, list));
    return !meant.isEmpty();
  }

  private static Map<String, Long> within(Map<String, Long> days, Filter filter) {
    return days.entrySet().stream()
        .filter(it -> filter.from().isEmpty() || it.getKey().compareTo(filter.from()) >= 0)
        .filter(it -> filter.to().isEmpty() || it.getKey().compareTo(filter.to() + "~") <= 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Html form(Topic topic, Optional<Step> wanted) {
    return Html.of(
        """
        <form class="filters" action="/timeline">
        <div class="field"><label for="about">About</label><input id="about" name="about" value="{}" maxlength="500"></div>
        <div class="field"><label for="speaker">Said by</label><input id="speaker" name="speaker" value="{}" maxlength="500"></div>
        <div class="field"><label for="q">With the words</label><input id="q" name="q" value="{}" maxlength="500"></div>
        <div class="field"><label for="by">A bar for each</label><select id="by" name="by"><option value="">(what suits)</option>{}</select></div>
        <div class="field"><button class="main">Show</button></div>
        </form>
        """,
        topic.about(),
        topic.speaker(),
        topic.words(),
        Arrays.stream(Step.values())
            .map(
                it ->
                    Html.of(
                        "<option value=\"{}\"{}>{}</option>",
                        name(it),
                        new Html(" selected").when(wanted.filter(it::equals).isPresent()),
                        name(it)))
            .toList());
  }

  private static String name(Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  private Html offer() {
    List<Html> links =
        entities.of(topics.get(TOPICS)).stream()
            .map(
                it ->
                    Html.of(
                        "<li><a href=\"/timeline?about={}\">{}</a></li>\n",
                        URLEncoder.encode(it.name(), UTF_8),
                        it.name()))
            .toList();
    return links.isEmpty()
        ? Html.of("<p class=\"empty\">No statement here is about anything yet.</p>")
        : Html.of("<h2>Begin with one of these</h2>\n<ul class=\"chips\">{}</ul>\n", links);
  }

  private List<Node> topics(String query) {
    Node shared = NodeFactory.createLiteralString(lookup.store().iris().base() + "entity/");
    return lookup.rows(query, Map.of("shared", shared)).rows().stream()
        .map(row -> row.get("topic"))
        .filter(topic -> topic != null)
        .toList();
  }

  private static Html shown(Topic topic, Timeline timeline) {
    if (timeline.periods().isEmpty()) {
      return Html.of(
          "<p class=\"empty\">{}</p>\n",
          timeline.undated() == 0
              ? "Nothing was said " + topic.inWords().strip() + "."
              : statements(timeline.undated())
                  + " "
                  + topic.inWords().strip()
                  + ", but no article of them has a date.");
    }
    return Html.of(
        """
        <p class="lead">{} {}{}</p>
        <figure class="scroll" tabindex="0" role="region" aria-label="Bars">{}</figure>
        <h2 id="as-table">The same as a table</h2>
        <div class="scroll"><table aria-labelledby="as-table"><thead><tr><th scope="col">{}</th><th scope="col" class="num">Statements</th></tr></thead>
        <tbody>{}</tbody></table></div>
        """,
        statements(timeline.dated()),
        topic.inWords().strip(),
        timeline.undated() == 0 ? "." : ", and " + number(timeline.undated()) + " without a date.",
        bars(topic, timeline),
        switch (timeline.step()) {
          case DAY -> "Day";
          case WEEK -> "Week from";
          case MONTH -> "Month";
          case YEAR -> "Year";
        },
        timeline.periods().stream()
            .filter(it -> it.count() > 0)
            .map(it -> row(topic, timeline.step(), it))
            .toList());
  }

  private static Html row(Topic topic, Step step, Period period) {
    return Html.of(
        "<tr><th scope=\"row\"><a href=\"{}\">{}</a></th><td class=\"num\">{}</td></tr>\n",
        address(topic, period),
        label(step, period),
        number(period.count()));
  }

  private static Html bars(Topic topic, Timeline timeline) {
    List<Period> periods = timeline.periods();
    double step = (double) (WIDE - LEFT) / periods.size();
    int each = (int) Math.ceil(90 / step);
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      double left = LEFT + i * step;
      double high = (HIGH - 20.0) * period.count() / timeline.most();
      if (period.count() > 0) {
        drawn.append(
            Html.of(
                    "<a href=\"{}\" tabindex=\"-1\"><title>{}: {}</title><rect class=\"bar\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></a>",
                    address(topic, period),
                    label(timeline.step(), period),
                    number(period.count()),
                    round(left),
                    round(HIGH - Math.max(2, high)),
                    round(Math.max(1, Math.min(48, step * 0.85))),
                    round(Math.max(2, high)))
                .source());
      }
      if (i % each == 0 && left + 72 < WIDE) {
        drawn.append(
            Html.of(
                    "<text x=\"{}\" y=\"{}\">{}</text>",
                    round(left),
                    HIGH + 17,
                    label(timeline.step(), period))
                .source());
      }
    }
    return Html.of(
        """
        <svg class="chart timeline" viewBox="0 0 {} {}" aria-hidden="true">
        <line class="axis" x1="{}" x2="{}" y1="{}" y2="{}"/>
        <text x="{}" y="24" text-anchor="end">{}</text><text x="{}" y="{}" text-anchor="end">0</text>
        {}</svg>
        """,
        WIDE,
        HIGH + FOOT,
        LEFT,
        WIDE,
        HIGH,
        HIGH,
        LEFT - 6,
        number(timeline.most()),
        LEFT - 6,
        HIGH,
        new Html(drawn.toString()));
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static String label(Step step, Period period) {
    String day = period.first().toString();
    return switch (step) {
      case DAY, WEEK -> day;
      case MONTH -> day.substring(0, 7);
      case YEAR -> day.substring(0, 4);
    };
  }

  /** The statements of a period. */
  private static String address(Topic topic, Period period) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("about", topic.about());
    parameters.put("speaker", topic.speaker());
    parameters.put("q", topic.words());
    parameters.put("from", period.first().toString());
    parameters.put("to", period.last().toString());
    return "/statements?"
        + parameters.entrySet().stream()
            .filter(it -> !it.getValue().isEmpty())
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
  }

  private static String statements(long count) {
    return number(count) + (count == 1 ? " statement" : " statements");
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
