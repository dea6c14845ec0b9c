package org.newsgraph.serve.linked;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prefixes;
import org.newsgraph.serve.http.Handler;
import org.newsgraph.serve.http.Refusal;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;

/**
 * Answers at the addresses of things. A document comes at once, in the form that is liked best; for
 * a person or a place, which no server can send, there is a 303 to the document about it. That has
 * an address for each form: the thing's with ".html", ".ttl", ".json", ".nt" or ".rdf".
 */
public final class LinkedData implements Handler {
  private final Function<String, Optional<Description>> things;

  /**
   * Answers at the addresses of one kind of things.
   *
   * @param things what an address means, after the part that all addresses of this kind have
   */
  public LinkedData(Function<String, Optional<Description>> things) {
    this.things = things;
  }

  @Override
  public Reply answer(Request request) {
    String name = request.rest();
    Optional<Description> exact = things.apply(name);
    if (exact.isPresent()) {
      Form form = Form.preferred(request);
      String document = request.path() + form.extension();
      if (exact.get().document()) {
        return reply(exact.get(), form, request.path(), request).with("Content-Location", document);
      }
      return Reply.seeOther(document).with("Vary", "Accept").with("Link", links(request.path()));
    }
    Optional<Form> form = Form.ofAddress(name);
    if (form.isEmpty()) {
      throw Refusal.notFound(request.path());
    }
    int extension = form.get().extension().length();
    Description described =
        things
            .apply(name.substring(0, name.length() - extension))
            .orElseThrow(() -> Refusal.notFound(request.path()));
    String path = request.path();
    return reply(described, form.get(), path.substring(0, path.length() - extension), request);
  }

  private static Reply reply(Description described, Form form, String path, Request request) {
    String body =
        form == Form.HTML
            ? described.html().apply(request).source()
            : form == Form.JSON_LD
                ? JsonLd.write(described.graph().get(), described.thing())
                : write(described.graph().get(), form);
    String links = described.more().map(more -> ", " + more).orElse("");
    return Reply.of(form.type() + "; charset=utf-8", body)
        .with("Vary", "Accept")
        .with("Cache-Control", "no-cache")
        .with("Link", links(path) + links)
        .tagged();
  }

  /** The same in every form. */
  private static String links(String path) {
    return Arrays.stream(Form.values())
        .map(
            form ->
                "<"
                    + path.replace(">", "%3E")
                    + form.extension()
                    + ">; rel=\"alternate\"; type=\""
                    + form.type()
                    + "\"")
        .collect(Collectors.joining(", "));
  }

  /** A graph in a language of RDF, with our prefixes. */
  static String write(Graph graph, Form form) {
    graph.getPrefixMapping().setNsPrefixes(Prefixes.ALL);
    RDFFormat format =
        switch (form) {
          case RDF_XML -> RDFFormat.RDFXML_PLAIN;
          case N_TRIPLES -> RDFFormat.NTRIPLES_UTF8;
          default -> RDFFormat.TURTLE_PRETTY;
        };
    return RDFWriter.source(graph).format(format).asString();
  }

  /**
   * A graph in one form.
   *
   * @param extension of that form, ".ttl" for instance
   */
  public static Reply written(Graph graph, String extension) {
    Form form = Form.ofAddress(extension).orElseThrow();
    String body =
        form != Form.JSON_LD
            ? write(graph, form)
            : graph.isEmpty()
                ? "{}"
                : JsonLd.write(
                    graph, graph.find(Node.ANY, News.statement, Node.ANY).next().getSubject());
    return Reply.of(form.type() + "; charset=utf-8", body);
  }

  /** A graph in the form that the asker prefers; pages apart. */
  public static Reply graph(Graph graph, Request request) {
    Form form = Form.preferred(request);
    Form written = form == Form.HTML || form == Form.JSON_LD ? Form.TURTLE : form;
    if (form == Form.JSON_LD) {
      return Reply.of(form.type(), JsonLd.write(graph, graph.find().next().getSubject()))
          .with("Vary", "Accept")
          .tagged();
    }
    return Reply.of(written.type() + "; charset=utf-8", write(graph, written))
        .with("Vary", "Accept")
        .tagged();
  }
}
