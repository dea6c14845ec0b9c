package org.newsgraph.serve.http;

/** What the parts of the server tell each other of a request, by the names of its attributes. */
public final class Exchange {
  /** Who has logged in, a String. */
  public static final String USER = "newsgraph.user";

  /** The query or update in SPARQL, a String; for the log. */
  public static final String SPARQL = "newsgraph.sparql";

  /** Why it was refused or failed, a String; for the log. */
  public static final String REASON = "newsgraph.reason";

  private Exchange() {}
}
