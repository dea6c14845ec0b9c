package org.newsgraph.extract;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.newsgraph.article.Span;

/**
 * The report of a speech act that gives neither words nor a clause of what was said, only its
 * topic: "she condemned the attack", "the ministry announced a five-step plan".
 *
 * @param span range of the topic's noun phrase
 * @param topic text of the noun phrase
 * @param cue words for the speech act ("condemned")
 * @param speaker person or organisation that performed the speech act
 * @param about entities that the topic refers to: named ones in reading order, then those of
 *     pronouns
 * @param confidence probability that the report is right, above 0 and up to 1
 * @param status whether the article says that the speech act was performed
 */
public record SpeechActReport(
    Span span,
    String topic,
    Statement.Cue cue,
    Speaker speaker,
    Set<Entity> about,
    double confidence,
    ReportStatus status) {
  /** Creates the report of a speech act that was performed. */
  public SpeechActReport(
      Span span,
      String topic,
      Statement.Cue cue,
      Speaker speaker,
      Set<Entity> about,
      double confidence) {
    this(span, topic, cue, speaker, about, confidence, ReportStatus.SAID);
  }

  public SpeechActReport {
    about = Collections.unmodifiableSet(new LinkedHashSet<>(about));
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("invalid confidence: " + confidence);
    }
  }
}
