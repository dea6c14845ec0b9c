package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.serve.security.LoadLimits;
import org.newsgraph.serve.transport.TransferLimits;

/** Slow clients: they keep no one else waiting, and are disconnected after a while. */
class SlowClientsTest {
  private static final int CLIENTS = 3;

  /** A response of some megabytes, more than all buffers of a connection. */
  private static final String LARGE =
      "/news/sparql?query="
          + URLEncoder.encode("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000", UTF_8);

  @TempDir static Path folder;
  private static Served served;

  private final List<Socket> sockets = new ArrayList<>();

  /** A server that handles one request of each class at a time. */
  @BeforeAll
  static void serve() throws IOException {
    served =
        new Served(
            folder,
            it ->
                it.withLimits(new LoadLimits(0, 1, Duration.ofSeconds(30), 4 << 20), 64 << 20)
                    .withTransfers(new TransferLimits(1 << 10, Duration.ofSeconds(2))));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @AfterEach
  void disconnect() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private Socket open(String request) throws IOException {
    return open(served, request);
  }

  private Socket open(Served server, String request) throws IOException {
    URI address = URI.create(server.server.address());
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    socket.getOutputStream().write(request.getBytes(UTF_8));
    sockets.add(socket);
    return socket;
  }

  private static String get(String path) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n"
        + "Connection: close\r\n\r\n";
  }

  /** Requests one of each class, which fails if another request holds its only permit. */
  private static void assertOthersAreServed() throws Exception {
    assertThat(served.query("ASK { ?s ?p ?o }").body()).contains("true");
    assertThat(served.get("api/statements").statusCode()).isEqualTo(200);
    assertThat(
            served
                .send(
                    "POST",
                    "news/update",
                    "DELETE DATA { <urn:a> <urn:b> 1 }",
                    "Content-Type",
                    "application/sparql-update",
                    "Authorization",
                    Served.login(Served.EDITOR, Served.PASSWORD))
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void readers_that_take_nothing_keep_no_one_waiting_and_are_disconnected() throws Exception {
    for (int i = 0; i < CLIENTS; i++) {
      open(get(LARGE));
    }
    assertOthersAreServed();
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (logged("the client took the response too slowly") < CLIENTS) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
    for (Socket socket : sockets) {
      assertThat(remaining(socket)).isLessThan(1 << 20);
    }
  }

  private static long logged(String reason) throws IOException {
    return served.logged().stream().filter(line -> line.contains(reason)).count();
  }

  private static long remaining(Socket socket) throws IOException {
    long bytes = 0;
    byte[] buffer = new byte[8192];
    try (InputStream in = socket.getInputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
    } catch (SocketException e) {
      // The server has closed the connection, perhaps by a reset.
    }
    return bytes;
  }

  @Test
  void a_response_that_was_stored_arrives_as_it_was_written() throws Exception {
    LoadLimits single = new LoadLimits(0, 1, Duration.ofSeconds(30), 4 << 20);
    try (Served patient =
        new Served(folder.resolve("patient"), it -> it.withLimits(single, 64 << 20))) {
      Socket socket = open(patient, get(LARGE));
      // When another query has been answered, the large response has been written.
      assertThat(patient.query("ASK { ?s ?p ?o }").body()).contains("true");
      String late = new String(socket.getInputStream().readAllBytes(), UTF_8);
      Socket other = open(patient, get(LARGE));
      String prompt = new String(other.getInputStream().readAllBytes(), UTF_8);
      assertThat(late.length()).isGreaterThan(2 << 20);
      assertThat(withoutDate(late)).isEqualTo(withoutDate(prompt));
    }
  }

  private static String withoutDate(String response) {
    return response.replaceFirst("Date: .*", "").replaceFirst("Fuseki-Request-Id: .*", "");
  }

  private static final List<String> WITH_BODY =
      List.of(
          "POST /news/sparql application/sparql-query",
          "POST /reconcile application/x-www-form-urlencoded",
          "POST /mcp application/json",
          "PUT /news/data?default text/turtle",
          "POST /news/update application/sparql-update",
          "POST /api/articles application/json",
          "POST /query/check application/x-www-form-urlencoded");

  @Tag("full")
  @Test
  void bodies_that_drip_keep_no_one_waiting_and_are_refused() throws Exception {
    for (int i = 0; i < CLIENTS * WITH_BODY.size(); i++) {
      open(startOfBody(WITH_BODY.get(i % WITH_BODY.size())));
    }
    assertOthersAreServed();
    for (Socket socket : sockets) {
      assertThat(dripUntilAnswered(socket)).startsWith("HTTP/1.1 408");
    }
  }

  private static String startOfBody(String request) {
    String[] parts = request.split(" ", 3);
    return parts[0]
        + " "
        + parts[1]
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
        + parts[2]
        + "\r\nContent-Length: 3000000\r\n\r\n"
        + " ".repeat(200_000);
  }

  private static String dripUntilAnswered(Socket socket) throws IOException {
    socket.setSoTimeout(100);
    byte[] start = new byte[12];
    while (true) {
      socket.getOutputStream().write(' ');
      try {
        int read = socket.getInputStream().readNBytes(start, 0, start.length);
        return new String(start, 0, read, UTF_8);
      } catch (SocketTimeoutException e) {
        // Not answered yet.
      }
    }
  }

  @Test
  void a_large_body_arrives_as_it_was_sent() throws Exception {
    String padding = "# ünïcode\n".repeat(200_000);
    var answer =
        served.send(
            "POST",
            "news/sparql",
            padding + "SELECT (STRLEN('" + "ü".repeat(1000) + "') AS ?n) {}",
            "Content-Type",
            "application/sparql-query",
            "Accept",
            "text/csv");
    assertThat(answer.body()).contains("1000");
  }

  @Test
  void a_body_that_is_too_long_is_refused_even_without_a_length() throws Exception {
    String chunk = "10000\r\n" + "#".repeat(0x10000) + "\r\n";
    String answer =
        served.raw(
            "POST /news/sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Type: application/sparql-query\r\nConnection: close\r\n\r\n"
                + chunk.repeat(80)
                + "0\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("longer than 4194304 bytes");
  }

  @Test
  void a_body_that_is_no_valid_http_is_refused() throws Exception {
    String answer =
        served.raw(
            """
            POST /news/sparql HTTP/1.1
            Host: localhost
            Transfer-Encoding: chunked
            Content-Type: application/sparql-query
            Connection: close

            ZZ
            ASK {}
            0

            """
                .replace("\n", "\r\n"));
    assertThat(answer).startsWith("HTTP/1.1 400");
  }
}
