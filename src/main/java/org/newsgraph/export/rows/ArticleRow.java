package org.newsgraph.export.rows;

import java.time.LocalDate;

/**
 * An article.
 *
 * @param article IRI of the article
 * @param id identifier of the article
 * @param title title
 * @param published publication date as its source gives it: a year, a month, a day or a time
 * @param day publication day; the first day of a month or year
 * @param publisher publisher
 * @param authors names of the authors, separated by semicolons
 * @param section section of the publication
 * @param language language code
 * @param url address of the source
 * @param correction correction that the publisher appended to the article
 * @param analysed whether facts were extracted; false for articles in other languages
 * @param mentions number of mentions
 * @param statements number of statements
 * @param text text of the article
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
    String correction,
    boolean analysed,
    int mentions,
    int statements,
    String text) {}
