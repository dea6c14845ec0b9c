package org.newsgraph.cli;

import org.newsgraph.article.Article;
import org.newsgraph.ingest.ArticleLinker;
import org.newsgraph.ingest.Ingestion;
import org.newsgraph.serve.api.ArticleIntake;
import org.newsgraph.store.NewsStore;

/** Importer of articles into a database that is being served. */
record ServerIngest(NewsStore store, ArticleLinker linker) implements ArticleIntake {
  @Override
  public void add(Article article) {
    Ingestion.add(store, () -> linker.processor(store), article)
        .ifPresent(graph -> linker.updateFacts(store, graph));
  }
}
