package org.newsgraph.extract.attribution;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.text.ContentType;

/**
 * Content with its cue and its source, before it is known who the source is.
 *
 * @param parts the pieces of the content, in reading order
 * @param type what the content is
 * @param cue absent where no words say that it was said, as after a dash or a colon
 * @param source absent where nothing tells who said it
 * @param confidence how likely it is right, above 0 and up to 1
 */
public record Attribution(
    List<Span> parts,
    ContentType type,
    Optional<Span> cue,
    Optional<Span> source,
    double confidence) {
  public Attribution {
    parts = List.copyOf(parts);
  }

  public Span span() {
    return parts.get(0).to(parts.get(parts.size() - 1));
  }
}
