package org.newsgraph.cluster;

import java.io.Serializable;
import java.util.List;

/**
 * Settings of a job, which are sent to every executor.
 *
 * @param version version of the program, recorded with every fact
 * @param base base of all IRIs
 * @param knowledgeBases folders of the knowledge bases, at the same path on every executor; {@code
 *     none} among them leaves out the built-in one
 * @param minConfidence minimum confidence of a link, from 0 to 1
 * @param maxLength maximum length of an article, in code points
 */
record JobSettings(
    String version, String base, List<String> knowledgeBases, double minConfidence, int maxLength)
    implements Serializable {
  JobSettings {
    knowledgeBases = List.copyOf(knowledgeBases);
  }
}
