package org.newsgraph.export.rows;

import java.time.LocalDate;

/**
 * An article.
 *
 * @param article its IRI
 * @param published as its source says: a year, a month, a day or a time
 * @param day the day of that, or its first
 * @param authors with semicolons between them
 * @param analysed whether it was read for facts; articles in other languages are not
 */
public record ArticleRow(
    String article,
    String id,
    String title,
    String published,
    LocalDate day,
    String publisher,
    String authors,
    String section,
    String language,
    String url,
    boolean analysed,
    int mentions,
    int statements,
    String text) {}
