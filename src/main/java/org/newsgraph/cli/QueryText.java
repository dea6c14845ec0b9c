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
import org.newsgraph.io.ErrorMessages;

/** Parser of users' SPARQL queries that reports the position of a syntax error. */
final class QueryText {
  /** The parser's phrase for an unexpected token: its type, then the token itself. */
  private static final Pattern TOKEN =
      Pattern.compile("Encountered \" (?:\"[^\"]*\"|<[^>]+>) \"(.*?) ?\"\"");

  /** The parser's phrase for a position. */
  private static final Pattern WHERE =
      Pattern.compile("(?: ?at |^)[Ll]ine (?<line>\\d+), column (?<column>\\d+)[.:]? ?");

  private QueryText() {}

  /**
   * Reads a query from a file.
   *
   * @throws IllegalArgumentException if the file cannot be read or is not a SPARQL query
   */
  static Query read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file, UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + ": this file cannot be read; check its name and permissions", e);
    }
  }

  /**
   * Parses a query.
   *
   * @param where origin of the query, for the error message: a file or an option
   * @throws IllegalArgumentException if the text is not a SPARQL query
   */
  static Query parse(String where, String text) {
    try {
      return QueryFactory.create(text);
    } catch (QueryException e) {
      throw new IllegalArgumentException(where + ": " + explain(e), e);
    }
  }

  /** Returns the position and the error in one line, without the list of expected tokens. */
  private static String explain(QueryException e) {
    String first =
        ErrorMessages.oneLine(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    // The exception's own line and column are those of the previous token.
    Matcher where = WHERE.matcher(first);
    String place =
        where.find() ? "line " + where.group("line") + ", column " + where.group("column") : "";
    String what =
        TOKEN
            .matcher(where.replaceAll(""))
            .replaceAll("unexpected $1")
            .replace("Encountered \"<EOF>\"", "the query is incomplete");
    return (place.isEmpty() ? "" : place + ": ") + "this is not SPARQL: " + what;
  }
}
