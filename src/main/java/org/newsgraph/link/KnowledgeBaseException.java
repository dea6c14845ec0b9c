package org.newsgraph.link;

/** A knowledge base cannot be read, reached or written; the message says which, why, what to do. */
public final class KnowledgeBaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With nothing behind it. */
  public KnowledgeBaseException(String message) {
    super(message);
  }

  /** With what went wrong behind it. */
  public KnowledgeBaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
