package org.newsgraph.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.newsgraph.io.AtomicFiles;
import org.newsgraph.io.IoErrors;

/**
 * Selection of the replica to serve among several copies of a database. A file in the folder of the
 * copies names it. A file can be replaced atomically on every system; a symbolic link cannot, and
 * Windows requires a privilege to create one.
 *
 * @param folder folder that contains the copies, or a single database
 */
public record ActiveReplica(Path folder) {
  /** Name of the selection file; its first line is the name of a folder beside it. */
  public static final String FILE = "current";

  /**
   * A selected copy.
   *
   * @param copy absolute path of the copy
   * @param at time of the selection; the epoch for a single database
   */
  public record Selection(Path copy, FileTime at) {}

  /** Tests whether a selection file exists. */
  public boolean isSelected() {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * Reads the current selection.
   *
   * @throws StoreException if no copy is named
   */
  public Selection selection() {
    if (Files.exists(folder.resolve(DatabaseFolder.SETTINGS))) {
      return new Selection(absolute(folder), FileTime.fromMillis(0));
    }
    Path file = folder.resolve(FILE);
    try {
      FileTime at = Files.getLastModifiedTime(file);
      String name = Files.readString(file, UTF_8).lines().findFirst().orElse("").strip();
      if (name.isEmpty()) {
        throw new StoreException(
            file + ": this file names no copy; write it with \"newsgraph swap\"");
      }
      return new Selection(absolute(folder.resolve(name)), at);
    } catch (IOException | RuntimeException e) {
      if (e instanceof StoreException reported) {
        throw reported;
      }
      if (isSelected()) {
        throw new StoreException(
            file + ": this file is damaged and names no copy; write it with \"newsgraph swap\"", e);
      }
      throw new StoreException(
          folder
              + ": there is neither a database here nor a file \"current\" that names a copy;"
              + " restore a backup into a subfolder, and select it with \"newsgraph swap\"",
          e);
    }
  }

  /**
   * Selects a copy, by writing the selection file of its parent folder.
   *
   * @throws StoreException if it is not a database, or the file cannot be written
   */
  public static void select(Path copy) {
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
