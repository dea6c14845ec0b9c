package org.newsgraph.extract.attribution;

import java.util.List;
import java.util.Set;

/**
 * The main verb of a cue and the words before it that govern it: auxiliaries, negations, adverbs,
 * and verbs, adjectives and nouns with an infinitive or a gerund ("has not yet been asked to say",
 * "urged the minister to say").
 *
 * @param head index of the main verb
 * @param governors indices of the governing words, the nearest to the main verb first
 * @param start index of the first word of the group, without a governor before an object
 */
record VerbGroup(int head, List<Integer> governors, int start) {
  /** Prepositions between a governing word and a gerund, and "to" before an infinitive. */
  static final Set<String> LINKS = Set.of("to", "as", "of", "from", "than", "on", "for", "about");

  VerbGroup {
    governors = List.copyOf(governors);
  }
}
