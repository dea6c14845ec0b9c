package org.newsgraph.graph.correction;

import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.newsgraph.extract.Extraction;

/**
 * An article's findings after people have corrected them.
 *
 * @param extraction what is held to be right
 * @param applied what was corrected of each entity; under the article's node, of those that were
 *     forgotten
 */
public record CorrectedExtraction(Extraction extraction, Map<Node, Set<Correction>> applied) {
  public CorrectedExtraction {
    applied = Map.copyOf(applied);
  }
}
