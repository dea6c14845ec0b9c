package org.newsgraph.text;

/** Type of the content of an attribution. The order is that of the network's outputs. */
public enum ContentType {
  /** Reported speech: words in quotation marks, or a clause. */
  STATEMENT,
  /** A noun phrase that only gives the topic of the speech act: "announced a plan". */
  REPORT,
  /** Not clearly speech: a belief, a plan, a statistic, a single quoted word. */
  NEITHER
}
