package org.newsgraph.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.link.CompositeKnowledgeBase;
import org.newsgraph.link.EntityLinker;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.LinkedExtraction;
import org.newsgraph.store.EntityFacts;
import org.newsgraph.store.NewsStore;

/** Links what is found in articles; nothing, where there is no knowledge base. */
final class ArticleLinker implements Function<Extraction, LinkedExtraction>, AutoCloseable {
  private final Optional<KnowledgeBase> knowledge;
  private final Function<Extraction, LinkedExtraction> linker;

  ArticleLinker(List<KnowledgeBase> sources, double bar) {
    knowledge =
        sources.isEmpty() ? Optional.empty() : Optional.of(new CompositeKnowledgeBase(sources));
    linker =
        knowledge
            .<Function<Extraction, LinkedExtraction>>map(it -> new EntityLinker(it, bar)::link)
            .orElse(LinkedExtraction::none);
  }

  @Override
  public LinkedExtraction apply(Extraction extraction) {
    return linker.apply(extraction);
  }

  /**
   * Fetches what is known of the items that a database's entities are linked to now.
   *
   * @param anew whether also of those of which it is known already
   * @return "12 entities are linked", for the person
   */
  String finish(NewsStore store, boolean anew) {
    long linked = EntityFacts.refresh(store, this::facts, anew);
    return linked + (linked == 1 ? " entity is" : " entities are") + " linked";
  }

  /** Fetches what is known of the items that one stored article links. */
  void finish(NewsStore store, ArticleGraph article) {
    EntityFacts.add(store, article, this::facts);
  }

  private List<Fact> facts(String iri) {
    return knowledge.map(it -> it.facts(item(iri))).orElse(List.of());
  }

  private static Item item(String iri) {
    return new Item(iri, iri, Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  /** What names are looked up in. */
  Optional<KnowledgeBase> knowledge() {
    return knowledge;
  }

  @Override
  public void close() {
    knowledge.ifPresent(KnowledgeBase::close);
  }
}
