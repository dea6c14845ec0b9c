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
 * Brings articles into a database: those that are new or changed, and no others.
 *
 * <p>Facts are found on several threads; graphs are stored in the order of the articles. Broken off
 * at any point, the next build goes on: what is stored is unchanged to it.
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

  /** Those being worked on of which an earlier version came in this build. */
  private final Set<Article> newer = new HashSet<>();

  private Function<Article, Extraction> extract;
  private int added;
  private int changed;
  private int unchanged;
  private int otherLanguages;

  /**
   * How to build.
   *
   * @param version of the program, kept with every fact; another one works all articles again
   * @param jobs how many articles to work on at once
   * @param clock tells when a fact was found
   * @param linker tells who and what of the world an article's entities are
   * @param limits when what is found is put into the database
   */
  record Settings(
      String version,
      int jobs,
      Clock clock,
      Function<Extraction, LinkedExtraction> linker,
      BatchWriter.Limits limits) {
    Settings(String version, int jobs, Clock clock, Function<Extraction, LinkedExtraction> linker) {
      this(version, jobs, clock, linker, BatchWriter.Limits.USUAL);
    }

    /** Nothing is linked. */
    Settings(String version, int jobs, Clock clock) {
      this(version, jobs, clock, LinkedExtraction::none);
    }
  }

  /**
   * How many articles met which end.
   *
   * @param unchanged those that the database had, or that came before in this build
   * @param otherLanguages those of the new and changed ones that are not in English
   * @param copies those in the whole database that have the text of another one
   * @param failed those that could not be read or worked on; what the database had of them stays
   */
  record Counts(
      long added, long changed, long unchanged, long otherLanguages, long copies, long failed) {
    /** All in English. */
    Counts(long added, long changed, long unchanged, long failed) {
      this(added, changed, unchanged, 0, 0, failed);
    }

    /** "3 new, 1 changed, 20 unchanged, 0 failed". */
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
          + (copies == 0 ? "" : "; " + copies + " in the database are copies of others");
    }
  }

  /**
   * @param extractor makes what finds the facts; asked once, and only if an article is new or
   *     changed, since the language model takes seconds to load
   * @param corrections what people have said of the entities that articles name
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
            store, settings.limits(), () -> progress.say("putting what waits into the database…"));
  }

  /**
   * Works through the articles.
   *
   * @throws org.newsgraph.store.StoreException where an article cannot be stored; those before it
   *     are
   */
  Counts run(Stream<Article> articles) {
    try {
      new ParallelExtraction(this::extract, settings.jobs(), problems)
          .run(articles.filter(this::isWanted), this::put);
    } finally {
      batch.flush();
    }
    batch.finish();
    int copies = NearDuplicates.mark(store);
    return new Counts(added, changed, unchanged, otherLanguages, copies, problems.errorCount());
  }

  /** Says what {@link #run} would do, and does nothing. */
  Counts look(Stream<Article> articles) {
    try (articles) {
      articles.filter(this::isWanted).forEachOrdered(this::count);
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

  private boolean isWanted(Article article) {
    progress.at(article.place().source());
    String digest = digest(article);
    boolean wanted =
        switch (duplicates.see(article, digest)) {
          case FIRST -> isNews(article, digest);
          case NEWER -> {
            boolean news = isNews(article, digest);
            if (news) {
              newer.add(article);
            }
            yield news;
          }
          case REPEATED, OLDER -> {
            unchanged++;
            progress.step();
            yield false;
          }
          case CLASH -> {
            problems.error(
                article.place(),
                "article "
                    + article.id()
                    + ": "
                    + duplicates.place(article)
                    + " has the same id; rename one of them");
            yield false;
          }
        };
    return wanted;
  }

  private Extraction extract(Article article) {
    synchronized (this) {
      if (extract == null) {
        extract = extractor.get();
      }
    }
    return extract.apply(article);
  }

  private boolean isNews(Article article, String digest) {
    Optional<String> stored = store.digest(article.id());
    if (stored.equals(Optional.of(digest)) || (stored.isPresent() && isOlder(article))) {
      unchanged++;
      progress.step();
      return false;
    }
    return true;
  }

  /** Whether the database has a later version of it. */
  private boolean isOlder(Article article) {
    String version = DuplicateTracker.version(article);
    return !version.isEmpty()
        && store
                .modified(article.id())
                .map(DuplicateTracker::comparable)
                .orElse("")
                .compareTo(version)
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
