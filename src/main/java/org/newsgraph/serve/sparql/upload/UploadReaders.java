package org.newsgraph.serve.sparql.upload;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.sys.JenaSystem;

/** Replaces Jena's readers of RDF in this process. */
public final class UploadReaders {
  /** Maximum number of objects, lists and blank nodes in each other. */
  static final int MAX_DEPTH = 150;

  private UploadReaders() {}

  /** Registers the readers. Fuseki looks them up by language; a second call changes nothing. */
  public static void register() {
    JenaSystem.init();
    RDFParserRegistry.registerLangTriples(Lang.TURTLE, BoundedTurtleReader::new);
    RDFParserRegistry.registerLangTriples(Lang.N3, BoundedTurtleReader::new);
    RDFParserRegistry.registerLangQuads(Lang.TRIG, BoundedTurtleReader::new);
    for (Lang jsonLd : new Lang[] {Lang.JSONLD, Lang.JSONLD11}) {
      RDFParserRegistry.registerLangTriples(jsonLd, LocalJsonLdReader::new);
      RDFParserRegistry.registerLangQuads(jsonLd, LocalJsonLdReader::new);
    }
  }
}
