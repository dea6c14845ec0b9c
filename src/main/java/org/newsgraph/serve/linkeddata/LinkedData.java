package org.newsgraph.serve.linkeddata;

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
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;

/**
 * Answers at the addresses of things. A document comes at once, in the form that is liked best; for
 * a person or a place, which no server can send, there is a 303 to the document about it. That has
 * an address for each form: the thing's with ".html", ".ttl", ".json", ".nt" or ".rdf".
 */
public final class LinkedData implements RouteHandler {
  private final Function<String, Optional<ResourceDescription>> things;

  /**
   * Answers at the addresses of one kind of things.
   *
   * @param things what an address means, after the part that all addresses of this kind have
   */
  public LinkedData(Function<String, Optional<ResourceDescription>> things) {
    this.things = things;
  }

  @Override
  public Reply answer(Request request) {
    String name = request.pathTail();
    Optional<ResourceDescription> exact = things.apply(name);
    if (exact.isPresent()) {
      Representation form = Representation.preferred(request);
      String document = request.path() + form.extension();
      if (exact.get().document()) {
        return reply(exact.get(), form, request.path(), request).with("Content-Location", document);
      }
      return Reply.seeOther(document).with("Vary", "Accept").with("Link", links(request.path()));
    }
    Optional<Representation> form = Representation.ofAddress(name);
    if (form.isEmpty()) {
      throw HttpError.notFound(request.path());
    }
    int extension = form.get().extension().length();
    ResourceDescription described =
        things
            .apply(name.substring(0, name.length() - extension))
            .orElseThrow(() -> HttpError.notFound(request.path()));
    String path = request.path();
    return reply(described, form.get(), path.substring(0, path.length() - extension), request);
  }

  private static Reply reply(
      ResourceDescription described, Representation form, String path, Request request) {
    String body =
        form == Representation.HTML
            ? described.html().apply(request).source()
            : form == Representation.JSON_LD
                ? ResourceJsonLd.write(described.graph().get(), described.thing())
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
    return Arrays.stream(Representation.values())
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
  static String write(Graph graph, Representation form) {
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
    Representation form = Representation.ofAddress(extension).orElseThrow();
    String body =
        form != Representation.JSON_LD
            ? write(graph, form)
            : graph.isEmpty()
                ? "{}"
                : ResourceJsonLd.write(
                    graph, graph.find(Node.ANY, News.statement, Node.ANY).next().getSubject());
    return Reply.of(form.type() + "; charset=utf-8", body);
  }

  /** A graph in the form that the asker prefers; pages apart. */
  public static Reply graph(Graph graph, Request request) {
    Representation form = Representation.preferred(request);
    Representation written =
        form == Representation.HTML || form == Representation.JSON_LD
            ? Representation.TURTLE
            : form;
    if (form == Representation.JSON_LD) {
      return Reply.of(form.type(), ResourceJsonLd.write(graph, graph.find().next().getSubject()))
          .with("Vary", "Accept")
          .tagged();
    }
    return Reply.of(written.type() + "; charset=utf-8", write(graph, written))
        .with("Vary", "Accept")
        .tagged();
  }
}
