package org.newsgraph.graph;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.link.LinkedExtraction;

/**
 * The RDF graph of one article: metadata, entities, mentions, statements, roles and relations.
 *
 * @param name IRI of the article, which is also the name of the graph
 * @param triples the triples, possibly with duplicates
 */
public record ArticleGraph(Node name, List<Triple> triples) {
  public ArticleGraph {
    triples = List.copyOf(triples);
  }

  /**
   * Returns the graph of an article without links and corrections.
   *
   * @param extraction the entities, mentions and statements of the article
   * @param iris names of nodes
   * @param provenance origin of the facts
   * @param digest digest of the input, which is stored in the graph
   */
  public static ArticleGraph of(
      Extraction extraction, Iris iris, Provenance provenance, String digest) {
    return of(LinkedExtraction.none(extraction), Corrections.NONE, iris, provenance, digest);
  }

  /**
   * Returns the graph of an article with its links, after corrections.
   *
   * @param linked the extraction and links of the article
   * @param corrections all corrections
   * @param iris names of nodes
   * @param provenance origin of the facts
   * @param digest digest of the input without the corrections, which is stored in the graph
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

  /** Streams the triples of {@link #of}, without holding all of them in memory. */
  public static void write(
      LinkedExtraction linked,
      Corrections corrections,
      Iris iris,
      Provenance provenance,
      String digest,
      StreamRDF out) {
    LinkApplier linking = LinkApplier.of(linked, corrections, iris);
    ChosenLinks.Outcome outcome =
        ChosenLinks.apply(
            linking, corrections.correct(linking.extraction(), iris), corrections, iris);
    new ArticleMapping(outcome, iris, provenance, out).write(digest);
    CorrectionMapping.write(outcome.corrected(), iris, out);
  }
}
