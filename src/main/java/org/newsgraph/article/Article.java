package org.newsgraph.article;

/**
 * A news article as it was read.
 *
 * @param id its name, unique in a database; it becomes part of the article's IRI
 * @param text its text, exactly as read after decoding and line-end normalisation
 * @param metadata what is known of it besides
 * @param place where it was read, for messages about it
 */
public record Article(String id, Text text, Metadata metadata, SourceLocation place) {
  public Article {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an article needs an id");
    }
  }

  /** An article that no reader read. */
  public Article(String id, Text text, Metadata metadata) {
    this(id, text, metadata, SourceLocation.NOWHERE);
  }
}
