package org.newsgraph.extract;

/** Type of an entity. */
public enum EntityType {
  PERSON,
  ORGANISATION,
  PLACE,
  /** Any other named thing: a work, an event, a nationality. */
  OTHER
}
