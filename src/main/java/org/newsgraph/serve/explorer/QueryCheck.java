package org.newsgraph.serve.explorer;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.sparql.SparqlPolicy;

/**
 * Checks a query as the endpoint would, without running it. Replies with the position and the
 * message of an error, {@code {"line", "column", "message"}}, both from 1, or with the form of a
 * valid query, {@code {"form": "SELECT"}}.
 */
public final class QueryCheck implements RouteHandler {
  private static final int MAX_LENGTH = 100_000;
  private static final int MAX_EXPECTED = 6;
  private static final Pattern POSITION =
      Pattern.compile("(?i)\\[?line:? (\\d+), col(?:umn)?:? (\\d+)");
  private static final Pattern UNEXPECTED =
      Pattern.compile(
          "Encountered \"\\s*(?:<\\w+>|\".*?\") \"(.*?)\\s?\"\"? at line", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("after prefix \"(.*)\"", Pattern.DOTALL);
  private static final Pattern EXPECTED = Pattern.compile("(?:\"(.+?)\"|<(\\w+)>) \\.\\.\\.");

  /** Keywords that are offered instead of an unknown one. */
  private static final List<String> KEYWORDS =
      List.of(
          "SELECT",
          "WHERE",
          "PREFIX",
          "CONSTRUCT",
          "ASK",
          "DESCRIBE",
          "DISTINCT",
          "OPTIONAL",
          "FILTER",
          "UNION",
          "MINUS",
          "BIND",
          "VALUES",
          "GRAPH",
          "ORDER",
          "GROUP",
          "HAVING",
          "LIMIT",
          "OFFSET",
          "EXISTS",
          "COUNT",
          "SAMPLE",
          "REGEX",
          "CONTAINS");

  /** Maximum number of wrong letters in a keyword for which another one is offered. */
  private static final int MAX_TYPING_ERRORS = 2;

  private static final String FORM = "application/x-www-form-urlencoded";

  private final SparqlPolicy check;

  public QueryCheck(SparqlPolicy check) {
    this.check = check;
  }

  @Override
  public Reply handle(Request request) throws IOException {
    if (request.contentType().equals(FORM)) {
      throw HttpError.badRequest(
          "the request is a form; send the query as the body, as text/plain");
    }
    String query = request.body();
    if (query.length() > MAX_LENGTH) {
      throw new HttpError(413, "the query is longer than " + MAX_LENGTH + " characters");
    }
    return Reply.json(check(query));
  }

  Map<String, Object> check(String text) {
    try {
      check.checkText(text);
      Query query = QueryFactory.create(text);
      check.checkQuery(query);
      return Map.of("form", query.queryType().name());
    } catch (HttpError | QueryException e) {
      // The position in the message is that of the unexpected token; the exception has that of the
      // token before it.
      String message = String.valueOf(e.getMessage());
      Matcher place = POSITION.matcher(message);
      boolean found = place.find();
      return Map.of(
          "line", found ? Math.max(1, Integer.parseInt(place.group(1))) : 1,
          "column", found ? Math.max(1, Integer.parseInt(place.group(2))) : 1,
          "message", describe(message));
    }
  }

  /** Rewrites a message of Jena's parser for users. */
  static String describe(String message) {
    if (message.startsWith("Lexical error")) {
      Matcher word = WORD.matcher(message);
      boolean open = message.contains("<EOF>");
      return !word.find()
          ? "The query cannot be read."
          : open ? "This is never closed." : unknown(word.group(1));
    }
    if (message.startsWith("Encountered")) {
      Matcher met = UNEXPECTED.matcher(message);
      boolean ends = message.startsWith("Encountered \"<EOF>\"");
      String what =
          ends
              ? "The query ends too early"
              : met.find() ? met.group(1) + " is not allowed here" : "";
      return what + expected(message);
    }
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^.*column \\d+: ", "")
        .replaceFirst("^Unresolved prefixed name: ([^:]*:).*", "The prefix $1 is not declared.");
  }

  private static String unknown(String word) {
    String typed = word.toUpperCase(Locale.ROOT);
    LevenshteinDistance distance = new LevenshteinDistance(MAX_TYPING_ERRORS);
    String near =
        KEYWORDS.stream()
            .filter(it -> distance.apply(it, typed) >= 0)
            .min(Comparator.comparingInt(it -> distance.apply(it, typed)))
            .map(it -> " Did you mean " + it + "?")
            .orElse("");
    return "Unknown keyword " + word + "." + near;
  }

  private static String expected(String message) {
    Set<String> words =
        EXPECTED
            .matcher(message)
            .results()
            .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    if (words.contains("select")) {
      return "; a query starts with PREFIX, SELECT, CONSTRUCT, ASK or DESCRIBE.";
    }
    if (words.contains("STRING_LITERAL1")) {
      return "; expected: a variable, a name or a value.";
    }
    if (words.contains("}")) {
      return "; is a } or a . missing?";
    }
    return words.isEmpty() || words.size() > MAX_EXPECTED
        ? "."
        : "; expected: " + String.join(", ", words) + ".";
  }
}
