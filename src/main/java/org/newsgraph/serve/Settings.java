package org.newsgraph.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.newsgraph.serve.security.LoadLimitFilter;
import org.newsgraph.serve.security.Logins;

/**
 * Where and how to serve.
 *
 * @param host the name or address to listen on; 127.0.0.1 for this machine alone
 * @param port the port to listen on, or 0 for any free one
 * @param timeout how long a query may take before it is ended
 * @param limits how much is taken from whom
 * @param mostBytes that an answer may have
 * @param services that SERVICE in a query may name
 * @param logins who may change things; without them nobody
 * @param closed whether only who has logged in may read
 * @param tls how to speak TLS; without it the server does not
 * @param behindProxy whether to believe what a proxy says of clients (X-Forwarded-For and so on)
 * @param log where to note requests; nowhere without it
 * @param hookHosts that webhooks may go to although they are internal
 * @param slow from when on a request is noted as a slow one
 * @param pictures whether browsers load pictures of people from Wikimedia Commons
 */
public record Settings(
    String host,
    int port,
    Duration timeout,
    LoadLimitFilter.Settings limits,
    long mostBytes,
    Set<String> services,
    Optional<Logins> logins,
    boolean closed,
    Optional<Tls> tls,
    boolean behindProxy,
    Optional<Path> log,
    Set<String> hookHosts,
    Duration slow,
    boolean pictures) {

  /** A key and its certificate, in a file of PKCS#12 or Java's own format. */
  public record Tls(Path keystore, String password) {}

  /** Safe in public: read-only, with limits that people do not meet. */
  public static Settings of(String host, int port) {
    return new Settings(
        host,
        port,
        Duration.ofSeconds(30),
        new LoadLimitFilter.Settings(
            100,
            Math.max(8, 2 * Runtime.getRuntime().availableProcessors()),
            Duration.ofSeconds(10),
            16L << 20),
        256L << 20,
        Set.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        false,
        Optional.empty(),
        Set.of(),
        Duration.ofSeconds(5),
        false);
  }

  public Settings withTimeout(Duration other) {
    return with(it -> it.timeout = other);
  }

  public Settings withLimits(LoadLimitFilter.Settings others, long mostAnswerBytes) {
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

  public Settings behindProxy(boolean is) {
    return with(it -> it.behindProxy = is);
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

  /** Settings on their way to others: records have no way to copy all components but some. */
  private static final class Draft {
    private final String host;
    private final int port;
    private Duration timeout;
    private LoadLimitFilter.Settings limits;
    private long mostBytes;
    private Set<String> services;
    private Optional<Logins> logins;
    private boolean closed;
    private Optional<Tls> tls;
    private boolean behindProxy;
    private Optional<Path> log;
    private Set<String> hookHosts;
    private Duration slow;
    private boolean pictures;

    Draft(Settings from) {
      host = from.host();
      port = from.port();
      timeout = from.timeout();
      limits = from.limits();
      mostBytes = from.mostBytes();
      services = from.services();
      logins = from.logins();
      closed = from.closed();
      tls = from.tls();
      behindProxy = from.behindProxy;
      log = from.log();
      hookHosts = from.hookHosts();
      slow = from.slow();
      pictures = from.pictures();
    }

    Settings settings() {
      return new Settings(
          host,
          port,
          timeout,
          limits,
          mostBytes,
          services,
          logins,
          closed,
          tls,
          behindProxy,
          log,
          hookHosts,
          slow,
          pictures);
    }
  }
}
