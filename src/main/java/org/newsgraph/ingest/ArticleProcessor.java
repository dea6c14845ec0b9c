package org.newsgraph.ingest;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.newsgraph.article.Article;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Extractor;
import org.newsgraph.graph.ArticleDigest;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.Provenance;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.io.ProgramVersion;
import org.newsgraph.link.LinkedExtraction;
import org.newsgraph.text.Analyser;

/**
 * Turns an article into its graph: extraction, linking, corrections and mapping. The same article
 * always gives the same graph, apart from the time in its provenance.
 *
 * @param extractor finds the facts of an article; several threads may call it
 * @param linker links the entities of an article to knowledge base items; called by one thread at a
 *     time
 * @param corrections corrections of the entities that articles mention
 * @param iris names of nodes
 * @param version version of the program, stored with every fact
 * @param clock clock for the time at which a fact was found
 */
public record ArticleProcessor(
    Function<Article, Extraction> extractor,
    Function<Extraction, LinkedExtraction> linker,
    Corrections corrections,
    Iris iris,
    String version,
    Clock clock) {
  /** Holder that loads the language model with the first article, so that commands start fast. */
  private static final class Model {
    static final Analyser ANALYSER = new Analyser();
  }

  /** Creates a processor with the extractor, the version and the clock of the program. */
  public static ArticleProcessor of(
      Function<Extraction, LinkedExtraction> linker, Corrections corrections, Iris iris) {
    return new ArticleProcessor(
        ArticleProcessor::extractFacts,
        linker,
        corrections,
        iris,
        ProgramVersion.number(),
        Clock.systemUTC());
  }

  /** Finds the facts of an article. Finds nothing in articles that are not in English. */
  public static Extraction extractFacts(Article article) {
    return article.metadata().isEnglish()
        ? Extractor.extract(Model.ANALYSER.analyse(article))
        : new Extraction(article, List.of(), List.of(), List.of());
  }

  /** Returns the digest of an article, by which a later build recognises it as unchanged. */
  public String digest(Article article) {
    return ArticleDigest.of(article, version, iris.base());
  }

  /** Finds the facts of an article. */
  public Extraction extract(Article article) {
    return extractor.apply(article);
  }

  /** Returns the graph of an article that is processed now. */
  public ArticleGraph graph(Extraction extraction, String digest) {
    return graph(extraction, digest, provenance());
  }

  /**
   * Returns the graph of an article.
   *
   * @param digest digest of the article as it was read, which is stored in the graph
   * @param provenance origin of the facts
   */
  public ArticleGraph graph(Extraction extraction, String digest, Provenance provenance) {
    return ArticleGraph.of(linker.apply(extraction), corrections, iris, provenance, digest);
  }

  /** Returns the provenance of facts that are found now. */
  public Provenance provenance() {
    return new Provenance(version, clock.instant());
  }
}
