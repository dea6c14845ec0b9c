package org.newsgraph.serve.linked;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A thing, and what is told of it.
 *
 * @param thing whose IRI was asked for
 * @param document whether the thing is a document itself, and not someone or something in the world
 * @param graph what programs get
 * @param html what people get, a whole page
 * @param more where else to look, a Link header's value
 */
public record Description(
    Node thing, boolean document, Graph graph, String html, Optional<String> more) {}
