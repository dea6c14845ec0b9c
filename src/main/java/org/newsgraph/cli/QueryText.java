package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;

/** Reads the queries that people write, and says where one is wrong. */
final class QueryText {
  /** How the parser says which word it stumbled over: its kind, and the word itself. */
  private static final Pattern TOKEN =
      Pattern.compile("Encountered \" (?:\"[^\"]*\"|<[^>]+>) \"(.*?) ?\"\"");

  private static final Pattern WHERE =
      Pattern.compile("(?: ?at |^)[Ll]ine (?<line>\\d+), column (?<column>\\d+)[.:]? ?");

  private QueryText() {}

  /**
   * The query in a file.
   *
   * @throws IllegalArgumentException where it cannot be read, or is no SPARQL
   */
  static Query read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file, UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + ": this file cannot be read; is its name right?", e);
    }
  }

  /**
   * A query.
   *
   * @param where it was written
   * @throws IllegalArgumentException where it is no SPARQL
   */
  static Query parse(String where, String text) {
    try {
      return QueryFactory.create(text);
    } catch (QueryException e) {
      throw new IllegalArgumentException(where + ": " + explain(e), e);
    }
  }

  /** Where and what, in one line; the parser's list of all that it expected is left out. */
  private static String explain(QueryException e) {
    String first =
        ErrorMessages.oneLine(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    // Not the exception's own line and column, which are those of the word before.
    Matcher where = WHERE.matcher(first);
    String place =
        where.find() ? "line " + where.group("line") + ", column " + where.group("column") : "";
    String what =
        TOKEN
            .matcher(where.replaceAll(""))
            .replaceAll("unexpected $1")
            .replace("Encountered \"<EOF>\"", "it ends too early");
    return (place.isEmpty() ? "" : place + ": ") + "this is not SPARQL: " + what;
  }
}
