package org.newsgraph.extract.dialogue;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Span;

/**
 * The speech of one person in a dialogue, until the next person speaks.
 *
 * @param voice function of the speaker
 * @param label label before the speech; empty in an interview whose questions and answers are only
 *     paragraphs
 * @param parts ranges of the speech, without the label, subheadings and stage directions; empty if
 *     nothing else follows the label
 */
public record SpeechTurn(Voice voice, Optional<SpeakerLabel> label, List<Span> parts) {
  /** The function of a speaker in a dialogue. */
  public enum Voice {
    /** A speaker whose label is a name: "DR. ANN ROE, GEOLOGIST". */
    NAMED,
    /** A speaker whose label is a function without a name: "THE WITNESS". */
    DESCRIBED,
    /** An interviewer whom the label does not name: "Q". */
    QUESTION,
    /** The person interviewed: "A". */
    ANSWER
  }

  public SpeechTurn {
    parts = List.copyOf(parts);
  }

  /** Tests whether a span is part of the speech. */
  public boolean contains(Span span) {
    return !parts.isEmpty()
        && parts.get(0).begin() <= span.begin()
        && span.end() <= parts.get(parts.size() - 1).end();
  }
}
