package org.newsgraph.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** The files of the folder {@code ontology}, as they lie in the program, in a jar or not. */
public final class Ontology {
  private Ontology() {}

  /** What the terms mean. */
  public static Graph terms() {
    return read("news.ttl");
  }

  /** What every graph of ours has to be like, in SHACL. */
  public static Graph shapes() {
    return read("shapes.ttl");
  }

  private static Graph read(String name) {
    try (InputStream in = Ontology.class.getResourceAsStream(name)) {
      return RDFParser.create().source(in).lang(Lang.TURTLE).toGraph();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
