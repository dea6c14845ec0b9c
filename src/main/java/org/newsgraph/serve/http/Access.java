package org.newsgraph.serve.http;

/** The access that a request needs. */
public enum Access {
  /** Anyone, even on a closed server. For responses that reveal nothing about the database. */
  OPEN,
  /** Anyone; on a closed server, only users who have logged in. */
  READ,
  /** Users who have logged in, with any role. */
  LOGIN,
  /** Users who have logged in as editors. */
  EDIT,
  /** Clients on the server's own machine, and users who have logged in. For metrics. */
  WATCH
}
