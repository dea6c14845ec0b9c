package org.newsgraph.link.fetch;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;
import org.newsgraph.link.fetch.WikidataFetch.Listener;
import org.newsgraph.link.fetch.WikidataFetch.Stage;
import org.newsgraph.link.index.KnowledgeBaseBuilder;
import org.newsgraph.link.index.KnowledgeBaseEntry;
import org.newsgraph.link.wikidata.ClassHierarchy;
import org.newsgraph.link.wikidata.DumpItem;
import org.newsgraph.link.wikidata.WikidataValues;

/**
 * The last phase of a fetch: merges the fetched items with the unchanged ones of the earlier
 * knowledge base, and indexes them as {@code IndexPhase} indexes the items of a dump.
 */
final class FetchIndexPhase {
  private static final int ITEMS_PER_REPORT = 1000;

  private final SliceStore store;
  private final Optional<FetchedItems> earlier;
  private final ItemSelection selection;
  private final ClassHierarchy classes;
  private final Set<EntityType> types;
  private long indexed;

  FetchIndexPhase(
      SliceStore store,
      Optional<FetchedItems> earlier,
      ItemSelection selection,
      ClassHierarchy classes,
      Set<EntityType> types) {
    this.store = store;
    this.earlier = earlier;
    this.selection = selection;
    this.classes = classes;
    this.types = types;
  }

  /** Returns the items to which facts refer and which are not selected themselves. */
  BitSet references() throws IOException {
    BitSet references = new BitSet();
    forEachSelected(
        each -> {
          for (Fact fact : each.item().entry().facts()) {
            if (fact.value() instanceof Fact.Thing thing) {
              int number = WikidataValues.number(thing.iri().substring(Item.WIKIDATA.length()));
              if (!selection.selected().get(number)) {
                references.set(number);
              }
            }
          }
        });
    return references;
  }

  /** Adds all items to a knowledge base, and the selected ones to a file for updates. */
  void run(KnowledgeBaseBuilder builder, FetchedItems kept, Listener listener) throws IOException {
    double all = Math.max(1, selection.selected().cardinality());
    try (FetchedItems.Writer writer = kept.write()) {
      forEachSelected(
          each -> {
            Optional<EntityType> type = type(each.item());
            if (type.filter(types::contains).isPresent()) {
              writer.add(each);
              addSelected(each.item(), type, builder);
            }
            if (++indexed % ITEMS_PER_REPORT == 0) {
              listener.progress(Stage.INDEXING, indexed, Math.min(1, indexed / all));
            }
          });
      writer.finish();
    }
    ItemPhase.forEach(store, Stage.LABELS, each -> addLabel(each.item(), builder));
  }

  private void forEachSelected(StoredItem.Receiver receiver) throws IOException {
    if (earlier.isPresent()) {
      earlier
          .get()
          .forEach(
              each -> {
                if (selection.isUnchanged(each.item().number())) {
                  receiver.accept(each);
                }
              });
    }
    ItemPhase.forEach(store, Stage.ITEMS, receiver);
  }

  private Optional<EntityType> type(DumpItem item) {
    return item.instanceOf().size() == 0
        ? Optional.empty()
        : classes.kind(item.instanceOf()).type();
  }

  private static void addSelected(
      DumpItem found, Optional<EntityType> type, KnowledgeBaseBuilder builder) {
    KnowledgeBaseEntry entry = found.entry();
    if (!entry.names().isEmpty()) {
      builder.add(
          new KnowledgeBaseEntry(entry.item().withType(type), entry.names(), entry.facts()));
    }
  }

  /** Adds an item that only provides the label for facts. */
  private void addLabel(DumpItem found, KnowledgeBaseBuilder builder) {
    KnowledgeBaseEntry entry = found.entry();
    if (!entry.names().isEmpty()) {
      builder.add(new KnowledgeBaseEntry(entry.item().withType(type(found)), List.of(), List.of()));
    }
  }
}
