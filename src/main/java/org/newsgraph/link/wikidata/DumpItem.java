package org.newsgraph.link.wikidata;

import java.io.IOException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.newsgraph.link.index.EntryCodec;
import org.newsgraph.link.index.KnowledgeBaseEntry;

/**
 * An item as a dump has it, before its type is known.
 *
 * @param number its number, without the Q
 * @param entry what will be kept of it
 * @param instanceOf the numbers of the classes that it belongs to (P31)
 * @param subclassOf the numbers of the classes that it is part of, where it is a class (P279)
 */
record DumpItem(int number, KnowledgeBaseEntry entry, IntList instanceOf, IntList subclassOf) {
  void write(DataOutput out) throws IOException {
    out.writeVInt(number);
    write(instanceOf, out);
    write(subclassOf, out);
    EntryCodec.write(entry, out);
  }

  static DumpItem read(DataInput in) throws IOException {
    int number = in.readVInt();
    IntList instanceOf = numbers(in);
    IntList subclassOf = numbers(in);
    return new DumpItem(number, EntryCodec.read(in), instanceOf, subclassOf);
  }

  private static void write(IntList numbers, DataOutput out) throws IOException {
    out.writeVInt(numbers.size());
    for (int i = 0; i < numbers.size(); i++) {
      out.writeVInt(numbers.get(i));
    }
  }

  private static IntList numbers(DataInput in) throws IOException {
    IntList numbers = new IntList();
    for (int left = in.readVInt(); left > 0; left--) {
      numbers.add(in.readVInt());
    }
    return numbers;
  }
}
