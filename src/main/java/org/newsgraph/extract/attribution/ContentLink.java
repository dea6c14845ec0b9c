package org.newsgraph.extract.attribution;

import java.util.Optional;
import org.newsgraph.extract.TokenRange;

/**
 * A content with the cue and the source that its words point to.
 *
 * @param content range of the content
 * @param cue cue, if there is one
 * @param source source, if there is one
 */
record ContentLink(TokenRange content, Optional<Choice> cue, Optional<Choice> source) {
  /**
   * A chosen phrase.
   *
   * @param phrase range of the phrase
   * @param probability probability that the phrase is the right one, from 0 to 1
   */
  record Choice(TokenRange phrase, double probability) {}

  /** Returns the index of the first word of the cue, or -1 if there is no cue. */
  int cueAt() {
    return cue.map(it -> it.phrase().first()).orElse(-1);
  }

  /** Tests whether both contents have the same cue. */
  boolean hasCueOf(ContentLink other) {
    return cue.isPresent() && cueAt() == other.cueAt();
  }

  ContentLink withoutCue() {
    return new ContentLink(content, Optional.empty(), source);
  }
}
