package org.newsgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files have become new or other since the last look. One that still grows is given once it
 * looks the same two times in a row.
 */
final class ChangedFiles {
  private record State(FileTime time, long size) {}

  private final Map<Path, State> known = new HashMap<>();
  private final Map<Path, State> growing = new HashMap<>();

  /** All of these are known as they are. */
  void know(List<Path> files) {
    files.forEach(
        file -> {
          State state = state(file);
          if (state != null) {
            known.put(file, state);
          }
        });
  }

  /** Those of these files that are to be read now. */
  List<Path> look(List<Path> files) {
    List<Path> changed = new ArrayList<>();
    for (Path file : files) {
      State state = state(file);
      if (state != null && !state.equals(known.get(file))) {
        if (state.equals(growing.put(file, state))) {
          growing.remove(file);
          known.put(file, state);
          changed.add(file);
        }
      }
    }
    return changed;
  }

  private static State state(Path file) {
    try {
      return new State(Files.getLastModifiedTime(file), Files.size(file));
    } catch (IOException e) {
      // It has gone again.
      return null;
    }
  }
}
