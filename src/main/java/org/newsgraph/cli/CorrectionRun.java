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
 * Makes the articles of a database follow the corrections, where those have changed: the articles
 * concerned, and no others, are worked on again from the text that their graphs hold. When it is
 * broken off, the next one goes on.
 */
final class CorrectionRun {
  private final NewsStore store;
  private final Supplier<Function<Article, Extraction>> extractor;
  private final ArticleBuild.Settings settings;
  private final Problems problems;
  private final Progress progress;
  private int reworked;

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
   * Works on the articles that do not follow the corrections.
   *
   * @return how many that were
   */
  int run(Corrections corrections) {
    AppliedCorrections applied = new AppliedCorrections(store);
    if (applied.matches(corrections)) {
      return 0;
    }
    return run(AffectedArticles.articles(store, applied.read(), corrections), corrections, applied);
  }

  /**
   * Works on all articles.
   *
   * @return how many that were
   */
  int all(Corrections corrections) {
    return run(store.articles(), corrections, new AppliedCorrections(store));
  }

  private int run(
      NavigableSet<Node> articles, Corrections corrections, AppliedCorrections applied) {
    long failures = problems.errorCount();
    if (!articles.isEmpty()) {
      applied.begin();
      rework(articles, corrections);
    }
    if (problems.errorCount() == failures) {
      applied.finish(corrections);
    }
    return reworked;
  }

  /** "3 articles reworked". */
  static String told(int reworked) {
    return reworked + (reworked == 1 ? " article reworked" : " articles reworked");
  }

  private void rework(NavigableSet<Node> articles, Corrections corrections) {
    CompactionPolicy compaction = new CompactionPolicy(store);
    progress.start(OptionalLong.of(articles.size()));
    new ParallelExtraction(extractor.get(), settings.jobs(), problems)
        .run(
            articles.stream()
                .flatMap(name -> StoredArticle.read(store, name).stream())
                .map(StoredArticle::article),
            extraction -> {
              put(extraction, corrections);
              // In the place of what was there.
              compaction.stored(0);
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
    reworked++;
    progress.step();
  }

  /** The same program finds the same facts: then it is still true when it found them. */
  private Provenance provenance(StoredArticle stored) {
    return Optional.of(stored)
        .flatMap(StoredArticle::provenance)
        .filter(it -> it.version().equals(settings.version()))
        .orElseGet(() -> new Provenance(settings.version(), settings.clock().instant()));
  }
}
