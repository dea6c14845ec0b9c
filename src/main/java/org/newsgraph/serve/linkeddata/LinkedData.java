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
 * Serves resources at their IRIs. A document is returned in the representation that the client
 * prefers. An entity such as a person is not a document: the response is a 303 redirect to the
 * document about it. This has an address per representation: the entity's IRI with ".html", ".ttl",
 * ".json", ".nt" or ".rdf".
 */
public final class LinkedData implements RouteHandler {
  private static final int MAX_LINK_LENGTH = 4000;

  private final Function<String, Optional<ResourceDescription>> things;

  /**
   * Creates the handler for one kind of resources.
   *
   * @param things finds a resource by the part of the path that matches the route's {@code *}
   */
  public LinkedData(Function<String, Optional<ResourceDescription>> things) {
    this.things = things;
  }

  @Override
  public Reply handle(Request request) {
    String name = request.pathTail();
    Optional<ResourceDescription> exact = things.apply(name);
    if (exact.isPresent()) {
      Representation form = Representation.preferred(request);
      String document = request.path() + form.extension();
      if (exact.get().isDocument()) {
        return reply(exact.get(), form, request.path(), request).with("Content-Location", document);
      }
      return withLinks(Reply.seeOther(document).with("Vary", "Accept"), links(request.path()));
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
                ? ResourceJsonLd.write(described.graph().get(), described.resource())
                : write(described.graph().get(), form);
    String links = described.link().map(more -> ", " + more).orElse("");
    Reply reply =
        Reply.of(form.type() + "; charset=utf-8", body)
            .with("Vary", "Accept")
            .with("Cache-Control", "no-cache")
            .tagged();
    return withLinks(reply, links(path) + links);
  }

  /** Adds a Link header, unless the address is so long that clients would refuse the header. */
  private static Reply withLinks(Reply reply, String links) {
    return links.length() > MAX_LINK_LENGTH ? reply : reply.with("Link", links);
  }

  /** Returns a Link header with all representations. */
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

  /** Writes a graph in an RDF syntax, with the prefixes of the project. */
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
   * Returns a graph in one representation.
   *
   * @param extension file extension of the representation, such as ".ttl"
   */
  public static Reply replyInFormat(Graph graph, String extension) {
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

  /** Returns a graph in the RDF syntax that the client prefers; Turtle instead of HTML. */
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
