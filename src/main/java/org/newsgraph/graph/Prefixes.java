package org.newsgraph.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.apache.jena.vocabulary.XSD;

/** Prefixes of the vocabularies in the graphs. */
public final class Prefixes {
  /** Prefixes of external vocabularies. */
  public static final Map<String, String> OTHERS = others();

  /** Prefix {@code news:} and the prefixes of external vocabularies. */
  public static final Map<String, String> ALL = all();

  /** {@link #ALL} in alphabetical order. */
  public static final SortedMap<String, String> SORTED =
      Collections.unmodifiableSortedMap(new TreeMap<>(ALL));

  private Prefixes() {}

  private static Map<String, String> others() {
    Map<String, String> prefixes = new LinkedHashMap<>();
    prefixes.put("schema", SchemaDO.NS);
    prefixes.put("dcterms", DCTerms.getURI());
    prefixes.put("owl", OWL.getURI());
    prefixes.put("prov", Prov.NAMESPACE);
    prefixes.put("rdf", RDF.getURI());
    prefixes.put("rdfs", RDFS.getURI());
    prefixes.put("skos", SKOS.getURI());
    prefixes.put("xsd", XSD.getURI());
    return Collections.unmodifiableMap(prefixes);
  }

  private static Map<String, String> all() {
    Map<String, String> prefixes = new LinkedHashMap<>();
    prefixes.put("news", News.NAMESPACE);
    prefixes.putAll(OTHERS);
    return Collections.unmodifiableMap(prefixes);
  }
}
