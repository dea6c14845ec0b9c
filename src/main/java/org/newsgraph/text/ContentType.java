package org.newsgraph.text;

/** What the content of an attribution is. The network was trained on this order. */
public enum ContentType {
  /** What was said: words in quotation marks, or a clause. */
  STATEMENT,
  /** Only a noun phrase that tells what the speech act was about: "announced a plan". */
  REPORT,
  /** Nothing that was clearly said: a belief, a plan, a statistic, a single quoted word. */
  NEITHER
}
