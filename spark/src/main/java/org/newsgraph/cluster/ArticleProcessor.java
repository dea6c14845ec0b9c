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
 * Processes articles in this process. The language model and the knowledge bases are loaded with
 * the first article and shared by all tasks.
 */
final class ArticleProcessor {
  private static final Map<List<String>, KnowledgeBase> OPEN = new ConcurrentHashMap<>();

  /** Lock that is shared by normal articles and held exclusively for a suspect article. */
  private static final ReadWriteLock LOCK = new ReentrantReadWriteLock();

  private final Function<Article, Extraction> extractor = ParallelExtraction.extractor();
  private final Function<Extraction, LinkedExtraction> linker;

  ArticleProcessor(JobSettings settings) {
    linker = new EntityLinker(knowledge(settings), settings.minConfidence())::link;
  }

  /** Returns the knowledge bases, which stay open until the process ends. */
  static KnowledgeBase knowledge(JobSettings settings) {
    return OPEN.computeIfAbsent(settings.knowledgeBases(), ArticleProcessor::open);
  }

  private static KnowledgeBase open(List<String> folders) {
    return new CompositeKnowledgeBase(
        KnowledgeBases.openNamed(folders.stream().map(Path::of).toList()));
  }

  /** Extracts and links the facts of an article. */
  LinkedExtraction read(Article article) {
    LOCK.readLock().lock();
    try {
      return linker.apply(extractor.apply(article));
    } finally {
      LOCK.readLock().unlock();
    }
  }

  /** Runs a task while no other article is processed in this process. */
  <T> T runExclusively(Supplier<T> work) {
    LOCK.writeLock().lock();
    try {
      return work.get();
    } finally {
      LOCK.writeLock().unlock();
    }
  }
}
