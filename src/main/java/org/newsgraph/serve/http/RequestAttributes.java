package org.newsgraph.serve.http;

/** What the parts of the server tell each other of a request, by the names of its attributes. */
public final class RequestAttributes {
  /** Who has logged in, a String. */
  public static final String USER = "newsgraph.user";

  /** Whether that is somebody who may change things, a Boolean. */
  public static final String EDITOR = "newsgraph.editor";

  /** Whether anybody can log in at all, a Boolean. */
  public static final String LOGINS = "newsgraph.logins";

  /** The query or update in SPARQL, a String; for the log. */
  public static final String SPARQL = "newsgraph.sparql";

  /** Why it was refused or failed, a String; for the log. */
  public static final String REASON = "newsgraph.reason";

  private RequestAttributes() {}
}
