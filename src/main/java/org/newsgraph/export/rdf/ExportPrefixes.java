package org.newsgraph.export.rdf;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.apache.jena.vocabulary.XSD;
import org.newsgraph.graph.News;

/** The short names of the vocabularies that the graph uses. */
final class ExportPrefixes {
  static final Map<String, String> ALL =
      new TreeMap<>(
          Map.of(
              "dcterms", DCTerms.NS,
              "news", News.NAMESPACE,
              "owl", OWL.NS,
              "prov", "http://www.w3.org/ns/prov#",
              "rdf", RDF.uri,
              "rdfs", RDFS.uri,
              "schema", SchemaDO.NS,
              "skos", SKOS.uri,
              "xsd", XSD.NS));

  private ExportPrefixes() {}
}
