package org.newsgraph.extract;

/** What kind of thing a name stands for. */
public enum EntityType {
  PERSON,
  ORGANISATION,
  PLACE,
  /** A work, an event, a nationality: named, but none of the three. */
  OTHER
}
