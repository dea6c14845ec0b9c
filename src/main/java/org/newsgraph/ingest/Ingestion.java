package org.newsgraph.ingest;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.DuplicateTracker;
import org.newsgraph.article.DuplicateTracker.Occurrence;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.ingest.IngestDecision.Stored;
import org.newsgraph.store.NearDuplicates;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.write.BatchWriter;
import org.newsgraph.store.write.WritePolicy;

/**
 * Imports new and changed articles into a database.
 *
 * <p>Articles are processed on several threads; their graphs are stored in the order of the input.
 * After an interruption, the next ingestion resumes: it finds the stored articles unchanged.
 */
public final class Ingestion {
  private final NewsStore store;
  private final ArticleProcessor processor;
  private final Problems problems;
  private final IngestProgress progress;

  /**
   * Creates an ingestion.
   *
   * @param problems receives the articles that cannot be imported
   */
  public Ingestion(
      NewsStore store, ArticleProcessor processor, Problems problems, IngestProgress progress) {
    this.store = store;
    this.processor = processor;
    this.problems = problems;
    this.progress = progress;
  }

  /**
   * Imports articles.
   *
   * @param jobs number of articles processed in parallel
   * @throws org.newsgraph.store.StoreException if an article cannot be stored; earlier articles are
   *     stored then
   */
  public IngestReport ingest(Stream<Article> articles, int jobs) {
    return ingest(articles, jobs, WritePolicy.DEFAULT);
  }

  /**
   * Imports articles.
   *
   * @param policy policy that decides when graphs are committed to the database
   */
  IngestReport ingest(Stream<Article> articles, int jobs, WritePolicy policy) {
    Selection selection = new Selection();
    BatchWriter batch = new BatchWriter(store, policy, progress::checkpoint);
    try {
      new ParallelExtraction(processor.extractor(), jobs, problems)
          .run(
              selection.of(articles),
              Selected::article,
              (selected, extraction) -> {
                selection.count(selected);
                batch.add(processor.graph(extraction, selected.digest()));
              });
    } finally {
      batch.flush();
    }
    batch.finish();
    return selection.report(NearDuplicates.mark(store));
  }

  /** Counts what {@link #ingest} would import, without changing the database. */
  public IngestReport dryRun(Stream<Article> articles) {
    Selection selection = new Selection();
    try (articles) {
      selection.of(articles).forEachOrdered(selection::count);
    }
    return selection.report(0);
  }

  /**
   * Imports one article, unless the database has this or a later version. Returns when the article
   * is visible to queries. The article, or the corrections, may be changed by others meanwhile: the
   * later version of the article is stored, with the corrections as they are at the end.
   *
   * @param processors supplies a processor with the current corrections
   * @return the graph, if it was stored
   */
  public static Optional<ArticleGraph> add(
      NewsStore store, Supplier<ArticleProcessor> processors, Article article) {
    ArticleProcessor processor = processors.get();
    String digest = processor.digest(article);
    Stored stored = stored(store, article);
    if (!isStored(article, digest, stored)) {
      return Optional.empty();
    }
    Extraction extraction = processor.extract(article);
    do {
      ArticleGraph graph = processor.graph(extraction, digest);
      if (store.putIfDigest(graph, stored.digest())) {
        return Optional.of(withCurrentCorrections(store, processors, processor, extraction, graph));
      }
      stored = stored(store, article);
    } while (isStored(article, digest, stored));
    return Optional.empty();
  }

  private static boolean isStored(Article article, String digest, Stored stored) {
    return IngestDecision.decide(article, digest, Occurrence.FIRST, stored).isStored();
  }

  /**
   * Corrects a stored article again if the corrections have changed since its graph was made: a
   * correction run that has ended in the meantime has not seen the article.
   */
  private static ArticleGraph withCurrentCorrections(
      NewsStore store,
      Supplier<ArticleProcessor> processors,
      ArticleProcessor used,
      Extraction extraction,
      ArticleGraph graph) {
    ArticleProcessor current = processors.get();
    if (current.corrections().digest().equals(used.corrections().digest())) {
      return graph;
    }
    String digest = current.digest(extraction.article());
    ArticleGraph corrected = current.graph(extraction, digest);
    // Otherwise the article has been changed or deleted, so that the graph no longer matters.
    return store.putIfDigest(corrected, Optional.of(digest))
        ? withCurrentCorrections(store, processors, current, extraction, corrected)
        : graph;
  }

  private static Stored stored(NewsStore store, Article article) {
    return new Stored(store.digest(article.id()), store.modified(article.id()));
  }

  /** An article to be stored. */
  private record Selected(Article article, String digest, IngestDecision decision) {}

  /** Selects the articles of one run that are to be stored, and counts all. */
  private final class Selection {
    private final DuplicateTracker duplicates = new DuplicateTracker();
    private final Map<IngestDecision, Integer> counts = new EnumMap<>(IngestDecision.class);
    private int otherLanguages;

    Stream<Selected> of(Stream<Article> articles) {
      return articles.map(this::select).flatMap(Optional::stream);
    }

    private Optional<Selected> select(Article article) {
      progress.source(article.location().source());
      String digest = processor.digest(article);
      IngestDecision decision =
          IngestDecision.decide(
              article, digest, duplicates.record(article, digest), stored(store, article));
      if (decision.isStored()) {
        return Optional.of(new Selected(article, digest, decision));
      }
      if (decision == IngestDecision.ID_CONFLICT) {
        problems.error(article.location(), duplicates.clash(article));
      } else {
        count(decision);
      }
      return Optional.empty();
    }

    void count(Selected selected) {
      if (selected.article().metadata().isEnglish()) {
        count(selected.decision());
      } else {
        otherLanguages++;
        progress.step();
      }
    }

    private void count(IngestDecision decision) {
      counts.merge(decision, 1, Integer::sum);
      progress.step();
    }

    IngestReport report(int nearDuplicates) {
      return new IngestReport(
          counts.getOrDefault(IngestDecision.ADD, 0),
          counts.getOrDefault(IngestDecision.REPLACE, 0),
          counts.getOrDefault(IngestDecision.UNCHANGED, 0),
          counts.getOrDefault(IngestDecision.REPEATED, 0),
          otherLanguages,
          problems.errorCount(),
          problems.skippedCount(),
          nearDuplicates);
    }
  }
}
