package org.newsgraph.serve.http;

/** Names of request attributes that filters, handlers and the access log share. */
public final class RequestAttributes {
  /** Name of the user who has logged in; a String. */
  public static final String USER = "newsgraph.user";

  /** True if this user is an editor; a Boolean. */
  public static final String EDITOR = "newsgraph.editor";

  /** True if the server supports logins; a Boolean. */
  public static final String LOGINS = "newsgraph.logins";

  /** SPARQL query or update, for the access log; a String. */
  public static final String SPARQL = "newsgraph.sparql";

  /** Reason why the request was refused or failed, for the access log; a String. */
  public static final String REASON = "newsgraph.reason";

  private RequestAttributes() {}
}
