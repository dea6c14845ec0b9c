package org.newsgraph.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** Access to the ontology and the SHACL shapes on the class path. */
public final class Ontology {
  private Ontology() {}

  /** Returns the definitions of the terms. */
  public static Graph terms() {
    return read("news.ttl");
  }

  /** Returns the SHACL shapes to which every graph conforms. */
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
