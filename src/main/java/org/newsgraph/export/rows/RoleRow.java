package org.newsgraph.export.rows;

/**
 * An office that an article gives a person; one row for each person who has it.
 *
 * @param organisation the IRI of the one it is held in
 * @param published the article's date
 */
public record RoleRow(
    String role,
    String article,
    String person,
    String roleText,
    String organisation,
    String published,
    int begin,
    int end,
    String exact,
    Double confidence) {}
