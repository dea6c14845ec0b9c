package org.newsgraph.article;

/**
 * A news article as read from its source.
 *
 * @param id identifier, unique in a database; it becomes part of the article's IRI
 * @param text text, exactly as read after decoding and line-end normalisation
 * @param metadata title, authors, date and other facts about the article
 * @param location location in the source, for messages about the article
 */
public record Article(String id, Text text, Metadata metadata, SourceLocation location) {
  public Article {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an article needs an id");
    }
  }

  /** Creates an article that does not come from a source. */
  public Article(String id, Text text, Metadata metadata) {
    this(id, text, metadata, SourceLocation.UNKNOWN);
  }
}
