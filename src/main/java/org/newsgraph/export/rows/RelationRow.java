package org.newsgraph.export.rows;

/**
 * A relation of an entity: a family tie, a birthplace, a base or an age.
 *
 * @param relation IRI of the relation
 * @param article IRI of the article
 * @param entity IRI of the entity
 * @param kind FamilyTie, Birthplace, Base or Age
 * @param relationText kind of family tie in the article's words
 * @param relatedTo IRI of the relative or the place
 * @param years age in years
 * @param published publication date of the article
 * @param begin offset of the first character in the article's text, in code points
 * @param end offset after the last character, in code points
 * @param exact text of the span
 * @param confidence probability that the relation is right, from 0 to 1
 */
public record RelationRow(
    String relation,
    String article,
    String entity,
    String kind,
    String relationText,
    String relatedTo,
    Integer years,
    String published,
    int begin,
    int end,
    String exact,
    Double confidence) {}
