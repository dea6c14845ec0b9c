package org.newsgraph.serve.sparql.upload;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.ReaderRIOTFactory;
import org.apache.jena.sys.JenaSystem;

/** Replaces Jena's readers of RDF in this process. */
public final class UploadReaders {
  /** Maximum number of objects, lists and blank nodes in each other. */
  static final int MAX_DEPTH = 150;

  private static boolean registered;

  private UploadReaders() {}

  /** Registers the readers. Fuseki looks them up by language; a second call changes nothing. */
  public static synchronized void register() {
    JenaSystem.init();
    if (registered) {
      return;
    }
    registered = true;
    RDFParserRegistry.registerLangTriples(Lang.TURTLE, BoundedTurtleReader::new);
    RDFParserRegistry.registerLangTriples(Lang.N3, BoundedTurtleReader::new);
    RDFParserRegistry.registerLangQuads(Lang.TRIG, BoundedTurtleReader::new);
    ReaderRIOTFactory xml = RDFParserRegistry.getFactory(Lang.RDFXML);
    RDFParserRegistry.registerLangTriples(
        Lang.RDFXML, (lang, profile) -> new BoundedXmlReader(xml.create(lang, profile)));
    for (Lang binary : new Lang[] {Lang.RDFTHRIFT, Lang.RDFPROTO}) {
      ReaderRIOTFactory factory = RDFParserRegistry.getFactory(binary);
      ReaderRIOTFactory reader =
          (lang, profile) -> new BinaryReader(lang, factory.create(lang, profile));
      RDFParserRegistry.registerLangTriples(binary, reader);
      RDFParserRegistry.registerLangQuads(binary, reader);
    }
    for (Lang jsonLd : new Lang[] {Lang.JSONLD, Lang.JSONLD11}) {
      RDFParserRegistry.registerLangTriples(jsonLd, LocalJsonLdReader::new);
      RDFParserRegistry.registerLangQuads(jsonLd, LocalJsonLdReader::new);
    }
  }
}
