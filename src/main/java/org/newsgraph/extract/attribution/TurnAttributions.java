package org.newsgraph.extract.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.dialogue.Dialogue;
import org.newsgraph.extract.dialogue.SpeakerLabel;
import org.newsgraph.extract.dialogue.SpeechTurn;
import org.newsgraph.extract.dialogue.SpeechTurn.Voice;
import org.newsgraph.text.ContentType;
import org.newsgraph.text.EntityLabel;

/**
 * Makes each turn of a transcript or interview a statement of its speaker. The questions of an
 * interviewer without a name are not statements.
 */
final class TurnAttributions {
  private static final double CONFIDENCE = 0.9;

  private static final double HEADLINE_CONFIDENCE = 0.6;

  /** Minimum confidence of a statement of somebody else that a turn reports. */
  private static final double MIN_REPORTED_CONFIDENCE = 0.5;

  private final DocumentTokens tokens;
  private final Dialogue dialogue;

  private TurnAttributions(DocumentTokens tokens) {
    this.tokens = tokens;
    this.dialogue = tokens.dialogue();
  }

  /**
   * Returns the attributions of an article with its turns, in reading order. Of the attributions
   * found otherwise, those outside the turns remain, and those that a turn reports of somebody
   * else.
   */
  static List<Attribution> addTo(List<Attribution> found, DocumentTokens tokens) {
    TurnAttributions turns = new TurnAttributions(tokens);
    if (turns.dialogue.turns().isEmpty()) {
      return found;
    }
    List<Attribution> all = new ArrayList<>();
    turns.dialogue.turns().forEach(turn -> turns.attribution(turn).ifPresent(all::add));
    found.stream().filter(turns::remains).map(turns::withInterviewee).forEach(all::add);
    all.sort(Comparator.comparing(Attribution::span));
    return all;
  }

  /** Attributes a quotation in the headline of an interview to the person interviewed. */
  private Attribution withInterviewee(Attribution found) {
    boolean headline =
        tokens.paragraphs(Part.HEADLINE).stream().anyMatch(it -> it.contains(found.span()));
    return headline
            && found.cue().isEmpty()
            && found.confidence() < MIN_REPORTED_CONFIDENCE
            && dialogue.interviewee().isPresent()
            && StatementKinds.of(tokens, found.parts()) == StatementKind.DIRECT
        ? new Attribution(
            found.parts(),
            found.type(),
            Optional.empty(),
            dialogue.interviewee(),
            HEADLINE_CONFIDENCE)
        : found;
  }

  private Optional<Attribution> attribution(SpeechTurn turn) {
    Optional<Span> source = turn.label().map(TurnAttributions::source).or(dialogue::interviewee);
    return turn.voice() == Voice.QUESTION || parts(turn).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Attribution(
                parts(turn), ContentType.STATEMENT, Optional.empty(), source, CONFIDENCE));
  }

  private static Span source(SpeakerLabel label) {
    return label.voice() == Voice.ANSWER ? label.span() : label.name();
  }

  /** Returns the parts that have a word. */
  private List<Span> parts(SpeechTurn turn) {
    return turn.parts().stream().filter(it -> tokens.range(it).length() > 0).toList();
  }

  /** Tests whether an attribution is outside all turns, or reported within one. */
  private boolean remains(Attribution found) {
    Optional<SpeechTurn> around =
        dialogue.turns().stream().filter(turn -> overlaps(turn, found.span())).findFirst();
    return around.isEmpty() || isReported(found, around.get());
  }

  private static boolean overlaps(SpeechTurn turn, Span span) {
    return Stream.concat(turn.label().map(SpeakerLabel::span).stream(), turn.parts().stream())
        .anyMatch(it -> it.overlaps(span));
  }

  private boolean isReported(Attribution found, SpeechTurn turn) {
    return turn.voice() != Voice.QUESTION
        && turn.contains(found.span())
        && found.cue().filter(turn::contains).isPresent()
        && found.source().filter(turn::contains).filter(this::isNamed).isPresent()
        && found.confidence() >= MIN_REPORTED_CONFIDENCE
        && !isQuestion(found.span());
  }

  /**
   * Tests whether a source contains a name. Other sources are the partners of the dialogue ("I",
   * "you") or refer to what the listeners see and know.
   */
  private boolean isNamed(Span source) {
    TokenRange range = tokens.range(source);
    for (int at = range.first(); at <= range.last(); at++) {
      if (tokens.word(at).token().label() != EntityLabel.NONE) {
        return true;
      }
    }
    return false;
  }

  /** Tests whether the sentence of a content ends with a question mark. */
  private boolean isQuestion(Span content) {
    int at = tokens.range(content).last();
    while (!tokens.endsSentence(at)) {
      at++;
    }
    return tokens.word(at).token().word().equals("?");
  }
}
