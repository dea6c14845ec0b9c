package org.newsgraph.extract;

/** How much of a statement's content stands in quotation marks. */
public enum StatementKind {
  /** All of it. */
  DIRECT,
  /** A part. */
  MIXED,
  /** Nothing. */
  INDIRECT
}
