package org.newsgraph.link.wikidata;

import java.io.IOException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.newsgraph.link.index.EntryCodec;
import org.newsgraph.link.index.KnowledgeBaseEntry;

/**
 * An item of a dump, before its type is known.
 *
 * @param number number of the item, without the Q
 * @param entry names and facts for the knowledge base
 * @param instanceOf numbers of its classes (P31)
 * @param subclassOf numbers of its superclasses, if it is a class (P279)
 */
public record DumpItem(
    int number, KnowledgeBaseEntry entry, IntList instanceOf, IntList subclassOf) {
  public void write(DataOutput out) throws IOException {
    out.writeVInt(number);
    write(instanceOf, out);
    write(subclassOf, out);
    EntryCodec.write(entry, out);
  }

  public static DumpItem read(DataInput in) throws IOException {
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
