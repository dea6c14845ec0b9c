package org.newsgraph.link.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.newsgraph.link.fetch.SliceStore.Content;
import org.newsgraph.link.fetch.WikidataFetch.Listener;
import org.newsgraph.link.fetch.WikidataFetch.Stage;
import org.newsgraph.link.wikidata.LanguagePreference;

/**
 * The fourth and fifth phase of a fetch: requests the data of items in batches, first that of the
 * selected items, then the names of the items to which their facts refer.
 */
final class ItemPhase {
  private static final int INITIAL_ITEMS = 200;

  /** Maximum number of items in a batch; the text of its query has 400 KB. */
  private static final int MAX_ITEMS = 1000;

  private final SparqlClient client;
  private final SliceStore store;
  private final LanguagePreference languages;
  private final Stage stage;
  private final AdaptiveSize size = new AdaptiveSize(INITIAL_ITEMS, MAX_ITEMS);

  /**
   * @param stage {@link Stage#ITEMS} for complete items, {@link Stage#LABELS} for names only
   */
  ItemPhase(SparqlClient client, SliceStore store, LanguagePreference languages, Stage stage) {
    this.client = client;
    this.store = store;
    this.languages = languages;
    this.stage = stage;
  }

  private static Content content(Stage stage) {
    return stage == Stage.ITEMS ? Content.ITEMS : Content.LABELS;
  }

  /** Requests the items that the store lacks. */
  void run(BitSet wanted, Listener listener) throws IOException {
    BitSet missing = (BitSet) wanted.clone();
    store.forEach(
        content(stage),
        slice -> {
          for (int left = slice.readVInt(); left > 0; left--) {
            missing.clear(slice.readVInt());
          }
        });
    int all = wanted.cardinality();
    int done = all - missing.cardinality();
    int next = missing.nextSetBit(0);
    while (next >= 0) {
      BatchQuery query = new BatchQuery(missing, next);
      Duration taken = client.select(query);
      List<Integer> batch = query.batch;
      size.adapt(batch.size(), taken);
      write(batch, query.rows.build());
      done += batch.size();
      next = missing.nextSetBit(batch.get(batch.size() - 1) + 1);
      listener.progress(stage, done, done / (double) all);
    }
  }

  private void write(List<Integer> batch, List<StoredItem> items) throws IOException {
    ByteBuffersDataOutput slice = new ByteBuffersDataOutput();
    slice.writeVInt(batch.size());
    for (int each : batch) {
      slice.writeVInt(each);
    }
    for (StoredItem each : items) {
      each.write(slice);
    }
    store.add(content(stage), slice);
  }

  /** Passes all stored items of a phase to a receiver. */
  static void forEach(SliceStore store, Stage stage, StoredItem.Receiver receiver)
      throws IOException {
    store.forEach(
        content(stage),
        slice -> {
          for (int left = slice.readVInt(); left > 0; left--) {
            slice.readVInt();
          }
          while (!slice.eof()) {
            receiver.accept(StoredItem.read(slice));
          }
        });
  }

  /** A query for the data of the next missing items. */
  private final class BatchQuery implements SparqlQuery {
    private final ItemRows rows = new ItemRows(languages);
    private final BitSet missing;
    private final int first;
    private List<Integer> batch;

    BatchQuery(BitSet missing, int first) {
      this.missing = missing;
      this.first = first;
      batch = next();
    }

    private List<Integer> next() {
      return missing.stream().dropWhile(it -> it < first).limit(size.current()).boxed().toList();
    }

    @Override
    public String text() {
      rows.clear();
      return FetchQueries.data(batch, languages, stage == Stage.ITEMS);
    }

    @Override
    public void row(Binding row) {
      rows.add(row);
    }

    @Override
    public boolean reduce() {
      boolean reducible = batch.size() > 1;
      size.halve(batch.size());
      batch = next();
      return reducible;
    }
  }
}
