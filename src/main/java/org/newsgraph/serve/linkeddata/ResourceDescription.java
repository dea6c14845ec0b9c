package org.newsgraph.serve.linkeddata;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Html;

/**
 * A thing, and what is told of it.
 *
 * @param thing whose IRI was asked for
 * @param document whether the thing is a document itself, and not someone or something in the world
 * @param graph what programs get, found when it is asked for
 * @param html what people get, a whole page; likewise
 * @param more where else to look, a Link header's value
 */
public record ResourceDescription(
    Node thing,
    boolean document,
    Supplier<Graph> graph,
    Function<Request, Html> html,
    Optional<String> more) {}
