package org.newsgraph.extract.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.PartOfSpeech;

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
  private static final Set<String> SINGLE = Set.of("‘", "'", "‚", "‹");

  /** As far, in words, as a cue that stands in another sentence counts. */
  private static final int ANOTHER_SENTENCE = 1000;

  private final DocumentTokens tokens;

  PartJoiner(DocumentTokens tokens) {
    this.tokens = tokens;
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
      ContentLink before = last == null ? null : last.get(last.size() - 1);
      if (before != null && isBeyond(before, link)) {
        continue;
      }
      if (before != null && isClauseOf(before, link)) {
        last.set(last.size() - 1, link);
      } else if (before != null && joins(before, link)) {
        last.add(link);
      } else {
        statements.add(new ArrayList<>(List.of(link)));
      }
    }
    Map<Integer, List<ContentLink>> nearest = new HashMap<>();
    for (List<ContentLink> parts : statements) {
      nearest.merge(parts.get(0).cueAt(), parts, this::nearer);
    }
    return statements.stream()
        .map(
            parts ->
                nearest.get(parts.get(0).cueAt()) == parts
                    ? parts
                    : parts.stream().map(ContentLink::withoutCue).toList())
        .toList();
  }

  private List<ContentLink> nearer(List<ContentLink> one, List<ContentLink> other) {
    return distanceToCue(other) < distanceToCue(one) ? other : one;
  }

  private boolean joins(ContentLink one, ContentLink next) {
    TokenRange before = one.content();
    TokenRange after = next.content();
    boolean sameSentence =
        tokens.word(before.last()).sentence() == tokens.word(after.first()).sentence();
    return sameSentence
        ? next.hasCueOf(one)
        : isQuoted(before)
            && isQuoted(after)
            && sameMarks(before, after)
            && isAttribution(before, after, one)
            && standsAlone(after)
            && !hasOwnCue(next);
  }

  /** Whether a cue follows in the content's own paragraph: "“B?” he asked." */
  private boolean hasOwnCue(ContentLink link) {
    int last = link.content().last();
    return link.cueAt() > last
        && tokens.word(link.cueAt()).paragraph() == tokens.word(last).paragraph();
  }

  /**
   * Whether a second part, after "that", is all that was said: "despite the rain, she said that it
   * was fun".
   */
  private boolean isClauseOf(ContentLink one, ContentLink next) {
    int first = next.content().first();
    int that = word(first).equals("that") ? first : first - 1;
    return isAfterAttribution(one, next)
        && word(that).equals("that")
        && isVerb(next.cueAt())
        && isUnbroken(next.cueAt(), that);
  }

  /**
   * Whether a second part stands not beside the attribution but within what is said of the source:
   * "A, according to figures that will help to defend B".
   */
  private boolean isBeyond(ContentLink one, ContentLink next) {
    int before = next.content().first() - 1;
    return isAfterAttribution(one, next)
        && next.cue().stream().noneMatch(it -> it.phrase().contains(before))
        && isVerb(before)
        && !isVerb(next.cueAt());
  }

  /**
   * Whether a content of the narrator's words alone, a cue, and the next content follow in turn.
   */
  private boolean isAfterAttribution(ContentLink one, ContentLink next) {
    TokenRange content = one.content();
    boolean inTurn =
        next.hasCueOf(one)
            && content.last() < next.cueAt()
            && next.cueAt() < next.content().first() - 1
            && sentence(content.last()) == sentence(next.content().first());
    for (int at = content.first(); inTurn && at <= content.last(); at++) {
      inTurn = tokens.word(at).isUnquoted();
    }
    return inTurn;
  }

  private boolean isUnbroken(int begin, int end) {
    for (int at = begin; at < end; at++) {
      if (!isLetters(at) || tokens.word(at).token().pos() == PartOfSpeech.CONJUNCTION) {
        return false;
      }
    }
    return true;
  }

  private boolean isVerb(int at) {
    return tokens.word(at).token().pos() == PartOfSpeech.VERB;
  }

  private int sentence(int at) {
    return tokens.word(at).sentence();
  }

  /** Whether both open with single marks or neither does; a cross-heading often has others. */
  private boolean sameMarks(TokenRange one, TokenRange other) {
    return SINGLE.contains(word(one.first())) == SINGLE.contains(word(other.first()));
  }

  private String word(int at) {
    return tokens.word(at).token().word();
  }

  /** Whether all that stands between two contents is the clause with the cue. */
  private boolean isAttribution(TokenRange before, TokenRange after, ContentLink link) {
    int cue = link.cueAt();
    boolean between = before.last() < cue && cue < after.first();
    for (int at = before.last() + 1; between && at < after.first(); at++) {
      DocumentTokens.PositionedToken word = tokens.word(at);
      between =
          !isLetters(at) || (word.isUnquoted() && word.sentence() == tokens.word(cue).sentence());
    }
    return between;
  }

  private boolean isQuoted(TokenRange content) {
    return !tokens.word(content.first()).isUnquoted() && !tokens.word(content.last()).isUnquoted();
  }

  /** Whether no words of the narrator's share a sentence with a quotation. */
  private boolean standsAlone(TokenRange quoted) {
    int before = quoted.first() - 1;
    while (sharesSentence(before, quoted.first()) && !isLetters(before)) {
      before--;
    }
    int after = quoted.last() + 1;
    while (sharesSentence(after, quoted.last()) && !isLetters(after)) {
      after++;
    }
    return !sharesSentence(before, quoted.first()) && !sharesSentence(after, quoted.last());
  }

  private boolean sharesSentence(int at, int of) {
    return at >= 0
        && at < tokens.size()
        && tokens.word(at).sentence() == tokens.word(of).sentence();
  }

  private boolean isLetters(int at) {
    return Character.isLetterOrDigit(word(at).codePointAt(0));
  }

  private int distanceToCue(List<ContentLink> parts) {
    return parts.stream().mapToInt(this::distanceToCue).min().orElseThrow();
  }

  private int distanceToCue(ContentLink link) {
    int cue = link.cueAt();
    if (cue < 0) {
      return 0;
    }
    TokenRange content = link.content();
    boolean before = cue < content.first();
    int edge = before ? content.first() : content.last();
    boolean same = tokens.word(edge).sentence() == tokens.word(cue).sentence();
    return Math.abs(edge - cue) + (same ? 0 : ANOTHER_SENTENCE);
  }
}
