package org.newsgraph.serve.linkeddata;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Html;

/**
 * A resource and its description.
 *
 * @param resource the resource
 * @param isDocument true if the resource is itself a document, such as an article; false if it is
 *     an entity in the world
 * @param graph returns the RDF description, computed on demand
 * @param html returns the web page, computed on demand
 * @param link value of an additional Link header
 */
public record ResourceDescription(
    Node resource,
    boolean isDocument,
    Supplier<Graph> graph,
    Function<Request, Html> html,
    Optional<String> link) {}
