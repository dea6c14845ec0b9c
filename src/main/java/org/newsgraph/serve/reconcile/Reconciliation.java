package org.newsgraph.serve.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityProfile;
import org.newsgraph.query.entity.EntitySearch;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Json;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.Route;
import org.newsgraph.serve.page.Html;

/** The handlers of the reconciliation service. */
public final class Reconciliation {
  private static final List<String> TYPES = List.of("Person", "Organisation", "Place", "Entity");
  private static final int MAX_QUERIES = 100;
  private static final int MAX_IDS = 500;
  private static final int MAX_CANDIDATES = 50;
  private static final int DEFAULT_LIMIT = 10;

  private final SparqlRunner lookup;
  private final Iris iris;
  private final Matcher matcher;
  private final EntitySearch search;

  public Reconciliation(SparqlRunner lookup) {
    this.lookup = lookup;
    this.iris = lookup.store().iris();
    this.matcher = new Matcher(lookup);
    this.search = new EntitySearch(lookup);
  }

  /** Returns the routes of the service. */
  public List<Route> routes() {
    return List.of(
        Route.query("/reconcile", this::service),
        Route.get("/reconcile/suggest/*", this::suggest),
        Route.get("/reconcile/flyout/*", this::flyout),
        Route.get("/reconcile/preview", this::preview),
        Route.get("/reconcile/properties", this::propose));
  }

  /** Answers queries and data extension requests; without either, returns the manifest. */
  public Reply service(Request request) throws IOException {
    Optional<String> queries = request.parameter("queries");
    if (queries.isPresent()) {
      return Reply.json(answers(Json.read(queries.get(), "queries")));
    }
    Optional<String> extend = request.parameter("extend");
    if (extend.isPresent()) {
      return Reply.json(extension(Json.read(extend.get(), "extend")));
    }
    return Reply.json(manifest(request.baseUrl())).tagged();
  }

  private Map<String, Object> manifest(String server) {
    String here = server + "reconcile";
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("versions", List.of("0.1", "0.2"));
    manifest.put("name", "Newsgraph: people, organisations and places in the news");
    manifest.put("identifierSpace", iris.base() + "entity/");
    manifest.put("schemaSpace", News.NAMESPACE);
    manifest.put("documentation", server);
    manifest.put("view", Map.of("url", server + "entity/{{id}}"));
    manifest.put("defaultTypes", TYPES.stream().map(Reconciliation::type).toList());
    manifest.put(
        "preview", Map.of("url", here + "/preview?id={{id}}", "width", 400, "height", 200));
    Map<String, Object> suggest = new LinkedHashMap<>();
    for (String kind : List.of("entity", "type", "property")) {
      suggest.put(
          kind,
          Map.of(
              "service_url",
              server.replaceFirst("/$", ""),
              "service_path",
              "/reconcile/suggest/" + kind,
              "flyout_service_url",
              server.replaceFirst("/$", ""),
              "flyout_service_path",
              "/reconcile/flyout/" + kind + "?id=${id}"));
    }
    manifest.put("suggest", suggest);
    manifest.put(
        "extend",
        Map.of(
            "propose_properties",
            Map.of(
                "service_url",
                server.replaceFirst("/$", ""),
                "service_path",
                "/reconcile/properties"),
            "property_settings",
            List.of(
                Map.of(
                    "name",
                    "limit",
                    "label",
                    "Limit",
                    "type",
                    "number",
                    "default",
                    10,
                    "help_text",
                    "Maximum number of values per entity"))));
    return manifest;
  }

  private Map<String, Object> answers(JsonNode queries) {
    if (!queries.isObject() || queries.size() > MAX_QUERIES) {
      throw HttpError.badRequest(
          "queries must be an object with at most " + MAX_QUERIES + " queries");
    }
    Map<String, Object> answers = new LinkedHashMap<>();
    queries
        .properties()
        .forEach(query -> answers.put(query.getKey(), Map.of("result", result(query.getValue()))));
    return answers;
  }

