package org.newsgraph.serve.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityLookup;
import org.newsgraph.serve.api.StatementSearch.Named;
import org.newsgraph.serve.http.Request;

/** Finds reports of speech acts by speaker, cue, topic and date. */
final class ReportSearch {
  private static final String QUERY =
      """
      SELECT ?report ?phrase ?cue ?confidence ?who ?whoName ?speakerWords ?topic ?topicName
             ?article ?id ?title ?issued ?begin ?end ?status {
        { SELECT DISTINCT ?report ?article ?issued ?begin {
            %s
          } ORDER BY DESC(STR(?issued)) ?article ?begin LIMIT %d OFFSET %d }
        ?report news:topic ?phrase ; news:cue ?cue ; news:end ?end .
        ?article dcterms:identifier ?id ; rdfs:label ?title .
        OPTIONAL { ?report news:reportStatus ?status }
        OPTIONAL { ?report news:confidence ?confidence }
        OPTIONAL { GRAPH ?article { ?report news:speaker ?who . ?who rdfs:label ?whoName } }
        OPTIONAL { ?report news:speakerText ?speakerWords }
        OPTIONAL { GRAPH ?article { ?report news:about ?topic . ?topic rdfs:label ?topicName } }
      }
      """;

  private final SparqlRunner lookup;
  private final EntityLookup names;

  /**
   * The conditions of a search. Empty components are ignored.
   *
   * @param speaker an IRI or a name
   * @param about an IRI or a name
   * @param from the first day of publication, in ISO 8601
   * @param to the last day of publication, in ISO 8601
   * @param cue a part of the cue, case-insensitive
   * @param words words of the topic
   * @param status statuses
   */
  record Filter(
      String speaker,
      String about,
      String from,
      String to,
      String cue,
      String words,
      StatusFilter status) {
    /** Reads the parameters of a request. */
    static Filter of(Request request) {
      return new Filter(
          request.parameter("speaker").orElse(""),
          request.parameter("about").orElse(""),
          StatementSearch.Filter.date("from", name -> request.parameter(name).orElse("")),
          StatementSearch.Filter.date("to", name -> request.parameter(name).orElse("")),
          request.parameter("cue").orElse(""),
          request.parameter("q").orElse(""),
          StatusFilter.of(request.parameter("status").orElse("")));
    }
  }

  /**
   * A report with its place in the article.
   *
   * @param speakerWords the words by which the article refers to the speaker
   * @param begin offset of the topic's first character in the article's text, in code points
   * @param end offset after the topic's last character, in code points
   * @param status code of the status: "said"
   */
  record Report(
      String id,
      String topic,
      String cue,
      double confidence,
      Optional<Named> speaker,
      Optional<String> speakerWords,
      List<Named> about,
      String article,
      String articleId,
      String title,
      Optional<String> published,
      int begin,
      int end,
      String status) {}

  /**
   * A page of reports.
   *
   * @param sparql the query that finds them
   * @param more true if more reports follow
   */
  record Page(String sparql, List<Report> reports, boolean more) {}

  ReportSearch(SparqlRunner lookup) {
    this.lookup = lookup;
    this.names = new EntityLookup(lookup);
  }

  /** Finds the reports that meet the conditions, the latest first. */
  Page find(Filter filter, int limit, int offset) {
    Optional<StatementPattern> asked =
        StatementPattern.ofReports(names, filter.words(), filter.speaker(), filter.about());
    if (asked.isEmpty()) {
      return new Page("", List.of(), false);
    }
    StringBuilder pattern = new StringBuilder(asked.get().pattern());
    Map<String, Node> values = new LinkedHashMap<>(asked.get().values());
    pattern.append("?report a news:SpeechActReport .\n");
    pattern.append(filter.status().pattern("report"));
    pattern.append("?article news:report ?report . ?report news:begin ?begin .\n");
    if (!filter.cue().isEmpty()) {
      pattern.append("?report news:cue ?itsCue .\n");
      String condition = "CONTAINS(LCASE(?itsCue), LCASE(?act))";
      StatementSearch.addFilter("act", filter.cue().strip(), condition, pattern, values);
    }
    pattern.append("OPTIONAL { ?article dcterms:issued ?issued }\n");
    StatementSearch.addFilter("from", filter.from(), "STR(?issued) >= ?from", pattern, values);
    // "~" sorts after all digits: up to the end of the day, month or year.
    StatementSearch.addFilter(
        "to", filter.to(), "STR(?issued) <= CONCAT(?to, '~')", pattern, values);
    SparqlRunner.Rows rows = lookup.rows(QUERY.formatted(pattern, limit + 1, offset), values);
    List<Report> found = reports(rows.rows());
    boolean more = found.size() > limit;
    return new Page(rows.sparql(), more ? found.subList(0, limit) : found, more);
  }

  /** Finds all reports of an article, in the order of its text. */
  List<Report> ofArticle(Node article) {
    String pattern =
        "VALUES ?article { %s } ?article news:report ?report . ?report news:begin ?begin .\n"
                .formatted(SparqlRunner.term(article))
            + "OPTIONAL { ?article dcterms:issued ?issued }\n";
    return reports(lookup.rows(QUERY.formatted(pattern, 100_000, 0), Map.of()).rows());
  }

  /** Groups the rows of each report, which differ in the entity that the report is about. */
  private static List<Report> reports(List<Map<String, Node>> rows) {
    Map<Node, List<Map<String, Node>>> groups = new LinkedHashMap<>();
    rows.forEach(
        row -> groups.computeIfAbsent(row.get("report"), it -> new ArrayList<>()).add(row));
    return groups.values().stream()
        .map(ReportSearch::report)
        .sorted(
            Comparator.comparing(
                    (Report it) -> it.published().orElse(""), Comparator.reverseOrder())
                .thenComparing(Report::article)
                .thenComparing(Report::begin))
        .toList();
  }

  private static Report report(List<Map<String, Node>> rows) {
    Map<String, Node> row = rows.get(0);
    return new Report(
        row.get("report").getURI(),
        StatementSearch.text(row, "phrase").orElse(""),
        StatementSearch.text(row, "cue").orElse(""),
        StatementSearch.text(row, "confidence").map(Double::parseDouble).orElse(1.0),
        StatementSearch.speaker(row),
        StatementSearch.text(row, "speakerWords"),
        StatementSearch.about(rows),
        row.get("article").getURI(),
        StatementSearch.text(row, "id").orElse(""),
        StatementSearch.text(row, "title").orElse(""),
        StatementSearch.text(row, "issued"),
        Integer.parseInt(StatementSearch.text(row, "begin").orElse("0")),
        Integer.parseInt(StatementSearch.text(row, "end").orElse("0")),
        StatementSearch.status(row));
  }
}
