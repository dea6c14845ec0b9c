package org.newsgraph.cli;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoredArticle;
import org.newsgraph.store.correction.AffectedArticles;
import org.newsgraph.store.correction.AppliedCorrections;
import org.newsgraph.store.write.CompactionPolicy;

/**
 * A run that applies changed corrections to the articles of a database. It reprocesses only the
 * affected articles, from the text stored in their graphs. The next run resumes an interrupted one.
 */
final class CorrectionRun {
  private final NewsStore store;
  private final Supplier<Function<Article, Extraction>> extractor;
  private final ArticleBuild.Settings settings;
  private final Problems problems;
  private final Progress progress;
  private int reprocessed;

  CorrectionRun(
      NewsStore store,
      Supplier<Function<Article, Extraction>> extractor,
      ArticleBuild.Settings settings,
      Problems problems,
      Progress progress) {
    this.store = store;
    this.extractor = extractor;
    this.settings = settings;
    this.problems = problems;
    this.progress = progress;
  }

  /**
   * Reprocesses the articles whose graphs do not reflect the corrections.
   *
   * @return number of articles reprocessed
   */
  int run(Corrections corrections) {
    AppliedCorrections applied = new AppliedCorrections(store);
    if (applied.matches(corrections)) {
      return 0;
    }
    return run(AffectedArticles.articles(store, applied.read(), corrections), corrections, applied);
  }

  /**
   * Reprocesses all articles.
   *
   * @return number of articles reprocessed
   */
  int runAll(Corrections corrections) {
    return run(store.articles(), corrections, new AppliedCorrections(store));
  }

  private int run(
      NavigableSet<Node> articles, Corrections corrections, AppliedCorrections applied) {
    long failures = problems.errorCount();
    if (!articles.isEmpty()) {
      applied.start();
      reprocess(articles, corrections);
    }
    if (problems.errorCount() == failures) {
      applied.finish(corrections);
    }
    return reprocessed;
  }

  /** Returns a summary for the user: "3 articles reprocessed". */
  static String summary(int count) {
    return count + (count == 1 ? " article reprocessed" : " articles reprocessed");
  }

  private void reprocess(NavigableSet<Node> articles, Corrections corrections) {
    CompactionPolicy compaction = new CompactionPolicy(store);
    progress.start(OptionalLong.of(articles.size()));
    new ParallelExtraction(extractor.get(), settings.jobs(), problems)
        .run(
            articles.stream()
                .flatMap(name -> StoredArticle.read(store, name).stream())
                .map(StoredArticle::article),
            extraction -> {
              put(extraction, corrections);
              // The new graph replaces the old one, so the amount of live data stays the same.
              compaction.recordWrite(0);
            });
    progress.clear();
  }

  private void put(Extraction extraction, Corrections corrections) {
    Node name = store.iris().article(extraction.article().id());
    StoredArticle stored = StoredArticle.read(store, name).orElseThrow();
    store.put(
        ArticleGraph.of(
            settings.linker().apply(extraction),
            corrections,
            store.iris(),
            provenance(stored),
            stored.digest()));
    reprocessed++;
    progress.step();
  }

  /**
   * Returns the provenance of a reprocessed article. The stored provenance stays valid if the
   * version has not changed, since the same version finds the same facts.
   */
  private Provenance provenance(StoredArticle stored) {
    return Optional.of(stored)
        .flatMap(StoredArticle::provenance)
        .filter(it -> it.version().equals(settings.version()))
        .orElseGet(() -> new Provenance(settings.version(), settings.clock().instant()));
  }
}
