package org.newsgraph.extract.attribution;

import java.util.Optional;
import org.newsgraph.extract.TokenRange;

/** Content with the cue and the source that its words point to. */
record ContentLink(TokenRange content, Optional<Choice> cue, Optional<Choice> source) {
  /** A phrase, and how likely it is the one. */
  record Choice(TokenRange phrase, double probability) {}

  /** The index of the first word of the cue, or -1. */
  int cueAt() {
    return cue.map(it -> it.phrase().first()).orElse(-1);
  }

  boolean hasCueOf(ContentLink other) {
    return cue.isPresent() && cueAt() == other.cueAt();
  }

  ContentLink withoutCue() {
    return new ContentLink(content, Optional.empty(), source);
  }
}
