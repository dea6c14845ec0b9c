package org.newsgraph.link.fetch;

import java.io.IOException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.newsgraph.link.wikidata.DumpItem;

/**
 * A fetched item.
 *
 * @param item the item, before its type is known
 * @param modified time of its last modification in Wikidata, in seconds since 1970; 0 if unknown
 */
record StoredItem(DumpItem item, long modified) {
  /** A receiver of items. */
  interface Receiver {
    void accept(StoredItem item) throws IOException;
  }

  void write(DataOutput out) throws IOException {
    out.writeVLong(modified);
    item.write(out);
  }

  static StoredItem read(DataInput in) throws IOException {
    long modified = in.readVLong();
    return new StoredItem(DumpItem.read(in), modified);
  }
}
