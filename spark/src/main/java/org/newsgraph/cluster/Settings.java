package org.newsgraph.cluster;

import java.io.Serializable;
import java.util.List;

/**
 * What every executor must know.
 *
 * @param version of the program, kept with every fact
 * @param base what every IRI begins with
 * @param knowledgeBases their folders, which every executor finds at the same place
 * @param bar how sure a link must be, from 0 to 1
 * @param maxLength the longest text that is taken for one article, in code points
 */
record Settings(String version, String base, List<String> knowledgeBases, double bar, int maxLength)
    implements Serializable {
  Settings {
    knowledgeBases = List.copyOf(knowledgeBases);
  }
}
