package org.newsgraph.link.fetch;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.newsgraph.link.wikidata.IntList;

/** The items of a slice with their classes and dates of modification, from their slices. */
final class FoundItems {
  /** A receiver of items. */
  interface Receiver {
    /**
     * Receives an item.
     *
     * @param item number of the item, without the Q
     * @param modified time of its last modification, in seconds since 1970; 0 if unknown
     * @param classes numbers of its classes
     */
    void accept(int item, long modified, IntList classes) throws IOException;
  }

  private final Map<Integer, IntList> classes = new HashMap<>();
  private final Map<Integer, Long> modified = new HashMap<>();

  void clear() {
    classes.clear();
    modified.clear();
  }

  int size() {
    return classes.size();
  }

  void add(int item, long modifiedAt, int itemClass) {
    modified.merge(item, modifiedAt, Math::max);
    IntList all = classes.computeIfAbsent(item, it -> new IntList());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == itemClass) {
        return;
      }
    }
    if (itemClass > 0) {
      all.add(itemClass);
    }
  }

  void write(ByteBuffersDataOutput out) throws IOException {
    for (Map.Entry<Integer, IntList> each : classes.entrySet()) {
      out.writeVInt(each.getKey());
      out.writeVLong(modified.get(each.getKey()));
      out.writeVInt(each.getValue().size());
      for (int i = 0; i < each.getValue().size(); i++) {
        out.writeVInt(each.getValue().get(i));
      }
    }
  }

  /** Passes the items in the rest of a slice to a receiver. */
  static void read(ByteArrayDataInput in, Receiver receiver) throws IOException {
    while (!in.eof()) {
      int item = in.readVInt();
      long modified = in.readVLong();
      IntList classes = new IntList();
      for (int left = in.readVInt(); left > 0; left--) {
        classes.add(in.readVInt());
      }
      receiver.accept(item, modified, classes);
    }
  }

  /** Returns the numbers of all classes of the items in slices. */
  static Set<Integer> classes(SliceStore store) throws IOException {
    Set<Integer> all = new TreeSet<>();
    forEach(
        store,
        (item, modified, classes) -> {
          for (int i = 0; i < classes.size(); i++) {
            all.add(classes.get(i));
          }
        });
    return all;
  }

  /** Passes each item of all slices to a receiver, once. */
  static void forEach(SliceStore store, Receiver receiver) throws IOException {
    BitSet seen = new BitSet();
    store.forEach(
        SliceStore.Content.FOUND,
        slice -> {
          FindPhase.skipPosition(slice);
          read(
              slice,
              (item, modified, classes) -> {
                // An item that gains a site link during the fetch may be found twice.
                if (!seen.get(item)) {
                  seen.set(item);
                  receiver.accept(item, modified, classes);
                }
              });
        });
  }
}
