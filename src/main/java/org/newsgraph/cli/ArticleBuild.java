package org.newsgraph.cli;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.newsgraph.article.Article;
import org.newsgraph.article.Place;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Corrections;
import org.newsgraph.graph.Provenance;
import org.newsgraph.link.Linked;
import org.newsgraph.store.NewsStore;

/**
 * Brings articles into a database: those that are new or changed, and no others.
 *
 * <p>Facts are found on several threads; graphs are stored in the order of the articles, one
 * transaction each.
 */
final class ArticleBuild {
  private final NewsStore store;
  private final Supplier<Function<Article, Extraction>> extractor;
  private final Settings settings;
  private final Problems problems;
  private final Progress progress;
  private final Corrections corrections;
  private final Compaction compaction;

  private final Map<Node, Place> seen = new HashMap<>();
  private Function<Article, Extraction> extract;
  private int added;
  private int changed;
  private int unchanged;

  /**
   * How to build.
   *
   * @param version of the program, kept with every fact; another one works all articles again
   * @param jobs how many articles to work on at once
   * @param clock tells when a fact was found
   * @param linker tells who and what of the world an article's entities are
   */
  record Settings(String version, int jobs, Clock clock, Function<Extraction, Linked> linker) {
    /** Nothing is linked. */
    Settings(String version, int jobs, Clock clock) {
      this(version, jobs, clock, Linked::none);
    }
  }

  /**
   * How many articles met which end.
   *
   * @param failed those that could not be read or worked on; what the database had of them stays
   */
  record Counts(long added, long changed, long unchanged, long failed) {
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
          + " failed";
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
    this.compaction = new Compaction(store);
  }

  /**
   * Works through the articles.
   *
   * @throws org.newsgraph.store.StoreException where an article cannot be stored; those before it
   *     are
   */
  Counts run(Stream<Article> articles) {
    new Pipeline(article -> extract.apply(article), settings.jobs(), problems)
        .run(articles.filter(this::isFirst).filter(this::isNews), this::put);
    compaction.end();
    return new Counts(added, changed, unchanged, problems.failures());
  }

  private boolean isFirst(Article article) {
    Place earlier = seen.putIfAbsent(store.iris().article(article.id()), article.place());
    if (earlier != null) {
      problems.error(
          article.place(),
          "article " + article.id() + ": " + earlier + " has the same id; rename one of them");
    }
    return earlier == null;
  }

  private boolean isNews(Article article) {
    if (store.digest(article.id()).equals(Optional.of(digest(article)))) {
      unchanged++;
      progress.step();
      return false;
    }
    if (extract == null) {
      extract = extractor.get();
    }
    return true;
  }

  private void put(Extraction extraction) {
    Article article = extraction.article();
    boolean known = store.digest(article.id()).isPresent();
    Provenance provenance = new Provenance(settings.version(), settings.clock().instant());
    Linked linked = settings.linker().apply(extraction);
    store.put(ArticleGraph.of(linked, corrections, store.iris(), provenance, digest(article)));
    if (known) {
      changed++;
    } else {
      added++;
    }
    progress.step();
    compaction.step();
  }

  private String digest(Article article) {
    return Digest.of(article, settings.version(), store.iris().base());
  }
}
