package org.newsgraph.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.IoErrors;
import org.newsgraph.io.PropertiesFile;
import org.newsgraph.link.index.KnowledgeBases;
import org.newsgraph.store.correction.CorrectionsFile;

/**
 * The folder of a database, with its settings file and the sizes of TDB2's files.
 *
 * <p>The base of the IRIs is stored in a file, because every query would see it in the database.
 *
 * @param path path of the folder
 */
public record DatabaseFolder(Path path) {
  static final String SETTINGS = "newsgraph.properties";
  private static final String BASE = "base";

  /** Returns the absolute, normalized path of the folder. */
  Path absolute() {
    return path.toAbsolutePath().normalize();
  }

  /** Reads the base of the database's IRIs; empty if there is no database in the folder. */
  public Optional<Iris> iris() {
    Path settings = path.resolve(SETTINGS);
    if (!Files.exists(settings)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Iris(PropertiesFile.read(settings).get(BASE)));
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new StoreException(
          settings
              + ": the database's base IRI cannot be read ("
              + (e instanceof CharacterCodingException ? "not UTF-8" : e.getMessage())
              + "); write the line \"base=IRI\" with the IRI with which those of the articles"
              + " begin, such as base="
              + Iris.DEFAULT_BASE,
          e);
    } catch (IOException e) {
      throw new StoreException(settings + ": cannot be read (" + IoErrors.describe(e) + ")", e);
    }
  }

  /**
   * Reads the base of the database's IRIs.
   *
   * @throws StoreException if there is no database in the folder
   */
  Iris requireIris() {
    return iris()
        .orElseThrow(
            () ->
                new StoreException(
                    path
                        + ": there is no Newsgraph database here; create one with"
                        + " \"newsgraph build SOURCE --db "
                        + path
                        + "\""));
  }

  /**
   * Reads the base of the database's IRIs, or creates a database if there is none.
   *
   * @param requested base that the database must have; if empty, a new database uses {@link
   *     Iris#DEFAULT_BASE}
   * @throws StoreException if an existing database has another base, or the folder is not free
   */
  Iris openOrCreate(Optional<Iris> requested) {
    Optional<Iris> existing = iris();
    if (existing.isEmpty()) {
      Iris created = requested.orElseGet(() -> new Iris(Iris.DEFAULT_BASE));
      create(created);
      return created;
    }
    if (requested.isPresent() && !existing.get().base().equals(requested.get().base())) {
      throw new StoreException(
          path
              + ": this database was created with the base "
              + existing.get().base()
              + ", which cannot be changed to "
              + requested.get().base()
              + "; omit --base, or build into a new folder");
    }
    return existing.get();
  }

  /** Creates the folder and writes the settings of a new database; keeps files that are there. */
  void create(Iris iris) {
    requireFree();
    writeSettings(iris);
  }

  /** Writes the settings of a new database; replaces those that are there. */
  public void writeSettings(Iris iris) {
    try {
      PropertiesFile.write(
          path.resolve(SETTINGS),
          "A Newsgraph database. Every IRI in it begins with this; it cannot be changed later.",
          Map.of(BASE, iris.base()));
    } catch (IOException e) {
      throw new StoreException(
          path + ": cannot create a database here (" + IoErrors.describe(e) + ")", e);
    }
  }

  /**
   * Creates the folder if there is none, and checks that it is empty apart from files that outlive
   * a database.
   */
  void requireFree() {
    try {
      Files.createDirectories(path);
      StagedDatabase.removeLeftovers(path);
      if (!isEmpty()) {
        throw new StoreException(
            path + ": this folder holds other files but no Newsgraph database; name another one");
      }
    } catch (IOException e) {
      throw new StoreException(
          path + ": cannot create a database here (" + IoErrors.describe(e) + ")", e);
    }
  }

  /** Tests whether the folder is empty apart from corrections, knowledge bases and staged files. */
  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.allMatch(
          file ->
              file.endsWith(SETTINGS + ".new")
                  || file.endsWith(CorrectionsFile.NAME)
                  || file.endsWith(StagedDatabase.FOLDER)
                  || file.endsWith(KnowledgeBases.FOLDER));
    }
  }

  /** Returns the total size of TDB2's files, in bytes. */
  long databaseSize() {
    return database().stream().mapToLong(File::length).sum();
  }

  /**
   * Returns a version stamp that differs after each change. At each commit TDB2 writes the roots of
   * its trees, so that the modification times change. The newest of them need not change, because
   * the clock may have been put back.
   */
  String versionStamp() {
    List<File> files =
        database().stream().filter(file -> !file.getName().equals("tdb.lock")).toList();
    long times = files.stream().mapToLong(File::lastModified).sum();
    long size = files.stream().mapToLong(File::length).sum();
    return files.size() + " files, " + size + " bytes, modified " + times;
  }

  private List<File> database() {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> path.relativize(file).toString().startsWith("Data-"))
          .map(Path::toFile)
          .filter(File::isFile)
          .toList();
    } catch (UncheckedIOException e) {
      // A compaction has just deleted some files.
      return database();
    } catch (IOException e) {
      throw new StoreException(path + ": cannot be read (" + IoErrors.describe(e) + ")", e);
    }
  }

  /** Returns the usable disk space, in bytes. */
  long usableSpace() {
    try {
      return Files.getFileStore(path).getUsableSpace();
    } catch (IOException e) {
      throw new StoreException(
          path + ": is no longer accessible (" + IoErrors.describe(e) + ")", e);
    }
  }
}
