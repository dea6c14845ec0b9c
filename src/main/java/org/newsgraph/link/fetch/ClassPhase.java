package org.newsgraph.link.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.newsgraph.link.fetch.SliceStore.Content;
import org.newsgraph.link.fetch.WikidataFetch.Listener;
import org.newsgraph.link.fetch.WikidataFetch.Stage;
import org.newsgraph.link.wikidata.ClassHierarchy;
import org.newsgraph.link.wikidata.IntList;
import org.newsgraph.link.wikidata.ItemKind;

/**
 * The third phase of a fetch: requests the superclasses of the classes of all items, and theirs, up
 * to the classes whose kind is known. The hierarchy above the classes in use is a small part of
 * Wikidata's.
 */
final class ClassPhase {
  private static final int INITIAL_CLASSES = 500;
  private static final int MAX_CLASSES = 4000;

  private final SparqlClient client;
  private final SliceStore store;
  private final IntList subclasses = new IntList();
  private final IntList superclasses = new IntList();
  private final Set<Integer> known = new HashSet<>();
  private final Deque<Integer> pending = new ArrayDeque<>();
  private final Set<Integer> queued = new HashSet<>();

  ClassPhase(SparqlClient client, SliceStore store) {
    this.client = client;
    this.store = store;
  }

  /** Requests the superclasses that are missing, and returns the hierarchy. */
  ClassHierarchy run(Listener listener) throws IOException {
    store.forEach(
        Content.CLASSES,
        slice -> {
          for (int left = slice.readVInt(); left > 0; left--) {
            known.add(slice.readVInt());
          }
          while (!slice.eof()) {
            subclasses.add(slice.readVInt());
            superclasses.add(slice.readVInt());
          }
        });
    FoundItems.classes(store).forEach(this::queue);
    for (int i = 0; i < superclasses.size(); i++) {
      queue(superclasses.get(i));
    }
    AdaptiveSize size = new AdaptiveSize(INITIAL_CLASSES, MAX_CLASSES);
    while (!pending.isEmpty()) {
      SuperclassQuery query = new SuperclassQuery(size);
      Duration taken = client.select(query);
      size.adapt(query.classes.size(), taken);
      add(query);
      listener.progress(
          Stage.CLASSES, known.size(), known.size() / (double) (known.size() + pending.size()));
    }
    return ClassHierarchy.of(subclasses, superclasses);
  }

  private void queue(int number) {
    boolean listed = ItemKind.OF_CLASS.containsKey("Q" + number);
    if (!listed && !known.contains(number) && queued.add(number)) {
      pending.add(number);
    }
  }

  private void add(SuperclassQuery query) throws IOException {
    ByteBuffersDataOutput slice = new ByteBuffersDataOutput();
    slice.writeVInt(query.classes.size());
    for (int each : query.classes) {
      pending.remove();
      known.add(each);
      slice.writeVInt(each);
    }
    for (int i = 0; i < query.below.size(); i++) {
      slice.writeVInt(query.below.get(i));
      slice.writeVInt(query.above.get(i));
      subclasses.add(query.below.get(i));
      superclasses.add(query.above.get(i));
      queue(query.above.get(i));
    }
    store.add(Content.CLASSES, slice);
  }

  /** A query for the superclasses of the next pending classes. */
  private final class SuperclassQuery implements SparqlQuery {
    private final AdaptiveSize size;
    private List<Integer> classes;
    private IntList below = new IntList();
    private IntList above = new IntList();

    SuperclassQuery(AdaptiveSize size) {
      this.size = size;
      classes = next();
    }

    private List<Integer> next() {
      return pending.stream().limit(size.current()).toList();
    }

    @Override
    public String text() {
      below = new IntList();
      above = new IntList();
      return FetchQueries.superclasses(new ArrayList<>(classes));
    }

    @Override
    public void row(Binding row) {
      int subclass = RowValues.item(row, "class");
      int superclass = RowValues.item(row, "above");
      if (subclass > 0 && superclass > 0) {
        below.add(subclass);
        above.add(superclass);
      }
    }

    @Override
    public boolean reduce() {
      boolean reducible = classes.size() > 1;
      size.halve(classes.size());
      classes = next();
      return reducible;
    }
  }
}
