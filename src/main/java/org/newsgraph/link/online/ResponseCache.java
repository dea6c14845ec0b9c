package org.newsgraph.link.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * A cache of a service's responses in a file, with one response per line, its key and its date.
 *
 * <p>Lines are only appended, each in one write that starts with a line end. Several processes may
 * therefore append at once, and each sees the lines of the others. A line that a crash truncated
 * does not affect other lines; it fails its checksum and is skipped.
 */
final class ResponseCache implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHECKSUM_LENGTH = 8;

  private record Location(long begin, int length) {}

  private final Path file;
  private final FileChannel channel;
  private final FileChannel end;
  private final Instant fresh;
  private final Map<String, Location> locations = new HashMap<>();
  private long scannedUpTo;

  private ResponseCache(Path file, FileChannel channel, FileChannel end, Instant fresh) {
    this.file = file;
    this.channel = channel;
    this.end = end;
    this.fresh = fresh;
  }

  /**
   * Opens the cache file, or creates it.
   *
   * @param fresh time before which cached responses are out of date
   */
  static ResponseCache open(Path file, Instant fresh) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel end =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      return new ResponseCache(file, channel, end, fresh);
    } catch (IOException e) {
      throw new KnowledgeBaseException(file + ": cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Returns the cached response for a key. */
  synchronized Optional<JsonNode> get(String question) {
    try {
      if (!locations.containsKey(question)) {
        catchUp();
      }
      Location location = locations.get(question);
      return location == null
          ? Optional.empty()
          : record(read(location.begin, location.length)).map(it -> it.path("answer"));
    } catch (IOException e) {
      throw new KnowledgeBaseException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Appends a response. */
  synchronized void put(String question, JsonNode answer, Instant date) {
    ObjectNode object = JSON.createObjectNode();
    object.put("question", question).put("date", date.toString()).set("answer", answer);
    byte[] json = object.toString().getBytes(UTF_8);
    byte[] head = ("\n" + checksum(json, 0) + " ").getBytes(UTF_8);
    ByteBuffer line = ByteBuffer.allocate(head.length + json.length + 1);
    line.put(head).put(json).put((byte) '\n').flip();
    try {
      while (line.hasRemaining()) {
        end.write(line);
      }
    } catch (IOException e) {
      throw new KnowledgeBaseException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** Returns the number of cached responses. */
  synchronized int size() {
    try {
      catchUp();
      return locations.size();
    } catch (IOException e) {
      throw new KnowledgeBaseException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  Path file() {
    return file;
  }

  /** Reads the lines that this or another process has appended since the last call. */
  private void catchUp() throws IOException {
    long size = channel.size();
    LineScan scan = new LineScan(channel, scannedUpTo);
    while (scan.next(size)) {
      if (scan.length() > 0) {
        Location location = new Location(scan.start(), scan.length());
        record(scan.line())
            .filter(this::isFresh)
            .ifPresent(it -> locations.put(it.path("question").asText(), location));
      }
      scannedUpTo = scan.end();
    }
  }

  private boolean isFresh(JsonNode record) {
    try {
      return !Instant.parse(record.path("date").asText()).isBefore(fresh);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private byte[] read(long begin, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (int read = 0; read >= 0 && bytes.hasRemaining(); ) {
      read = channel.read(bytes, begin + bytes.position());
    }
    return bytes.array();
  }

  private static Optional<JsonNode> record(byte[] line) {
    if (line.length <= CHECKSUM_LENGTH + 1
        || !new String(line, 0, CHECKSUM_LENGTH, UTF_8)
            .equals(checksum(line, CHECKSUM_LENGTH + 1))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          JSON.readTree(line, CHECKSUM_LENGTH + 1, line.length - CHECKSUM_LENGTH - 1));
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new AssertionError("bytes in memory can be read", e);
    }
  }

  private static String checksum(byte[] bytes, int from) {
    CRC32 sum = new CRC32();
    sum.update(bytes, from, bytes.length - from);
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  @Override
  public synchronized void close() {
    try (end;
        channel) {
      locations.clear();
    } catch (IOException e) {
      throw new KnowledgeBaseException(file + ": cannot be closed: " + e.getMessage(), e);
    }
  }
}
