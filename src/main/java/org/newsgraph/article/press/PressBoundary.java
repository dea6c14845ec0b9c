package org.newsgraph.article.press;

import java.util.Optional;

/**
 * A line between the documents of an export.
 *
 * @param type position of the line
 * @param number number of the document that starts ("3 of 200"), if the line states it
 * @param id identifier of the document that ends, if the line states it
 */
public record PressBoundary(Type type, Optional<String> number, Optional<String> id) {
  /** Position of a boundary. */
  public enum Type {
    /** First line of a document. */
    START,
    /** Last line of a document. */
    END,
    /** Line between two documents. */
    BETWEEN
  }

  static PressBoundary start(String number) {
    return new PressBoundary(Type.START, Optional.of(number), Optional.empty());
  }

  static PressBoundary end(Optional<String> id) {
    return new PressBoundary(Type.END, Optional.empty(), id);
  }

  static PressBoundary between() {
    return new PressBoundary(Type.BETWEEN, Optional.empty(), Optional.empty());
  }
}
