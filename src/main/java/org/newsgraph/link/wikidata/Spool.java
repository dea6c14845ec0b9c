package org.newsgraph.link.wikidata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.newsgraph.link.wikidata.DumpStream.Mark;

/**
 * Temporary files of the items of a dump, kept until the dump is read completely. A file appears
 * only when it is complete, together with the state of reading at that time.
 */
final class Spool implements AutoCloseable {
  /**
   * State of reading a dump.
   *
   * @param mark position at which reading resumes
   * @param lines number of lines read
   * @param items number of items in them
   * @param broken number of invalid lines
   * @param whole whether the dump was read completely
   */
  record State(Mark mark, long lines, long items, long broken, boolean whole) {
    static final State START = new State(Mark.START, 0, 0, 0, false);
  }

  private static final String ITEMS = ".items";
  private static final String STATE = ".properties";
  private static final String UNFINISHED = ".new";

  private final Path folder;
  private final List<Path> parts = new ArrayList<>();
  private final List<State> states = new ArrayList<>();
  private FileChannel file;
  private DataOutputStream out;

  Spool(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    for (Optional<State> next = read(0); next.isPresent(); next = read(parts.size())) {
      states.add(next.get());
      parts.add(path(parts.size(), ITEMS));
    }
  }

  /** Returns the state when the last part was completed. */
  State state() {
    return state(parts.size());
  }

  /** Returns the state when a number of parts were complete. */
  State state(int parts) {
    return parts == 0 ? State.START : states.get(parts - 1);
  }

  /** Returns the files of the complete parts. */
  List<Path> parts() {
    return List.copyOf(parts);
  }

  void add(ItemBlock block) throws IOException {
    if (out == null) {
      Path path = path(parts.size(), ITEMS + UNFINISHED);
      file =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
      out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
    }
    block.write(out);
  }

  /** Completes the current part and forces it to disk. */
  void finishPart(State reached) throws IOException {
    add(ItemBlock.EMPTY);
    out.flush();
    file.force(true);
    out.close();
    out = null;
    int part = parts.size();
    Path items = path(part, ITEMS);
    Files.move(path(part, ITEMS + UNFINISHED), items, StandardCopyOption.ATOMIC_MOVE);
    Path written = path(part, STATE + UNFINISHED);
    Files.writeString(
        written,
        text(reached),
        UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(written, path(part, STATE), StandardCopyOption.ATOMIC_MOVE);
    parts.add(items);
    states.add(reached);
  }

  /** Reads the blocks of a part, one at a time. */
  static void blocks(Path part, OrderedExecutor.Next<ItemBlock> next) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(part), 1 << 16))) {
      for (Optional<ItemBlock> block = ItemBlock.read(in);
          block.isPresent();
          block = ItemBlock.read(in)) {
        next.result(block.get());
      }
    }
  }

  private Path path(int part, String suffix) {
    return folder.resolve(String.format(Locale.ROOT, "%06d%s", part, suffix));
  }

  private static String text(State state) {
    return """
        packed=%d
        skip=%d
        lines=%d
        items=%d
        broken=%d
        whole=%s
        """
        .formatted(
            state.mark().packed(),
            state.mark().skip(),
            state.lines(),
            state.items(),
            state.broken(),
            state.whole());
  }

  private Optional<State> read(int part) throws IOException {
    Path path = path(part, STATE);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    Properties read = new Properties();
    read.load(new StringReader(Files.readString(path, UTF_8)));
    return Optional.of(
        new State(
            new Mark(number(read, "packed"), number(read, "skip")),
            number(read, "lines"),
            number(read, "items"),
            number(read, "broken"),
            Boolean.parseBoolean(read.getProperty("whole"))));
  }

  private static long number(Properties read, String key) {
    return Long.parseLong(read.getProperty(key, "0"));
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
