package org.newsgraph.cluster;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.newsgraph.article.Article;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.ingest.ArticleProcessor;
import org.newsgraph.link.CompositeKnowledgeBase;
import org.newsgraph.link.EntityLinker;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.index.KnowledgeBases;

/**
 * Processes articles in this process. The language model and the knowledge bases are loaded with
 * the first article and shared by all tasks.
 */
final class SharedProcessor {
  private static final Map<List<String>, KnowledgeBase> OPEN = new ConcurrentHashMap<>();

  /** Lock that is shared by normal articles and held exclusively for a suspect article. */
  private static final ReadWriteLock LOCK = new ReentrantReadWriteLock();

  private final ArticleProcessor processor;

  SharedProcessor(JobSettings settings) {
    processor =
        new ArticleProcessor(
            ArticleProcessor::extractFacts,
            new EntityLinker(knowledge(settings), settings.minConfidence())::link,
            Corrections.NONE,
            new Iris(settings.base()),
            settings.version(),
            Clock.systemUTC());
  }

  /** Returns the knowledge bases, which stay open until the process ends. */
  static KnowledgeBase knowledge(JobSettings settings) {
    return OPEN.computeIfAbsent(settings.knowledgeBases(), SharedProcessor::open);
  }

  private static KnowledgeBase open(List<String> folders) {
    return new CompositeKnowledgeBase(
        KnowledgeBases.openNamed(folders.stream().map(Path::of).toList()));
  }

  /** Returns the graph of an article. */
  ArticleGraph process(Article article, String digest) {
    LOCK.readLock().lock();
    try {
      return processor.graph(processor.extract(article), digest);
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
