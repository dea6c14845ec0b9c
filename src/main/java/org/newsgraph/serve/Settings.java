package org.newsgraph.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.serve.guard.Limits;
import org.newsgraph.serve.guard.Logins;

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
 */
public record Settings(
    String host,
    int port,
    Duration timeout,
    Limits.Settings limits,
    long mostBytes,
    Set<String> services,
    Optional<Logins> logins,
    boolean closed,
    Optional<Tls> tls,
    boolean behindProxy,
    Optional<Path> log,
    Set<String> hookHosts,
    Duration slow) {

  /** A key and its certificate, in a file of PKCS#12 or Java's own format. */
  public record Tls(Path keystore, String password) {}

  /** Safe in public: read-only, with limits that people do not meet. */
  public static Settings of(String host, int port) {
    return new Settings(
        host,
        port,
        Duration.ofSeconds(30),
        new Limits.Settings(
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
        Duration.ofSeconds(5));
  }

  public Settings withTimeout(Duration other) {
    return new Settings(
        host,
        port,
        other,
        limits,
        mostBytes,
        services,
        logins,
        closed,
        tls,
        behindProxy,
        log,
        hookHosts,
        slow);
  }

  public Settings withLimits(Limits.Settings others, long mostAnswerBytes) {
    return new Settings(
        host,
        port,
        timeout,
        others,
        mostAnswerBytes,
        services,
        logins,
        closed,
        tls,
        behindProxy,
        log,
        hookHosts,
        slow);
  }

  public Settings withServices(Set<String> others) {
    return new Settings(
        host,
        port,
        timeout,
        limits,
        mostBytes,
        others,
        logins,
        closed,
        tls,
        behindProxy,
        log,
        hookHosts,
        slow);
  }

  public Settings withLogins(Logins others, boolean closedToOthers) {
    return new Settings(
        host,
        port,
        timeout,
        limits,
        mostBytes,
        services,
        Optional.of(others),
        closedToOthers,
        tls,
        behindProxy,
        log,
        hookHosts,
        slow);
  }

  public Settings withTls(Tls other) {
    return new Settings(
        host,
        port,
        timeout,
        limits,
        mostBytes,
        services,
        logins,
        closed,
        Optional.of(other),
        behindProxy,
        log,
        hookHosts,
        slow);
  }

  public Settings behindProxy(boolean is) {
    return new Settings(
        host, port, timeout, limits, mostBytes, services, logins, closed, tls, is, log, hookHosts,
        slow);
  }

  public Settings withLog(Path file, Duration slowFrom) {
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
        Optional.of(file),
        hookHosts,
        slowFrom);
  }

  public Settings withHookHosts(Set<String> others) {
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
        others,
        slow);
  }
}
