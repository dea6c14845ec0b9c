package org.newsgraph.link.fetch;

import java.io.IOException;
import java.time.Duration;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.newsgraph.link.fetch.SliceStore.Content;
import org.newsgraph.link.fetch.WikidataFetch.Listener;
import org.newsgraph.link.fetch.WikidataFetch.Stage;

/**
 * The second phase of a fetch: finds the items that have enough site links, slice by slice in the
 * order of their number of site links.
 */
final class FindPhase {
  /** Number of items in the first slice; a service needs a second or two for so many. */
  private static final int INITIAL_ITEMS = 20_000;

  /** Maximum number of items in a slice; their rows take about 75 MB before compression. */
  private static final int MAX_ITEMS = 200_000;

  private final SparqlClient client;
  private final SliceStore store;
  private final LinkCounts counts;
  private final AdaptiveSize size = new AdaptiveSize(INITIAL_ITEMS, MAX_ITEMS);
  private int nextLinks;
  private int nextPart;

  FindPhase(SparqlClient client, SliceStore store, LinkCounts counts, int minLinks) {
    this.client = client;
    this.store = store;
    this.counts = counts;
    this.nextLinks = minLinks;
  }

  void run(Listener listener) throws IOException {
    long[] found = {0};
    store.forEach(
        Content.FOUND,
        slice -> {
          nextLinks = slice.readVInt();
          nextPart = slice.readVInt();
          FoundItems.read(slice, (item, modified, classes) -> found[0]++);
        });
    while (nextLinks <= counts.maxLinks()) {
      SliceQuery query = new SliceQuery();
      Duration taken = client.select(query);
      size.adapt((int) expected(query.slice), taken);
      nextLinks = query.slice.isLastPart() ? query.slice.to() + 1 : query.slice.from();
      nextPart = query.slice.isLastPart() ? 0 : query.slice.lastPart() + 1;
      ByteBuffersDataOutput slice = new ByteBuffersDataOutput();
      slice.writeVInt(nextLinks);
      slice.writeVInt(nextPart);
      query.items.write(slice);
      store.add(Content.FOUND, slice);
      found[0] += query.items.size();
      listener.progress(Stage.FINDING, found[0], position() / counts.total());
    }
  }

  /** Skips the position that a slice records before its items. */
  static void skipPosition(ByteArrayDataInput slice) {
    slice.readVInt();
    slice.readVInt();
  }

  /** Returns the estimated number of items before the current position. */
  private double position() {
    double items = 0;
    for (int links = 0; links < nextLinks; links++) {
      items += counts.items(links);
    }
    return items + (double) counts.items(nextLinks) * nextPart / FetchQueries.PARTS;
  }

  private double expected(LinkSlice slice) {
    double items = 0;
    for (int links = slice.from(); links <= slice.to(); links++) {
      items += counts.items(links);
    }
    return items * (slice.lastPart() - slice.firstPart() + 1) / FetchQueries.PARTS;
  }

  /** Returns the slice at the current position that is expected to have the current size. */
  private LinkSlice nextSlice() {
    long items = counts.items(nextLinks);
    if (nextPart > 0 || items > size.current()) {
      long parts = Math.max(1, FetchQueries.PARTS * (long) size.current() / Math.max(1, items));
      int last = (int) Math.min(FetchQueries.PARTS, nextPart + parts) - 1;
      return new LinkSlice(nextLinks, nextLinks, nextPart, last);
    }
    int to = nextLinks;
    while (to < counts.maxLinks() && items + counts.items(to + 1) <= size.current()) {
      items += counts.items(++to);
    }
    return LinkSlice.of(nextLinks, to);
  }

  /** A query for the items of the next slice. */
  private final class SliceQuery implements SparqlQuery {
    private final FoundItems items = new FoundItems();
    private LinkSlice slice = nextSlice();

    @Override
    public String text() {
      items.clear();
      return FetchQueries.items(slice);
    }

    @Override
    public void row(Binding row) {
      int item = RowValues.item(row, "item");
      if (item > 0) {
        items.add(item, RowValues.seconds(row, "modified"), RowValues.item(row, "class"));
      }
    }

    @Override
    public boolean reduce() {
      LinkSlice before = slice;
      size.halve((int) expected(slice));
      LinkSlice next = nextSlice();
      // The numbers of the items may not be evenly distributed over the parts.
      slice = expected(next) < expected(before) ? next : before.firstHalf();
      return !slice.equals(before);
    }
  }
}
