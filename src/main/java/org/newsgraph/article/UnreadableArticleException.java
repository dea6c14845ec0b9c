package org.newsgraph.article;

import org.newsgraph.io.NumberText;

/** Signals that input is not a readable article. The message is one line that a user can act on. */
public class UnreadableArticleException extends Exception {
  private static final long serialVersionUID = 1;

  public UnreadableArticleException(String reason) {
    super(reason);
  }

  public static UnreadableArticleException tooLong(int maxLength) {
    return new UnreadableArticleException(
        "longer than "
            + NumberText.of(maxLength)
            + " characters, the maximum for one article: split it if it contains several articles,"
            + " otherwise raise --max-length");
  }
}
