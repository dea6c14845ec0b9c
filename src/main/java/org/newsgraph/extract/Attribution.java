package org.newsgraph.extract;

import java.util.List;
import org.newsgraph.article.Span;

/**
 * A place where the grammar of a sentence gives some content to somebody.
 *
 * @param cue the words that do so
 * @param lemma the dictionary form of the cue's verb, or "according to"
 * @param frame how the content hangs on the cue: "clause", "infinitive", "object", a preposition
 * @param source who is said to have said it
 * @param content the pieces of the content, in reading order
 */
record Attribution(Span cue, String lemma, String frame, Span source, List<Span> content) {
  Attribution {
    content = List.copyOf(content);
  }
}
