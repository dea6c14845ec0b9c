package org.newsgraph.graph.correction;

import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.newsgraph.extract.Extraction;

/**
 * The extraction of an article after corrections.
 *
 * @param extraction the corrected extraction
 * @param applied applied corrections by the node of the entity; those of removed entities are under
 *     the node of the article
 */
public record CorrectedExtraction(Extraction extraction, Map<Node, Set<Correction>> applied) {
  public CorrectedExtraction {
    applied = Map.copyOf(applied);
  }
}
