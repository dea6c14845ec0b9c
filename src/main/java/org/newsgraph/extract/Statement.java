package org.newsgraph.extract;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;

/**
 * Something that somebody is reported to have said.
 *
 * @param span range from the first character of the content to its last, including quotation marks
 * @param parts parts of the content in reading order; more than one if its own attribution
 *     interrupts it
 * @param content text of the parts for citation, with quotation marks; "…" replaces the narrator's
 *     words between two parts
 * @param kind whether the content is in quotation marks entirely, partly or not at all
 * @param cue words that signal the act of saying ("said", "according to")
 * @param speaker person or organisation that made the statement
 * @param about entities that the content refers to: named ones in reading order, then those of
 *     pronouns
 * @param confidence probability that the statement is right, above 0 and up to 1
 * @param status whether the article says that the statement was made
 * @param quotedText words in quotation marks, without the marks; empty if the statement is indirect
 * @param saidOn time at which the statement was made; empty if its sentence does not give it
 * @param context range of the sentences that hold content, cue and source
 */
public record Statement(
    Span span,
    List<Span> parts,
    String content,
    StatementKind kind,
    Optional<Cue> cue,
    Optional<Speaker> speaker,
    Set<Entity> about,
    double confidence,
    ReportStatus status,
    Optional<String> quotedText,
    Optional<StatementTime> saidOn,
    Span context) {
  /**
   * The words that signal the act of saying.
   *
   * @param span range in the text
   * @param text text of the cue
   */
  public record Cue(Span span, String text) {}

  /**
   * Creates a statement that was said, without quoted text and time, whose context is its content.
   */
  public Statement(
      Span span,
      List<Span> parts,
      String content,
      StatementKind kind,
      Optional<Cue> cue,
      Optional<Speaker> speaker,
      Set<Entity> about,
      double confidence) {
    this(
        span,
        parts,
        content,
        kind,
        cue,
        speaker,
        about,
        confidence,
        ReportStatus.SAID,
        Optional.empty(),
        Optional.empty(),
        span);
  }

  public Statement {
    parts = List.copyOf(parts);
    about = Collections.unmodifiableSet(new LinkedHashSet<>(about));
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a statement needs content");
    }
    if (!context.contains(span)) {
      throw new IllegalArgumentException("context " + context + " does not include " + span);
    }
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("invalid confidence: " + confidence);
    }
  }
}
