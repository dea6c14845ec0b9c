package org.newsgraph.export.rdf;

import java.io.OutputStream;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.newsgraph.export.DatasetSubset;
import org.newsgraph.export.Destination;
import org.newsgraph.export.Exporter;
import org.newsgraph.export.jsonld.JsonLdStream;
import org.newsgraph.graph.Characters;
import org.newsgraph.graph.Prefixes;

/**
 * Exports RDF.
 *
 * @param syntax creates a writer of the RDF syntax for a stream
 * @param graphs whether the syntax records the graph of each triple; without it, the export cannot
 *     be imported again
 */
public record RdfExport(Function<OutputStream, StreamRDF> syntax, boolean graphs)
    implements Exporter {
  public static final RdfExport NQUADS = new RdfExport(jena(Lang.NQUADS), true);
  public static final RdfExport TRIG = new RdfExport(jena(Lang.TRIG), true);
  public static final RdfExport TURTLE = new RdfExport(jena(Lang.TURTLE), false);
  public static final RdfExport JSON_LD = new RdfExport(JsonLdStream::new, true);

  private static Function<OutputStream, StreamRDF> jena(Lang lang) {
    return out -> StreamRDFWriter.getWriterStream(out, lang);
  }

  @Override
  public void write(DatasetSubset subset, Destination to) {
    write(
        to,
        rdf -> {
          if (graphs) {
            subset.forEachQuad(quad -> rdf.quad(encodable(quad)));
          } else {
            subset.forEachTriple(triple -> rdf.triple(encodable(triple)));
          }
        });
  }

  /** Sends triples or quads to a stream. */
  @FunctionalInterface
  public interface Source {
    void sendTo(StreamRDF rdf);
  }

  /** Writes the triples that a query has constructed. */
  public void triples(Iterable<Triple> triples, Destination to) {
    write(to, rdf -> triples.forEach(triple -> rdf.triple(encodable(triple))));
  }

  private void write(Destination to, Source source) {
    to.file(
        out -> {
          StreamRDF rdf = syntax.apply(out);
          rdf.start();
          Prefixes.SORTED.forEach(rdf::prefix);
          source.sendTo(rdf);
          rdf.finish();
        });
  }

  private static Quad encodable(Quad quad) {
    return isEncodable(quad.getObject())
        ? quad
        : new Quad(quad.getGraph(), encodable(quad.asTriple()));
  }

  private static Triple encodable(Triple triple) {
    return isEncodable(triple.getObject())
        ? triple
        : Triple.create(triple.getSubject(), triple.getPredicate(), encodable(triple.getObject()));
  }

  /** Tests whether a node can be written in UTF-8, unlike literals with unpaired surrogates. */
  private static boolean isEncodable(Node node) {
    return !node.isLiteral()
        || Characters.utf8(node.getLiteralLexicalForm()).equals(node.getLiteralLexicalForm());
  }

  private static Node encodable(Node literal) {
    String text = Characters.utf8(literal.getLiteralLexicalForm());
    return literal.getLiteralLanguage().isEmpty()
        ? NodeFactory.createLiteralDT(text, literal.getLiteralDatatype())
        : NodeFactory.createLiteralLang(text, literal.getLiteralLanguage());
  }
}
