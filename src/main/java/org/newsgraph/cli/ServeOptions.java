package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.newsgraph.serve.Settings;
import org.newsgraph.serve.security.LoadLimits;
import org.newsgraph.serve.security.Logins;
import org.newsgraph.serve.transport.TrustedProxies;
import org.newsgraph.store.ActiveReplica;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the HTTP server. */
final class ServeOptions {
  /** Environment variable with the password of the key store. */
  private static final String PASSWORD = "NEWSGRAPH_KEYSTORE_PASSWORD";

  private static final long MEBIBYTE = 1L << 20;

  @Option(
      names = "--port",
      defaultValue = "3030",
      paramLabel = "PORT",
      description = "The port to listen on; 0 for any free port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "HOST",
      description = {
        "The address to listen on; 0.0.0.0 for all addresses of this machine.",
        "By default ${DEFAULT-VALUE}, which other machines cannot reach."
      })
  private String host;

  @Option(
      names = "--timeout",
      defaultValue = "30",
      paramLabel = "SECONDS",
      description = "Maximum duration of a query, an update or a page (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Option(
      names = "--rate",
      defaultValue = "100",
      paramLabel = "NUMBER",
      description =
          "Maximum number of requests per second from one address; 0 for no limit"
              + " (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--at-once",
      defaultValue = "0",
      paramLabel = "NUMBER",
      description =
          "Maximum number of pages that are handled at once; of queries and of changes, half as many"
              + " (default: two per core, at least eight).")
  private int atOnce;

  @Option(
      names = "--max-request",
      defaultValue = "16",
      paramLabel = "MIB",
      description = "Maximum size of a request (default: ${DEFAULT-VALUE} MiB).")
  private int maxRequest;

  @Option(
      names = "--max-answer",
      defaultValue = "256",
      paramLabel = "MIB",
      description = "Maximum size of a response (default: ${DEFAULT-VALUE} MiB).")
  private int maxAnswer;

  @Option(
      names = "--read-only",
      description = {
        "Serve a copy of a database and refuse all changes.",
        "If --db is a folder of copies, serve the copy that \"swap\" selected, and switch to"
            + " another copy when it is selected."
      })
  private boolean readOnly;

  @Option(
      names = "--service",
      paramLabel = "IRI",
      description =
          "An endpoint that SERVICE in a query may access (default: none); may be given several"
              + " times.")
  private List<String> services = List.of();

  @Option(
      names = "--auth",
      paramLabel = "FILE",
      description = {
        "A file of logins, one per line, as \"newsgraph password\" prints them.",
        "Users with the role \"editor\" may change the graph. Without this option, nobody may."
      })
  private Path auth;

  @Option(names = "--closed", description = "Require a login for reading as well; needs --auth.")
  private boolean closed;

  @Option(
      names = "--keystore",
      paramLabel = "FILE",
      description = {
        "Use TLS, with the key and the certificate in this PKCS#12 file.",
        "The environment variable " + PASSWORD + " contains its password.",
        "Alternatively, " + PASSWORD + "_FILE is the name of a file that contains it."
      })
  private Path keystore;

  @Option(
      names = "--hosts",
      paramLabel = "NAME",
      split = ",",
      description = {
        "Names under which clients reach the server, for instance news.example.org; several are"
            + " separated by commas. Requests for other names are refused.",
        "Always accepted: localhost, names without a dot, and the names in --host and in the base of"
            + " the IRIs; with --host 0.0.0.0, all IP addresses and names in .local as well.",
        "* accepts every name."
      })
  private List<String> hosts = List.of();

