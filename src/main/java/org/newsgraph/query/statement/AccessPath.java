package org.newsgraph.query.statement;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.News;

/**
 * The way in which a search finds its candidates: by the most selective condition that has an
 * index. The other conditions are tested on each candidate.
 */
sealed interface AccessPath {
  /** Returns the candidates by date. They are found lazily. */
  Stream<SearchHit> candidates(CandidateScan scan, long wanted);

  /** Tests whether all candidates meet a condition on the values of a property. */
  default boolean ensures(Node property, NodeCondition condition) {
    return condition instanceof NodeCondition.Any;
  }

  /** Chooses the access path of a filter. */
  static AccessPath of(ResolvedFilter filter) {
    if (filter.terms() instanceof NodeCondition.OneOf matches) {
      return new TextMatch(matches.nodes());
    }
    if (filter.speakers() instanceof NodeCondition.OneOf speakers) {
      return new BySpeakerOrTopic(News.speaker, speakers.nodes());
    }
    if (filter.topics() instanceof NodeCondition.OneOf topics) {
      return new BySpeakerOrTopic(News.about, topics.nodes());
    }
    if (filter.roleHolders() instanceof NodeCondition.OneOf holders) {
      return new BySpeakerOrTopic(News.speaker, holders.nodes());
    }
    return new NewestFirstScan();
  }

  /**
   * The matches of the text index.
   *
   * @param matches statements or reports with the words
   */
  record TextMatch(Set<Node> matches) implements AccessPath {
    @Override
    public Stream<SearchHit> candidates(CandidateScan scan, long wanted) {
      return scan.sorted(matches);
    }
  }

  /**
   * The statements with one of some values of a property.
   *
   * @param property the speaker or the topic
   */
  record BySpeakerOrTopic(Node property, Set<Node> values) implements AccessPath {
    @Override
    public Stream<SearchHit> candidates(CandidateScan scan, long wanted) {
      return scan.withValue(property, values, wanted);
    }

    @Override
    public boolean ensures(Node other, NodeCondition condition) {
      return condition instanceof NodeCondition.Any
          || (property.equals(other)
              && condition instanceof NodeCondition.OneOf any
              && any.nodes().equals(values));
    }
  }

  /** All statements, in the order of their articles by date. */
  record NewestFirstScan() implements AccessPath {
    @Override
    public Stream<SearchHit> candidates(CandidateScan scan, long wanted) {
      return scan.all();
    }
  }
}
