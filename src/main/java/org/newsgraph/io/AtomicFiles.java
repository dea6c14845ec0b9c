package org.newsgraph.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** Writes files that are complete or absent, even if the program or the machine stops midway. */
public final class AtomicFiles {
  private static final String UNFINISHED = ".new";

  private AtomicFiles() {}

  /**
   * Writes a text in UTF-8, replacing the file if it exists.
   *
   * @throws IOException if the file cannot be written; the old file remains
   */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(UTF_8));
  }

  /**
   * Writes bytes, replacing the file if it exists. They are forced to disk before the file appears
   * under its name.
   *
   * @param attributes with which the file is created, such as permissions
   * @throws IOException if the file cannot be written; the old file remains
   */
  public static void write(Path file, byte[] bytes, FileAttribute<?>... attributes)
      throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    Files.deleteIfExists(unfinished);
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            attributes)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }
    move(unfinished, file);
  }

  /**
   * Forces a finished file to disk, then gives it its name, replacing any file of that name.
   *
   * @throws IOException if that fails; the file under the new name is then the old one
   */
  public static void move(Path unfinished, Path file) throws IOException {
    force(unfinished);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forces a file to disk. */
  public static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
