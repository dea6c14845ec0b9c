package org.newsgraph.ingest.correction;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.Provenance;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.ingest.ArticleProcessor;
import org.newsgraph.ingest.IngestProgress;
import org.newsgraph.ingest.ParallelExtraction;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoredArticle;
import org.newsgraph.store.correction.AffectedArticles;
import org.newsgraph.store.correction.AppliedCorrections;
import org.newsgraph.store.write.CompactionPolicy;

/**
 * A run that applies changed corrections to the articles of a database. It reprocesses only the
 * affected articles, from the text stored in their graphs. The next run resumes an interrupted one.
 */
public final class CorrectionRun {
  private final NewsStore store;
  private final ArticleProcessor processor;
  private final int jobs;
  private final Problems problems;
  private final IngestProgress progress;
  private int reprocessed;

  /**
   * Creates a run.
   *
   * @param processor processor of the articles, which has the corrections
   * @param jobs number of articles processed in parallel
   * @param problems receives the articles that fail
   */
  public CorrectionRun(
      NewsStore store,
      ArticleProcessor processor,
      int jobs,
      Problems problems,
      IngestProgress progress) {
    this.store = store;
    this.processor = processor;
    this.jobs = jobs;
    this.problems = problems;
    this.progress = progress;
  }

  /**
   * Reprocesses the articles whose graphs do not reflect the corrections.
   *
   * @return number of articles reprocessed
   */
  public int run() {
    AppliedCorrections applied = new AppliedCorrections(store);
    Corrections corrections = processor.corrections();
    return applied.matches(corrections)
        ? 0
        : run(AffectedArticles.articles(store, applied.read(), corrections), applied);
  }

  /**
   * Reprocesses all articles.
   *
   * @return number of articles reprocessed
   */
  public int runAll() {
    return run(store.articles(), new AppliedCorrections(store));
  }

  private int run(NavigableSet<Node> articles, AppliedCorrections applied) {
    long failures = problems.errorCount();
    if (!articles.isEmpty()) {
      applied.start();
      reprocess(articles);
    }
    if (problems.errorCount() == failures) {
      applied.finish(processor.corrections());
    }
    return reprocessed;
  }

  /** Returns a summary for the user: "3 articles reprocessed". */
  public static String summary(int count) {
    return count + (count == 1 ? " article reprocessed" : " articles reprocessed");
  }

  private void reprocess(NavigableSet<Node> articles) {
    CompactionPolicy compaction = new CompactionPolicy(store);
    progress.start(OptionalLong.of(articles.size()));
    new ParallelExtraction(processor.extractor(), jobs, problems)
        .run(
            articles.stream().flatMap(name -> StoredArticle.read(store, name).stream()),
            StoredArticle::article,
            (stored, extraction) -> {
              put(stored, extraction);
              // The new graph replaces the old one, so the amount of live data stays the same.
              compaction.recordWrite(0);
            });
    progress.clear();
  }

  /**
   * Stores the new graph of an article. If the article has been sent anew since it was read, the
   * new version is reprocessed; if it has been deleted, it stays deleted.
   */
  private void put(StoredArticle stored, Extraction extraction) {
    if (store.putIfDigest(
        processor.graph(extraction, stored.digest(), provenance(stored)),
        Optional.of(stored.digest()))) {
      reprocessed++;
      progress.step();
      return;
    }
    Node name = store.iris().article(stored.article().id());
    StoredArticle.read(store, name).ifPresent(it -> put(it, processor.extract(it.article())));
  }

  /**
   * Returns the provenance of a reprocessed article. The stored provenance stays valid if the
   * version has not changed, since the same version finds the same facts.
   */
  private Provenance provenance(StoredArticle stored) {
    return Optional.of(stored)
        .flatMap(StoredArticle::provenance)
        .filter(it -> it.version().equals(processor.version()))
        .orElseGet(processor::provenance);
  }
}
