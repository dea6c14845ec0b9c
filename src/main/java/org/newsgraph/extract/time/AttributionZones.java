package org.newsgraph.extract.time;

import java.util.Arrays;
import java.util.List;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.attribution.Attribution;

/**
 * Division of a text into zones: the words outside all contents, and the words of each content
 * without those of the contents inside it. A cue and the times that belong to it are in one zone.
 */
final class AttributionZones {
  private static final int NARRATION = -1;

  private final DocumentTokens tokens;

  /** Index of the innermost content that includes each word, or {@link #NARRATION}. */
  private final int[] contents;

  private final boolean[] cues;

  AttributionZones(DocumentTokens tokens, List<Attribution> attributions) {
    this.tokens = tokens;
    this.contents = new int[tokens.size()];
    this.cues = new boolean[tokens.size()];
    Arrays.fill(contents, NARRATION);
    for (int i = 0; i < attributions.size(); i++) {
      for (Span part : attributions.get(i).parts()) {
        TokenRange range = tokens.range(part);
        for (int at = range.first(); at <= range.last(); at++) {
          boolean inner =
              contents[at] == NARRATION
                  || attributions.get(i).span().length()
                      < attributions.get(contents[at]).span().length();
          contents[at] = inner ? i : contents[at];
        }
      }
      attributions.get(i).cue().map(tokens::range).ifPresent(this::markCue);
    }
  }

  private void markCue(TokenRange cue) {
    Arrays.fill(cues, cue.first(), cue.last() + 1, true);
  }

  /** Tests whether a word is part of a cue. */
  boolean isCue(int at) {
    return cues[at];
  }

  /** Tests whether two words are in one sentence and one zone. */
  boolean areTogether(int left, int right) {
    return isInSentence(left, right) && contents[left] == contents[right];
  }

  /** Returns the index of the first word of the zone and sentence before a word. */
  int begin(int at) {
    int begin = at;
    while (begin > 0 && areTogether(begin - 1, at)) {
      begin--;
    }
    return begin;
  }

  /** Returns the index after the last word of the zone and sentence after a word. */
  int end(int at) {
    int end = at;
    while (end < tokens.size() && areTogether(end, at)) {
      end++;
    }
    return end;
  }

  /** Tests whether the content of another attribution directly precedes a word in its sentence. */
  boolean followsOtherContent(int at, Attribution attribution) {
    return at > 0
        && contents[at - 1] != NARRATION
        && isInSentence(at - 1, at)
        && attribution.parts().stream()
            .noneMatch(it -> it.contains(tokens.word(at - 1).token().span().begin()));
  }

  private boolean isInSentence(int left, int right) {
    return tokens.word(left).sentence() == tokens.word(right).sentence();
  }
}
