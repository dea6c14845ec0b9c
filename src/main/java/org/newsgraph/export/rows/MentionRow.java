package org.newsgraph.export.rows;

/**
 * A mention of an entity.
 *
 * @param mention IRI of the mention
 * @param article IRI of the article
 * @param entity IRI of the entity
 * @param begin offset of the first character in the article's text, in code points
 * @param end offset after the last character, in code points
 * @param exact text of the mention
 * @param confidence probability that the mention is right, from 0 to 1
 * @param linkConfidence probability that the entity's link to Wikidata is right, from 0 to 1
 * @param why reason for which the mention refers to this entity
 */
public record MentionRow(
    String mention,
    String article,
    String entity,
    int begin,
    int end,
    String exact,
    Double confidence,
    Double linkConfidence,
    String why) {}