  private List<Map<String, Object>> result(JsonNode query) {
    List<Matcher.Value> values = new ArrayList<>();
    for (JsonNode property : query.path("properties")) {
      Property.find(property.path("pid").asText())
          .ifPresent(it -> values.add(new Matcher.Value(it, strings(property.path("v")))));
    }
    int limit = Math.max(1, Math.min(MAX_CANDIDATES, query.path("limit").asInt(DEFAULT_LIMIT)));
    String name =
        query.hasNonNull("query")
            ? query.path("query").asText()
            : values.stream()
                .flatMap(value -> value.values().stream())
                .findFirst()
                .orElseThrow(
                    () -> HttpError.badRequest("a query must have \"query\" or \"properties\""));
    Set<String> types = strings(query.path("type"));
    types.remove("Entity");
    types.retainAll(TYPES);
    return matcher.find(name, types, values, limit).stream().map(this::candidate).toList();
  }

  private Map<String, Object> candidate(Matcher.Candidate candidate) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", id(candidate.found().entity()));
    object.put("name", candidate.found().name());
    object.put("description", description(candidate.found()));
    object.put("score", candidate.score());
    object.put("features", List.of(Map.of("id", "name", "value", candidate.nameScore())));
    object.put("match", candidate.match());
    object.put("type", candidate.found().types().stream().map(Reconciliation::type).toList());
    return object;
  }

  private static String description(EntitySearch.Found found) {
    List<String> others = found.names().stream().skip(1).limit(5).toList();
    return String.join(", ", found.types())
        + (others.isEmpty() ? "" : "; also " + String.join(", ", others));
  }

  private static Map<String, Object> type(String name) {
    return Map.of("id", name, "name", name);
  }

  /** Returns the strings of a value: a string, a list, or an object with an id or a name. */
  private static Set<String> strings(JsonNode value) {
    Set<String> strings = new LinkedHashSet<>();
    for (JsonNode each : value.isArray() ? value : List.of(value)) {
      String text =
          each.isObject() ? each.path("name").asText(each.path("id").asText()) : each.asText();
      if (!text.isBlank()) {
        strings.add(text);
      }
    }
    return strings;
  }

  private Map<String, Object> extension(JsonNode query) {
    JsonNode ids = query.path("ids");
    JsonNode wanted = query.path("properties");
    if (!ids.isArray() || !wanted.isArray() || ids.size() > MAX_IDS) {
      throw HttpError.badRequest(
          "extend must have \"ids\" (at most " + MAX_IDS + ") and \"properties\"");
    }
    List<Map<String, Object>> meta = new ArrayList<>();
    Map<Property, Integer> properties = new LinkedHashMap<>();
    for (JsonNode each : wanted) {
      Property property =
          Property.find(each.path("id").asText())
              .orElseThrow(() -> HttpError.badRequest("unknown property: " + each.path("id")));
      properties.put(
          property, Math.max(1, Math.min(200, each.path("settings").path("limit").asInt(10))));
      Map<String, Object> about = new LinkedHashMap<>();
      about.put("id", property.id());
      about.put("name", property.label());
      if (property == Property.ORGANISATION) {
        about.put("type", type("Organisation"));
      }
      meta.add(about);
    }
    Map<String, Object> rows = new LinkedHashMap<>();
    for (JsonNode id : ids) {
      Map<String, Object> row = new LinkedHashMap<>();
      properties.forEach(
          (property, limit) ->
              row.put(
                  property.id(),
                  Matcher.values(lookup, node(id.asText()), property).stream()
                      .limit(limit)
                      .map(this::value)
                      .toList()));
      rows.put(id.asText(), row);
    }
    return Map.of("meta", meta, "rows", rows);
  }

  private Map<String, Object> value(Node node) {
    if (node.isURI() && node.getURI().startsWith(iris.base() + "entity/")) {
      return Map.of("id", id(node), "name", iris.name(node));
    }
    if (node.isLiteral() && node.getLiteralValue() instanceof Integer number) {
      return Map.of("int", number);
    }
    return Map.of("str", text(node));
  }

  static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  private String id(Node entity) {
    return entity.getURI().substring((iris.base() + "entity/").length());
  }

  private Node node(String id) {
    // Ids from a table can be any text; only valid parts of IRIs are used as they are.
    return id.matches("[^\\s<>\"{}|\\\\^`]+")
        ? NodeFactory.createURI(iris.base() + "entity/" + id)
        : iris.entity(id);
  }

  /** Suggests entities, types or properties whose name starts with a prefix. */
  public Reply suggest(Request request) {
    String prefix = request.parameter("prefix").orElse("");
    int from = request.intParameter("cursor", 0, 0, 1000);
    List<Map<String, Object>> found =
        switch (request.pathTail()) {
          case "entity" -> entities(prefix);
          case "type" ->
              TYPES.stream()
                  .filter(type -> startsWith(type, prefix))
                  .map(Reconciliation::type)
                  .toList();
          case "property" -> properties(prefix);
          default -> throw HttpError.notFound(request.path());
        };
    return Reply.json(Map.of("result", found.stream().skip(from).limit(DEFAULT_LIMIT).toList()));
  }

  private List<Map<String, Object>> entities(String prefix) {
    if (prefix.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return List.of();
    }
    return search.startingWith(prefix, MAX_CANDIDATES).stream()
        .map(
            found -> {
              Map<String, Object> object = new LinkedHashMap<>();
              object.put("id", id(found.entity()));
              object.put("name", found.name());
              object.put("description", description(found));
              object.put("notable", found.types().stream().map(Reconciliation::type).toList());
              return object;
            })
        .toList();
  }

  private static List<Map<String, Object>> properties(String prefix) {
    return Arrays.stream(Property.values())
        .filter(it -> startsWith(it.label(), prefix) || startsWith(it.id(), prefix))
        .map(it -> Map.<String, Object>of("id", it.id(), "name", it.label()))
        .toList();
  }

  private static boolean startsWith(String text, String prefix) {
    return text.toLowerCase(Locale.ROOT).startsWith(prefix.strip().toLowerCase(Locale.ROOT));
  }

  /** Lists the properties that can be added for a type. */
  public Reply propose(Request request) {
    String type = request.parameter("type").orElse("Entity");
    int limit = request.intParameter("limit", 100, 1, 1000);
    return Reply.json(
        Map.of(
            "type",
            type,
            "limit",
            limit,
            "properties",
            properties("").stream().limit(limit).toList()));
  }

  /** Returns a short description of an entity, type or property, for a tooltip. */
  public Reply flyout(Request request) {
    String id = request.parameter("id").orElseThrow(() -> HttpError.badRequest("id is missing"));
    String html =
        request.pathTail().equals("entity")
            ? summary(id)
            : "<p>" + Html.escape(Property.find(id).map(Property::label).orElse(id)) + "</p>";
    return Reply.json(Map.of("id", id, "html", html));
  }

  /** Returns a short description of an entity as a page, to be shown in a frame. */
  public Reply preview(Request request) {
    String id = request.parameter("id").orElseThrow(() -> HttpError.badRequest("id is missing"));
    return Reply.html(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                + Html.escape(id)
                + "</title></head><body>"
                + summary(id)
                + "</body></html>")
        .with("Content-Security-Policy", "default-src 'none'; frame-ancestors *");
  }

  private String summary(String id) {
    Node entity = node(id);
    EntityProfile profile =
        lookup.store().read(dataset -> EntityProfile.of(lookup.store(), dataset, entity));
    if (profile.labels().isEmpty()) {
      throw HttpError.notFound("entity \"" + id + "\"");
    }
    return "<p><strong>"
        + Html.escape(profile.name())
        + "</strong> "
        + Html.escape(profile.roleTexts().stream().limit(5).collect(Collectors.joining(", ")))
        + "</p>";
  }
}
