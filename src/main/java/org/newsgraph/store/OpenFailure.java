package org.newsgraph.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.dboe.DBOpEnvException;

/**
 * Reasons why the files of a database cannot be opened or read, with advice for users. Damage is
 * assumed only if nothing else explains the error, and no advice loses data.
 */
enum OpenFailure {
  IN_USE(
      "another process has this database open; stop it first, or, if it is \"newsgraph serve\","
          + " send requests to it over HTTP"),
  TOO_MANY_FILES(
      "the process may not open more files; raise the limit, for example with \"ulimit -n 4096\"."
          + " The database is intact"),
  DISK_FULL(
      "the disk is full; free some space and run the same command again. The database is intact"),
  READ_ONLY_DISK(
      "the database is on a read-only disk, and its files must be opened for writing even to be"
          + " read; copy the folder to another disk and use the copy. The database is intact"),
  PERMISSION(
      "permission denied: the files of the database must be opened for writing even to be read; run"
          + " the command as the user who owns them, or copy the folder and use the copy. The"
          + " database is intact"),
  DAMAGE(
      "the database cannot be read, and may be damaged. Keep the folder; restore a backup into"
          + " another folder, or build the articles again into one to which you have copied"
          + " corrections.csv");

  /** Free disk space below which a disk counts as full, in bytes. */
  private static final long FULL = 1 << 20;

  private final String advice;

  OpenFailure(String advice) {
    this.advice = advice;
  }

  /**
   * State of the disk and the files of a database. It is asked of the operating system, because the
   * messages of its errors depend on the user's language.
   *
   * @param readOnly whether the disk is mounted read-only
   * @param full whether the disk is full
   * @param writable whether this process may write to the files of TDB2
   */
  record DiskState(boolean readOnly, boolean full, boolean writable) {
    static DiskState of(Path folder) {
      try {
        FileStore disk = Files.getFileStore(folder);
        boolean full = disk.getTotalSpace() > 0 && disk.getUsableSpace() < FULL;
        return new DiskState(disk.isReadOnly(), full && !disk.isReadOnly(), isWritable(folder));
      } catch (IOException e) {
        return new DiskState(false, false, false);
      }
    }

    private static boolean isWritable(Path folder) {
      try (Stream<Path> files = Files.walk(folder, 2)) {
        return files
            .filter(file -> isPartOfDatabase(folder.relativize(file)))
            .allMatch(Files::isWritable);
      } catch (IOException | UncheckedIOException e) {
        return false;
      }
    }

    private static boolean isPartOfDatabase(Path file) {
      String first = file.getName(0).toString();
      return first.isEmpty() || first.startsWith("Data-") || first.equals("tdb.lock");
    }
  }

  /** Returns the exception for a database that TDB2 or Lucene cannot open or read. */
  static StoreException exception(Path folder, RuntimeException cause) {
    return exception(folder, cause, DiskState.of(folder));
  }

  static StoreException exception(Path folder, RuntimeException cause, DiskState disk) {
    OpenFailure reason = of(cause, disk);
    List<String> messages = messages(cause);
    return new StoreException(
        folder
            + ": "
            + reason.advice
            + (reason == DAMAGE ? " (" + messages.get(messages.size() - 1) + ")" : ""),
        cause);
  }

  private static OpenFailure of(RuntimeException cause, DiskState disk) {
    if (cause instanceof DBOpEnvException && mentions(cause, "get a lock")) {
      return IN_USE;
    }
    if (mentions(cause, "Too many open files")) {
      return TOO_MANY_FILES;
    }
    if (disk.full() || mentions(cause, "No space left")) {
      return DISK_FULL;
    }
    if (disk.readOnly()) {
      return READ_ONLY_DISK;
    }
    return disk.writable() ? DAMAGE : PERMISSION;
  }

  private static boolean mentions(Throwable cause, String text) {
    return messages(cause).stream().anyMatch(it -> it.contains(text));
  }

  /** Returns the messages of an exception and its causes. */
  private static List<String> messages(Throwable cause) {
    return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
        .map(it -> String.valueOf(it.getMessage()))
        .toList();
  }
}
