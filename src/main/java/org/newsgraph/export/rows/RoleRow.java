package org.newsgraph.export.rows;

/**
 * A role that an article gives a person; one row per person who has the role.
 *
 * @param role IRI of the role
 * @param article IRI of the article
 * @param person IRI of the person
 * @param roleText the role in the article's words
 * @param organisation IRI of the organisation
 * @param published publication date of the article
 * @param begin offset of the first character in the article's text, in code points
 * @param end offset after the last character, in code points
 * @param exact text of the span
 * @param confidence probability that the role is right, from 0 to 1
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
