package org.newsgraph.export.network;

import java.time.LocalDate;

/**
 * A vertex: an entity or an article. Unknown values are null.
 *
 * @param id IRI
 * @param label name of the entity or title of the article
 * @param type Person, Organisation, Place, Other or Article
 * @param articles number of articles that mention the entity; 1 for an article
 * @param mentions number of mentions of the entity, or in the article
 * @param statementsBy number of statements by the entity, or in the article
 * @param statementsAbout number of statements about the entity; 0 for an article
 * @param link IRI in Wikidata, or address of the article's source
 * @param publisher publisher of the article
 * @param first first day of the entity in the news, or the article's day
 * @param last last day of the entity in the news, or the article's day
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
