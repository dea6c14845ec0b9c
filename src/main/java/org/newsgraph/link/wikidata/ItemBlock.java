package org.newsgraph.link.wikidata;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.lucene.store.ByteArrayDataInput;

/** A block of items, compressed with deflate. */
final class ItemBlock {
  static final ItemBlock EMPTY = new ItemBlock(new byte[0], 0);

  private final byte[] packed;
  private final int length;

  private ItemBlock(byte[] packed, int length) {
    this.packed = packed;
    this.length = length;
  }

  static ItemBlock of(byte[] items) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(items);
      deflater.finish();
      byte[] packed = new byte[items.length + items.length / 1000 + 64];
      int length = deflater.deflate(packed);
      return new ItemBlock(Arrays.copyOf(packed, length), items.length);
    } finally {
      deflater.end();
    }
  }

  List<DumpItem> items() throws IOException {
    byte[] bytes = new byte[length];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      int at = 0;
      while (at < length && !inflater.finished()) {
        int count = inflater.inflate(bytes, at, length - at);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new EOFException("a block of items is damaged");
        }
        at += count;
      }
    } catch (DataFormatException e) {
      throw new IOException("a block of items is damaged", e);
    } finally {
      inflater.end();
    }
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    List<DumpItem> items = new ArrayList<>();
    while (!in.eof()) {
      items.add(DumpItem.read(in));
    }
    return items;
  }

  /** Appends the block to a stream. */
  void write(DataOutputStream out) throws IOException {
    if (length > 0) {
      out.writeInt(packed.length);
      out.writeInt(length);
      out.write(packed);
    }
  }

  /** Reads the next block; empty after the last one. */
  static Optional<ItemBlock> read(DataInputStream in) throws IOException {
    int packed;
    try {
      packed = in.readInt();
    } catch (EOFException e) {
      return Optional.empty();
    }
    int length = in.readInt();
    return Optional.of(new ItemBlock(in.readNBytes(packed), length));
  }
}
