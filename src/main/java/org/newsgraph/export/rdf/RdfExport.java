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
 * Writes RDF.
 *
 * @param syntax what writes to a stream
 * @param graphs whether it tells in which article's graph a triple stands; without, it cannot be
 *     imported again
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
  public void write(DatasetSubset excerpt, Destination to) {
    write(
        to,
        rdf -> {
          if (graphs) {
            excerpt.forEachQuad(quad -> rdf.quad(sound(quad)));
          } else {
            excerpt.forEachTriple(triple -> rdf.triple(sound(triple)));
          }
        });
  }

  /** Gives out triples or quads. */
  @FunctionalInterface
  public interface Source {
    void sendTo(StreamRDF rdf);
  }

  /** Writes the triples of a graph that a query has made. */
  public void triples(Iterable<Triple> triples, Destination to) {
    write(to, rdf -> triples.forEach(triple -> rdf.triple(sound(triple))));
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

  private static Quad sound(Quad quad) {
    return isSound(quad.getObject()) ? quad : new Quad(quad.getGraph(), sound(quad.asTriple()));
  }

  private static Triple sound(Triple triple) {
    return isSound(triple.getObject())
        ? triple
        : Triple.create(triple.getSubject(), triple.getPredicate(), sound(triple.getObject()));
  }

  /** Half a surrogate pair cannot be written in UTF-8. */
  private static boolean isSound(Node node) {
    return !node.isLiteral()
        || Characters.utf8(node.getLiteralLexicalForm()).equals(node.getLiteralLexicalForm());
  }

  private static Node sound(Node literal) {
    String text = Characters.utf8(literal.getLiteralLexicalForm());
    return literal.getLiteralLanguage().isEmpty()
        ? NodeFactory.createLiteralDT(text, literal.getLiteralDatatype())
        : NodeFactory.createLiteralLang(text, literal.getLiteralLanguage());
  }
}
