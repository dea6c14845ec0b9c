package org.newsgraph.extract.attribution;

import java.util.List;
import java.util.Optional;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.AttributionScores;
import org.newsgraph.text.TaggingScheme;

/**
 * Finds contents: words that somebody is reported to have said.
 *
 * <p>The network's scores give the probability of each word to be content, and quotation marks
 * constrain it. The text between two quotation marks is content entirely or not at all, so the
 * bounds of a content never fall inside a quotation. A content continues across paragraphs only
 * inside a quotation, and does not continue across sentences from unquoted to quoted text or back.
 */
final class ContentFinder {
  /** Minimum average probability of the words of a quotation for it to be content. */
  private static final double MIN_QUOTATION_PROBABILITY = 0.5;

  /**
   * Penalty on the log-likelihood of {@link TaggingScheme#OUTSIDE}, because the network finds too
   * little reported speech.
   */
  private static final double OUTSIDE_PENALTY = 0.5;

  private static final double IMPOSSIBLE = -1e6;

  private final DocumentTokens tokens;

  private ContentFinder(DocumentTokens tokens) {
    this.tokens = tokens;
  }

  /** Returns the contents, in reading order and without overlaps. */
  static List<TokenRange> find(DocumentTokens tokens) {
    return TokenRange.of(TaggingScheme.BIOES.decode(new ContentFinder(tokens).likelihoods()));
  }

  private double[][] likelihoods() {
    double[][] likelihoods = new double[tokens.size()][TaggingScheme.SINGLE + 1];
    for (int at = 0; at < tokens.size(); at++) {
      AttributionScores scores = tokens.word(at).token().scores();
      for (int state = 0; state <= TaggingScheme.SINGLE; state++) {
        likelihoods[at][state] =
            Math.log(scores.content(state) + 1e-6)
                - (state == TaggingScheme.OUTSIDE ? OUTSIDE_PENALTY : 0);
      }
    }
    for (int at = 0; at < tokens.size(); ) {
      int end = quotationEnd(at);
      if (tokens.isClosed(at)) {
        constrainQuotation(likelihoods, at, end);
      }
      at = Math.max(end, at + 1);
    }
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.isInDateline(at) || tokens.isInSignature(at)) {
        exclude(
            likelihoods[at],
            TaggingScheme.BEGIN,
            TaggingScheme.INSIDE,
            TaggingScheme.END,
            TaggingScheme.SINGLE);
      }
    }
    new CrossHeading(tokens)
        .statedInHeadline()
        .ifPresent(it -> constrain(likelihoods, it.first(), it.last() + 1, true, true));
    for (int at = 1; at < tokens.size(); at++) {
      if (isBoundary(at)) {
        exclude(likelihoods[at - 1], TaggingScheme.BEGIN, TaggingScheme.INSIDE);
        exclude(likelihoods[at], TaggingScheme.INSIDE, TaggingScheme.END);
      }
    }
    return likelihoods;
  }

  /** Tests whether no content may include both this word and the one before it. */
  private boolean isBoundary(int at) {
    DocumentTokens.PositionedToken word = tokens.word(at);
    DocumentTokens.PositionedToken before = tokens.word(at - 1);
    boolean sameMarks = word.quotation() == before.quotation();
    return word.paragraph() == before.paragraph()
        ? word.sentence() != before.sentence() && !sameMarks
        : word.isUnquoted() || !sameMarks;
  }

  private static void exclude(double[] likelihoods, int... states) {
    for (int state : states) {
      likelihoods[state] = IMPOSSIBLE;
    }
  }

  /**
   * Returns the index after the last word of the quotation that starts with this word, or {@code
   * begin} if the word is not quoted.
   */
  private int quotationEnd(int begin) {
    int quotation = tokens.word(begin).quotation();
    int end = begin;
    while (quotation >= 0 && end < tokens.size() && tokens.word(end).quotation() == quotation) {
      end++;
    }
    return end;
  }

  private Optional<QuotedBlock> blockAt(int begin) {
    int offset = tokens.word(begin).token().span().begin();
    return tokens.blocks().stream().filter(it -> it.span().contains(offset)).findFirst();
  }

  /** Constrains a quotation to be content entirely or not at all. */
  private void constrainQuotation(double[][] likelihoods, int begin, int end) {
    double inside = 0;
    for (int at = begin; at < end; at++) {
      inside += 1 - tokens.word(at).token().scores().content(TaggingScheme.OUTSIDE);
    }
    Optional<QuotedBlock> block = blockAt(begin);
    boolean signed = block.flatMap(QuotedBlock::signature).isPresent();
    boolean content = signed || inside / (end - begin) >= MIN_QUOTATION_PROBABILITY;
    constrain(likelihoods, begin, end, content, block.isPresent());
  }

  /**
   * Constrains a range to be content entirely or not at all.
   *
   * @param alone whether the content is not longer than the range
   */
  private static void constrain(
      double[][] likelihoods, int begin, int end, boolean content, boolean alone) {
    for (int at = begin; at < end; at++) {
      for (int state = 0; state <= TaggingScheme.SINGLE; state++) {
        boolean possible =
            switch (state) {
              case TaggingScheme.OUTSIDE -> !content;
              case TaggingScheme.BEGIN -> content && at == begin;
              case TaggingScheme.INSIDE -> content && (!alone || (begin < at && at < end - 1));
              case TaggingScheme.END -> content && at == end - 1;
              default -> content && end == begin + 1;
            };
        if (!possible) {
          likelihoods[at][state] = IMPOSSIBLE;
        }
      }
    }
  }
}
