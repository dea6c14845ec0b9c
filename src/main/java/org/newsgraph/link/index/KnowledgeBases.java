package org.newsgraph.link.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.newsgraph.io.IoErrors;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.builtin.BuiltInKnowledgeBase;

/** Access to the knowledge bases in a folder, each in a subfolder. */
public final class KnowledgeBases {
  /** Name of the folder of knowledge bases inside a database's folder. */
  public static final String FOLDER = "kb";

  /** Given instead of a folder, or beside folders: without the built-in knowledge base. */
  public static final Path NONE = Path.of("none");

  private KnowledgeBases() {}

  /**
   * Opens the knowledge bases that a user has named, and the built-in one after them, unless {@link
   * #NONE} is among them.
   *
   * @throws KnowledgeBaseException if one cannot be opened; the others are closed again
   */
  public static List<KnowledgeBase> openNamed(List<Path> named) {
    List<KnowledgeBase> opened =
        new ArrayList<>(open(named.stream().filter(folder -> !folder.equals(NONE)).toList()));
    opened.addAll(builtIn(named));
    return List.copyOf(opened);
  }

  /** Returns the built-in knowledge base, unless {@link #NONE} is among the names. */
  public static List<KnowledgeBase> builtIn(List<Path> named) {
    return named.contains(NONE) ? List.of() : List.of(new BuiltInKnowledgeBase());
  }

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
