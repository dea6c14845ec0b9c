package org.newsgraph.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Detector of new and changed files. A file is reported when two scans in a row have seen the same
 * size and modification time, so that a file which is still being written is not read too early.
 */
public final class ChangedFiles {
  private record State(FileTime time, long size) {}

  private final Map<Path, State> known = new HashMap<>();
  private final Map<Path, State> pending = new HashMap<>();

  /** Records the current state of files, so that only later changes are reported. */
  public void recordState(List<Path> files) {
    files.forEach(
        file -> {
          State state = state(file);
          if (state != null) {
            known.put(file, state);
          }
        });
  }

  /** Scans files and returns those that have changed and are complete. */
  public List<Path> scan(List<Path> files) {
    List<Path> changed = new ArrayList<>();
    for (Path file : files) {
      State state = state(file);
      if (state != null && !state.equals(known.get(file))) {
        if (state.equals(pending.put(file, state))) {
          pending.remove(file);
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
      // The file has been deleted in the meantime.
      return null;
    }
  }
}
