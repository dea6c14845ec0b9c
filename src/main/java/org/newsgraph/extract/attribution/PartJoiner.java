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
 * Joins contents that are parts of one statement.
 *
 * <p>The parts of a statement are contiguous: only its attribution stands between them.
 *
 * <table>
 * <caption>Number of statements</caption>
 * <tr><td>“A,” she said. “B.”</td><td>one</td></tr>
 * <tr><td>“A,” she said. ¶ “B.”</td><td>one</td></tr>
 * <tr><td>A, she said, and B.</td><td>one</td></tr>
 * <tr><td>“A,” she said. It rained. “B.”</td><td>two, the second without a cue</td></tr>
 * <tr><td>A, she said. “B.”</td><td>two, the second without a cue</td></tr>
 * <tr><td>“A,” she said. “B,” said Mr Roe.</td><td>two</td></tr>
 * </table>
 */
final class PartJoiner {
  private static final Set<String> SINGLE_MARKS = Set.of("‘", "'", "‚", "‹");

  /** Distance, in words, that is added for a cue in another sentence. */
  private static final int OTHER_SENTENCE_DISTANCE = 1000;

  private final DocumentTokens tokens;

  PartJoiner(DocumentTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Groups contents into statements. A cue that several statements share is kept only by the
   * nearest one.
   *
   * @param links contents in reading order
   * @return the parts of each statement, in reading order
   */
  List<List<ContentLink>> join(List<ContentLink> links) {
    List<List<ContentLink>> statements = new ArrayList<>();
    for (ContentLink link : links) {
      List<ContentLink> last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
      ContentLink before = last == null ? null : last.get(last.size() - 1);
      if (before != null && isInsideSource(before, link)) {
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
    Map<Integer, List<ContentLink>> byCue = new HashMap<>();
    for (List<ContentLink> parts : statements) {
      byCue.merge(parts.get(0).cueAt(), parts, this::nearerToCue);
    }
    return statements.stream()
        .map(
            parts ->
                byCue.get(parts.get(0).cueAt()) == parts
                    ? parts
                    : parts.stream().map(ContentLink::withoutCue).toList())
        .toList();
  }

  private List<ContentLink> nearerToCue(List<ContentLink> left, List<ContentLink> right) {
    return distanceToCue(right) < distanceToCue(left) ? right : left;
  }

  private boolean joins(ContentLink previous, ContentLink next) {
    TokenRange before = previous.content();
    TokenRange after = next.content();
    boolean sameSentence =
        tokens.word(before.last()).sentence() == tokens.word(after.first()).sentence();
    return sameSentence
        ? next.hasCueOf(previous)
        : isQuoted(before)
            && isQuoted(after)
            && sameMarks(before, after)
            && isAttribution(before, after, previous)
            && fillsSentences(after)
            && !hasOwnCue(next);
  }

  /** Tests whether a cue follows the content in the same paragraph: "“B?” he asked." */
  private boolean hasOwnCue(ContentLink link) {
    int last = link.content().last();
    return link.cueAt() > last
        && tokens.word(link.cueAt()).paragraph() == tokens.word(last).paragraph();
  }

  /**
   * Tests whether a second part, after "that", is the entire content: "despite the rain, she said
   * that it was fun".
   */
  private boolean isClauseOf(ContentLink previous, ContentLink next) {
    int first = next.content().first();
    int that = word(first).equals("that") ? first : first - 1;
    return isAfterAttribution(previous, next)
        && word(that).equals("that")
        && isVerb(next.cueAt())
        && isUnbroken(next.cueAt(), that);
  }

  /**
   * Tests whether a second part belongs to the description of the source rather than to the
   * statement: "A, according to figures that will help to defend B".
   */
  private boolean isInsideSource(ContentLink previous, ContentLink next) {
    int before = next.content().first() - 1;
    return isAfterAttribution(previous, next)
        && next.cue().stream().noneMatch(it -> it.phrase().contains(before))
        && isVerb(before)
        && !isVerb(next.cueAt());
  }

  /**
   * Tests whether a content without quotation marks, the cue of the next content and the next
   * content follow each other in one sentence.
   */
  private boolean isAfterAttribution(ContentLink previous, ContentLink next) {
    TokenRange content = previous.content();
    boolean inTurn =
        next.hasCueOf(previous)
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
      if (!isWord(at) || tokens.word(at).token().pos() == PartOfSpeech.CONJUNCTION) {
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

  /**
   * Tests whether both contents open with single marks or neither does. A cross-heading often has
   * other marks than the text.
   */
  private boolean sameMarks(TokenRange left, TokenRange right) {
    return SINGLE_MARKS.contains(word(left.first())) == SINGLE_MARKS.contains(word(right.first()));
  }

  private String word(int at) {
    return tokens.word(at).token().word();
  }

  /** Tests whether the text between two contents consists only of the clause with the cue. */
  private boolean isAttribution(TokenRange before, TokenRange after, ContentLink link) {
    int cue = link.cueAt();
    boolean between = before.last() < cue && cue < after.first();
    for (int at = before.last() + 1; between && at < after.first(); at++) {
      DocumentTokens.PositionedToken word = tokens.word(at);
      between =
          !isWord(at) || (word.isUnquoted() && word.sentence() == tokens.word(cue).sentence());
    }
    return between;
  }

  private boolean isQuoted(TokenRange content) {
    return !tokens.word(content.first()).isUnquoted() && !tokens.word(content.last()).isUnquoted();
  }

  /** Tests whether the sentences of a quotation contain no unquoted words. */
  private boolean fillsSentences(TokenRange quoted) {
    int before = quoted.first() - 1;
    while (sharesSentence(before, quoted.first()) && !isWord(before)) {
      before--;
    }
    int after = quoted.last() + 1;
    while (sharesSentence(after, quoted.last()) && !isWord(after)) {
      after++;
    }
    return !sharesSentence(before, quoted.first()) && !sharesSentence(after, quoted.last());
  }

  private boolean sharesSentence(int at, int of) {
    return at >= 0
        && at < tokens.size()
        && tokens.word(at).sentence() == tokens.word(of).sentence();
  }

  private boolean isWord(int at) {
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
    return Math.abs(edge - cue) + (same ? 0 : OTHER_SENTENCE_DISTANCE);
  }
}
