package org.newsgraph.extract.attribution;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.attribution.ContentLink.Choice;
import org.newsgraph.text.AttributionScores;
import org.newsgraph.text.ContentType;

/** Determines the type of each content: a statement, or only the topic of a speech act. */
final class ContentTypeFinder {
  private final DocumentTokens tokens;
  private final BlockAttribution blocks;
  private final CrossHeading headings;
  private final IndirectQuestion questions;

  ContentTypeFinder(DocumentTokens tokens, BlockAttribution blocks, CrossHeading headings) {
    this.tokens = tokens;
    this.blocks = blocks;
    this.headings = headings;
    this.questions = new IndirectQuestion(tokens);
  }

  /**
   * Returns the type of a content. An answered question is a report; otherwise the type is the most
   * probable one, summed over the words. A content with quotation marks is never a report.
   *
   * @param links parts of the content
   * @param kind kind of the content as a statement
   */
  ContentType of(List<ContentLink> links, StatementKind kind) {
    if (isStatedByLayout(links.get(0).content())) {
      return ContentType.STATEMENT;
    }
    if (kind == StatementKind.INDIRECT && links.size() == 1 && isAnsweredQuestion(links.get(0))) {
      return ContentType.REPORT;
    }
    Map<ContentType, Double> votes = new EnumMap<>(ContentType.class);
    for (ContentLink link : links) {
      for (int at = link.content().first(); at <= link.content().last(); at++) {
        AttributionScores scores = tokens.word(at).token().scores();
        for (ContentType type : ContentType.values()) {
          votes.merge(type, scores.contentType(type), Double::sum);
        }
      }
    }
    if (kind != StatementKind.INDIRECT) {
      votes.remove(ContentType.REPORT);
    }
    return Collections.max(votes.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /** Tests whether a content is an indirect question that its cue answers. */
  boolean isAnsweredQuestion(ContentLink link) {
    return questions.isAnswered(link.content(), link.cue().map(Choice::phrase));
  }

  /** Tests whether the layout alone makes a content a statement, whatever the network finds. */
  boolean isStatedByLayout(TokenRange content) {
    return blocks.isBlock(content)
        || headings.statedInHeadline().filter(it -> it.equals(content)).isPresent();
  }
}
