package org.newsgraph.link.wikidata;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.io.OrderedExecutor;
import org.newsgraph.io.PropertiesFile;
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
   * @param invalidLines number of invalid lines
   * @param complete whether the dump was read completely
   */
  record State(Mark mark, long lines, long items, long invalidLines, boolean complete) {
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
    PropertiesFile.write(path(part, STATE), properties(reached));
    parts.add(items);
    states.add(reached);
  }

  /** Reads the blocks of a part, one at a time. */
  static void blocks(Path part, OrderedExecutor.Receiver<ItemBlock> next) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(part), 1 << 16))) {
      for (Optional<ItemBlock> block = ItemBlock.read(in);
          block.isPresent();
          block = ItemBlock.read(in)) {
        next.accept(block.get());
      }
    }
  }

  private Path path(int part, String suffix) {
    return folder.resolve(String.format(Locale.ROOT, "%06d%s", part, suffix));
  }

  private static Map<String, Object> properties(State state) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("packed", state.mark().bit());
    properties.put("skip", state.mark().skip());
    properties.put("lines", state.lines());
    properties.put("items", state.items());
    properties.put("broken", state.invalidLines());
    properties.put("whole", state.complete());
    return properties;
  }

  private Optional<State> read(int part) throws IOException {
    Path path = path(part, STATE);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    PropertiesFile state = PropertiesFile.read(path);
    return Optional.of(
        new State(
            new Mark(state.number("packed"), state.number("skip")),
            state.number("lines"),
            state.number("items"),
            state.number("broken"),
            Boolean.parseBoolean(state.get("whole"))));
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
