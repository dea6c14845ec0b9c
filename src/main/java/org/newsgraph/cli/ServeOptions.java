package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.newsgraph.serve.Settings;
import org.newsgraph.serve.security.LoadLimitFilter;
import org.newsgraph.serve.security.Logins;
import org.newsgraph.store.ActiveReplica;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where and how to serve, as it is said on the command line. */
final class ServeOptions {
  private static final String PASSWORD = "NEWSGRAPH_KEYSTORE_PASSWORD";
  private static final long MEBIBYTE = 1L << 20;

  @Option(
      names = "--port",
      defaultValue = "3030",
      paramLabel = "PORT",
      description = "Where to listen; 0 for any free port. By default ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "HOST",
      description = {
        "Which of this machine's addresses to listen on; 0.0.0.0 for all.",
        "By default ${DEFAULT-VALUE}, which other machines cannot reach."
      })
  private String host;

  @Option(
      names = "--timeout",
      defaultValue = "30",
      paramLabel = "SECONDS",
      description = "How long a query may take. By default ${DEFAULT-VALUE}.")
  private int timeout;

  @Option(
      names = "--rate",
      defaultValue = "100",
      paramLabel = "NUMBER",
      description = "Requests a second from one address; 0 for any. By default ${DEFAULT-VALUE}.")
  private int rate;

  @Option(
      names = "--at-once",
      defaultValue = "0",
      paramLabel = "NUMBER",
      description = "Requests worked on at the same time; by default two a core, at least eight.")
  private int atOnce;

  @Option(
      names = "--max-request",
      defaultValue = "16",
      paramLabel = "MIB",
      description = "The largest request that is taken. By default ${DEFAULT-VALUE} MiB.")
  private int maxRequest;

  @Option(
      names = "--max-answer",
      defaultValue = "256",
      paramLabel = "MIB",
      description = "The largest answer that is given. By default ${DEFAULT-VALUE} MiB.")
  private int maxAnswer;

  @Option(
      names = "--read-only",
      description = {
        "Serve a copy that nobody can change. Where --db holds several, the one that \"swap\" has",
        "named; another one takes its place when it is named, and no request fails."
      })
  private boolean readOnly;

  @Option(
      names = "--service",
      paramLabel = "IRI",
      description =
          "An endpoint that SERVICE in a query may ask; without it none. Repeat for more.")
  private List<String> services = List.of();

  @Option(
      names = "--auth",
      paramLabel = "FILE",
      description = {
        "Who may log in, one a line, as \"newsgraph password\" prints it.",
        "Editors may then change the graph; without it the server only reads."
      })
  private Path auth;

  @Option(names = "--closed", description = "With --auth: only who has logged in may read.")
  private boolean closed;

  @Option(
      names = "--keystore",
      paramLabel = "FILE",
      description = {
        "Speak TLS with the key and certificate in this PKCS#12 file.",
        "Its password is taken from the environment: " + PASSWORD + "."
      })
  private Path keystore;

  @Option(
      names = "--behind-proxy",
      description =
          "Believe X-Forwarded-For, -Proto and -Host; only behind a proxy that sets them.")
  private boolean behindProxy;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = {
        "Where to note every request, one JSON object a line; \"none\" for nowhere.",
        "By default log/access.jsonl in the database's folder; with --read-only in the folder of the",
        "copies, and nowhere where there is but one."
      })
  private String log;

  @Option(
      names = "--slow",
      defaultValue = "5",
      paramLabel = "SECONDS",
      description = "Note the query of what takes longer. By default ${DEFAULT-VALUE}.")
  private int slow;

  @Option(
      names = "--webhook-host",
      paramLabel = "HOST",
      description = "An internal host that webhooks may go to; without it only public addresses.")
  private List<String> hookHosts = List.of();

  @Option(
      names = "--pictures",
      description = {
        "Show pictures of linked people and places; readers' browsers then ask Wikimedia Commons",
        "for them. Without it there is a link, and pages ask no other host."
      })
  private boolean pictures;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  boolean isReadOnly() {
    return readOnly;
  }

  Settings settings(Path database) {
    require(port >= 0 && port <= 65_535, "--port: a port is a number from 0 to 65535");
    require(timeout > 0, "--timeout: give at least one second");
    require(rate >= 0 && atOnce >= 0, "--rate and --at-once: give no negative number");
    require(maxRequest > 0 && maxRequest < 2048, "--max-request: give 1 to 2047 MiB");
    require(maxAnswer > 0, "--max-answer: give at least 1 MiB");
    require(!closed || auth != null, "--closed: nobody could read; give --auth, too");
    Settings plain = Settings.of(host, port);
    LoadLimitFilter.Settings limits =
        new LoadLimitFilter.Settings(
            rate,
            atOnce > 0 ? atOnce : plain.limits().atOnce(),
            plain.limits().patience(),
            maxRequest * MEBIBYTE);
    Settings settings =
        plain
            .withTimeout(Duration.ofSeconds(timeout))
            .withLimits(limits, maxAnswer * MEBIBYTE)
            .withServices(Set.copyOf(services))
            .withHookHosts(Set.copyOf(hookHosts))
            .withPictures(pictures)
            .behindProxy(behindProxy);
    if (auth != null) {
      settings = settings.withLogins(logins(), closed);
    }
    if (keystore != null) {
      settings = settings.withTls(tls());
    }
    boolean nowhere = readOnly && !new ActiveReplica(database).isChosen();
    if (log == null ? nowhere : log.equals("none")) {
      return settings;
    }
    Path file = log == null ? database.resolve("log").resolve("access.jsonl") : Path.of(log);
    return settings.withLog(file, Duration.ofSeconds(slow));
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
        "--keystore: " + keystore + " cannot be read; is its name right?");
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

  private void require(boolean good, String message) {
    if (!good) {
      throw new ParameterException(command.commandLine(), message);
    }
  }
}
