package org.newsgraph.serve.notify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Json;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.Route;
import org.newsgraph.store.NewsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handlers for webhooks, and the deliveries of the statements that they are subscribed to. */
public final class Webhooks implements AutoCloseable {
  /** Name of the list of webhooks in the folder of a database. */
  static final String FILE = "webhooks.json";

  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final int MAX_TEXT_LENGTH = 2000;
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;

  private final StatementSearch search;
  private final WebhookUrlPolicy urlPolicy;
  private final WebhookRegistry registry;
  private final WebhookDeliveries deliveries;

  /**
   * Reads the webhooks of a database and starts to deliver statements.
   *
   * @param hosts hosts that are allowed although their addresses are not public
   */
  public Webhooks(NewsStore store, StatementSearch search, Set<String> hosts) {
    this.search = search;
    this.urlPolicy = new WebhookUrlPolicy(hosts);
    this.registry = new WebhookRegistry(new WebhookFile(store.folder().resolve(FILE), LOG::warn));
    this.deliveries = new WebhookDeliveries(store, search, urlPolicy, registry);
    deliveries.start();
  }

  /** Returns the routes by which editors list, add and delete webhooks. */
  public List<Route> routes() {
    return List.of(
        Route.edit("GET", "/api/webhooks", this::list),
        Route.edit("POST", "/api/webhooks", this::add),
        Route.edit("DELETE", "/api/webhooks/*", this::delete));
  }

  /** Adds a webhook. Only this response contains its secret. */
  private Reply add(Request request) throws IOException {
    JsonNode json = Json.read(request.body(), "the request");
    if (!json.isObject()) {
      throw HttpError.badRequest("the request must be a JSON object");
    }
    StatementFilter filter = StatementFilter.of(name -> text(json, name));
    if (filter.isOpen()) {
      throw HttpError.badRequest("the webhook has no filter; add speaker, role, about or q");
    }
    // Reports words that cannot be searched for now, rather than with each delivery.
    search.find(filter, PageRequest.of(1, 0));
    String url = text(json, "url");
    urlPolicy.resolve(url);
    // Times in the graph are in seconds: statements extracted in this second are delivered.
    String since = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Webhook hook =
        new Webhook(random(ID_BYTES), url, random(SECRET_BYTES), filter, since, List.of());
    registry.add(hook);
    Map<String, Object> answer = json(hook);
    answer.put("secret", hook.secret());
    return Reply.json(answer)
        .withStatus(201)
        .with("Location", "/api/webhooks/" + hook.id())
        .with("Cache-Control", "no-store");
  }

  /** Returns the text of a field, or an empty text if it is missing. */
  private static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw HttpError.badRequest(name + " must be a string");
    }
    if (value.textValue().length() > MAX_TEXT_LENGTH) {
      throw HttpError.badRequest(name + " is longer than " + MAX_TEXT_LENGTH + " characters");
    }
    return value.textValue().strip();
  }

  private Reply list(Request request) {
    return Reply.json(Map.of("webhooks", registry.all().stream().map(Webhooks::json).toList()))
        .with("Cache-Control", "no-store");
  }

  private Reply delete(Request request) {
    if (!registry.remove(request.pathTail())) {
      throw HttpError.notFound(request.path());
    }
    return Reply.empty(204);
  }

  private static Map<String, Object> json(Webhook hook) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", hook.id());
    json.put("url", hook.url());
    json.put("of", hook.filter().describe());
    json.put("since", hook.since());
    return json;
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  @Override
  public void close() {
    deliveries.close();
  }
}
