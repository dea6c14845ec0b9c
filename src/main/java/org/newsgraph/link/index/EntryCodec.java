package org.newsgraph.link.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;

/**
 * Compact binary encoding of entries. IRIs of Wikidata items are written as numbers, and a title
 * that equals the label is not repeated.
 */
public final class EntryCodec {
  /** Entity types in the order of their codes, which start at 1. */
  private static final List<EntityType> TYPES =
      List.of(EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, EntityType.OTHER);

  private static final int TYPE = 0b111;
  private static final int TITLE = 1 << 3;
  private static final int TITLE_IS_LABEL = 1 << 4;
  private static final int DESCRIPTION = 1 << 5;
  private static final int WIKIDATA = 1 << 6;

  private static final byte NUMBERED = 0;
  private static final byte THING = 1;
  private static final byte DATE = 2;
  private static final byte POINT = 3;
  private static final byte ADDRESS = 4;

  /** Scale of the stored popularity: thousandths. */
  private static final double POPULARITY_SCALE = 1000;

  private EntryCodec() {}

  public static void write(KnowledgeBaseEntry entry, DataOutput out) throws IOException {
    out.writeVInt(popularity(entry.item()));
    writeItem(entry.item(), out);
    out.writeVInt(entry.names().size());
    for (KnowledgeBaseEntry.Name name : entry.names()) {
      out.writeString(name.text());
      out.writeVInt(WeightCodec.code(name.weight()));
    }
    writeFacts(entry.facts(), out);
  }

  public static KnowledgeBaseEntry read(DataInput in) throws IOException {
    double popularity = popularity(in.readVInt());
    Item item = readItem(in, popularity);
    int count = in.readVInt();
    List<KnowledgeBaseEntry.Name> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(new KnowledgeBaseEntry.Name(in.readString(), WeightCodec.weight(in.readVInt())));
    }
    return new KnowledgeBaseEntry(item, names, readFacts(in));
  }

  static int popularity(Item item) {
    return (int) Math.round(item.popularity() * POPULARITY_SCALE);
  }

  static double popularity(long code) {
    return code / POPULARITY_SCALE;
  }

  static void writeItem(Item item, DataOutput out) throws IOException {
    int number = number(item.iri());
    boolean titleIsLabel = item.title().isPresent() && item.title().get().equals(item.label());
    int flags =
        item.type().map(type -> TYPES.indexOf(type) + 1).orElse(0)
            | (item.title().isPresent() && !titleIsLabel ? TITLE : 0)
            | (titleIsLabel ? TITLE_IS_LABEL : 0)
            | (item.description().isPresent() ? DESCRIPTION : 0)
            | (number > 0 ? WIKIDATA : 0);
    out.writeByte((byte) flags);
    if (number > 0) {
      out.writeVInt(number);
    } else {
      out.writeString(item.iri());
    }
    out.writeString(item.label());
    if ((flags & TITLE) != 0) {
      out.writeString(item.title().orElseThrow());
    }
    if (item.description().isPresent()) {
      out.writeString(item.description().get());
    }
  }

  static Item readItem(DataInput in, double popularity) throws IOException {
    int flags = in.readByte();
    String iri = (flags & WIKIDATA) != 0 ? Item.WIKIDATA + "Q" + in.readVInt() : in.readString();
    String label = in.readString();
    Optional<String> title =
        (flags & TITLE) != 0
            ? Optional.of(in.readString())
            : (flags & TITLE_IS_LABEL) != 0 ? Optional.of(label) : Optional.empty();
    Optional<String> description =
        (flags & DESCRIPTION) != 0 ? Optional.of(in.readString()) : Optional.empty();
    int type = flags & TYPE;
    return new Item(
        iri,
        label,
        title,
        description,
        type == 0 ? Optional.empty() : Optional.of(TYPES.get(type - 1)),
        popularity);
  }

  static void writeFacts(List<Fact> facts, DataOutput out) throws IOException {
    out.writeVInt(facts.size());
    for (Fact fact : facts) {
      out.writeVInt(Integer.parseInt(fact.property().id().substring(1)));
      writeValue(fact.value(), out);
    }
  }

  private static void writeValue(Fact.Value value, DataOutput out) throws IOException {
    if (value instanceof Fact.Thing thing) {
      int number = number(thing.iri());
      if (number > 0 && thing.label().equals("Q" + number)) {
        out.writeByte(NUMBERED);
        out.writeVInt(number);
      } else {
        out.writeByte(THING);
        out.writeString(thing.iri());
        out.writeString(thing.label());
      }
    } else if (value instanceof Fact.Date date) {
      out.writeByte(DATE);
      out.writeString(date.iso());
    } else if (value instanceof Fact.Point point) {
      out.writeByte(POINT);
      out.writeLong(Double.doubleToLongBits(point.latitude()));
      out.writeLong(Double.doubleToLongBits(point.longitude()));
    } else if (value instanceof Fact.Address address) {
      out.writeByte(ADDRESS);
      out.writeString(address.url());
    }
  }

  static List<Fact> readFacts(DataInput in) throws IOException {
    int count = in.readVInt();
    List<Fact> facts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Fact.Property property = property("P" + in.readVInt());
      facts.add(new Fact(property, readValue(in)));
    }
    return facts;
  }

  private static Fact.Value readValue(DataInput in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case NUMBERED -> {
        String number = "Q" + in.readVInt();
        yield new Fact.Thing(Item.WIKIDATA + number, number);
      }
      case THING -> new Fact.Thing(in.readString(), in.readString());
      case DATE -> new Fact.Date(in.readString());
      case POINT ->
          new Fact.Point(
              Double.longBitsToDouble(in.readLong()), Double.longBitsToDouble(in.readLong()));
      case ADDRESS -> new Fact.Address(in.readString());
      default -> throw new IOException("unknown type of value: " + kind);
    };
  }

  private static Fact.Property property(String id) throws IOException {
    for (Fact.Property property : Fact.Property.values()) {
      if (property.id().equals(id)) {
        return property;
      }
    }
    throw new IOException("unknown property: " + id);
  }

  /** Returns the number of a Wikidata item; 0 for any other IRI. */
  static int number(String iri) {
    int digits = Item.WIKIDATA.length() + 1;
    if (!iri.startsWith(Item.WIKIDATA + "Q") || iri.length() > digits + 9) {
      return 0;
    }
    int number = 0;
    for (int i = digits; i < iri.length(); i++) {
      int digit = iri.charAt(i) - '0';
      if (digit < 0 || digit > 9 || (i == digits && digit == 0)) {
        return 0;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
