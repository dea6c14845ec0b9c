package org.newsgraph.text;

/** Type of the name that a token is part of. */
public enum EntityLabel {
  PERSON,
  ORGANISATION,
  PLACE,
  OTHER,
  /** Not part of a name. */
  NONE
}
