package org.newsgraph.extract;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;

/**
 * Something that someone is reported to have said.
 *
 * @param span from the first character of the content to its last, quotation marks included
 * @param parts the pieces of the content in reading order; more than one where its own attribution
 *     interrupts it
 * @param content the words of the parts, joined by a space; by "…" where no quotation marks show
 *     that something else stood between them
 * @param kind how much of it stands in quotation marks
 * @param cue the words that say that it was said ("said", "according to")
 * @param speaker who said it
 * @param about what the content names, in reading order
 * @param confidence how likely it is right, above 0 and up to 1
 */
public record Statement(
    Span span,
    List<Span> parts,
    String content,
    StatementKind kind,
    Optional<Cue> cue,
    Optional<Speaker> speaker,
    Set<Entity> about,
    double confidence) {
  /** The words that say that something was said, and where they stand. */
  public record Cue(Span span, String words) {}

  public Statement {
    parts = List.copyOf(parts);
    about = Collections.unmodifiableSet(new LinkedHashSet<>(about));
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a statement needs content");
    }
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("no confidence: " + confidence);
    }
  }
}
