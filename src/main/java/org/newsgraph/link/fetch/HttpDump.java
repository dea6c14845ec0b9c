package org.newsgraph.link.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.link.online.HttpSender;
import org.newsgraph.link.online.RequestPolicy;
import org.newsgraph.link.online.RetryLoop;
import org.newsgraph.link.online.ServiceRequest;
import org.newsgraph.link.online.WaitingClock;
import org.newsgraph.link.wikidata.DumpSource;

/**
 * A dump on a web server, which is read while it is downloaded and not stored. A broken connection
 * is continued at the byte where it stopped, with a range request (RFC 9110), provided that the
 * server still has the same dump.
 */
public final class HttpDump implements DumpSource {
  private static final int PARTIAL = 206;
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+)");

  /**
   * The state of the dump on the server.
   *
   * @param size size in bytes; -1 if the server does not give it
   * @param validator ETag or date of modification; empty if the server gives neither
   * @param ranges whether the server supports range requests
   */
  private record Version(long size, String validator, boolean ranges) {
    static Version of(HttpResponse<?> response) {
      HttpHeaders headers = response.headers();
      // A weak tag cannot prove that the bytes are the same.
      String validator =
          headers
              .firstValue("ETag")
              .filter(tag -> !tag.startsWith("W/"))
              .or(() -> headers.firstValue("Last-Modified"))
              .orElse("");
      Optional<Matcher> range = range(response);
      return new Version(
          range.isPresent()
              ? Long.parseLong(range.get().group(2))
              : headers.firstValueAsLong("Content-Length").orElse(-1),
          validator,
          range.isPresent());
    }

    boolean isSameContent(Version other) {
      boolean sizesKnown = size >= 0 && other.size >= 0;
      return (!sizesKnown || size == other.size) && validator.equals(other.validator);
    }
  }

  private final URI address;
  private final RequestPolicy policy;
  private final HttpSender sender;
  private final RetryLoop retries;
  private Optional<Version> version = Optional.empty();

  /**
   * @param address http or https URL of the dump
   * @param policy time limits: for a response or the next part of it, and for all attempts to
   *     continue
   */
  public HttpDump(URI address, RequestPolicy policy, WaitingClock clock) {
    this.address = address;
    this.policy = policy;
    sender = new HttpSender(policy, clock);
    retries = new RetryLoop(sender, policy, clock, RandomGenerator.getDefault());
  }

  @Override
  public String name() {
    String path = address.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public long size() {
    return version().size();
  }

  @Override
  public String fingerprint(long bytes) {
    return version().validator() + " " + version().size();
  }

  @Override
  public boolean isReplaceable() {
    return true;
  }

  private Version version() {
    if (version.isEmpty()) {
      HttpResponse<InputStream> response =
          retries.run(address, () -> send(Map.of("Range", "bytes=0-0")));
      close(response);
      version = Optional.of(Version.of(response));
    }
    return version.get();
  }

  private HttpResponse<InputStream> send(Map<String, String> headers)
      throws IOException, InterruptedException {
    ServiceRequest request = ServiceRequest.get(address, Map.of());
    return sender.send(request, headers, TimedBody.handler(policy.timeout()));
  }

  private static void close(HttpResponse<InputStream> response) {
    try {
      response.body().close();
    } catch (IOException e) {
      // The connection is not needed any more.
    }
  }

  private static Optional<Matcher> range(HttpResponse<?> response) {
    return response.statusCode() != PARTIAL
        ? Optional.empty()
        : response
            .headers()
            .firstValue("Content-Range")
            .map(CONTENT_RANGE::matcher)
            .filter(Matcher::matches);
  }

  @Override
  public InputStream open(long offset) throws IOException {
    return new ResumingStream(offset);
  }

  /** Sends a request for the rest of the dump. */
  private InputStream connect(long offset) throws IOException {
    Version expected = version();
    Map<String, String> headers = new HashMap<>();
    if (offset > 0) {
      if (!expected.ranges()) {
        throw HttpSender.failure(
            address,
            "the download stopped after "
                + offset
                + " bytes, and the server cannot continue it (no range requests); download the"
                + " file and build from it",
            null);
      }
      headers.put("Range", "bytes=" + offset + "-");
      if (!expected.validator().isEmpty()) {
        headers.put("If-Range", expected.validator());
      }
    }
    Connection connection = retries.run(address, () -> connection(headers));
    HttpResponse<InputStream> response = connection.response();
    boolean atOffset =
        offset == 0
            || range(response).filter(it -> Long.parseLong(it.group(1)) == offset).isPresent();
    if (!Version.of(response).isSameContent(expected) || !atOffset) {
      close(response);
      version = Optional.empty();
      throw new ReplacedDumpException(address + ": the dump was replaced while it was read");
    }
    return connection.body();
  }

  /** A response with its body, of which the first byte has arrived. */
  private record Connection(HttpResponse<InputStream> response, InputStream body) {}

  private Connection connection(Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> response = send(headers);
    PushbackInputStream body = new PushbackInputStream(response.body());
    int first = body.read();
    if (first >= 0) {
      body.unread(first);
    } else if (size() > 0) {
      throw new IOException("the server closed the connection");
    }
    return new Connection(response, body);
  }

  @Override
  public String toString() {
    return HttpSender.withoutQuery(address);
  }

  /** A stream that connects again when the connection breaks. */
  private final class ResumingStream extends InputStream {
    private long position;
    private InputStream body;

    ResumingStream(long offset) throws IOException {
      position = offset;
      body = connect(offset);
    }

    @Override
    public int read() throws IOException {
      byte[] single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      while (length > 0) {
        try {
          int count = body.read(bytes, offset, length);
          if (count > 0) {
            position += count;
            return count;
          }
          if (size() < 0 || position >= size()) {
            return -1;
          }
        } catch (IOException e) {
          if (Thread.currentThread().isInterrupted()) {
            throw e;
          }
        }
        // The connection broke, or the server closed it too early.
        body.close();
        body = connect(position);
      }
      return 0;
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }
}
