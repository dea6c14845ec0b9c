package org.newsgraph.cli;

import java.nio.file.Path;
import org.newsgraph.link.index.KnowledgeBases;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Option for the folder of a new knowledge base. */
final class KbFolderOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The knowledge base's folder (default: kb/NAME in the database's folder, named after"
              + " the file).")
  private Path out;

  @Mixin private DatabaseOption database;

  /** Returns the given folder, or one named after the source file without its extensions. */
  Path folder(Path from) {
    if (out != null) {
      return out;
    }
    String name = from.toAbsolutePath().getFileName().toString();
    String stem = name.replaceFirst("(?i)(\\.(json|nt|csv|txt|tsv|gz|bz2))+$", "");
    return KnowledgeBases.of(database.folder()).resolve(stem.isEmpty() ? name : stem);
  }
}
