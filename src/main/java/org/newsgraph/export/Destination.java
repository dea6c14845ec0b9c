package org.newsgraph.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.newsgraph.io.AtomicFiles;
import org.newsgraph.io.IoErrors;

/**
 * The destination of an export. The export is written to a temporary file or folder beside it,
 * which is renamed when it is complete: a full disk or an interruption leaves nothing under the
 * final name.
 *
 * @param path the file or folder; {@code .gz} and {@code .bz2} compress a file, {@code .zip} is an
 *     archive of a folder, {@code -} is standard output
 * @param force whether an existing file or folder may be replaced
 * @param standard standard output
 */
public record Destination(Path path, boolean force, OutputStream standard) {
  private static final Path STANDARD = Path.of("-");

  /** Writes a file's bytes. */
  public interface FileWriter {
    void write(OutputStream out) throws IOException;
  }

  /** Writes files into an empty folder. */
  public interface FolderWriter {
    void write(Path folder) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @throws ExportException if it exists already, or cannot be written
   */
  public void file(FileWriter writer) {
    if (path.equals(STANDARD)) {
      try {
        OutputStream out =
            new BufferedOutputStream(CloseShieldOutputStream.wrap(standard), 1 << 16);
        writer.write(out);
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (RuntimeException e) {
        throw e.getCause() instanceof IOException cause ? new UncheckedIOException(cause) : e;
      }
      return;
    }
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      // A device or a pipe cannot be replaced by renaming.
      safely(path, () -> writeTo(path, writer));
      return;
    }
    writeAndRename(unfinished -> writeTo(unfinished, writer));
  }

  /**
   * Writes a folder, or an archive of one if the name ends in {@code .zip}. In an existing folder,
   * files with other names are kept.
   *
   * @throws ExportException if it exists already, or cannot be written
   */
  public void folder(FolderWriter writer) {
    if (path.equals(STANDARD)) {
      throw new ExportException("-: this format has several files; name a folder, or a .zip file");
    }
    writeAndRename(
        unfinished -> {
          if (!path.toString().endsWith(".zip")) {
            Files.createDirectory(unfinished);
            writer.write(unfinished);
            return;
          }
          try (FileSystem zip =
              FileSystems.newFileSystem(
                  unfinished, Map.of("create", "true", "useTempFile", true))) {
            writer.write(zip.getPath("/"));
          }
        });
  }

  private void writeTo(Path file, FileWriter writer) throws IOException {
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        OutputStream out = compressed(bytes)) {
      // Parsers of other libraries close the stream that they write to.
      writer.write(CloseShieldOutputStream.wrap(out));
    }
  }

  /** Wraps a stream with the compression that the name of the destination indicates. */
  private OutputStream compressed(OutputStream out) throws IOException {
    String name = path.getFileName().toString();
    if (name.endsWith(".gz")) {
      return new GZIPOutputStream(out, 1 << 16);
    }
    return name.endsWith(".bz2") ? new BZip2CompressorOutputStream(out) : out;
  }

  private void writeAndRename(FolderWriter writer) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !force) {
      throw new ExportException(
          path + ": already exists; choose another name, or replace it with --force");
    }
    Path target = path.toAbsolutePath();
    Path unfinished =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".unfinished");
    safely(
        unfinished,
        () -> {
          delete(unfinished);
          writer.write(unfinished);
          rename(unfinished, Files.exists(target) ? target.toRealPath() : target);
        });
  }

  private static void rename(Path unfinished, Path target) throws IOException {
    if (Files.isDirectory(unfinished) && Files.exists(target)) {
      for (Path file : files(unfinished)) {
        Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.delete(unfinished);
      return;
    }
    if (Files.isRegularFile(unfinished)) {
      AtomicFiles.force(unfinished);
    }
    Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private interface IoAction {
    void run() throws IOException;
  }

  private void safely(Path unfinished, IoAction action) {
    try {
      action.run();
    } catch (IOException e) {
      clear(unfinished);
      throw failed(e);
    } catch (RuntimeException | Error e) {
      clear(unfinished);
      // Libraries wrap I/O exceptions in exceptions of their own.
      if (e.getCause() instanceof IOException cause) {
        throw failed(cause);
      }
      throw e;
    }
  }

  private ExportException failed(IOException e) {
    return new ExportException(path + ": cannot be written (" + IoErrors.describe(e) + ")", e);
  }

  private void clear(Path unfinished) {
    if (unfinished.equals(path)) {
      return;
    }
    try {
      delete(unfinished);
    } catch (IOException e) {
      // The caller reports the first exception, which has the same cause.
    }
  }

  private static void delete(Path unfinished) throws IOException {
    if (Files.isDirectory(unfinished)) {
      for (Path file : files(unfinished)) {
        Files.delete(file);
      }
    }
    Files.deleteIfExists(unfinished);
  }

  private static Iterable<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
