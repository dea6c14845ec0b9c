package org.newsgraph.serve.http;

/** Who may ask. */
public enum Access {
  /** Anyone, whatever the server asks of others: it tells nothing of what is stored. */
  OPEN,
  /** Anyone, or on a closed server who has logged in. */
  READ,
  /** Who has logged in as an editor. */
  EDIT,
  /** This machine, or who has logged in: how the server fares is nobody else's matter. */
  WATCH
}
