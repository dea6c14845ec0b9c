package org.newsgraph.serve.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.newsgraph.io.DaemonThreadFactory;
import org.newsgraph.query.InvalidSearchException;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.serve.api.StatementJson;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Json;
import org.newsgraph.store.NewsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers new statements to the receivers of webhooks. The progress of each delivery is stored in
 * the webhook, so that after a failure or a restart the same search finds the statements still to
 * be delivered.
 *
 * <p>Each webhook has at most one delivery at a time, and no other webhook waits for it: webhooks
 * whose last delivery failed are retried by threads of their own, so that receivers that do not
 * respond delay only each other.
 */
final class WebhookDeliveries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDeliveries.class);
  private static final int MAX_STATEMENTS_PER_MESSAGE = 100;
  private static final int MAX_CONCURRENT = 32;
  private static final int MAX_CONCURRENT_RETRIES = 8;
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(1);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final NewsStore store;
  private final StatementSearch search;
  private final WebhookUrlPolicy urlPolicy;
  private final WebhookRegistry registry;
  private final WebhookSender sender;
  private final Map<String, DeliverySchedule> schedules = new HashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("webhooks"));
  private final ExecutorService deliveries = threads(MAX_CONCURRENT, "webhook delivery");
  private final ExecutorService retries = threads(MAX_CONCURRENT_RETRIES, "webhook retry");

  /** Held by the search of a delivery: searches run one at a time, beside those of users. */
  private final Object searching = new Object();

  private volatile boolean closed;

  WebhookDeliveries(
      NewsStore store,
      StatementSearch search,
      WebhookUrlPolicy urlPolicy,
      WebhookRegistry registry) {
    this.store = store;
    this.search = search;
    this.urlPolicy = urlPolicy;
    this.registry = registry;
    this.sender = new WebhookSender(SSLSocketFactory::getDefault, SEND_TIMEOUT, clock);
  }

  private static ExecutorService threads(int count, String name) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_TIMEOUT.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DaemonThreadFactory(name));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Starts to deliver statements. */
  void start() {
    ScheduledFuture<?> ignored =
        clock.scheduleWithFixedDelay(
            this::startDue, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void startDue() {
    if (closed) {
      return;
    }
    try {
      long revision = store.revision();
      Map<String, Webhook> hooks =
          registry.all().stream().collect(Collectors.toMap(Webhook::id, hook -> hook));
      schedules.keySet().retainAll(hooks.keySet());
      for (String id : hooks.keySet()) {
        DeliverySchedule schedule = schedules.computeIfAbsent(id, it -> new DeliverySchedule());
        if (schedule.startIfDue(revision, System.nanoTime())) {
          (schedule.hasFailed() ? retries : deliveries).execute(() -> deliver(id, schedule));
        }
      }
    } catch (RuntimeException e) {
      LOG.error("webhooks: the deliveries that are due could not be started", e);
    }
  }

  private void deliver(String id, DeliverySchedule schedule) {
    try {
      Optional<Webhook> hook = registry.find(id);
      schedule.succeeded(hook.isPresent() && deliver(hook.get()));
    } catch (IOException | HttpError | InvalidSearchException e) {
      long delay = schedule.failed(System.nanoTime());
      LOG.warn("webhook {}: {}; retrying in {} s", id, e.getMessage(), delay);
    } catch (RuntimeException | Error e) {
      long delay = schedule.failed(System.nanoTime());
      LOG.error("webhook {}: delivery failed; retrying in {} s", id, delay, e);
    }
  }

  /** Delivers the next statements of a webhook. Returns false if there were none. */
  private boolean deliver(Webhook hook) throws IOException {
    List<StatementView> news = nextStatements(hook);
    if (news.isEmpty()) {
      return false;
    }
    send(hook, urlPolicy.resolve(hook.url()), news);
    LOG.info("webhook {}: delivered {} statement(s)", hook.id(), news.size());
    registry.update(hook.afterDeliveryOf(news));
    return true;
  }

  /**
   * Returns the statements extracted first that have not been delivered; empty if there are none.
   */
  private List<StatementView> nextStatements(Webhook hook) throws IOException {
    synchronized (searching) {
      if (closed) {
        throw new IOException("the server is stopping");
      }
      StatementFilter filter = hook.filter().with(StatementFilter.Field.SINCE, hook.since());
      for (int offset = 0; ; offset += MAX_STATEMENTS_PER_MESSAGE) {
        PageRequest next = PageRequest.of(MAX_STATEMENTS_PER_MESSAGE, offset).withContexts();
        StatementPage page = search.find(filter, next);
        List<StatementView> news = hook.undelivered(page.statements());
        if (!news.isEmpty() || page.next().isEmpty()) {
          return news;
        }
      }
    }
  }

  private void send(Webhook hook, WebhookTarget target, List<StatementView> news)
      throws IOException {
    String body =
        Json.write(
            Map.of(
                "webhook", hook.id(), "statements", news.stream().map(StatementJson::of).toList()));
    String time = Long.toString(Instant.now().getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("User-Agent", "Newsgraph");
    headers.put("Newsgraph-Time", time);
    headers.put("Newsgraph-Signature", "sha256=" + sign(hook.secret(), time + "." + body));
    sender.post(target, headers, body.getBytes(UTF_8));
  }

  /** Returns the HMAC with SHA-256 of a text, in hexadecimal digits. */
  private static String sign(String secret, String text) {
    return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(text);
  }

  /**
   * Ends all deliveries. Statements whose delivery was interrupted are sent after the next start.
   */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    // Threads are not interrupted: that would close the files of a database that they are reading.
    deliveries.shutdown();
    retries.shutdown();
    sender.close();
    long end = System.nanoTime() + STOP_TIMEOUT.toNanos();
    try {
      for (ExecutorService threads : List.of(deliveries, retries)) {
        if (!threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          LOG.warn("webhooks: a delivery did not end within {} s", STOP_TIMEOUT.toSeconds());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    clock.shutdown();
  }
}
