package org.newsgraph.link.wikidata;

import java.io.IOException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.newsgraph.link.index.Entry;
import org.newsgraph.link.index.EntryCodec;

/**
 * An item as a dump has it, before its type is known.
 *
 * @param number its number, without the Q
 * @param entry what will be kept of it
 * @param instanceOf the numbers of the classes that it belongs to (P31)
 * @param subclassOf the numbers of the classes that it is part of, where it is a class (P279)
 */
record DumpItem(int number, Entry entry, int[] instanceOf, int[] subclassOf) {
  void write(DataOutput out) throws IOException {
    out.writeVInt(number);
    write(instanceOf, out);
    write(subclassOf, out);
    EntryCodec.write(entry, out);
  }

  static DumpItem read(DataInput in) throws IOException {
    int number = in.readVInt();
    int[] instanceOf = numbers(in);
    int[] subclassOf = numbers(in);
    return new DumpItem(number, EntryCodec.read(in), instanceOf, subclassOf);
  }

  private static void write(int[] numbers, DataOutput out) throws IOException {
    out.writeVInt(numbers.length);
    for (int number : numbers) {
      out.writeVInt(number);
    }
  }

  private static int[] numbers(DataInput in) throws IOException {
    int[] numbers = new int[in.readVInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readVInt();
    }
    return numbers;
  }
}
