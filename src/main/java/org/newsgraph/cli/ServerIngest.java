package org.newsgraph.cli;

import java.time.Clock;
import java.util.function.Function;
import org.newsgraph.article.Article;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.ArticleDigest;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.link.LinkedExtraction;
import org.newsgraph.serve.api.ArticleIntake;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.correction.CorrectionsFile;

/** Importer of articles into a database that is being served. */
final class ServerIngest implements ArticleIntake {
  private final NewsStore store;
  private final Function<Article, Extraction> extractor = ParallelExtraction.extractor();

  private final ArticleLinker linker;

  ServerIngest(NewsStore store, ArticleLinker linker) {
    this.store = store;
    this.linker = linker;
  }

  @Override
  public void add(Article article) {
    String digest = ArticleDigest.of(article, Version.number(), store.iris().base());
    if (store.digest(article.id()).filter(digest::equals).isPresent()) {
      return;
    }
    Extraction extraction = extractor.apply(article);
    Provenance provenance = new Provenance(Version.number(), Clock.systemUTC().instant());
    ArticleGraph graph =
        ArticleGraph.of(
            linked(extraction),
            linker.describe(CorrectionsFile.of(store).read()),
            store.iris(),
            provenance,
            digest);
    store.put(graph);
    linker.updateFacts(store, graph);
  }

  /** Links one article at a time, since knowledge bases have caches and are not thread-safe. */
  private synchronized LinkedExtraction linked(Extraction extraction) {
    return linker.apply(extraction);
  }
}
