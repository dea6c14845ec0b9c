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
import org.newsgraph.store.NewsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends new statements to those who want to be told. What has been told is known by its time and
 * kept on disk, not in a queue: after a failure or a restart, the same question finds what is still
 * to be told. So each statement is sent at least once, and twice only where an answer was lost.
 */
public final class Webhooks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_HOOKS = 1000;
  private static final int AT_ONCE = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LONGEST_WAIT_SECONDS = 3600;

  private final NewsStore store;
  private final StatementSearch search;
  private final WebhookUrlPolicy destination;
  private final Path file;
  private final Map<String, Webhook> hooks = new LinkedHashMap<>();

  /** When to try again where it failed, and how long to wait after that, in seconds. */
  private final Map<String, Retry> retries = new HashMap<>();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("webhooks"));

  private long changes = -1;

  /** Made with the first message: it reads all certificates. */
  private static final class Client {
    static final HttpClient INSTANCE =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
  }

  private record Retry(Instant at, long waitSeconds) {}

  /**
   * Goes on where the last server of this database stopped.
   *
   * @param hosts that may be told although they are internal
   */
  public Webhooks(NewsStore store, StatementSearch search, Set<String> hosts) {
    this.store = store;
    this.search = search;
    this.destination = new WebhookUrlPolicy(hosts);
    this.file = store.folder().resolve("webhooks.json");
    read();
    ScheduledFuture<?> ignored = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private void read() {
    try {
      if (Files.exists(file)) {
        MAPPER
            .readValue(Files.readAllBytes(file), new TypeReference<List<Webhook>>() {})
            .forEach(hook -> hooks.put(hook.id(), hook));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": this is no list of webhooks; mend or remove it", e);
    }
  }

  private void write() {
    try {
      AtomicFiles.write(file, MAPPER.writeValueAsBytes(hooks.values()), secret());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns permissions for the owner alone, where the file system has them. */
  private FileAttribute<?>[] secret() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Somebody new wants to be told; the answer holds the secret, once. */
  public synchronized Reply add(Request request) throws IOException {
    JsonNode wish = Json.read(request.body(), "the request");
    String url = wish.path("url").asText();
    destination.require(url);
    StatementSearch.Filter filter =
        StatementSearch.Filter.of(name -> wish.path(name).asText("").strip());
    if (filter.isOpen()) {
      throw HttpError.bad("told of what? Give speaker, about or q");
    }
    if (hooks.size() >= MOST_HOOKS) {
      throw new HttpError(507, "there are " + MOST_HOOKS + " webhooks already; take some out");
    }
    // Seconds are as exact as the graph is: what is found in this one is told.
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
    Map<String, Object> answer = shown(hook);
    answer.put("secret", hook.secret());
    return Reply.json(answer)
        .withStatus(201)
        .with("Location", "/api/webhooks/" + hook.id())
        .with("Cache-Control", "no-store");
  }

  public synchronized Reply list(Request request) {
    return Reply.json(Map.of("webhooks", hooks.values().stream().map(Webhooks::shown).toList()))
        .with("Cache-Control", "no-store");
  }

  public synchronized Reply delete(Request request) {
    if (hooks.remove(request.pathTail()) == null) {
      throw HttpError.notFound(request.path());
    }
    retries.remove(request.pathTail());
    write();
    return Reply.nothing(204);
  }

  private static Map<String, Object> shown(Webhook hook) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", hook.id());
    shown.put("url", hook.url());
    shown.put("of", hook.filter().inWords());
    shown.put("since", hook.since());
    return shown;
  }

  private void look() {
    try {
      long now = store.revision();
      boolean changed = now != changes;
      changes = now;
      for (Webhook hook : copy()) {
        Retry retry = retries.get(hook.id());
        boolean due = retry == null ? changed : !Instant.now().isBefore(retry.at());
        if (due) {
          tell(hook);
        }
      }
    } catch (RuntimeException e) {
      LOG.error("webhooks", e);
    }
  }

  private synchronized List<Webhook> copy() {
    return List.copyOf(hooks.values());
  }

  private void tell(Webhook hook) {
    List<Statement> news =
        search.find(hook.filter().since(hook.since()), AT_ONCE, 0).statements().stream()
            .filter(it -> !(it.told().equals(hook.since()) && hook.told().contains(it.id())))
            .toList();
    if (news.isEmpty()) {
      retries.remove(hook.id());
      return;
    }
    try {
      destination.require(hook.url());
      send(hook, news);
      LOG.info("webhook {}: told of {} statements", hook.id(), news.size());
      advance(hook, news);
      retries.put(hook.id(), new Retry(Instant.now(), 1));
    } catch (IOException | HttpError e) {
      long wait = retries.containsKey(hook.id()) ? retries.get(hook.id()).waitSeconds() : 1;
      LOG.warn("webhook {}: {}; trying again in {} s", hook.id(), e.getMessage(), wait);
      retries.put(
          hook.id(),
          new Retry(Instant.now().plusSeconds(wait), Math.min(2 * wait, LONGEST_WAIT_SECONDS)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void advance(Webhook hook, List<Statement> news) {
    String latest = news.stream().map(Statement::told).max(String::compareTo).orElseThrow();
    List<String> told = new ArrayList<>(latest.equals(hook.since()) ? hook.told() : List.of());
    news.stream().filter(it -> it.told().equals(latest)).forEach(it -> told.add(it.id()));
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
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "Newsgraph")
            .header("Newsgraph-Time", time)
            .header("Newsgraph-Signature", "sha256=" + sign(hook.secret(), time + "." + body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<Void> answer =
        Client.INSTANCE.send(request, HttpResponse.BodyHandlers.discarding());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("it answered " + answer.statusCode());
    }
  }

  /** HMAC with SHA-256, in hexadecimal digits. */
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
