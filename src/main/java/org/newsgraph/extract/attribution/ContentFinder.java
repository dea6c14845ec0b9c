package org.newsgraph.extract.attribution;

import java.util.List;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.AttributionScores;
import org.newsgraph.text.TaggingScheme;

/**
 * Finds what is content: words that somebody is reported to have said.
 *
 * <p>The marks of the words tell where content is likely; quotation marks are facts. What stands
 * between two of them is content as a whole or not at all, so no bound of a content falls inside a
 * quotation. No content goes on from one paragraph to the next but in a quotation, or from a
 * sentence of the narrator's to one in quotation marks.
 */
final class ContentFinder {
  /** From how likely on, on average over its words, a quotation is content. */
  private static final double QUOTED = 0.5;

  /** How much the network, which is shy of reported speech, is to be doubted where it sees none. */
  private static final double DOUBT = 0.5;

  private static final double NEVER = -1e6;

  private final DocumentTokens tokens;

  private ContentFinder(DocumentTokens tokens) {
    this.tokens = tokens;
  }

  /** In reading order; none overlaps another. */
  static List<TokenRange> find(DocumentTokens tokens) {
    return TokenRange.of(TaggingScheme.BIOES.decode(new ContentFinder(tokens).likelihoods()));
  }

  private double[][] likelihoods() {
    double[][] likelihoods = new double[tokens.size()][TaggingScheme.SINGLE + 1];
    for (int at = 0; at < tokens.size(); at++) {
      AttributionScores scores = tokens.word(at).token().marks();
      for (int state = 0; state <= TaggingScheme.SINGLE; state++) {
        likelihoods[at][state] =
            Math.log(scores.content(state) + 1e-6) - (state == TaggingScheme.OUTSIDE ? DOUBT : 0);
      }
    }
    for (int at = 0; at < tokens.size(); ) {
      int end = quotationEnd(at);
      if (tokens.isClosed(at)) {
        quotation(likelihoods, at, end);
      }
      at = Math.max(end, at + 1);
    }
    for (int at = 1; at < tokens.size(); at++) {
      if (isCut(at)) {
        exclude(likelihoods[at - 1], TaggingScheme.BEGIN, TaggingScheme.INSIDE);
        exclude(likelihoods[at], TaggingScheme.INSIDE, TaggingScheme.END);
      }
    }
    return likelihoods;
  }

  /** Whether no content holds both this word and the one before it. */
  private boolean isCut(int at) {
    DocumentTokens.PositionedToken word = tokens.word(at);
    DocumentTokens.PositionedToken before = tokens.word(at - 1);
    boolean sameMarks = word.quotation() == before.quotation();
    return word.paragraph() == before.paragraph()
        ? word.sentence() != before.sentence() && !sameMarks
        : word.isUnquoted() || !sameMarks;
  }

  private static void exclude(double[] likelihoods, int... states) {
    for (int state : states) {
      likelihoods[state] = NEVER;
    }
  }

  /** The index after the last word of the quotation that begins with this word; else the same. */
  private int quotationEnd(int begin) {
    int quotation = tokens.word(begin).quotation();
    int end = begin;
    while (quotation >= 0 && end < tokens.size() && tokens.word(end).quotation() == quotation) {
      end++;
    }
    return end;
  }

  /** Makes a quotation all content, or all outside. */
  private void quotation(double[][] likelihoods, int begin, int end) {
    double inside = 0;
    for (int at = begin; at < end; at++) {
      inside += 1 - tokens.word(at).token().marks().content(TaggingScheme.OUTSIDE);
    }
    boolean content = inside / (end - begin) >= QUOTED;
    for (int at = begin; at < end; at++) {
      for (int state = 0; state <= TaggingScheme.SINGLE; state++) {
        boolean possible =
            switch (state) {
              case TaggingScheme.OUTSIDE -> !content;
              case TaggingScheme.BEGIN -> content && at == begin;
              case TaggingScheme.INSIDE -> content;
              case TaggingScheme.END -> content && at == end - 1;
              default -> content && end == begin + 1;
            };
        if (!possible) {
          likelihoods[at][state] = NEVER;
        }
      }
    }
  }
}
