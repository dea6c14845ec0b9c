package org.newsgraph.text;

/**
 * A word's part of speech: the Penn Treebank's tags, put together as far as the rules need them
 * apart. In the order of the network's outputs.
 */
public enum PartOfSpeech {
  /** Punctuation, symbols, interjections. */
  OTHER,
  NOUN,
  PROPER_NOUN,
  ADJECTIVE,
  /** A finite verb, an infinitive or a modal. */
  VERB,
  PARTICIPLE,
  DETERMINER,
  PRONOUN,
  /** "his", "its". */
  POSSESSIVE,
  /** The ending of "Trump's". */
  GENITIVE,
  /** A preposition, a subordinating conjunction or "to". */
  PREPOSITION,
  NUMBER,
  ADVERB,
  /** "and", "but". */
  CONJUNCTION,
  /** "who", "which", "where". */
  RELATIVE;

  /** Whether it can be the head of a noun phrase that names or describes. */
  public boolean isNoun() {
    return this == NOUN || this == PROPER_NOUN;
  }

  /** Whether it can stand before the head of a noun phrase. */
  public boolean isBeforeNoun() {
    return this == DETERMINER || this == POSSESSIVE || this == ADJECTIVE || this == NUMBER;
  }
}
