package org.newsgraph.article;

import java.util.Locale;

/** Why something is no article; the message is one line that a person can act on. */
class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  Unreadable(String reason) {
    super(reason);
  }

  static Unreadable tooLong(int maxLength) {
    return new Unreadable(
        "longer than the "
            + String.format(Locale.ROOT, "%,d", maxLength)
            + " characters of an article: is it several articles in one file? Split it, or raise"
            + " --max-length");
  }
}
