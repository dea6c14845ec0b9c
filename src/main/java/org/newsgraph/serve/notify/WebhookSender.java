package org.newsgraph.serve.notify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts messages by HTTP/1.1 (RFC 9112), each over a connection of its own to an address that has
 * been checked. The HTTP client of the JDK cannot be used, since before Java 18 it resolves names
 * by itself. Only the status of the response is read: its content, however long or slow, does not
 * matter, and redirects are not followed.
 */
final class WebhookSender implements AutoCloseable {
  /** Maximum number of bytes before the status of the response, including interim responses. */
  private static final int MAX_HEAD_BYTES = 16 << 10;

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

  private final Supplier<SocketFactory> tls;
  private final Duration timeout;
  private final ScheduledExecutorService clock;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Creates a sender.
   *
   * @param tls supplies the {@link SSLSocketFactory}, which decides which certificates are trusted;
   *     called for the first message over https, since it may have to load all certificates
   * @param timeout maximum duration of a delivery, from the connection to the status
   * @param clock ends deliveries at their timeout
   */
  WebhookSender(Supplier<SocketFactory> tls, Duration timeout, ScheduledExecutorService clock) {
    this.tls = tls;
    this.timeout = timeout;
    this.clock = clock;
  }

  /**
   * Posts a message.
   *
   * @param headers the headers besides Host, Connection and Content-Length
   * @throws IOException if the receiver cannot be reached or its response has a status other than
   *     2xx; the message is a phrase for users
   */
  void post(WebhookTarget target, Map<String, String> headers, byte[] body) throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    IOException failure = null;
    for (InetAddress address : target.addresses()) {
      try (Socket socket = new Socket(Proxy.NO_PROXY)) {
        int status = exchange(socket, address, target, end, request(target, headers, body), body);
        if (status / 100 != 2) {
          throw new RefusedException("the receiver responded with status " + status);
        }
        return;
      } catch (RefusedException e) {
        throw e;
      } catch (IOException e) {
        failure = e;
      }
      if (closed || System.nanoTime() >= end) {
        throw new IOException(
            closed
                ? "the server is stopping"
                : "the receiver did not respond within " + timeout.toSeconds() + " s");
      }
    }
    throw failure;
  }

  /** Thrown if the receiver has responded with a status other than 2xx. */
  private static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  private int exchange(
      Socket socket, InetAddress address, WebhookTarget target, long end, byte[] head, byte[] body)
      throws IOException {
    long remaining = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    // Closing the socket is the only way to end a write that the receiver does not read.
    ScheduledFuture<?> alarm =
        clock.schedule(() -> closeQuietly(socket), remaining, TimeUnit.MILLISECONDS);
    open.add(socket);
    try {
      if (closed) {
        // Thrown as for a socket that close() has closed.
        throw new SocketException("closed");
      }
      socket.connect(new InetSocketAddress(address, target.port()), Math.toIntExact(remaining));
      Socket channel = target.isSecure() ? secure(socket, target) : socket;
      OutputStream out = channel.getOutputStream();
      out.write(head);
      out.write(body);
      out.flush();
      return status(new BufferedInputStream(channel.getInputStream()));
    } finally {
      alarm.cancel(false);
      open.remove(socket);
    }
  }

  /** Starts TLS, in which the certificate must be that of the host's name, not of its address. */
  private Socket secure(Socket socket, WebhookTarget target) throws IOException {
    SSLSocket channel =
        (SSLSocket)
            ((SSLSocketFactory) tls.get()).createSocket(socket, target.host(), target.port(), true);
    SSLParameters parameters = channel.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    channel.setSSLParameters(parameters);
    channel.startHandshake();
    return channel;
  }

  private static byte[] request(WebhookTarget target, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(target.requestTarget()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(target.hostHeader()).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n");
    head.append("Connection: close\r\n\r\n");
    return head.toString().getBytes(US_ASCII);
  }

  /** Reads the status of the final response, after any interim ones (RFC 9110, section 15.2). */
  private static int status(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int status = 0;
    for (int i = 0; i < MAX_HEAD_BYTES; i++) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      if (next != '\n') {
        line.append((char) next);
        continue;
      }
      String text = line.toString().stripTrailing();
      line.setLength(0);
      if (status == 0) {
        Matcher matcher = STATUS_LINE.matcher(text);
        if (!matcher.matches()) {
          break;
        }
        status = Integer.parseInt(matcher.group(1));
        if (status >= 200) {
          return status;
        }
      } else if (text.isEmpty()) {
        status = 0;
      }
    }
    throw new IOException("the receiver did not respond with HTTP");
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The connection has ended in either case.
    }
  }

  /** Ends all deliveries, and lets further ones fail. */
  @Override
  public void close() {
    closed = true;
    open.forEach(WebhookSender::closeQuietly);
  }
}
