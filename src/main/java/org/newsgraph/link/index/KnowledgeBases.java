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

/** The knowledge bases that lie in one place, a folder each. */
public final class KnowledgeBases {
  /** The folder of a database's knowledge bases, inside its own. */
  public static final String FOLDER = "kb";

  private KnowledgeBases() {}

  /** Where the knowledge bases of a database lie. */
  public static Path of(Path database) {
    return database.resolve(FOLDER);
  }

  /** The folders of those that lie here, by name; none where there is no such place. */
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
   * Opens those that are given: people's own lists first, then dumps, then packs; as given where
   * they are of one kind.
   *
   * @throws KnowledgeBaseException where one cannot be opened; the others are closed again
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
