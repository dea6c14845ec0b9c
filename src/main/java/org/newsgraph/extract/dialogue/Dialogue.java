package org.newsgraph.extract.dialogue;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Span;

/**
 * The turns of a transcript or an interview.
 *
 * @param turns turns in reading order; empty if the article is neither
 * @param interviewee name or description of the person interviewed, at the place that introduces
 *     the person; empty if the article does not give it
 */
public record Dialogue(List<SpeechTurn> turns, Optional<Span> interviewee) {
  /** The dialogue of an article that has none. */
  public static final Dialogue NONE = new Dialogue(List.of(), Optional.empty());

  public Dialogue {
    turns = List.copyOf(turns);
  }

  /** Tests whether a span is a part of a turn. */
  public boolean hasPart(Span span) {
    return turns.stream().anyMatch(turn -> turn.parts().contains(span));
  }

  /** Returns the turn whose label contains a span. */
  public Optional<SpeechTurn> labelledAt(Span span) {
    return turns.stream()
        .filter(turn -> turn.label().filter(it -> it.span().contains(span)).isPresent())
        .findFirst();
  }
}