  @Option(
      names = "--behind-proxy",
      description = {
        "Trust X-Forwarded-For, -Proto and -Host (or Forwarded) from a proxy on this machine; only"
            + " the entry that the proxy added counts.",
        "The proxy must set X-Forwarded-For. Name its public names with --hosts."
      })
  private boolean behindProxy;

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "The address or network of a proxy on another machine (10.0.0.7 or 10.0.0.0/24), instead"
              + " of --behind-proxy; several are separated by commas.")
  private List<String> trustedProxies = List.of();

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = {
        "The access log, one JSON object per line; \"none\" for no log.",
        "Default: log/access.jsonl in the database's folder, with --read-only in the folder of the"
            + " copies; no log for --read-only with a single copy."
      })
  private String log;

  @Option(
      names = "--slow",
      defaultValue = "5",
      paramLabel = "SECONDS",
      description =
          "Log the query of requests that take longer than this (default: ${DEFAULT-VALUE}).")
  private int slow;

  @Option(
      names = "--webhook-host",
      paramLabel = "HOST",
      description =
          "An internal host to which webhooks may be delivered (default: public addresses only);"
              + " may be given several times.")
  private List<String> hookHosts = List.of();

  @Option(
      names = "--pictures",
      description = {
        "Show pictures of linked people and places, which browsers load from Wikimedia Commons.",
        "Without this option, pages contain a link instead and load nothing from other hosts."
      })
  private boolean pictures;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  boolean isReadOnly() {
    return readOnly;
  }

  Settings settings(Path database) {
    require(port >= 0 && port <= 65_535, "--port must be between 0 and 65535");
    require(timeout > 0, "--timeout must be at least 1 second");
    require(rate >= 0 && atOnce >= 0, "--rate and --at-once must not be negative");
    require(maxRequest > 0 && maxRequest < 2048, "--max-request must be between 1 and 2047 MiB");
    require(maxAnswer > 0, "--max-answer must be at least 1 MiB");
    require(!closed || auth != null, "--closed requires --auth; otherwise nobody could read");
    Settings defaults = Settings.of(host, port);
    LoadLimits limits =
        new LoadLimits(
            rate,
            atOnce > 0 ? atOnce : defaults.limits().maxConcurrent(),
            defaults.limits().maxWait(),
            maxRequest * MEBIBYTE);
    Settings settings =
        defaults
            .withTimeout(Duration.ofSeconds(timeout))
            .withLimits(limits, maxAnswer * MEBIBYTE)
            .withServices(Set.copyOf(services))
            .withHookHosts(Set.copyOf(hookHosts))
            .withPictures(pictures)
            .withHosts(Set.copyOf(hosts))
            .withProxies(proxies());
    if (auth != null) {
      settings = settings.withLogins(logins(), closed);
    }
    if (keystore != null) {
      settings = settings.withTls(tls());
    }
    boolean unlogged = readOnly && !new ActiveReplica(database).isSelected();
    if (log == null ? unlogged : log.equals("none")) {
      return settings;
    }
    Path file = log == null ? database.resolve("log").resolve("access.jsonl") : Path.of(log);
    return settings.withLog(file, Duration.ofSeconds(slow));
  }

  private Set<String> proxies() {
    Set<String> proxies = new HashSet<>(trustedProxies);
    if (behindProxy) {
      proxies.addAll(TrustedProxies.LOOPBACK);
    }
    try {
      // Created again by the server; here, a wrong option is to be reported.
      new TrustedProxies(proxies);
      return proxies;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--trusted-proxy: " + e.getMessage(), e);
    }
  }

  private Logins logins() {
    try {
      return Logins.read(auth);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--auth: " + e.getMessage(), e);
    }
  }

  private Settings.Tls tls() {
    require(
        Files.isReadable(keystore),
        "--keystore: " + keystore + " cannot be read; check its name and permissions");
    String file = System.getenv(PASSWORD + "_FILE");
    String password = System.getenv(PASSWORD);
    try {
      return new Settings.Tls(
          keystore,
          file != null
              ? Files.readString(Path.of(file), UTF_8).strip()
              : password != null ? password : "");
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(), PASSWORD + "_FILE: " + file + " cannot be read", e);
    }
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new ParameterException(command.commandLine(), message);
    }
  }
}
