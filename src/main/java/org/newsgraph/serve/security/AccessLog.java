package org.newsgraph.serve.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.newsgraph.serve.http.RequestAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes every request, one JSON object a line: when, from where, who, what, how it ended, how long
 * it took. Of one that was slow, refused or failed it also notes the SPARQL and the reason. JSON
 * keeps whatever a request holds on its line.
 */
public final class AccessLog implements RequestLog, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long LARGEST = 64L << 20;
  private static final int LONGEST = 4000;
  private static final int LONGEST_PATH = 500;

  private final Path file;
  private final Duration slow;
  private BufferedWriter out;
  private long bytes;

  /**
   * Opens the file, or goes on in it.
   *
   * @param file to append to; when it gets large, it is kept under its name with ".1", and a new
   *     one begins
   * @param slow from when on a request is a slow one
   */
  public AccessLog(Path file, Duration slow) {
    this.file = file;
    this.slow = slow;
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open() throws IOException {
    out =
        Files.newBufferedWriter(file, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    bytes = Files.size(file);
  }

  @Override
  public void log(Request request, Response response) {
    long micros = (System.nanoTime() - request.getBeginNanoTime()) / 1000;
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", Instant.now().toString());
    line.put("client", Request.getRemoteAddr(request));
    put(line, "user", request.getAttribute(RequestAttributes.USER));
    line.put("method", cut(request.getMethod(), LONGEST_PATH));
    line.put("path", cut(request.getHttpURI().getPath(), LONGEST_PATH));
    line.put("status", response.getStatus());
    line.put("bytes", Response.getContentBytesWritten(response));
    line.put("ms", micros / 1000.0);
    put(line, "agent", request.getHeaders().get("User-Agent"));
    boolean isSlow = micros >= slow.toNanos() / 1000;
    put(line, "reason", request.getAttribute(RequestAttributes.REASON));
    if (isSlow) {
      line.put("slow", true);
    }
    if (isSlow || response.getStatus() >= 400) {
      put(line, "sparql", request.getAttribute(RequestAttributes.SPARQL));
    }
    write(line);
  }

  private static void put(Map<String, Object> line, String name, Object value) {
    if (value != null) {
      line.put(name, cut(value.toString(), LONGEST));
    }
  }

  private static String cut(String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length) + "…";
  }

  private synchronized void write(Map<String, Object> line) {
    try {
      String text = MAPPER.writeValueAsString(line) + "\n";
      out.write(text);
      out.flush();
      bytes += text.length();
      if (bytes > LARGEST) {
        out.close();
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
        open();
      }
    } catch (IOException e) {
      // To stop answering would help nobody.
      LOG.error("{}: cannot be written", file, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      LOG.error("{}: cannot be written", file, e);
    }
  }
}
