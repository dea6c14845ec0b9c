package org.newsgraph.store.dump;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.commons.io.output.ProxyOutputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.AtomicFiles;
import org.newsgraph.io.IoErrors;
import org.newsgraph.io.PropertiesFile;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StagedDatabase;
import org.newsgraph.store.StoreException;
import org.newsgraph.store.correction.CorrectionsFile;

/**
 * A snapshot of a database in one file: a ZIP archive of its quads, its base and its corrections.
 * It can be written while the database is in use. The quads can be read by any program that reads
 * N-Quads.
 *
 * @param file path of the archive
 * @param articles number of articles in it
 */
public record Backup(Path file, long articles) {
  private static final String QUADS = "graph.nq";
  private static final String SETTINGS = "newsgraph.properties";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'newsgraph-'yyyyMMdd-HHmmss");

  private static final Object LOCK = new Object();

  /** Number of bytes that are written between two checks of the disk space. */
  private static final int CHECKED_BYTES = 1 << 20;

  /** End of the name of a backup that is being written. */
  private static final String UNFINISHED = ".unfinished";

  /**
   * Writes a backup to the subfolder "backups" of the database; its name contains the time. Backups
   * of one process are written one after another.
   */
  public static Backup of(NewsStore store) {
    Path folder = store.folder().resolve("backups");
    synchronized (LOCK) {
      deleteUnfinished(folder);
      return of(store, unusedName(folder));
    }
  }

  /** Returns a file that does not exist: with a number, if there is a backup of the same second. */
  private static Path unusedName(Path folder) {
    String time = LocalDateTime.now(ZoneId.systemDefault()).format(NAME);
    return IntStream.iterate(1, it -> it + 1)
        .mapToObj(it -> folder.resolve(time + (it == 1 ? "" : "-" + it) + ".zip"))
        .filter(Files::notExists)
        .findFirst()
        .orElseThrow();
  }

  /** Deletes the backups that a crash has interrupted. */
  private static void deleteUnfinished(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(it -> it.getFileName().toString().endsWith(UNFINISHED)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new StoreException(folder + ": cannot be read (" + IoErrors.describe(e) + ")", e);
    }
  }

  /**
   * Writes a backup to a file, completely or not at all.
   *
   * @throws StoreException if the file exists already, or cannot be written
   */
  public static Backup of(NewsStore store, Path file) {
    Path target = file.toAbsolutePath();
    Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
    if (Files.exists(target)) {
      throw new StoreException(file + ": this file already exists; name another one");
    }
    try {
      Files.createDirectories(target.getParent());
      long articles = store.read(dataset -> write(store, unfinished));
      AtomicFiles.move(unfinished, target);
      return new Backup(target, articles);
    } catch (IOException e) {
      throw new StoreException(
          file + ": the backup cannot be written (" + IoErrors.describe(e) + ")", e);
    } finally {
      // After an error; otherwise it has been moved.
      FileUtils.deleteQuietly(unfinished.toFile());
    }
  }

  /**
   * Returns a stream that fails before the disk of the database is full, on which the database
   * would crash.
   */
  private static OutputStream checked(OutputStream out, Path file, NewsStore store)
      throws IOException {
    if (!Files.getFileStore(file).equals(Files.getFileStore(store.folder()))) {
      return out;
    }
    return new ProxyOutputStream(out) {
      private long checked;

      @Override
      protected void beforeWrite(int length) {
        checked -= length;
        if (checked < 0) {
          store.diskSpace().require(CHECKED_BYTES);
          checked = CHECKED_BYTES;
        }
      }
    };
  }

  private static long write(NewsStore store, Path file) {
    try (ZipOutputStream zip =
        new ZipOutputStream(
            checked(new BufferedOutputStream(Files.newOutputStream(file)), file, store))) {
      zip.putNextEntry(new ZipEntry(SETTINGS));
      zip.write(("base=" + store.iris().base() + "\n").getBytes(UTF_8));
      Path corrections = store.folder().resolve(CorrectionsFile.NAME);
      if (Files.exists(corrections)) {
        zip.putNextEntry(new ZipEntry(CorrectionsFile.NAME));
        Files.copy(corrections, zip);
      }
      zip.putNextEntry(new ZipEntry(QUADS));
      RDFDataMgr.write((OutputStream) zip, store.dataset(), Lang.NQUADS);
      zip.closeEntry();
      return store.articleCount();
    } catch (IOException e) {
      throw new StoreException(
          file + ": the backup cannot be written (" + IoErrors.describe(e) + ")", e);
    }
  }

  /**
   * Restores a database from a backup, and opens it.
   *
   * @param folder folder of the new database, without a database yet
   * @throws StoreException if the file is not a backup, or the folder is not free; then no files
   *     are left
   */
  public static NewsStore restore(Path file, Path folder) {
    if (Files.exists(folder.resolve(SETTINGS))) {
      throw new StoreException(
          folder + ": a database already exists here; restore into a new folder");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry quads = entry(zip, QUADS, file);
      requireSameCorrections(zip, folder.resolve(CorrectionsFile.NAME));
      StagedDatabase.fill(
          folder,
          Optional.of(new Iris(base(zip, file))),
          () -> {},
          (sink, place) -> load(zip, quads, sink, place));
    } catch (IOException | RuntimeIOException | RiotException e) {
      throw new StoreException(
          file + ": this is not a Newsgraph backup, or it is damaged (" + e.getMessage() + ")", e);
    }
    return NewsStore.open(folder);
  }

  /** Checks that no other corrections would be overwritten. */
  private static void requireSameCorrections(ZipFile zip, Path existing) throws IOException {
    ZipEntry corrections = zip.getEntry(CorrectionsFile.NAME);
    if (corrections == null || Files.notExists(existing)) {
      return;
    }
    try (InputStream in = zip.getInputStream(corrections)) {
      if (!Arrays.equals(in.readAllBytes(), Files.readAllBytes(existing))) {
        throw new StoreException(
            existing
                + ": this file would be replaced by the corrections of the backup; move it to another"
                + " folder first");
      }
    }
  }

  private static Dump.Loaded load(ZipFile zip, ZipEntry quads, QuadSink sink, Path place) {
    try (InputStream in = zip.getInputStream(quads)) {
      RDFParser.source(CloseShieldInputStream.wrap(in)).lang(Lang.NQUADS).parse(sink);
      Dump.Loaded loaded = sink.complete();
      ZipEntry corrections = zip.getEntry(CorrectionsFile.NAME);
      if (corrections != null) {
        try (InputStream lines = zip.getInputStream(corrections)) {
          Files.copy(lines, place.resolve(CorrectionsFile.NAME));
        }
      }
      return loaded;
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  private static String base(ZipFile zip, Path file) throws IOException {
    try (InputStream in = zip.getInputStream(entry(zip, SETTINGS, file))) {
      return PropertiesFile.parse(new String(in.readNBytes(10_000), UTF_8)).get("base");
    }
  }

  private static ZipEntry entry(ZipFile zip, String name, Path file) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new StoreException(file + ": this is not a Newsgraph backup: there is no " + name);
    }
    return entry;
  }
}
