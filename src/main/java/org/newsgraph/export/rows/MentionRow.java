package org.newsgraph.export.rows;

/**
 * A place where an article names an entity.
 *
 * @param begin in code points of the article's text
 * @param end after the last character
 * @param exact the words there
 * @param linkConfidence that of the entity's link to Wikidata
 * @param why it was taken for this entity
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
