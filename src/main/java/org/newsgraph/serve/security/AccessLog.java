package org.newsgraph.serve.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
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
import org.newsgraph.io.DamagedFiles;
import org.newsgraph.serve.http.RequestAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs every request as one JSON object per line: time, client, user, method, path, status, size
 * and duration. For slow, refused and failed requests, it adds the SPARQL and the reason. JSON
 * escaping keeps line breaks in a request from starting a new line.
 */
public final class AccessLog implements RequestLog, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long MAX_FILE_BYTES = 64L << 20;
  private static final int MISDIRECTED = 421;
  private static final int MAX_VALUE_LENGTH = 4000;
  private static final int MAX_PATH_LENGTH = 500;

  private final Path file;
  private final Duration slow;
  private BufferedWriter out;
  private long bytes;

  /**
   * Opens the log file, or creates it.
   *
   * @param file the file to append to; when it exceeds 64 MiB, it is renamed to end in ".1", and a
   *     new file is started
   * @param slow duration from which a request is logged as slow
   */
  public AccessLog(Path file, Duration slow) {
    this.file = file;
    this.slow = slow;
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      if (Files.isDirectory(file)) {
        DamagedFiles.setAside(file)
            .ifPresent(
                place -> LOG.warn("{}: this is a folder; it was renamed to {}", file, place));
      }
      open();
      if (!endsWithLine()) {
        out.write("\n");
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open() throws IOException {
    out =
        Files.newBufferedWriter(file, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    bytes = Files.size(file);
  }

  /** Tests whether the file is empty or its last line is complete. */
  private boolean endsWithLine() throws IOException {
    if (bytes == 0) {
      return true;
    }
    try (RandomAccessFile last = new RandomAccessFile(file.toFile(), "r")) {
      last.seek(bytes - 1);
      return last.read() == '\n';
    }
  }

  @Override
  public void log(Request request, Response response) {
    long micros = (System.nanoTime() - request.getBeginNanoTime()) / 1000;
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", Instant.now().toString());
    line.put("client", Request.getRemoteAddr(request));
    put(line, "user", request.getAttribute(RequestAttributes.USER));
    line.put("method", truncate(request.getMethod(), MAX_PATH_LENGTH));
    line.put("path", truncate(request.getHttpURI().getPath(), MAX_PATH_LENGTH));
    line.put("status", response.getStatus());
    line.put("bytes", Response.getContentBytesWritten(response));
    line.put("ms", micros / 1000.0);
    put(line, "agent", request.getHeaders().get("User-Agent"));
    boolean isSlow = micros >= slow.toNanos() / 1000;
    put(line, "reason", request.getAttribute(RequestAttributes.REASON));
    if (isSlow) {
      line.put("slow", true);
    }
    if (response.getStatus() == MISDIRECTED) {
      put(line, "host", request.getHeaders().get("Host"));
    }
    if (isSlow || response.getStatus() >= 400) {
      put(line, "sparql", request.getAttribute(RequestAttributes.SPARQL));
    }
    write(line);
  }

  private static void put(Map<String, Object> line, String name, Object value) {
    if (value != null) {
      line.put(name, truncate(value.toString(), MAX_VALUE_LENGTH));
    }
  }

  private static String truncate(String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length) + "…";
  }

  private synchronized void write(Map<String, Object> line) {
    try {
      String text = MAPPER.writeValueAsString(line) + "\n";
      out.write(text);
      out.flush();
      bytes += text.length();
      if (bytes > MAX_FILE_BYTES) {
        out.close();
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
        open();
      }
    } catch (IOException e) {
      // The server continues without logging.
      LOG.error("{}: cannot write to the access log", file, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      LOG.error("{}: cannot write to the access log", file, e);
    }
  }
}
