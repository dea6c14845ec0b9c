package org.newsgraph.article;

import org.newsgraph.io.NumberText;

/** Why something is no article; the message is one line that a person can act on. */
public class UnreadableArticleException extends Exception {
  private static final long serialVersionUID = 1;

  public UnreadableArticleException(String reason) {
    super(reason);
  }

  public static UnreadableArticleException tooLong(int maxLength) {
    return new UnreadableArticleException(
        "longer than the "
            + NumberText.of(maxLength)
            + " characters of an article: is it several articles in one file? Split it, or raise"
            + " --max-length");
  }
}
