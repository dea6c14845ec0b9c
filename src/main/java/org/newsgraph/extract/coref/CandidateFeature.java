package org.newsgraph.extract.coref;

/** Evidence for a candidate to be the speaker of a source that refers to a person. */
enum CandidateFeature {
  /** The rules for pronouns and descriptions choose the candidate. */
  BY_RULES,

  // Nobody else: the source introduces a person.
  NEW,
  /** No statement precedes. */
  NEW_FIRST,
  NEW_INDEFINITE,
  NEW_DEFINITE,
  NEW_POSSESSIVE,
  NEW_BARE,
  NEW_MODIFIERS,
  NEW_NOUN_ALONE,
  /** "The head of the union". */
  NEW_OBJECT,

  GENDER_AGREES,
  GENDER_UNKNOWN,

  // Where the article names the candidate before the source.
  SAME_SENTENCE,
  ONE_SENTENCE,
  TWO_SENTENCES,
  FOUR_SENTENCES,
  EIGHT_SENTENCES,
  FAR,
  SUBJECT,
  FIRST_IN_SENTENCE,
  FIRST_SUBJECT,
  SAME_PARAGRAPH,
  QUOTED,
  /** After a preposition in the source's own sentence. */
  GOVERNED,
  /** Logarithm of the number of mentions so far. */
  MENTIONS,
  LAST_MENTIONED,
  SECOND_LAST_MENTIONED,
  ONLY_NEARBY,
  /** The article names the candidate only after the source. */
  LATER,
  LATER_NEAR,
  IN_FIRST_PARAGRAPH,
  MOST_MENTIONED,
  INSIDE_SOURCE,

  // What the candidate has said.
  LAST_SPEAKER,
  LAST_SPEAKER_IN_PARAGRAPH,
  LAST_SPEAKER_IN_PARAGRAPH_BEFORE,
  LAST_SPEAKER_LAST_MENTIONED,
  SECOND_LAST_SPEAKER,
  ONLY_SPEAKER,
  /** Logarithm of the number of statements so far. */
  TIMES_SPOKEN,
  /** Speaker of the last pronoun, or of the last description. */
  LAST_OF_KIND,

  // How the description fits the titles and appositions of the candidate.
  /** Share of the description's words. */
  FIT,
  FIT_ALL,
  FIT_BEST,
  HEAD_BESIDE,
  HEAD_BESIDE_ONLY,
  HEAD_NEAR,
  WORDS_BESIDE,
  WORDS_MISSING,
  NAMES_NEAR,
  NAMES_MISSING,
  /** A noun of the same class, "legislator" for "lawmaker". */
  CLASS_BESIDE,
  CLASS_BESIDE_ONLY,
  CLASS_BESIDE_LAST,
  OTHER_CLASS_BESIDE,
  POSSESSED_AND_UNFIT,
  MODIFIED_AND_UNFIT,
  SPOKESPERSON_AND_UNFIT,
  DESCRIBED_SO_BEFORE,
  SAME_HEAD_BEFORE,

  // Determiner of the description, and whether the article names the candidate before or later.
  INDEFINITE_BEFORE,
  INDEFINITE_LATER,
  DEFINITE_BEFORE,
  DEFINITE_LATER,
  BARE_BEFORE,
  BARE_LATER,
  /** "The official" after a statement of the candidate. */
  NOUN_ALONE_LAST_SPEAKER,
  NOUN_ALONE_LAST_MENTIONED,

  // An earlier speaker without a name.
  EARLIER,
  EARLIER_ONE_PERSON,
  EARLIER_SAME_HEAD,
  EARLIER_SAME_WORDS,
  EARLIER_WORDS_WITHIN,
  EARLIER_CLASS;

  /** Returns the feature of a distance in sentences. */
  static CandidateFeature ofDistance(int sentences) {
    return switch (sentences) {
      case 0 -> SAME_SENTENCE;
      case 1 -> ONE_SENTENCE;
      case 2 -> TWO_SENTENCES;
      case 3, 4 -> FOUR_SENTENCES;
      case 5, 6, 7, 8 -> EIGHT_SENTENCES;
      default -> FAR;
    };
  }
}
