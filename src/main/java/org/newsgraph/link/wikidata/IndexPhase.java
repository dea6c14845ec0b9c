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

/** The second half of a build: a spool of items becomes an index, once their types are known. */
final class IndexPhase {
  /** What was added is made safe after a million items where a part of the dump is 2 GB. */
  private static final long BYTES_AN_ITEM = 2000;

  private final Spool spool;
  private final KnowledgeBaseBuilder builder;
  private final Options options;
  private final Listener listener;

  private final IntList subclasses = new IntList();
  private final IntList superclasses = new IntList();

  /** Whom facts point to, by number: a bit each. */
  private final BitSet pointedTo = new BitSet();

  private ClassHierarchy classes;
  private long done;
  private long kept;

  IndexPhase(Spool spool, KnowledgeBaseBuilder builder, Options options, Listener listener) {
    this.spool = spool;
    this.builder = builder;
    this.options = options;
    this.listener = listener;
  }

  void run() throws IOException {
    List<Path> parts = spool.parts();
    try (OrderedExecutor<Pointers> work =
        new OrderedExecutor<>("dump", options.jobs(), 2 * options.jobs(), this::take)) {
      for (Path part : parts) {
        Spool.blocks(part, block -> work.add(() -> Pointers.of(block.items())));
      }
      work.finish();
    }
    classes = ClassHierarchy.of(subclasses, superclasses);
    int reached = (int) builder.lastCheckpoint();
    done = spool.state(reached).items();
    kept = done;
    try (OrderedExecutor<Integer> work =
        new OrderedExecutor<>("dump", options.jobs(), 2 * options.jobs(), this::told)) {
      for (int i = reached; i < parts.size(); i++) {
        Spool.blocks(parts.get(i), block -> work.add(() -> index(block.items())));
        work.finish();
        if (done - kept >= options.part() / BYTES_AN_ITEM) {
          builder.checkpoint(i + 1);
          kept = done;
        }
      }
    }
  }

  /** What some items point to. */
  private record Pointers(IntList subclasses, IntList superclasses, IntList things) {
    static Pointers of(List<DumpItem> items) {
      Pointers found = new Pointers(new IntList(), new IntList(), new IntList());
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

  private void take(Pointers found) {
    for (int i = 0; i < found.subclasses.size(); i++) {
      subclasses.add(found.subclasses.get(i));
      superclasses.add(found.superclasses.get(i));
    }
    for (int i = 0; i < found.things.size(); i++) {
      pointedTo.set(found.things.get(i));
    }
  }

  private int index(List<DumpItem> items) {
    for (DumpItem item : items) {
      entry(item).ifPresent(builder::add);
    }
    return items.size();
  }

  /** What is kept of an item: all, its label alone, or nothing. */
  private Optional<KnowledgeBaseEntry> entry(DumpItem found) {
    KnowledgeBaseEntry entry = found.entry();
    ItemKind kind = classes.kind(found.instanceOf());
    Optional<EntityType> type = found.instanceOf().size() == 0 ? Optional.empty() : kind.type();
    boolean wanted =
        kind != ItemKind.NONE
            && (options.only().isEmpty() || type.filter(options.only()::contains).isPresent());
    if (wanted && !entry.names().isEmpty()) {
      return Optional.of(
          new KnowledgeBaseEntry(typed(entry.item(), type), entry.names(), entry.facts()));
    }
    return pointedTo.get(found.number()) && !entry.names().isEmpty()
        ? Optional.of(new KnowledgeBaseEntry(typed(entry.item(), type), List.of(), List.of()))
        : Optional.empty();
  }

  private static Item typed(Item item, Optional<EntityType> type) {
    return new Item(
        item.iri(), item.label(), item.title(), item.description(), type, item.popularity());
  }

  private void told(int items) {
    done += items;
    long all = spool.state().items();
    listener.reached(Stage.INDEXING, done, done / (double) all);
  }
}
