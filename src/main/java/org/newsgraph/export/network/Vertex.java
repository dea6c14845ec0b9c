package org.newsgraph.export.network;

import java.time.LocalDate;

/**
 * A vertex. What is not known is null.
 *
 * @param id its IRI
 * @param type Person, Organisation, Place, Other or Article
 * @param articles that name it
 * @param mentions of it, or in it
 * @param statementsBy by it, or in it
 * @param statementsAbout about it
 * @param link to Wikidata, or to the article's source
 * @param publisher an article's
 * @param first day on which it is in the news, or an article's day
 * @param last such day
 */
public record Vertex(
    String id,
    String label,
    String type,
    int articles,
    int mentions,
    int statementsBy,
    int statementsAbout,
    String link,
    String publisher,
    LocalDate first,
    LocalDate last) {
  public static final String ARTICLE = "Article";
}
