package org.newsgraph.export.jsonld;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.Prefixes;

/**
 * Writes JSON-LD 1.1 as a stream, with one graph at a time in memory. Known libraries need the
 * complete dataset in memory. Literals keep their exact lexical form and datatype.
 */
public final class JsonLdStream implements StreamRDF {
  private final JsonGenerator json;
  private final Map<Node, Map<Node, List<Node>>> graph = new LinkedHashMap<>();
  private Node name = Quad.defaultGraphIRI;
  private boolean headWritten;

  public JsonLdStream(OutputStream out) {
    try {
      json = new JsonFactory().createGenerator(out);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeObjectFieldStart("@context");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void start() {
    // The constructor has written the start of the file.
  }

  @Override
  public void base(String base) {
    // All IRIs are absolute.
  }

  @Override
  public void prefix(String prefix, String iri) {
    if (!headWritten) {
      try {
        json.writeStringField(prefix, iri);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void triple(Triple triple) {
    quad(new Quad(Quad.defaultGraphIRI, triple));
  }

  @Override
  public void quad(Quad quad) {
    Node in = quad.isDefaultGraph() ? Quad.defaultGraphIRI : quad.getGraph();
    if (!in.equals(name)) {
      flush();
      name = in;
    }
    graph
        .computeIfAbsent(quad.getSubject(), it -> new LinkedHashMap<>())
        .computeIfAbsent(quad.getPredicate(), it -> new ArrayList<>())
        .add(quad.getObject());
  }

  @Override
  public void finish() {
    flush();
    try {
      writeHead();
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeHead() throws IOException {
    if (!headWritten) {
      headWritten = true;
      json.writeEndObject();
      json.writeArrayFieldStart("@graph");
    }
  }

  private void flush() {
    try {
      if (graph.isEmpty()) {
        return;
      }
      writeHead();
      json.writeRaw('\n');
      boolean named = !name.equals(Quad.defaultGraphIRI);
      if (named) {
        json.writeStartObject();
        json.writeStringField("@id", id(name));
        json.writeArrayFieldStart("@graph");
      }
      for (Map.Entry<Node, Map<Node, List<Node>>> subject : graph.entrySet()) {
        node(subject.getKey(), subject.getValue());
      }
      if (named) {
        json.writeEndArray();
        json.writeEndObject();
      }
      graph.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void node(Node subject, Map<Node, List<Node>> properties) throws IOException {
    json.writeStartObject();
    json.writeStringField("@id", id(subject));
    for (Map.Entry<Node, List<Node>> property : properties.entrySet()) {
      boolean type =
          property.getKey().equals(RDF.type.asNode())
              && property.getValue().stream().noneMatch(Node::isLiteral);
      json.writeArrayFieldStart(type ? "@type" : id(property.getKey()));
      for (Node value : property.getValue()) {
        if (type) {
          json.writeString(id(value));
        } else {
          value(value);
        }
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void value(Node value) throws IOException {
    if (value.isLiteral()
        && value.getLiteralLanguage().isEmpty()
        && value.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
      json.writeString(value.getLiteralLexicalForm());
      return;
    }
    json.writeStartObject();
    if (!value.isLiteral()) {
      json.writeStringField("@id", id(value));
    } else {
      json.writeStringField("@value", value.getLiteralLexicalForm());
      if (value.getLiteralLanguage().isEmpty()) {
        json.writeStringField("@type", id(value.getLiteralDatatype().getURI()));
      } else {
        json.writeStringField("@language", value.getLiteralLanguage());
      }
    }
    json.writeEndObject();
  }

  private static String id(Node node) {
    return node.isBlank() ? "_:b" + label(node) : id(node.getURI());
  }

  private static String label(Node blank) {
    return blank.getBlankNodeLabel().replaceAll("[^A-Za-z0-9]", "");
  }

  private static String id(String iri) {
    for (Map.Entry<String, String> prefix : Prefixes.SORTED.entrySet()) {
      if (iri.startsWith(prefix.getValue())) {
        String rest = iri.substring(prefix.getValue().length());
        // A compact IRI must not have "//" after the colon: it would be read as an absolute IRI.
        return rest.startsWith("//") ? iri : prefix.getKey() + ":" + rest;
      }
    }
    return iri;
  }
}
