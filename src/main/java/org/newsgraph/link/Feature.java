package org.newsgraph.link;

/** A feature of the logistic model for entity linking. The weights are in {@code weights.tsv}. */
enum Feature {
  BIAS,
  /** Natural logarithm of the prior. */
  PRIOR,
  /** The knowledge base has the name in the spelling that was looked up. */
  EXACT,
  /** {@link #EXACT}, and the prior is high: the name refers to hardly any other item. */
  SURE,
  /** Popularity of the item if {@link #SURE}, otherwise 0. */
  SURE_POPULARITY,
  /** The item's popularity is low: hardly any other name leads to it. */
  RARE,
  /** A variant that led to the item occurs in the article. */
  WRITTEN,
  POPULARITY,
  /** The name and the title consist of the same words, however they are joined. */
  SAME_NAME,
  /** Jaccard index of the words of the name and of the title. */
  ALIKE,
  /** The title continues the name of an organisation: "Cornell University". */
  BEGINNING,
  /** The item's type is known and is that of the entity. */
  SAME_TYPE,
  /** The item's type is known and differs from that of the entity. */
  OTHER_TYPE,
  /** No candidate of the entity has a higher prior. */
  FIRST,
  /** The name is a single word. */
  WORD,
  PERSON,
  ORGANISATION,
  PLACE,
  /** The entity is a person whose name is a single word. */
  PERSON_WORD,
  /** The item was found by the entity's main name. */
  BY_NAME,
  /** The item was found by the name together with the larger place after it. */
  WITH_PLACE,
  /**
   * Prior of the name completed by the rest of the article, by a country for example, times the
   * weight of the completion.
   */
  COMPLETED,
  /** The title has a qualifier that distinguishes it from others of the same name. */
  QUALIFIED,
  /**
   * All words of the title are in the name, which has others, and only a part of it led to the
   * item: "Great Lakes" for Great Lakes Chemical.
   */
  PART,
  /** Share of the words of the qualifier and the description that occur in the context. */
  CONTEXT,
  /** The title is the acronym that the name is, as of pages that list what an acronym means. */
  SAME_CAPITALS,
  /** {@link #SAME_CAPITALS}, and few names lead to the item. */
  RARE_CAPITALS,
  /** The title is that of a concept. */
  CONCEPT,
  /** The name in lower case refers to the same item. */
  COMMON
}
