package org.newsgraph.serve.notify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.serve.SelfSigned;

/** Messages go to the checked address alone, and no receiver keeps a delivery for long. */
@Timeout(60)
final class WebhookSenderTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final byte[] BODY = "{\"a\":\"é\"}".getBytes(UTF_8);

  @TempDir static Path folder;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<ServerSocket> receivers = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    clock.shutdownNow();
    for (ServerSocket receiver : receivers) {
      receiver.close();
    }
  }

  private WebhookSender sender(Duration timeout) {
    return new WebhookSender(SSLSocketFactory::getDefault, timeout, clock);
  }

  /** The behaviour of a receiver once a client has connected. */
  @FunctionalInterface
  private interface Receiver {
    void handle(Socket client) throws Exception;
  }

  private int receiver(ServerSocket socket, Receiver behaviour) {
    receivers.add(socket);
    Thread thread =
        new Thread(
            () -> {
              while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                  behaviour.handle(client);
                } catch (Exception e) {
                  // The client or the test has closed the connection.
                }
              }
            },
            "receiver");
    thread.setDaemon(true);
    thread.start();
    return socket.getLocalPort();
  }

  private int receiver(Receiver behaviour) throws IOException {
    return receiver(new ServerSocket(0, 50, LOOPBACK), behaviour);
  }

  /** Returns a receiver that reads a message and sends a response. */
  private int responding(String response, CompletableFuture<String> message) throws IOException {
    return receiver(
        client -> {
          message.complete(readMessage(client.getInputStream()));
          client.getOutputStream().write(response.getBytes(ISO_8859_1));
          client.getOutputStream().flush();
        });
  }

  private static String readMessage(InputStream in) throws IOException {
    StringBuilder message = new StringBuilder();
    while (message.indexOf("\r\n\r\n") < 0) {
      message.append((char) in.read());
    }
    int length =
        Integer.parseInt(message.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    return message + new String(in.readNBytes(length), UTF_8);
  }

  private static WebhookTarget target(String url, InetAddress... addresses) {
    return new WebhookTarget(URI.create(url), List.of(addresses));
  }

  @Test
  void a_message_goes_to_the_checked_address_with_the_name_of_the_host() throws Exception {
    CompletableFuture<String> message = new CompletableFuture<>();
    int port = responding("HTTP/1.1 204 No Content\r\n\r\n", message);
    // A name that no name server knows: only the address given can be reached.
    sender(Duration.ofSeconds(20))
        .post(
            target("http://hook.example.invalid:" + port + "/a?b=c", LOOPBACK),
            Map.of("Newsgraph-Time", "7"),
            BODY);
    assertThat(message.get())
        .startsWith("POST /a?b=c HTTP/1.1\r\nHost: hook.example.invalid:" + port + "\r\n")
        .contains("\r\nNewsgraph-Time: 7\r\n", "\r\nConnection: close\r\n")
        .endsWith("\r\n\r\n" + new String(BODY, UTF_8));
  }

  @Test
  void the_next_address_is_tried_if_one_cannot_be_reached() throws Exception {
    CompletableFuture<String> message = new CompletableFuture<>();
    int port = responding("HTTP/1.0 200 OK\r\n\r\n", message);
    InetAddress nobody = InetAddress.getByName("127.0.0.2");
    sender(Duration.ofSeconds(20))
        .post(target("http://x.invalid:" + port + "/", nobody, LOOPBACK), Map.of(), BODY);
    assertThat(message).isCompleted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 202\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\nHTTP/1.1 201 C\r\n",
        "HTTP/1.1 200 OK\nContent-Length: 1000000\n\nx"
      })
  void a_status_of_success_suffices(String response) throws Exception {
    int port = responding(response, new CompletableFuture<>());
    sender(Duration.ofSeconds(20))
        .post(target("http://localhost:" + port + "/", LOOPBACK), Map.of(), BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 500 Internal Server Error\r\n\r\n",
        "HTTP/1.1 404 Not Found\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
        ""
      })
  void any_other_response_is_a_failure(String response) throws Exception {
    int port = responding(response, new CompletableFuture<>());
    assertThatThrownBy(
            () ->
                sender(Duration.ofSeconds(20))
                    .post(target("http://localhost:" + port + "/", LOOPBACK), Map.of(), BODY))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the receiver");
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    try (ServerSocket inside = new ServerSocket(0, 50, LOOPBACK)) {
      String location = "http://127.0.0.1:" + inside.getLocalPort() + "/secret";
      int port =
          responding(
              "HTTP/1.1 307 Temporary Redirect\r\nLocation: " + location + "\r\n\r\n",
              new CompletableFuture<>());
      assertThatThrownBy(
              () ->
                  sender(Duration.ofSeconds(20))
                      .post(target("http://localhost:" + port + "/", LOOPBACK), Map.of(), BODY))
          .hasMessageContaining("status 307");
      inside.setSoTimeout(1);
      assertThatThrownBy(inside::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static void drip(OutputStream out, UnaryOperator<String> next) throws Exception {
    String text = "H";
    while (true) {
      out.write(text.getBytes(ISO_8859_1));
      out.flush();
      text = next.apply(text);
    }
  }

  @Test
  void a_receiver_that_does_not_respond_ends_at_the_timeout() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    List<Receiver> slow =
        List.of(
            client -> never.await(),
            client -> drip(client.getOutputStream(), text -> ""),
            client -> drip(client.getOutputStream(), text -> "x"));
    byte[] large = new byte[32 << 20];
    for (Receiver behaviour : slow) {
      int port = receiver(behaviour);
      assertThatThrownBy(
              () ->
                  sender(Duration.ofMillis(300))
                      .post(target("http://localhost:" + port + "/", LOOPBACK), Map.of(), large))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void closing_the_sender_ends_its_deliveries() throws Exception {
    CompletableFuture<String> message = new CompletableFuture<>();
    CountDownLatch never = new CountDownLatch(1);
    int port =
        receiver(
            client -> {
              message.complete(readMessage(client.getInputStream()));
              never.await();
            });
    WebhookSender sender = sender(Duration.ofHours(1));
    CompletableFuture<Void> delivery =
        CompletableFuture.runAsync(
            () -> {
              try {
                sender.post(target("http://localhost:" + port + "/", LOOPBACK), Map.of(), BODY);
              } catch (IOException e) {
                throw new IllegalStateException(e.getMessage());
              }
            });
    message.get();
    sender.close();
    assertThatThrownBy(delivery::get).hasMessageContaining("the server is stopping");
  }

  @Test
  void the_certificate_must_be_that_of_the_name_and_not_of_the_address() throws Exception {
    SSLContext tls =
        SelfSigned.create(folder.resolve("receiver.p12"), "a long password", "dns:hook.invalid")
            .context();
    CompletableFuture<String> message = new CompletableFuture<>();
    int port =
        receiver(
            tls.getServerSocketFactory().createServerSocket(0, 50, LOOPBACK),
            client -> {
              message.complete(readMessage(client.getInputStream()));
              client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
              client.getOutputStream().flush();
            });
    WebhookSender sender = new WebhookSender(tls::getSocketFactory, Duration.ofSeconds(20), clock);
    assertThatThrownBy(
            () -> sender.post(target("https://other.invalid:" + port, LOOPBACK), Map.of(), BODY))
        .isInstanceOf(SSLException.class);
    assertThatThrownBy(
            () -> sender.post(target("https://127.0.0.1:" + port, LOOPBACK), Map.of(), BODY))
        .isInstanceOf(SSLException.class);
    WebhookSender untrusting =
        new WebhookSender(SSLSocketFactory::getDefault, Duration.ofSeconds(20), clock);
    assertThatThrownBy(
            () -> untrusting.post(target("https://hook.invalid:" + port, LOOPBACK), Map.of(), BODY))
        .isInstanceOf(SSLException.class);
    assertThat(message).isNotDone();
    sender.post(target("https://hook.invalid:" + port, LOOPBACK), Map.of(), BODY);
    assertThat(message.get()).contains("\r\nHost: hook.invalid:" + port + "\r\n");
  }
}
