package org.newsgraph.cli;

import java.nio.file.Path;
import org.newsgraph.link.index.KnowledgeBases;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a knowledge base that is made will lie. */
final class KbFolderOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The knowledge base's folder; by default in \"kb\" of the database's, named after the file.")
  private Path out;

  @Mixin private DatabaseOption database;

  /** The folder given, or one named after the file that it is made from, without its endings. */
  Path folder(Path from) {
    if (out != null) {
      return out;
    }
    String name = from.toAbsolutePath().getFileName().toString();
    String stem = name.replaceFirst("(?i)(\\.(json|nt|csv|txt|tsv|gz|bz2))+$", "");
    return KnowledgeBases.of(database.folder()).resolve(stem.isEmpty() ? name : stem);
  }
}
