package org.newsgraph.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.newsgraph.article.Article;
import org.newsgraph.cli.ParallelExtraction;
import org.newsgraph.extract.Extraction;
import org.newsgraph.link.CompositeKnowledgeBase;
import org.newsgraph.link.EntityLinker;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.LinkedExtraction;
import org.newsgraph.link.index.KnowledgeBases;

/**
 * What reads articles in this process: one network and one of each knowledge base, loaded when the
 * first article is there and shared by all tasks.
 */
final class Reader {
  private static final Map<List<String>, KnowledgeBase> OPEN = new ConcurrentHashMap<>();

  /** Many may read at once; but who reads a dangerous article does so alone. */
  private static final ReadWriteLock OTHERS = new ReentrantReadWriteLock();

  private final Function<Article, Extraction> extractor = ParallelExtraction.extractor();
  private final Function<Extraction, LinkedExtraction> linker;

  Reader(Settings settings) {
    linker =
        settings.knowledgeBases().isEmpty()
            ? LinkedExtraction::none
            : new EntityLinker(knowledge(settings), settings.bar())::link;
  }

  /** What names are looked up in; it stays open as long as this process. */
  static KnowledgeBase knowledge(Settings settings) {
    return OPEN.computeIfAbsent(settings.knowledgeBases(), Reader::open);
  }

  private static KnowledgeBase open(List<String> folders) {
    return new CompositeKnowledgeBase(
        List.copyOf(KnowledgeBases.open(folders.stream().map(Path::of).toList())));
  }

  LinkedExtraction read(Article article) {
    OTHERS.readLock().lock();
    try {
      return linker.apply(extractor.apply(article));
    } finally {
      OTHERS.readLock().unlock();
    }
  }

  /** Does what reads an article while no other is read in this process. */
  <T> T alone(Supplier<T> work) {
    OTHERS.writeLock().lock();
    try {
      return work.get();
    } finally {
      OTHERS.writeLock().unlock();
    }
  }
}
