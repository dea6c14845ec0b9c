package org.newsgraph.extract.attribution;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.text.ContentType;

/**
 * A content with its cue and source, before the source is resolved to a speaker.
 *
 * @param parts parts of the content, in reading order
 * @param type type of the content
 * @param cue cue; absent if no words signal the act of saying, as after a dash or a colon
 * @param source source; absent if nothing indicates the speaker
 * @param confidence probability that the attribution is right, above 0 and up to 1
 * @param status whether the article says that the content was said
 */
public record Attribution(
    List<Span> parts,
    ContentType type,
    Optional<Span> cue,
    Optional<Span> source,
    double confidence,
    ReportStatus status) {
  public Attribution {
    parts = List.copyOf(parts);
  }

  /** Creates an attribution whose content was said. */
  Attribution(
      List<Span> parts,
      ContentType type,
      Optional<Span> cue,
      Optional<Span> source,
      double confidence) {
    this(parts, type, cue, source, confidence, ReportStatus.SAID);
  }

  public Span span() {
    return parts.get(0).union(parts.get(parts.size() - 1));
  }

  /** Returns a copy with another cue. */
  Attribution withCue(Optional<Span> other) {
    return new Attribution(parts, type, other, source, confidence, status);
  }

  /** Returns a copy with another source and status. */
  Attribution with(Optional<Span> otherSource, ReportStatus otherStatus) {
    return new Attribution(parts, type, cue, otherSource, confidence, otherStatus);
  }
}
