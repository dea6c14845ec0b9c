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
 * What a service has answered, kept in a file: one line an answer, with its question and date.
 *
 * <p>Lines are only ever added, each in one piece and after a line's end of its own. So several
 * processes may add to it at once, each sees what the others have added, and a line that was torn
 * by a crash spoils no other: its checksum is wrong, and it is passed over.
 */
final class ResponseCache implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHECKSUM = 8;

  private record Place(long begin, int length) {}

  private final Path file;
  private final FileChannel channel;
  private final FileChannel end;
  private final Instant fresh;
  private final Map<String, Place> places = new HashMap<>();
  private long known;

  private ResponseCache(Path file, FileChannel channel, FileChannel end, Instant fresh) {
    this.file = file;
    this.channel = channel;
    this.end = end;
    this.fresh = fresh;
  }

  /**
   * Opens the file; makes it where there is none.
   *
   * @param fresh answers from before are asked for again
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

  /** What was answered to a question; nothing where it has not been asked. */
  synchronized Optional<JsonNode> get(String question) {
    try {
      if (!places.containsKey(question)) {
        catchUp();
      }
      Place place = places.get(question);
      return place == null
          ? Optional.empty()
          : record(read(place.begin, place.length)).map(it -> it.path("answer"));
    } catch (IOException e) {
      throw new KnowledgeBaseException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Keeps an answer. */
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

  /** How many answers are kept. */
  synchronized int size() {
    try {
      catchUp();
      return places.size();
    } catch (IOException e) {
      throw new KnowledgeBaseException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  Path file() {
    return file;
  }

  /** Reads the lines that are new, whoever has written them. */
  private void catchUp() throws IOException {
    long size = channel.size();
    LineScan scan = new LineScan(channel, known);
    while (scan.next(size)) {
      if (scan.length() > 0) {
        Place place = new Place(scan.begin(), scan.length());
        record(scan.line())
            .filter(this::isFresh)
            .ifPresent(it -> places.put(it.path("question").asText(), place));
      }
      known = scan.end();
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
    if (line.length <= CHECKSUM + 1
        || !new String(line, 0, CHECKSUM, UTF_8).equals(checksum(line, CHECKSUM + 1))) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(line, CHECKSUM + 1, line.length - CHECKSUM - 1));
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
      places.clear();
    } catch (IOException e) {
      throw new KnowledgeBaseException(file + ": cannot be closed: " + e.getMessage(), e);
    }
  }
}
