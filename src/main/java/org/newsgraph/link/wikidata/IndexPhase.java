package org.newsgraph.link.wikidata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.newsgraph.extract.EntityType;
import org.newsgraph.io.OrderedExecutor;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;
import org.newsgraph.link.index.KnowledgeBaseBuilder;
import org.newsgraph.link.index.KnowledgeBaseEntry;
import org.newsgraph.link.wikidata.DumpBuild.Listener;
import org.newsgraph.link.wikidata.DumpBuild.Options;
import org.newsgraph.link.wikidata.DumpBuild.Stage;

/** The second phase of a build: determines the types of the spooled items and indexes them. */
final class IndexPhase {
  /** Bytes of the dump per item: a part of 2 GB means a checkpoint after a million items. */
  private static final long BYTES_PER_ITEM = 2000;

  private final Spool spool;
  private final KnowledgeBaseBuilder builder;
  private final Options options;
  private final Listener listener;

  private final IntList subclasses = new IntList();
  private final IntList superclasses = new IntList();

  /** Numbers of the items to which facts refer. */
  private final BitSet referenced = new BitSet();

  private ClassHierarchy classes;
  private long done;
  private long lastCheckpoint;

  IndexPhase(Spool spool, KnowledgeBaseBuilder builder, Options options, Listener listener) {
    this.spool = spool;
    this.builder = builder;
    this.options = options;
    this.listener = listener;
  }

  void run() throws IOException {
    List<Path> parts = spool.parts();
    try (OrderedExecutor<References> work =
        new OrderedExecutor<>("dump", options.jobs(), 2 * options.jobs(), this::addReferences)) {
      for (Path part : parts) {
        Spool.blocks(part, block -> work.add(() -> References.of(block.items())));
      }
      work.finish();
    }
    classes = ClassHierarchy.of(subclasses, superclasses);
    int firstPart = (int) builder.lastCheckpoint();
    done = spool.state(firstPart).items();
    lastCheckpoint = done;
    try (OrderedExecutor<Integer> work =
        new OrderedExecutor<>("dump", options.jobs(), 2 * options.jobs(), this::reportProgress)) {
      for (int i = firstPart; i < parts.size(); i++) {
        Spool.blocks(parts.get(i), block -> work.add(() -> index(block.items())));
        work.finish();
        if (done - lastCheckpoint >= options.bytesPerCheckpoint() / BYTES_PER_ITEM) {
          builder.checkpoint(i + 1);
          lastCheckpoint = done;
        }
      }
    }
  }

  /** References of a block of items to superclasses and to other items. */
  private record References(IntList subclasses, IntList superclasses, IntList things) {
    static References of(List<DumpItem> items) {
      References found = new References(new IntList(), new IntList(), new IntList());
      for (DumpItem item : items) {
        for (int i = 0; i < item.subclassOf().size(); i++) {
          found.subclasses.add(item.number());
          found.superclasses.add(item.subclassOf().get(i));
        }
        for (Fact fact : item.entry().facts()) {
          if (fact.value() instanceof Fact.Thing thing) {
            found.things.add(WikidataValues.number(thing.iri().substring(Item.WIKIDATA.length())));
          }
        }
      }
      return found;
    }
  }

  private void addReferences(References found) {
    for (int i = 0; i < found.subclasses.size(); i++) {
      subclasses.add(found.subclasses.get(i));
      superclasses.add(found.superclasses.get(i));
    }
    for (int i = 0; i < found.things.size(); i++) {
      referenced.set(found.things.get(i));
    }
  }

  private int index(List<DumpItem> items) {
    for (DumpItem item : items) {
      entry(item).ifPresent(builder::add);
    }
    return items.size();
  }

  /** Returns the entry of an item: complete, with its label only, or empty. */
  private Optional<KnowledgeBaseEntry> entry(DumpItem found) {
    KnowledgeBaseEntry entry = found.entry();
    ItemKind kind = classes.kind(found.instanceOf());
    Optional<EntityType> type = found.instanceOf().size() == 0 ? Optional.empty() : kind.type();
    boolean selected =
        kind != ItemKind.NONE
            && (options.types().isEmpty() || type.filter(options.types()::contains).isPresent());
    if (selected && !entry.names().isEmpty()) {
      return Optional.of(
          new KnowledgeBaseEntry(entry.item().withType(type), entry.names(), entry.facts()));
    }
    return referenced.get(found.number()) && !entry.names().isEmpty()
        ? Optional.of(new KnowledgeBaseEntry(entry.item().withType(type), List.of(), List.of()))
        : Optional.empty();
  }

  private void reportProgress(int items) {
    done += items;
    long all = spool.state().items();
    listener.progress(Stage.INDEXING, done, done / (double) all);
  }
}
