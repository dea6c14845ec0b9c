package org.newsgraph.query.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.newsgraph.graph.News;
import org.newsgraph.query.GraphValues;
import org.newsgraph.store.NodeIdQuads;

/**
 * A reason why mentions refer to an entity.
 *
 * @param text the reason in one or two words; empty if none is recorded
 * @param mentions number of mentions with this reason
 * @param examples mentions with different texts
 */
public record MentionReason(String text, int mentions, List<Example> examples) {
  /** A mention and its text. */
  public record Example(Node iri, String text) {}

  /**
   * Returns the reasons, the most frequent first.
   *
   * @param maxMentions maximum number of mentions to read
   * @param maxExamples maximum number of examples per reason
   */
  public static List<MentionReason> of(
      DatasetGraph dataset, Node entity, int maxMentions, int maxExamples) {
    NodeIdQuads ids = new NodeIdQuads(dataset);
    Map<Optional<NodeId>, List<NodeIdQuads.IdQuad>> reasons = new LinkedHashMap<>();
    Iterator<NodeIdQuads.IdQuad> quads = ids.withProperty(News.refersTo, entity);
    for (int i = 0; i < maxMentions && quads.hasNext(); i++) {
      NodeIdQuads.IdQuad quad = quads.next();
      reasons
          .computeIfAbsent(
              ids.value(quad.graph(), quad.subject(), News.why), it -> new ArrayList<>())
          .add(quad);
    }
    return reasons.entrySet().stream()
        .map(
            it ->
                new MentionReason(
                    term(ids, it.getKey()),
                    it.getValue().size(),
                    examples(ids, it.getValue(), maxExamples)))
        .sorted(
            Comparator.comparingInt((MentionReason it) -> -it.mentions())
                .thenComparing(MentionReason::text))
        .toList();
  }

  private static List<Example> examples(
      NodeIdQuads ids, List<NodeIdQuads.IdQuad> mentions, int limit) {
    Map<Optional<NodeId>, NodeIdQuads.IdQuad> byText = new LinkedHashMap<>();
    for (NodeIdQuads.IdQuad mention : mentions) {
      byText.putIfAbsent(ids.value(mention.graph(), mention.subject(), News.exact), mention);
      if (byText.size() == limit) {
        break;
      }
    }
    return byText.entrySet().stream()
        .map(it -> new Example(ids.term(it.getValue().subject()), term(ids, it.getKey())))
        .toList();
  }

  private static String term(NodeIdQuads ids, Optional<NodeId> id) {
    return id.map(it -> GraphValues.text(ids.term(it))).orElse("");
  }
}
