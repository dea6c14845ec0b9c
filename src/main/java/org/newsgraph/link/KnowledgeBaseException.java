package org.newsgraph.link;

import org.newsgraph.io.UserError;

/**
 * Thrown if a knowledge base cannot be read, reached or written. The message states which, why and
 * what to do.
 */
public final class KnowledgeBaseException extends RuntimeException implements UserError {
  private static final long serialVersionUID = 1;

  public KnowledgeBaseException(String message) {
    super(message);
  }

  public KnowledgeBaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
