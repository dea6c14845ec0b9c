package org.newsgraph.export.rows;

/**
 * What an article tells of an entity besides offices.
 *
 * @param kind FamilyTie, Birthplace, Base or Age
 * @param relationText what a relative is
 * @param relatedTo the IRI of the relative or the place
 * @param years an age
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
