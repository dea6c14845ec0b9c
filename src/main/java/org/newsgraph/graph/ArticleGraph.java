package org.newsgraph.graph;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.correction.CorrectedExtraction;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.link.LinkedExtraction;

/**
 * All that one article says, as RDF: metadata, entities, mentions, statements and roles.
 *
 * @param name the article's IRI, which is the graph's too
 * @param triples what it says; a triple may stand there twice
 */
public record ArticleGraph(Node name, List<Triple> triples) {
  public ArticleGraph {
    triples = List.copyOf(triples);
  }

  /**
   * The graph of an article of which nothing was corrected.
   *
   * @param digest a checksum of all that the graph is made from, kept with it
   */
  public static ArticleGraph of(
      Extraction extraction, Iris iris, Provenance provenance, String digest) {
    return of(LinkedExtraction.none(extraction), Corrections.NONE, iris, provenance, digest);
  }

  /**
   * The graph of an article, with its links, as people have corrected it.
   *
   * @param digest a checksum of all that the graph is made from, corrections apart
   */
  public static ArticleGraph of(
      LinkedExtraction linked,
      Corrections corrections,
      Iris iris,
      Provenance provenance,
      String digest) {
    List<Triple> triples = new ArrayList<>();
    write(
        linked,
        corrections,
        iris,
        provenance,
        digest,
        new StreamRDFBase() {
          @Override
          public void triple(Triple triple) {
            triples.add(triple);
          }
        });
    return new ArticleGraph(iris.article(linked.extraction().article().id()), triples);
  }

  /** Streams the same triples, for those who do not want to hold them all. */
  public static void write(
      LinkedExtraction linked,
      Corrections corrections,
      Iris iris,
      Provenance provenance,
      String digest,
      StreamRDF out) {
    LinkApplier linking = LinkApplier.of(linked, corrections, iris);
    CorrectedExtraction corrected = corrections.correct(linking.extraction(), iris);
    new ArticleMapping(corrected.extraction(), linking.links(), iris, provenance, out)
        .write(digest);
    CorrectionMapping.write(corrected, iris, out);
  }
}
