package org.newsgraph.extract;

/** Share of a statement's content that is quoted, by quotation marks or by the layout. */
public enum StatementKind {
  /** All of the content is quoted. */
  DIRECT,
  /** Part of the content is quoted. */
  MIXED,
  /** Nothing is quoted. */
  INDIRECT
}
