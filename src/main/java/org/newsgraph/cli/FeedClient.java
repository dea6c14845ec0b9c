package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches feeds politely: says who asks, keeps to robots.txt, and asks only for what is new (RFC
 * 9110, conditional requests).
 */
final class FeedClient {
  private static final String AGENT = "newsgraph";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int LARGEST = 32 << 20;
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  /** What a server said of the feed that we have. */
  private record Kept(Optional<String> tag, Optional<String> modified) {}

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(TIMEOUT)
          .build();

  private final Map<URI, Kept> versions = new HashMap<>();
  private final Map<String, RobotsTxt> robots = new HashMap<>();

  /**
   * The feed, or nothing where it has not changed since the last time.
   *
   * @throws IOException where it cannot be had; the message is one line that says why
   */
  Optional<byte[]> fetch(URI feed) throws IOException {
    if (!robots(feed).allows(path(feed))) {
      throw new IOException("the site's robots.txt does not let programs read it");
    }
    HttpRequest.Builder request = request(feed);
    Kept had = versions.get(feed);
    if (had != null) {
      had.tag().ifPresent(tag -> request.header("If-None-Match", tag));
      had.modified().ifPresent(date -> request.header("If-Modified-Since", date));
    }
    HttpResponse<InputStream> response = send(request.build());
    try (InputStream body = response.body()) {
      if (response.statusCode() == NOT_MODIFIED) {
        return Optional.empty();
      }
      if (response.statusCode() != OK) {
        throw new IOException("the server answers with status " + response.statusCode());
      }
      byte[] bytes = body.readNBytes(LARGEST);
      if (bytes.length == LARGEST) {
        throw new IOException("larger than any feed (" + (LARGEST >> 20) + " MiB)");
      }
      versions.put(
          feed,
          new Kept(
              response.headers().firstValue("ETag"),
              response.headers().firstValue("Last-Modified")));
      return Optional.of(bytes);
    }
  }

  private RobotsTxt robots(URI feed) throws IOException {
    String site = feed.getScheme() + "://" + feed.getRawAuthority();
    RobotsTxt known = robots.get(site);
    if (known != null) {
      return known;
    }
    HttpResponse<InputStream> response = send(request(URI.create(site + "/robots.txt")).build());
    try (InputStream body = response.body()) {
      int status = response.statusCode();
      if (status >= SERVER_ERROR) {
        throw new IOException("the site's robots.txt cannot be had now (status " + status + ")");
      }
      // A site without the file lets everybody read.
      String text = status >= CLIENT_ERROR ? "" : new String(body.readNBytes(1 << 19), UTF_8);
      RobotsTxt rules = RobotsTxt.of(text, AGENT);
      robots.put(site, rules);
      return rules;
    }
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(TIMEOUT)
        .header(
            "User-Agent",
            AGENT + "/" + Version.number() + " (reads news feeds; https://w3id.org/newsgraph)");
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new IOException("cannot be fetched (" + reason + ")", e);
    }
  }
}
