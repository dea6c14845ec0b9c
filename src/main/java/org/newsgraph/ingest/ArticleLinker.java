package org.newsgraph.ingest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.link.CompositeKnowledgeBase;
import org.newsgraph.link.EntityLinker;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.LinkedExtraction;
import org.newsgraph.store.EntityFacts;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.correction.CorrectionsFile;

/**
 * Links the entities found in articles; links nothing if there is no knowledge base. Links one
 * article at a time, since knowledge bases have caches.
 */
public final class ArticleLinker implements Function<Extraction, LinkedExtraction>, AutoCloseable {
  private final Optional<KnowledgeBase> knowledge;
  private final Function<Extraction, LinkedExtraction> linker;

  /**
   * Creates a linker.
   *
   * @param sources knowledge bases, which the linker closes
   * @param threshold minimum confidence of a link, from 0 to 1
   */
  public ArticleLinker(List<KnowledgeBase> sources, double threshold) {
    knowledge =
        sources.isEmpty() ? Optional.empty() : Optional.of(new CompositeKnowledgeBase(sources));
    linker =
        knowledge
            .<Function<Extraction, LinkedExtraction>>map(
                it -> new EntityLinker(it, threshold)::link)
            .orElse(LinkedExtraction::none);
  }

  @Override
  public synchronized LinkedExtraction apply(Extraction extraction) {
    return linker.apply(extraction);
  }

  /** Returns a processor of articles that links, and applies the corrections of a database. */
  public ArticleProcessor processor(NewsStore store) {
    return ArticleProcessor.of(this, describe(CorrectionsFile.of(store).read()), store.iris());
  }

  /** Returns corrections with the items that users chose, as far as a knowledge base has them. */
  private Corrections describe(Corrections corrections) {
    return knowledge.map(it -> corrections.withItems(it::item)).orElse(corrections);
  }

  /**
   * Fetches the facts on the items to which the entities of a database are linked.
   *
   * @param refetch whether to fetch known facts again
   * @return a summary for the user: "12 entities are linked"
   */
  public String updateFacts(NewsStore store, boolean refetch) {
    long linked = EntityFacts.refresh(store, this::facts, refetch);
    return linked + (linked == 1 ? " entity is" : " entities are") + " linked";
  }

  /** Fetches the facts on the items to which the entities of one stored article are linked. */
  public void updateFacts(NewsStore store, ArticleGraph article) {
    EntityFacts.add(store, article, this::facts);
  }

  private synchronized List<Fact> facts(String iri) {
    return knowledge.map(it -> it.facts(item(iri))).orElse(List.of());
  }

  private static Item item(String iri) {
    return new Item(iri, iri, Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  /** Returns the knowledge base in which names are looked up, if there is one. */
  public Optional<KnowledgeBase> knowledge() {
    return knowledge;
  }

  @Override
  public void close() {
    knowledge.ifPresent(KnowledgeBase::close);
  }
}
