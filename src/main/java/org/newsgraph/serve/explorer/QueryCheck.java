package org.newsgraph.serve.explorer;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.sparql.SparqlPolicy;

/**
 * Reads a query as the endpoint would, without running it, and says where it is wrong: {@code
 * {"line", "column", "message"}}, both from 1, or {@code {"form": "SELECT"}}.
 */
public final class QueryCheck implements RouteHandler {
  private static final int LONGEST = 100_000;
  private static final int FEW = 6;
  private static final Pattern PLACE =
      Pattern.compile("(?i)\\[?line:? (\\d+), col(?:umn)?:? (\\d+)");
  private static final Pattern MET =
      Pattern.compile(
          "Encountered \"\\s*(?:<\\w+>|\".*?\") \"(.*?)\\s?\"\"? at line", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("after prefix \"(.*)\"", Pattern.DOTALL);
  private static final Pattern EXPECTED = Pattern.compile("(?:\"(.+?)\"|<(\\w+)>) \\.\\.\\.");

  private final SparqlPolicy check;

  public QueryCheck(SparqlPolicy check) {
    this.check = check;
  }

  @Override
  public Reply answer(Request request) throws IOException {
    String query = request.body();
    if (query.length() > LONGEST) {
      throw new HttpError(413, "this is more than " + LONGEST + " characters");
    }
    return Reply.json(checked(query));
  }

  Map<String, Object> checked(String text) {
    try {
      check.text(text);
      Query query = QueryFactory.create(text);
      check.query(query);
      return Map.of("form", query.queryType().name());
    } catch (HttpError | QueryException e) {
      // The place in the message is that of what cannot stand there; the exception's is one
      // earlier.
      String message = String.valueOf(e.getMessage());
      Matcher place = PLACE.matcher(message);
      boolean found = place.find();
      return Map.of(
          "line", found ? Math.max(1, Integer.parseInt(place.group(1))) : 1,
          "column", found ? Math.max(1, Integer.parseInt(place.group(2))) : 1,
          "message", inWords(message));
    }
  }

  /** What Jena's parser says, for a person. */
  static String inWords(String message) {
    if (message.startsWith("Lexical error")) {
      Matcher word = WORD.matcher(message);
      boolean open = message.contains("<EOF>");
      return !word.find()
          ? "This cannot be read."
          : open ? "This is never closed." : word.group(1) + " is no word of SPARQL.";
    }
    if (message.startsWith("Encountered")) {
      Matcher met = MET.matcher(message);
      boolean ends = message.startsWith("Encountered \"<EOF>\"");
      String what =
          ends ? "The query ends too early" : met.find() ? met.group(1) + " cannot stand here" : "";
      return what + expected(message);
    }
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^.*column \\d+: ", "")
        .replaceFirst("^Unresolved prefixed name: ([^:]*:).*", "The prefix $1 is not declared.");
  }

  private static String expected(String message) {
    Set<String> words =
        EXPECTED
            .matcher(message)
            .results()
            .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    if (words.contains("select")) {
      return "; a query begins with PREFIX, SELECT, CONSTRUCT, ASK or DESCRIBE.";
    }
    if (words.contains("STRING_LITERAL1")) {
      return "; a variable, a name or a value should.";
    }
    if (words.contains("}")) {
      return "; is a } or a . missing?";
    }
    return words.isEmpty() || words.size() > FEW
        ? "."
        : "; expected: " + String.join(", ", words) + ".";
  }
}
