package org.newsgraph.ingest;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.io.ProgramVersion;

/**
 * HTTP client for feeds that identifies itself, respects robots.txt, and fetches a feed only if it
 * has changed (RFC 9110, conditional requests).
 */
public final class FeedClient {
  private static final String AGENT = "newsgraph";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Maximum size of a feed, in bytes. */
  private static final int MAX_BYTES = 32 << 20;

  /** Number of bytes of robots.txt that count; RFC 9309 asks for at least 500 KiB. */
  private static final int MAX_ROBOTS = 1 << 19;

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  /** The validators of the version of a feed that was fetched last. */
  private record Validators(Optional<String> tag, Optional<String> modified) {}

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(TIMEOUT)
          .build();

  private final Map<URI, Validators> versions = new HashMap<>();
  private final Map<String, BaseRobotRules> robots = new HashMap<>();

  /**
   * Fetches a feed. Returns empty if it has not changed since the last time.
   *
   * @throws IOException if the feed cannot be fetched; the message is one line that gives the
   *     reason
   */
  public Optional<byte[]> fetch(URI feed) throws IOException {
    if (!robots(feed).isAllowed(feed.toString())) {
      throw new IOException("the site's robots.txt does not allow this feed to be fetched");
    }
    HttpRequest.Builder request = request(feed);
    Validators last = versions.get(feed);
    if (last != null) {
      last.tag().ifPresent(tag -> request.header("If-None-Match", tag));
      last.modified().ifPresent(date -> request.header("If-Modified-Since", date));
    }
    HttpResponse<InputStream> response = send(request.build());
    try (InputStream body = response.body()) {
      if (response.statusCode() == NOT_MODIFIED) {
        return Optional.empty();
      }
      if (response.statusCode() != OK) {
        throw new IOException("the server responded with status " + response.statusCode());
      }
      byte[] bytes = body.readNBytes(MAX_BYTES);
      if (bytes.length == MAX_BYTES) {
        throw new IOException("the feed is larger than " + (MAX_BYTES >> 20) + " MiB");
      }
      versions.put(
          feed,
          new Validators(
              response.headers().firstValue("ETag"),
              response.headers().firstValue("Last-Modified")));
      return Optional.of(bytes);
    }
  }

  private BaseRobotRules robots(URI feed) throws IOException {
    String site = feed.getScheme() + "://" + feed.getRawAuthority();
    BaseRobotRules known = robots.get(site);
    if (known != null) {
      return known;
    }
    HttpResponse<InputStream> response = send(request(URI.create(site + "/robots.txt")).build());
    try (InputStream body = response.body()) {
      int status = response.statusCode();
      if (status >= SERVER_ERROR) {
        throw new IOException(
            "the site's robots.txt is not available (status " + status + "); try again later");
      }
      // A site without robots.txt allows everything (RFC 9309).
      byte[] text = status >= CLIENT_ERROR ? new byte[0] : body.readNBytes(MAX_ROBOTS);
      BaseRobotRules rules = rules(site, text);
      robots.put(site, rules);
      return rules;
    }
  }

  /** Parses the rules of a site for this program (RFC 9309). */
  static BaseRobotRules rules(String site, byte[] text) {
    return new SimpleRobotRulesParser()
        .parseContent(site + "/robots.txt", text, "text/plain", List.of(AGENT));
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(TIMEOUT)
        .header(
            "User-Agent",
            AGENT
                + "/"
                + ProgramVersion.number()
                + " (reads news feeds; https://w3id.org/newsgraph)");
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
