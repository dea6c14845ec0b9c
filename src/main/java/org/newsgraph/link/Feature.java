package org.newsgraph.link;

/** What the linker weighs; the weights stand in {@code weights.tsv}. */
enum Feature {
  BIAS,
  /** Natural logarithm of the prior. */
  PRIOR,
  EXACT,
  /** The name, just so, stands for hardly anything else. */
  SURE,
  /** How popular it is, then. */
  SURE_POPULARITY,
  /** Hardly any other name leads to it. */
  RARE,
  WRITTEN,
  POPULARITY,
  /** Name and title have the same words. */
  SAME_NAME,
  /** How many words they share. */
  ALIKE,
  SAME_TYPE,
  OTHER_TYPE,
  /** The name is a single word. */
  WORD,
  PERSON,
  ORGANISATION,
  PLACE,
  /** A person of whom only one word of the name is known. */
  PERSON_WORD,
  BY_NAME,
  WITH_PLACE,
  /** The title has something that tells it from others of its name. */
  QUALIFIED,
  /** How much of that, or of the description, the article speaks of. */
  CONTEXT,
  /** By how many of the entity's names it is found. */
  NAMES,
  /** The name is in capitals. */
  CAPITALS,
  /** Which are the first letters of the title's words. */
  INITIALS,
  /** The title is that of a concept. */
  CONCEPT,
  /** The name in small letters stands for the same. */
  COMMON
}
