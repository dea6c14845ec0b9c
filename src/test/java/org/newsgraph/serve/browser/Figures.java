package org.newsgraph.serve.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Measurements of the browser tests: a CSV file per subject, rewritten by each run. */
final class Figures {
  private static final Path FOLDER = Path.of("target", "browser");
  private static final ConcurrentHashMap<String, Figures> FILES = new ConcurrentHashMap<>();

  private final Path file;

  private Figures(String name, String columns) {
    file = FOLDER.resolve(name + ".csv");
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(file, columns + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the file with a name, with the column names as its first line. */
  static Figures in(String name, String columns) {
    return FILES.computeIfAbsent(name, it -> new Figures(it, columns));
  }

  synchronized void add(Object... values) {
    String line =
        Arrays.stream(values)
            .map(value -> "\"" + String.valueOf(value).replace("\"", "\"\"") + "\"")
            .collect(Collectors.joining(","));
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
