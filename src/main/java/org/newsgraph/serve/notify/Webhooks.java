package org.newsgraph.serve.notify;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.newsgraph.io.AtomicFiles;
import org.newsgraph.serve.api.Api;
import org.newsgraph.serve.api.StatementSearch;
import org.newsgraph.serve.api.StatementSearch.Statement;
import org.newsgraph.serve.http.DaemonThreadFactory;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Json;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.Route;
import org.newsgraph.store.NewsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts new statements to the URLs of webhooks. There is no queue: the time up to which statements
 * have been delivered is stored on disk, so that after a failure or a restart the same search finds
 * those still to be delivered. Delivery is at least once: a statement is sent twice only if the
 * receiver's response was lost.
 */
public final class Webhooks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MAX_HOOKS = 1000;
  private static final int MAX_STATEMENTS_PER_MESSAGE = 100;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final long MAX_RETRY_SECONDS = 3600;

  private final NewsStore store;
  private final StatementSearch search;
  private final WebhookUrlPolicy urlPolicy;
  private final Path file;
  private final Map<String, Webhook> hooks = new LinkedHashMap<>();

  /** Retries after failed deliveries, by webhook id. */
  private final Map<String, Retry> retries = new HashMap<>();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("webhooks"));

  private long changes = -1;

  /**
   * Holder of the HTTP client, created with the first message because it loads all certificates.
   */
  private static final class Client {
    static final HttpClient INSTANCE =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();
  }

  /**
   * A delivery to be retried.
   *
   * @param at time of the next attempt
   * @param waitSeconds delay after another failure, in seconds
   */
  private record Retry(Instant at, long waitSeconds) {}

  /**
   * Reads the webhooks of a database and starts to deliver statements.
   *
   * @param hosts hosts that are allowed although their addresses are not public
   */
  public Webhooks(NewsStore store, StatementSearch search, Set<String> hosts) {
    this.store = store;
    this.search = search;
    this.urlPolicy = new WebhookUrlPolicy(hosts);
    this.file = store.folder().resolve("webhooks.json");
    read();
    ScheduledFuture<?> ignored =
        clock.scheduleWithFixedDelay(this::deliverDue, 1, 1, TimeUnit.SECONDS);
  }

  /** Returns the routes by which editors list, add and delete webhooks. */
  public List<Route> routes() {
    return List.of(
        Route.edit("GET", "/api/webhooks", this::list),
        Route.edit("POST", "/api/webhooks", this::add),
        Route.edit("DELETE", "/api/webhooks/*", this::delete));
  }

  private void read() {
    try {
      if (Files.exists(file)) {
        MAPPER
            .readValue(Files.readAllBytes(file), new TypeReference<List<Webhook>>() {})
            .forEach(hook -> hooks.put(hook.id(), hook));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + ": not a list of webhooks; repair or remove the file", e);
    }
  }

  private void write() {
    try {
      AtomicFiles.write(file, MAPPER.writeValueAsBytes(hooks.values()), ownerOnly());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns permissions for the owner only, if the file system has them: the file has secrets. */
  private FileAttribute<?>[] ownerOnly() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Adds a webhook. Only this response contains its secret. */
  public synchronized Reply add(Request request) throws IOException {
    JsonNode json = Json.read(request.body(), "the request");
    String url = json.path("url").asText();
    urlPolicy.require(url);
    StatementSearch.Filter filter =
        StatementSearch.Filter.of(name -> json.path(name).asText("").strip());
    if (filter.isOpen()) {
      throw HttpError.badRequest("the webhook has no filter; add speaker, about or q");
    }
    if (hooks.size() >= MAX_HOOKS) {
      throw new HttpError(507, "there are already " + MAX_HOOKS + " webhooks; delete some first");
    }
    // Times in the graph are in seconds: statements extracted in this second are delivered.
    Webhook hook =
        new Webhook(
            random(8),
            url,
            random(32),
            filter,
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            List.of());
    hooks.put(hook.id(), hook);
    write();
    Map<String, Object> answer = json(hook);
    answer.put("secret", hook.secret());
    return Reply.json(answer)
        .withStatus(201)
        .with("Location", "/api/webhooks/" + hook.id())
        .with("Cache-Control", "no-store");
  }

  public synchronized Reply list(Request request) {
    return Reply.json(Map.of("webhooks", hooks.values().stream().map(Webhooks::json).toList()))
        .with("Cache-Control", "no-store");
  }

  public synchronized Reply delete(Request request) {
    if (hooks.remove(request.pathTail()) == null) {
      throw HttpError.notFound(request.path());
    }
    retries.remove(request.pathTail());
    write();
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

  private void deliverDue() {
    try {
      long now = store.revision();
      boolean changed = now != changes;
      changes = now;
      for (Webhook hook : copy()) {
        Retry retry = retries.get(hook.id());
        boolean due = retry == null ? changed : !Instant.now().isBefore(retry.at());
        if (due) {
          deliver(hook);
        }
      }
    } catch (RuntimeException e) {
      LOG.error("webhooks: delivery failed", e);
    }
  }

  private synchronized List<Webhook> copy() {
    return List.copyOf(hooks.values());
  }

  private void deliver(Webhook hook) {
    List<Statement> news =
        search
            .find(hook.filter().since(hook.since()), MAX_STATEMENTS_PER_MESSAGE, 0)
            .statements()
            .stream()
            .filter(it -> !(it.extractedAt().equals(hook.since()) && hook.told().contains(it.id())))
            .toList();
    if (news.isEmpty()) {
      retries.remove(hook.id());
      return;
    }
    try {
      urlPolicy.require(hook.url());
      send(hook, news);
      LOG.info("webhook {}: delivered {} statement(s)", hook.id(), news.size());
      advance(hook, news);
      retries.put(hook.id(), new Retry(Instant.now(), 1));
    } catch (IOException | HttpError e) {
      long wait = retries.containsKey(hook.id()) ? retries.get(hook.id()).waitSeconds() : 1;
      LOG.warn("webhook {}: {}; retrying in {} s", hook.id(), e.getMessage(), wait);
      retries.put(
          hook.id(),
          new Retry(Instant.now().plusSeconds(wait), Math.min(2 * wait, MAX_RETRY_SECONDS)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void advance(Webhook hook, List<Statement> news) {
    String latest = news.stream().map(Statement::extractedAt).max(String::compareTo).orElseThrow();
    List<String> told = new ArrayList<>(latest.equals(hook.since()) ? hook.told() : List.of());
    news.stream().filter(it -> it.extractedAt().equals(latest)).forEach(it -> told.add(it.id()));
    if (hooks.replace(hook.id(), hook.told(latest, told)) != null) {
      write();
    }
  }

  private void send(Webhook hook, List<Statement> news) throws IOException, InterruptedException {
    String body =
        Json.write(
            Map.of("webhook", hook.id(), "statements", news.stream().map(Api::json).toList()));
    String time = Long.toString(Instant.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hook.url()))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "Newsgraph")
            .header("Newsgraph-Time", time)
            .header("Newsgraph-Signature", "sha256=" + sign(hook.secret(), time + "." + body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<Void> answer =
        Client.INSTANCE.send(request, HttpResponse.BodyHandlers.discarding());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("the receiver responded with status " + answer.statusCode());
    }
  }

  /** Returns the HMAC with SHA-256 of a text, in hexadecimal digits. */
  static String sign(String secret, String text) {
    return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(text);
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
