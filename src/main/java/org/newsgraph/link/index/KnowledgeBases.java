package org.newsgraph.link.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.newsgraph.io.IoErrors;
import org.newsgraph.link.KnowledgeBaseException;

/** Access to the knowledge bases in a folder, each in a subfolder. */
public final class KnowledgeBases {
  /** Name of the folder of knowledge bases inside a database's folder. */
  public static final String FOLDER = "kb";

  private KnowledgeBases() {}

  /** Returns the folder of a database's knowledge bases. */
  public static Path of(Path database) {
    return database.resolve(FOLDER);
  }

  /** Returns the folders of the knowledge bases in a folder, sorted by name; empty without it. */
  public static List<Path> folders(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.filter(KnowledgeBaseInfo::isIn).sorted().toList();
    } catch (IOException e) {
      throw new KnowledgeBaseException(
          place + ": cannot be read (" + IoErrors.describe(e) + ")", e);
    }
  }

  /**
   * Opens knowledge bases and sorts them: lists first, then dumps, then packs. Within a kind, the
   * given order is kept.
   *
   * @throws KnowledgeBaseException if one cannot be opened; the others are closed again
   */
  public static List<IndexedKnowledgeBase> open(List<Path> folders) {
    List<IndexedKnowledgeBase> opened = new ArrayList<>();
    try {
      for (Path folder : folders) {
        opened.add(IndexedKnowledgeBase.open(folder));
      }
    } catch (KnowledgeBaseException e) {
      opened.forEach(IndexedKnowledgeBase::close);
      throw e;
    }
    opened.sort(Comparator.comparing(each -> each.description().kind()));
    return List.copyOf(opened);
  }
}
