package org.newsgraph.extract;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.newsgraph.article.Span;

/**
 * The report of a speech act that gives no words and no clause, only what the act was about: "she
 * condemned the attack", "the ministry announced a five-step plan".
 *
 * @param span the noun phrase, in code points of the article's text
 * @param topic the noun phrase itself
 * @param cue the words for the act ("condemned")
 * @param speaker whose act it was
 * @param about the entities named in the topic, in reading order
 * @param confidence how likely the report is right, above 0 and up to 1
 */
public record SpeechActReport(
    Span span,
    String topic,
    Statement.Cue cue,
    Speaker speaker,
    Set<Entity> about,
    double confidence) {
  public SpeechActReport {
    about = Collections.unmodifiableSet(new LinkedHashSet<>(about));
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("invalid confidence: " + confidence);
    }
  }
}
