package org.newsgraph.text;

/** What kind of name a token is part of. */
public enum EntityLabel {
  PERSON,
  ORGANISATION,
  PLACE,
  OTHER,
  /** Part of no name. */
  NONE
}
