package org.newsgraph.cli;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.DuplicateTracker;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.ArticleDigest;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.link.LinkedExtraction;
import org.newsgraph.store.NearDuplicates;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.write.BatchWriter;

/**
 * A build that imports new and changed articles into a database.
 *
 * <p>Articles are processed on several threads; their graphs are stored in the order of the input.
 * After an interruption, the next build resumes: it finds the stored articles unchanged.
 */
final class ArticleBuild {
  private final NewsStore store;
  private final Supplier<Function<Article, Extraction>> extractor;
  private final Settings settings;
  private final Problems problems;
  private final Progress progress;
  private final Corrections corrections;
  private final BatchWriter batch;
  private final DuplicateTracker duplicates = new DuplicateTracker();

  /** Articles being processed that replace an earlier version from the same build. */
  private final Set<Article> newer = new HashSet<>();

  private Function<Article, Extraction> extract;
  private int added;
  private int changed;
  private int unchanged;
  private int otherLanguages;

  /**
   * Settings of a build.
   *
   * @param version version of the program, stored with every fact; articles that another version
   *     stored are processed again
   * @param jobs number of articles processed in parallel
   * @param clock clock for the time at which a fact was found
   * @param linker linker of an article's entities to knowledge base items
   * @param limits limits that decide when graphs are committed to the database
   */
  record Settings(
      String version,
      int jobs,
      Clock clock,
      Function<Extraction, LinkedExtraction> linker,
      BatchWriter.Limits limits) {
    Settings(String version, int jobs, Clock clock, Function<Extraction, LinkedExtraction> linker) {
      this(version, jobs, clock, linker, BatchWriter.Limits.DEFAULT);
    }

    /** Creates settings without linking. */
    Settings(String version, int jobs, Clock clock) {
      this(version, jobs, clock, LinkedExtraction::none);
    }
  }

  /**
   * Numbers of articles by result.
   *
   * @param added articles that the database did not have
   * @param changed articles that replaced another version in the database
   * @param unchanged articles that the database had already, or that occurred earlier in this build
   * @param otherLanguages new and changed articles that are not in English
   * @param copies articles in the complete database that are near duplicates of others
   * @param failed articles that could not be read or processed; the database keeps its version
   */
  record Counts(
      long added, long changed, long unchanged, long otherLanguages, long copies, long failed) {
    /** Creates counts without other languages and near duplicates. */
    Counts(long added, long changed, long unchanged, long failed) {
      this(added, changed, unchanged, 0, 0, failed);
    }

    /** Returns a summary: "3 new, 1 changed, 20 unchanged, 0 failed". */
    @Override
    public String toString() {
      return added
          + " new, "
          + changed
          + " changed, "
          + unchanged
          + " unchanged, "
          + failed
          + " failed"
          + (otherLanguages == 0 ? "" : "; " + otherLanguages + " in other languages, not analysed")
          + (copies == 0 ? "" : "; " + copies + " in the database are near duplicates of others");
    }
  }

  /**
   * Creates a build.
   *
   * @param extractor supplier of the extractor; called once, and only if an article is new or
   *     changed, since the language model takes seconds to load
   * @param corrections corrections of the entities that articles mention
   */
  ArticleBuild(
      NewsStore store,
      Supplier<Function<Article, Extraction>> extractor,
      Settings settings,
      Problems problems,
      Progress progress,
      Corrections corrections) {
    this.store = store;
    this.extractor = extractor;
    this.settings = settings;
    this.problems = problems;
    this.progress = progress;
    this.corrections = corrections;
    this.batch =
        new BatchWriter(
            store,
            settings.limits(),
            () -> progress.showNow("moving the write-ahead log into the database…"));
  }

  /**
   * Imports the articles.
   *
   * @throws org.newsgraph.store.StoreException if an article cannot be stored; earlier articles are
   *     stored then
   */
  Counts run(Stream<Article> articles) {
    try {
      new ParallelExtraction(this::extract, settings.jobs(), problems)
          .run(articles.filter(this::needsProcessing), this::put);
    } finally {
      batch.flush();
    }
    batch.finish();
    int copies = NearDuplicates.mark(store);
    return new Counts(added, changed, unchanged, otherLanguages, copies, problems.errorCount());
  }

  /** Counts what {@link #run} would import, without changing the database. */
  Counts dryRun(Stream<Article> articles) {
    try (articles) {
      articles.filter(this::needsProcessing).forEachOrdered(this::count);
    }
    return new Counts(added, changed, unchanged, otherLanguages, 0, problems.errorCount());
  }

  private void count(Article article) {
    if (newer.remove(article) || store.digest(article.id()).isPresent()) {
      changed++;
    } else {
      added++;
    }
    if (!article.metadata().isEnglish()) {
      otherLanguages++;
    }
    progress.step();
  }

  private boolean needsProcessing(Article article) {
    progress.setSource(article.location().source());
    String digest = digest(article);
    return switch (duplicates.record(article, digest)) {
      case FIRST -> isNewOrChanged(article, digest);
      case NEWER -> {
        boolean changedOrNew = isNewOrChanged(article, digest);
        if (changedOrNew) {
          newer.add(article);
        }
        yield changedOrNew;
      }
      case REPEATED, OLDER -> {
        unchanged++;
        progress.step();
        yield false;
      }
      case CLASH -> {
        problems.error(
            article.location(),
            "article "
                + article.id()
                + ": "
                + duplicates.location(article)
                + " has the same id; rename one of them");
        yield false;
      }
    };
  }

  private Extraction extract(Article article) {
    synchronized (this) {
      if (extract == null) {
        extract = extractor.get();
      }
    }
    return extract.apply(article);
  }

  private boolean isNewOrChanged(Article article, String digest) {
    Optional<String> stored = store.digest(article.id());
    if (stored.equals(Optional.of(digest)) || (stored.isPresent() && isOlder(article))) {
      unchanged++;
      progress.step();
      return false;
    }
    return true;
  }

  /** Tests whether the database has a later version of an article. */
  private boolean isOlder(Article article) {
    String version = DuplicateTracker.version(article);
    return !version.isEmpty()
        && store.modified(article.id()).map(DuplicateTracker::toUtc).orElse("").compareTo(version)
            > 0;
  }

  private void put(Extraction extraction) {
    Article article = extraction.article();
    count(article);
    Provenance provenance = new Provenance(settings.version(), settings.clock().instant());
    batch.add(
        ArticleGraph.of(
            settings.linker().apply(extraction),
            corrections,
            store.iris(),
            provenance,
            digest(article)));
  }

  private String digest(Article article) {
    return ArticleDigest.of(article, settings.version(), store.iris().base());
  }
}
