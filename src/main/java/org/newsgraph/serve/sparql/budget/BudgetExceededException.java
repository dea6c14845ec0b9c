package org.newsgraph.serve.sparql.budget;

import org.apache.jena.query.QueryCancelledException;
import org.newsgraph.serve.http.HttpError;

/** Ends a query or an update that exceeds a limit. The message is sent to the client. */
public final class BudgetExceededException extends QueryCancelledException {
  private static final long serialVersionUID = 1L;

  private final Limit limit;

  /** A limit, with the HTTP status and the message for requests that exceed it. */
  public enum Limit {
    /** Maximum duration. */
    TIME(503, "timeout: the query took too long and was cancelled; ask for less data"),

    /** Memory that the server has left. */
    MEMORY(
        503,
        "out of memory: the query was cancelled because it needs more memory than the server has"
            + " left; ask for less data"),

    /** Maximum length of a text that an expression makes. */
    TEXT(
        413,
        "the query makes a text of more than "
            + TextLimits.MAX_TEXT
            + " characters; join or replace less text");

    private final int status;
    private final String message;

    Limit(int status, String message) {
      this.status = status;
      this.message = message;
    }

    /** Returns the error that clients receive. */
    public HttpError error() {
      return new HttpError(status, message);
    }
  }

  public BudgetExceededException(Limit limit) {
    this.limit = limit;
  }

  public Limit limit() {
    return limit;
  }

  @Override
  public String getMessage() {
    return limit.message;
  }
}
