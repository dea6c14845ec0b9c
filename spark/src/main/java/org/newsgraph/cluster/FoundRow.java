package org.newsgraph.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.News;

/**
 * Creates rows of findings in one article: its quads and the values that steps across articles
 * need; or the problem, if extraction failed.
 */
final class FoundRow {
  static final StructType SCHEMA =
      new StructType()
          .add("digest", StringType)
          .add("article", StringType)
          .add("quads", StringType)
          .add(
              "links",
              createArrayType(
                  new StructType().add("entity", StringType).add("item", StringType), false))
          .add("fingerprint", StringType)
          .add("issued", StringType)
          .add("problem", StringType);

  private FoundRow() {}

  static Row of(String digest, ArticleGraph graph) {
    return RowFactory.create(
        digest,
        graph.name().getURI(),
        quads(graph.name(), graph.triples()),
        graph.triples().stream()
            .filter(it -> it.getPredicate().equals(OWL.sameAs.asNode()) && it.getObject().isURI())
            .map(it -> RowFactory.create(it.getSubject().getURI(), it.getObject().getURI()))
            .distinct()
            .toArray(),
        value(graph, News.fingerprint),
        value(graph, DCTerms.issued.asNode()),
        null);
  }

  static Row failed(String digest, String problem) {
    return RowFactory.create(digest, null, null, null, null, null, problem);
  }

  /** Returns the distinct triples of a graph as N-Quads, without the last line end. */
  static String quads(Node graph, Collection<Triple> triples) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFDataMgr.writeQuads(
        out, triples.stream().distinct().map(it -> Quad.create(graph, it)).iterator());
    return out.toString(UTF_8).stripTrailing();
  }

  private static String value(ArticleGraph graph, Node property) {
    List<Triple> found =
        graph.triples().stream()
            .filter(it -> it.getSubject().equals(graph.name()))
            .filter(it -> it.getPredicate().equals(property))
            .toList();
    return found.isEmpty() ? null : found.get(0).getObject().getLiteralLexicalForm();
  }
}
