package org.newsgraph.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.newsgraph.serve.explorer.Picture;
import org.newsgraph.serve.security.LoadLimits;
import org.newsgraph.serve.security.Logins;
import org.newsgraph.serve.security.SecurityHeaders;
import org.newsgraph.serve.transport.AcceptedHosts;
import org.newsgraph.serve.transport.TransferLimits;

/**
 * The settings of a server.
 *
 * @param host the name or address to listen on; 127.0.0.1 for this machine alone
 * @param hosts further names under which the server answers, or {@link AcceptedHosts#ANY}
 * @param port the port to listen on, or 0 for any free one
 * @param timeout maximum duration of a query
 * @param limits the load limits
 * @param maxResponseBytes maximum size of a response, in bytes
 * @param services IRIs of the endpoints that SERVICE in a query may call
 * @param logins the users; if empty, the server is read-only
 * @param readingNeedsLogin true if reading needs a login
 * @param tls the key for TLS; if empty, the server uses plain HTTP
 * @param proxies addresses and networks of the proxies whose headers (X-Forwarded-For and so on)
 *     are trusted; empty if there is no proxy
 * @param transfers the minimum rates of clients
 * @param log the access log; if empty, requests are not logged
 * @param webhookHosts hosts that webhooks may call although their addresses are not public
 * @param slowThreshold duration from which a request is logged as slow
 * @param pictures true if browsers load images of people from Wikimedia Commons
 */
public record Settings(
    String host,
    Set<String> hosts,
    int port,
    Duration timeout,
    LoadLimits limits,
    long maxResponseBytes,
    Set<String> services,
    Optional<Logins> logins,
    boolean readingNeedsLogin,
    Optional<Tls> tls,
    Set<String> proxies,
    TransferLimits transfers,
    Optional<Path> log,
    Set<String> webhookHosts,
    Duration slowThreshold,
    boolean pictures) {

  /** A key and its certificate, in a PKCS#12 or JKS file. */
  public record Tls(Path keystore, String password) {}

  /** Returns settings that are safe in public: read-only, with limits that people do not reach. */
  public static Settings of(String host, int port) {
    return new Settings(
        host,
        Set.of(),
        port,
        Duration.ofSeconds(30),
        new LoadLimits(
            100,
            Math.max(8, 2 * Runtime.getRuntime().availableProcessors()),
            Duration.ofSeconds(10),
            16L << 20),
        256L << 20,
        Set.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Set.of(),
        TransferLimits.DEFAULT,
        Optional.empty(),
        Set.of(),
        Duration.ofSeconds(5),
        false);
  }

  /** Returns the headers of every response. */
  SecurityHeaders securityHeaders() {
    return new SecurityHeaders(tls.isPresent(), pictures ? Picture.HOSTS : List.of());
  }

  public Settings withTimeout(Duration other) {
    return with(it -> it.timeout = other);
  }

  public Settings withLimits(LoadLimits others, long mostAnswerBytes) {
    return with(
        it -> {
          it.limits = others;
          it.mostBytes = mostAnswerBytes;
        });
  }

  public Settings withServices(Set<String> others) {
    return with(it -> it.services = others);
  }

  public Settings withLogins(Logins others, boolean closedToOthers) {
    return with(
        it -> {
          it.logins = Optional.of(others);
          it.closed = closedToOthers;
        });
  }

  public Settings withTls(Tls other) {
    return with(it -> it.tls = Optional.of(other));
  }

  public Settings withHosts(Set<String> others) {
    return with(it -> it.hosts = others);
  }

  public Settings withProxies(Set<String> others) {
    return with(it -> it.proxies = others);
  }

  public Settings withTransfers(TransferLimits others) {
    return with(it -> it.transfers = others);
  }

  /** Tests whether requests from this machine may come from a proxy. */
  public boolean behindProxy() {
    return !proxies.isEmpty();
  }

  public Settings withLog(Path file, Duration slowFrom) {
    return with(
        it -> {
          it.log = Optional.of(file);
          it.slow = slowFrom;
        });
  }

  public Settings withHookHosts(Set<String> others) {
    return with(it -> it.hookHosts = others);
  }

  public Settings withPictures(boolean are) {
    return with(it -> it.pictures = are);
  }

  private Settings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** A mutable copy of the settings, since records cannot be copied with a few changes. */
  private static final class Draft {
    private final String host;
    private Set<String> hosts;
    private final int port;
    private Duration timeout;
    private LoadLimits limits;
    private long mostBytes;
    private Set<String> services;
    private Optional<Logins> logins;
    private boolean closed;
    private Optional<Tls> tls;
    private Set<String> proxies;
    private TransferLimits transfers;
    private Optional<Path> log;
    private Set<String> hookHosts;
    private Duration slow;
    private boolean pictures;

    Draft(Settings from) {
      host = from.host();
      hosts = from.hosts();
      port = from.port();
      timeout = from.timeout();
      limits = from.limits();
      mostBytes = from.maxResponseBytes();
      services = from.services();
      logins = from.logins();
      closed = from.readingNeedsLogin();
      tls = from.tls();
      proxies = from.proxies();
      transfers = from.transfers();
      log = from.log();
      hookHosts = from.webhookHosts();
      slow = from.slowThreshold();
      pictures = from.pictures();
    }

    Settings settings() {
      return new Settings(
          host, hosts, port, timeout, limits, mostBytes, services, logins, closed, tls, proxies,
          transfers, log, hookHosts, slow, pictures);
    }
  }
}
