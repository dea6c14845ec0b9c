package org.newsgraph.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
 * A database's folder, seen from outside TDB2: whether it is one of ours, and the base of its IRIs.
 *
 * <p>The base stands in a file beside TDB2's own, since in the database every query would see it.
 */
public record DatabaseFolder(Path path) {
  static final String SETTINGS = "newsgraph.properties";
  private static final String BASE = "base";

  /** The same folder, however it was given. */
  Path absolute() {
    return path.toAbsolutePath().normalize();
  }

  /** The base that a database here was created with; empty where there is none yet. */
  public Optional<Iris> iris() {
    Path settings = path.resolve(SETTINGS);
    if (!Files.exists(settings)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Iris(PropertiesFile.read(settings).get(BASE)));
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreException(
          settings + ": this does not give the database's base IRI (" + e.getMessage() + ")", e);
    }
  }

  /** Makes the folder ready for a new database, without touching anything that lies in it. */
  void create(Iris iris) {
    try {
      requireFree();
      PropertiesFile.write(
          path.resolve(SETTINGS),
          "A Newsgraph database. Every IRI in it begins with this; it cannot be changed later.",
          Map.of(BASE, iris.base()));
    } catch (IOException e) {
      throw new StoreException(
          path + ": no database can be made here (" + IoErrors.describe(e) + ")", e);
    }
  }

  /** Makes the folder where there is none; only what outlives a database may lie in it. */
  void requireFree() {
    try {
      Files.createDirectories(path);
      if (!isEmpty()) {
        throw new StoreException(
            path + ": this folder holds other files and no Newsgraph database; name another one");
      }
    } catch (IOException e) {
      throw new StoreException(
          path + ": no database can be made here (" + IoErrors.describe(e) + ")", e);
    }
  }

  /** Corrections may lie there, and knowledge bases: they outlive the database. */
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

  /** How many bytes TDB2's files have; what lies beside them does not count. */
  long databaseSize() {
    return database().stream().mapToLong(File::length).sum();
  }

  /**
   * Another one after every change: TDB2 writes where its trees begin at each commit, so that the
   * time of the last write says enough.
   */
  String state() {
    List<File> files =
        database().stream().filter(file -> !file.getName().equals("tdb.lock")).toList();
    long newest = files.stream().mapToLong(File::lastModified).max().orElse(0);
    long size = files.stream().mapToLong(File::length).sum();
    return files.size() + " files, " + size + " bytes, " + Instant.ofEpochMilli(newest);
  }

  private List<File> database() {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> path.relativize(file).toString().startsWith("Data-"))
          .map(Path::toFile)
          .filter(File::isFile)
          .toList();
    } catch (UncheckedIOException e) {
      // A compaction has just taken some away.
      return database();
    } catch (IOException e) {
      throw new StoreException(path + ": cannot be read (" + IoErrors.describe(e) + ")", e);
    }
  }

  /** How many bytes can still be written here. */
  long usableSpace() {
    try {
      return Files.getFileStore(path).getUsableSpace();
    } catch (IOException e) {
      throw new StoreException(
          path + ": cannot be reached any more (" + IoErrors.describe(e) + ")", e);
    }
  }
}
