package org.newsgraph.extract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The answer of an article to the question whether a statement was made. */
public enum ReportStatus {
  /** The article says that the speaker said it. */
  SAID,
  /** The article says that nobody said it: "did not say", "declined to say". */
  NOT_SAID,
  /** It is planned, wished, required or possible to say it: "will say", "urged her to say". */
  TO_BE_SAID,
  /** The content is a question: "asked whether". */
  ASKED,
  /**
   * It was said, but the article does not vouch for it or names only the hearer: "was quoted as
   * saying", "the court heard".
   */
  HEARSAY;

  /** Returns the code in JSON and in addresses: "not-said". */
  public String code() {
    return label().replace(' ', '-');
  }

  /** Returns the label for people: "not said". */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns the status with a code; empty if no status has it. */
  public static Optional<ReportStatus> ofCode(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }
}
