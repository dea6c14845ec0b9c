package org.newsgraph.text;

/**
 * Parts of speech: the tags of the Penn Treebank, merged as far as the rules do not distinguish
 * them. The order is that of the network's outputs.
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

  /**
   * Tests whether a word with this tag can be the head of a noun phrase that names or describes.
   */
  public boolean isNoun() {
    return this == NOUN || this == PROPER_NOUN;
  }

  /** Tests whether a word with this tag can precede the head of a noun phrase. */
  public boolean isBeforeNoun() {
    return this == DETERMINER || this == POSSESSIVE || this == ADJECTIVE || this == NUMBER;
  }
}
