package org.newsgraph.serve.explorer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityLookup;
import org.newsgraph.query.entity.Neighbours;
import org.newsgraph.query.entity.Neighbours.Relation;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;

/** The neighbours of an entity as JSON: {@code /api/graph?entity=Aleppo&kinds=said,role}. */
public final class NetworkData implements RouteHandler {
  private static final int DEFAULT_LIMIT = 30;
  private static final int MAX_LIMIT = 500;

  private final EntityLookup names;
  private final Neighbours neighbours;

  public NetworkData(SparqlRunner lookup) {
    this.names = new EntityLookup(lookup);
    this.neighbours = new Neighbours(lookup);
  }

  @Override
  public Reply handle(Request request) {
    String name =
        request.parameter("entity").orElseThrow(() -> HttpError.badRequest("entity is missing"));
    List<Node> meant = names.find(name);
    if (meant.isEmpty()) {
      throw HttpError.notFound("entity \"" + name + "\"");
    }
    return Reply.json(
            neighbours.of(
                meant.get(0),
                relations(request),
                request.intParameter("limit", DEFAULT_LIMIT, 1, MAX_LIMIT)))
        .tagged();
  }

  /**
   * Returns the relations in the parameter {@code kinds}; all relations if it is missing.
   *
   * @throws HttpError if it contains an unknown relation
   */
  static Set<Relation> relations(Request request) {
    if (request.parameter("kinds").isEmpty()) {
      return EnumSet.allOf(Relation.class);
    }
    return Arrays.stream(request.parameter("kinds").get().split(","))
        .map(
            key ->
                Arrays.stream(Relation.values())
                    .filter(it -> it.key().equals(key.strip()))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            HttpError.badRequest(
                                "kinds must be a list of said, mentioned and role")))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Relation.class)));
  }
}
