package org.newsgraph.link.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.newsgraph.link.fetch.SliceStore.Content;

/** The number of items by their number of site links. The first requests of a fetch ask for it. */
final class LinkCounts {
  /** Maximum number of site links; the most linked items have fewer than 600. */
  static final int MAX_LINKS = 1000;

  private static final int INITIAL_RANGE = 32;

  private final TreeMap<Integer, Long> counts = new TreeMap<>();

  private LinkCounts() {}

  /** Returns the number of items with exactly this number of site links. */
  long items(int links) {
    return counts.getOrDefault(links, 0L);
  }

  /** Returns the number of all items. */
  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the largest number of site links; 0 without any items. */
  int maxLinks() {
    return counts.isEmpty() ? 0 : counts.lastKey();
  }

  /** Reads the counts from slices, and requests those that are missing. */
  static LinkCounts fetch(SparqlClient client, SliceStore store, int minLinks) throws IOException {
    LinkCounts all = new LinkCounts();
    int[] next = {minLinks};
    store.forEach(
        Content.COUNTS,
        slice -> {
          next[0] = slice.readVInt();
          while (!slice.eof()) {
            all.counts.put(slice.readVInt(), slice.readVLong());
          }
        });
    AdaptiveSize size = new AdaptiveSize(INITIAL_RANGE, MAX_LINKS);
    while (next[0] <= MAX_LINKS) {
      RangeQuery query = new RangeQuery(next[0], size);
      Duration taken = client.select(query);
      size.adapt(query.to - query.from + 1, taken);
      ByteBuffersDataOutput slice = new ByteBuffersDataOutput();
      slice.writeVInt(query.to + 1);
      for (Map.Entry<Integer, Long> each : query.counts.entrySet()) {
        slice.writeVInt(each.getKey());
        slice.writeVLong(each.getValue());
      }
      store.add(Content.COUNTS, slice);
      all.counts.putAll(query.counts);
      next[0] = query.to + 1;
    }
    return all;
  }

  /** A query for a range of numbers of site links. */
  private static final class RangeQuery implements SparqlQuery {
    private final int from;
    private final AdaptiveSize size;
    private final Map<Integer, Long> counts = new HashMap<>();
    private int to;

    RangeQuery(int from, AdaptiveSize size) {
      this.from = from;
      this.size = size;
      setEnd();
    }

    private void setEnd() {
      to = Math.min(MAX_LINKS, from + size.current() - 1);
    }

    @Override
    public String text() {
      counts.clear();
      return FetchQueries.counts(from, to);
    }

    @Override
    public void row(Binding row) {
      long count = RowValues.number(row, "count");
      if (count > 0) {
        counts.put((int) RowValues.number(row, "links"), count);
      }
    }

    @Override
    public boolean reduce() {
      boolean reducible = to > from;
      size.halve(to - from + 1);
      setEnd();
      return reducible;
    }
  }
}
