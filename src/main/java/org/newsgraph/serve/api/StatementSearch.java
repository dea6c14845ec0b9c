package org.newsgraph.serve.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.News;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityLookup;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Request;

/** Finds statements by speaker, topic, date, kind and words. */
public final class StatementSearch {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4}(-\\d{2}(-\\d{2}(T[\\d:.]+(Z|[+-]\\d{2}:\\d{2})?)?)?)?)?");

  private static final Set<String> KINDS = Set.of("direct", "mixed", "indirect");

  private final SparqlRunner lookup;
  private final EntityLookup names;

  /**
   * The conditions of a search. Empty components are ignored.
   *
   * @param speaker an IRI or a name
   * @param about the topic: an IRI or a name
   * @param from the first day of publication, in ISO 8601
   * @param to the last day of publication, in ISO 8601
   * @param kind direct, mixed or indirect
   * @param words words of the content
   * @param since earliest time at which the statement was extracted, in ISO 8601; if it is given,
   *     statements are found in the order of their extraction
   * @param status statuses, as in {@link StatusFilter}
   */
  public record Filter(
      String speaker,
      String about,
      String from,
      String to,
      String kind,
      String words,
      String since,
      String status) {
    public Filter {
      // Webhooks that were stored before statements had a status lack it.
      status = status == null ? "" : status;
    }

    /** Returns the filter for statements that were said and contain words. */
    public static Filter ofWords(String words) {
      return new Filter("", "", "", "", "", words, "", "");
    }

    /**
     * Reads the conditions from the parameters of a request.
     *
     * @throws HttpError if a date or the kind is invalid
     */
    public static Filter of(Request request) {
      return of(name -> request.parameter(name).orElse(""));
    }

    /**
     * Reads the conditions from parameters.
     *
     * @param value returns the value of a parameter by name; empty if it is missing
     * @throws HttpError if a date, the kind or the status is invalid
     */
    public static Filter of(UnaryOperator<String> value) {
      return new Filter(
          value.apply("speaker"),
          value.apply("about"),
          date("from", value),
          date("to", value),
          kind(value.apply("kind")),
          value.apply("q"),
          "",
          status(value.apply("status")));
    }

    private static String status(String value) {
      StatusFilter.of(value);
      return value;
    }

    static String date(String name, UnaryOperator<String> values) {
      String value = values.apply(name);
      if (!DATE.matcher(value).matches()) {
        throw HttpError.badRequest(name + " must be a date such as 2016-10-13");
      }
      return value;
    }

    private static String kind(String value) {
      if (!value.isEmpty() && !KINDS.contains(value)) {
        throw HttpError.badRequest("kind must be direct, mixed or indirect");
      }
      return value;
    }

    /** Describes the conditions for titles: "speaker Ann Roe, about Aleppo". */
    public String describe() {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("speaker", speaker);
      parts.put("about", about);
      parts.put("words", words);
      parts.put("kind", kind);
      parts.put("status", status);
      parts.put("from", from);
      parts.put("to", to);
      return parts.entrySet().stream()
          .filter(part -> !part.getValue().isEmpty())
          .map(part -> part.getKey() + " " + part.getValue())
          .collect(Collectors.joining(", "));
    }

    /** Returns a copy with another earliest time of extraction. */
    public Filter since(String time) {
      return new Filter(speaker, about, from, to, kind, words, time, status);
    }

    /** Tests whether the filter has no speaker, no topic and no words. */
    public boolean isOpen() {
      return speaker.isEmpty() && about.isEmpty() && words.isEmpty();
    }
  }

  /** An entity: its IRI and name. */
  public record Named(String id, String name) {}

  /**
   * The time at which a statement was made.
   *
   * @param value day, month or year in ISO 8601: "2016-10-12", "2016-10", "2016"
   * @param text the article's words: "on Wednesday"
   */
  public record SaidOn(String value, String text) {}

  /**
   * The sentences of a statement and its attribution.
   *
   * @param begin offset of the first character in the article's text, in code points
   * @param end offset after the last character, in code points
   */
  public record Context(String text, int begin, int end) {}

  /**
   * A statement with its place in the article.
   *
   * @param speakerWords the words by which the article refers to the speaker
   * @param begin offset of the content's first character in the article's text, in code points
   * @param end offset after the content's last character, in code points
   * @param extractedAt time at which it was extracted, in ISO 8601
   * @param status code of the status: "said"
   * @param quotedText words in quotation marks, without the marks
   * @param saidOn time at which the statement was made, if its sentence gives it
   * @param context sentences of the statement and its attribution
   */
  public record Statement(
      String id,
      String content,
      String kind,
      Optional<String> cue,
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
      String extractedAt,
      String status,
      Optional<String> quotedText,
      Optional<SaidOn> saidOn,
      Optional<Context> context) {}

  /**
   * A page of statements.
   *
   * @param sparql the query that finds them
   * @param more true if more statements follow
   */
  public record Page(String sparql, List<Statement> statements, boolean more) {}

  public StatementSearch(SparqlRunner lookup) {
    this.lookup = lookup;
    this.names = new EntityLookup(lookup);
  }

  /**
   * Finds the statements that match a filter, the latest first; those since a time of extraction,
   * the first extracted first.
   */
  public Page find(Filter filter, int limit, int offset) {
    Optional<StatementPattern> asked =
        StatementPattern.of(names, filter.words(), filter.speaker(), filter.about());
    if (asked.isEmpty()) {
      return new Page("", List.of(), false);
    }
    StringBuilder pattern = new StringBuilder(asked.get().pattern());
    Map<String, Node> values = new LinkedHashMap<>(asked.get().values());
    pattern.append("?statement a news:").append(type(filter.kind())).append(" .\n");
    pattern.append(StatusFilter.of(filter.status()).pattern("statement"));
    pattern.append("?article news:statement ?statement . ?statement news:begin ?begin .\n");
    pattern.append("OPTIONAL { ?article dcterms:issued ?issued }\n");
    addFilter("from", filter.from(), "STR(?issued) >= ?from", pattern, values);
    // "~" sorts after all digits: up to the end of the day, month or year.
    addFilter("to", filter.to(), "STR(?issued) <= CONCAT(?to, '~')", pattern, values);
    boolean byExtraction = !filter.since().isEmpty();
    if (byExtraction) {
      pattern.append("?statement prov:wasGeneratedBy/prov:endedAtTime ?at .\n");
      addFilter("since", filter.since(), "STR(?at) >= ?since", pattern, values);
    }
    String query =
        QUERY.formatted(
            byExtraction ? "?at" : "",
            pattern,
            byExtraction ? "STR(?at) ?statement" : LATEST_FIRST,
            limit + 1,
            offset);
    SparqlRunner.Rows rows = lookup.rows(query, values);
    List<Statement> found = statements(rows.rows(), byExtraction ? BY_EXTRACTION : BY_PUBLICATION);
    boolean more = found.size() > limit;
    return new Page(rows.sparql(), more ? found.subList(0, limit) : found, more);
  }

  /** Finds all statements of an article, in the order of its text. */
  public List<Statement> ofArticle(Node article) {
    String pattern =
        "VALUES ?article { %s } ?article news:statement ?statement . ?statement news:begin ?begin .\n"
                .formatted(SparqlRunner.term(article))
            + "OPTIONAL { ?article dcterms:issued ?issued }\n";
    String query = QUERY.formatted("", pattern, LATEST_FIRST, 100_000, 0);
    return statements(lookup.rows(query, Map.of()).rows(), BY_PUBLICATION);
  }

  private static final String LATEST_FIRST = "DESC(STR(?issued)) ?article ?begin";

  /** The order of {@link #LATEST_FIRST}. */
  private static final Comparator<Statement> BY_PUBLICATION =
      Comparator.comparing((Statement it) -> it.published().orElse(""), Comparator.reverseOrder())
          .thenComparing(Statement::article)
          .thenComparing(Statement::begin);

  private static final Comparator<Statement> BY_EXTRACTION =
      Comparator.comparing(Statement::extractedAt).thenComparing(Statement::id);

  private static final String QUERY =
      """
      SELECT ?statement ?content ?kind ?cue ?confidence ?who ?whoName ?speakerWords ?topic ?topicName
             ?article ?id ?title ?issued ?begin ?end ?told ?status
             ?quotedText ?saidOn ?saidOnText ?contextBegin ?contextEnd {
        { SELECT DISTINCT ?statement ?article ?issued ?begin %s {
            %s
          } ORDER BY %s LIMIT %d OFFSET %d }
        ?statement news:content ?content ; news:end ?end ; a ?kind ;
          prov:wasGeneratedBy/prov:endedAtTime ?told .
        FILTER(?kind != news:Statement)
        ?article dcterms:identifier ?id ; rdfs:label ?title .
        OPTIONAL { ?statement news:reportStatus ?status }
        OPTIONAL { ?statement news:cue ?cue }
        OPTIONAL { ?statement news:confidence ?confidence }
        OPTIONAL { ?statement news:quotedText ?quotedText }
        OPTIONAL { ?statement news:saidOn ?saidOn ; news:saidOnText ?saidOnText }
        OPTIONAL { ?statement news:contextBegin ?contextBegin ; news:contextEnd ?contextEnd }
        OPTIONAL { GRAPH ?article { ?statement news:speaker ?who . ?who rdfs:label ?whoName } }
        OPTIONAL { ?statement news:speakerText ?speakerWords }
        OPTIONAL { GRAPH ?article { ?statement news:about ?topic . ?topic rdfs:label ?topicName } }
      }
      """;

  static void addFilter(
      String name,
      String value,
      String condition,
      StringBuilder pattern,
      Map<String, Node> values) {
    if (!value.isEmpty()) {
      pattern.append("FILTER(").append(condition).append(")\n");
      values.put(name, NodeFactory.createLiteralString(value));
    }
  }

  private static String type(String kind) {
    return kind.isEmpty()
        ? "Statement"
        : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + "Statement";
  }

  /** Groups the rows of each statement, which differ in the entity that the statement is about. */
  private List<Statement> statements(List<Map<String, Node>> rows, Comparator<Statement> order) {
    ContextReader contexts = new ContextReader(lookup, rows);
    Map<Node, List<Map<String, Node>>> groups = new LinkedHashMap<>();
    rows.forEach(
        row -> groups.computeIfAbsent(row.get("statement"), it -> new ArrayList<>()).add(row));
    List<Statement> statements = new ArrayList<>();
    groups.values().forEach(group -> statements.add(statement(group, contexts)));
    statements.sort(order);
    return statements;
  }

  private static Statement statement(List<Map<String, Node>> rows, ContextReader contexts) {
    Map<String, Node> row = rows.get(0);
    String kind = row.get("kind").getURI().replaceFirst(".*#", "").replace("Statement", "");
    return new Statement(
        row.get("statement").getURI(),
        text(row, "content").orElse(""),
        kind.toLowerCase(Locale.ROOT),
        text(row, "cue"),
        text(row, "confidence").map(Double::parseDouble).orElse(1.0),
        speaker(row),
        text(row, "speakerWords"),
        about(rows),
        row.get("article").getURI(),
        text(row, "id").orElse(""),
        text(row, "title").orElse(""),
        text(row, "issued"),
        Integer.parseInt(text(row, "begin").orElse("0")),
        Integer.parseInt(text(row, "end").orElse("0")),
        text(row, "told").orElse(""),
        status(row),
        text(row, "quotedText"),
        text(row, "saidOn").map(it -> new SaidOn(it, text(row, "saidOnText").orElse(""))),
        contexts.read(row));
  }

  /** Returns the code of the status; "said" if the graph gives none. */
  static String status(Map<String, Node> row) {
    return Optional.ofNullable(row.get("status"))
        .flatMap(News::reportStatus)
        .orElse(ReportStatus.SAID)
        .code();
  }

  static Optional<Named> speaker(Map<String, Node> row) {
    return Optional.ofNullable(row.get("who"))
        .map(who -> new Named(who.getURI(), text(row, "whoName").orElse("")));
  }

  static List<Named> about(List<Map<String, Node>> rows) {
    Set<Named> about = new LinkedHashSet<>();
    for (Map<String, Node> row : rows) {
      if (row.get("topic") != null) {
        about.add(new Named(row.get("topic").getURI(), text(row, "topicName").orElse("")));
      }
    }
    return List.copyOf(about);
  }

  static Optional<String> text(Map<String, Node> row, String name) {
    Node node = row.get(name);
    return node == null
        ? Optional.empty()
        : Optional.of(node.isLiteral() ? node.getLiteralLexicalForm() : node.toString());
  }
}
