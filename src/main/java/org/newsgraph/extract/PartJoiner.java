package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells which contents are parts of one statement.
 *
 * <p>Parts are an unbroken run: nothing but the attribution stands between them.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><td>“A,” she said. “B.”</td><td>one</td></tr>
 * <tr><td>“A,” she said. ¶ “B.”</td><td>one</td></tr>
 * <tr><td>A, she said, and B.</td><td>one</td></tr>
 * <tr><td>“A,” she said. It rained. “B.”</td><td>two, the second without a cue</td></tr>
 * <tr><td>A, she said. “B.”</td><td>two, the second without a cue</td></tr>
 * <tr><td>“A,” she said. “B,” said Mr Roe.</td><td>two</td></tr>
 * </table>
 */
final class PartJoiner {
  private final Reading reading;

  PartJoiner(Reading reading) {
    this.reading = reading;
  }

  /**
   * The statements that the contents make.
   *
   * @param links in reading order
   * @return the parts of each, in reading order; a cue belongs to the nearest statement alone
   */
  List<List<ContentLink>> statements(List<ContentLink> links) {
    List<List<ContentLink>> statements = new ArrayList<>();
    for (ContentLink link : links) {
      List<ContentLink> last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
      if (last != null && joins(last.get(last.size() - 1), link)) {
        last.add(link);
      } else {
        statements.add(new ArrayList<>(List.of(link)));
      }
    }
    return statements.stream().map(parts -> withOwnCue(parts, statements)).toList();
  }

  private boolean joins(ContentLink one, ContentLink next) {
    Run before = one.content();
    Run after = next.content();
    boolean sameSentence =
        reading.word(before.last()).sentence() == reading.word(after.first()).sentence();
    if (next.hasCueOf(one) && (sameSentence || isAttribution(before, after, next))) {
      return sameSentence || (isQuoted(before) && isQuoted(after));
    }
    return isQuoted(before)
        && isQuoted(after)
        && isAttribution(before, after, one)
        && standsAlone(after);
  }

  /** Whether all that stands between two contents is the clause with the cue. */
  private boolean isAttribution(Run before, Run after, ContentLink link) {
    int cue = link.cue().map(it -> it.phrase().first()).orElse(-1);
    boolean between = before.last() < cue && cue < after.first();
    for (int at = before.last() + 1; between && at < after.first(); at++) {
      Reading.Word word = reading.word(at);
      between =
          !isLetters(at)
              || (word.isNarrators() && word.sentence() == reading.word(cue).sentence());
    }
    return between;
  }

  private boolean isQuoted(Run content) {
    return !reading.word(content.first()).isNarrators()
        && !reading.word(content.last()).isNarrators();
  }

  /** Whether no words of the narrator's share a sentence with a quotation. */
  private boolean standsAlone(Run quoted) {
    int before = quoted.first() - 1;
    int after = quoted.last() + 1;
    return !sharesSentence(before, quoted.first()) && !sharesSentence(after, quoted.last());
  }

  private boolean sharesSentence(int at, int of) {
    return at >= 0
        && at < reading.size()
        && reading.word(at).sentence() == reading.word(of).sentence()
        && isLetters(at);
  }

  private boolean isLetters(int at) {
    return Character.isLetterOrDigit(reading.word(at).token().word().codePointAt(0));
  }

  private static List<ContentLink> withOwnCue(
      List<ContentLink> parts, List<List<ContentLink>> statements) {
    ContentLink first = parts.get(0);
    List<ContentLink> nearest =
        statements.stream()
            .filter(other -> first.hasCueOf(other.get(0)))
            .min(Comparator.comparingInt(PartJoiner::distanceToCue))
            .orElse(parts);
    return nearest == parts ? parts : parts.stream().map(ContentLink::withoutCue).toList();
  }

  private static int distanceToCue(List<ContentLink> parts) {
    return parts.stream().mapToInt(ContentLink::distanceToCue).min().orElseThrow();
  }
}
