package org.newsgraph.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.newsgraph.io.AtomicFiles;
import org.newsgraph.io.IoErrors;

/**
 * Which of several copies of a database is to be served: a file in the folder where the copies lie
 * names it. A file can be replaced in one step on every system; a symbolic link cannot, and on
 * Windows not everyone may make one.
 *
 * @param folder where the copies lie, or a single database, which then is the one
 */
public record ActiveReplica(Path folder) {
  /** The file: in its first line, the name of a folder beside it. */
  public static final String FILE = "current";

  /**
   * What was chosen.
   *
   * @param at when
   */
  public record Selection(Path copy, FileTime at) {}

  /** Whether there is a choice, or one database alone. */
  public boolean isChosen() {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * The copy to serve now.
   *
   * @throws StoreException where none is named
   */
  public Selection choice() {
    if (Files.exists(folder.resolve(DatabaseFolder.SETTINGS))) {
      return new Selection(absolute(folder), FileTime.fromMillis(0));
    }
    Path file = folder.resolve(FILE);
    try {
      FileTime at = Files.getLastModifiedTime(file);
      String name = Files.readString(file, UTF_8).lines().findFirst().orElse("").strip();
      if (name.isEmpty()) {
        throw new StoreException(file + ": this file names no copy; \"newsgraph swap\" writes it");
      }
      return new Selection(absolute(folder.resolve(name)), at);
    } catch (IOException | RuntimeException e) {
      if (e instanceof StoreException told) {
        throw told;
      }
      throw new StoreException(
          folder
              + ": here is no database, and no file \"current\" that names a copy of one; restore a"
              + " backup into a folder in it, and name that to \"newsgraph swap\"",
          e);
    }
  }

  /**
   * Chooses a copy, for the folder that it lies in.
   *
   * @throws StoreException where it is no database, or the folder cannot be written to
   */
  public static void choose(Path copy) {
    if (new DatabaseFolder(copy).iris().isEmpty()) {
      throw new StoreException(
          copy + ": there is no Newsgraph database here; restore a backup first");
    }
    Path folder = absolute(copy).getParent();
    Path file = folder.resolve(FILE);
    try {
      AtomicFiles.write(file, absolute(copy).getFileName() + "\n");
    } catch (IOException e) {
      throw new StoreException(file + ": cannot be written (" + IoErrors.describe(e) + ")", e);
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
