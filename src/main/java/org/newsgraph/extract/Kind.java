package org.newsgraph.extract;

/** How much of a statement's content stands in quotation marks. */
public enum Kind {
  /** All of it. */
  DIRECT,
  /** A part. */
  MIXED,
  /** Nothing. */
  INDIRECT
}
