package org.newsgraph.link.wikidata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Wikidata's "truthy" N-Triples, or any N-Triples with the same terms. All triples of an item are
 * adjacent. A triple that identifies another item starts the next one.
 */
final class TriplesDump implements DumpFormat {
  private static final byte[] ENTITY = "<http://www.wikidata.org/entity/".getBytes(UTF_8);
  private static final byte[] DATA =
      "<https://www.wikidata.org/wiki/Special:EntityData/".getBytes(UTF_8);
  private static final byte[] ABOUT =
      "> <http://schema.org/about> <http://www.wikidata.org/entity/".getBytes(UTF_8);

  /** Value for a line that does not identify its item. */
  private static final int UNKNOWN = -1;

  @Override
  public int lastItemBoundary(byte[] bytes, int length) {
    int end = LineEnds.lastBefore(bytes, length);
    int last = UNKNOWN;
    int cut = 0;
    while (end > 0) {
      int begin = LineEnds.lastBefore(bytes, end - 1);
      int about = about(bytes, begin, end);
      if (about != UNKNOWN) {
        if (last != UNKNOWN && about != last) {
          return cut;
        }
        last = about;
        cut = begin;
      }
      end = begin;
    }
    return 0;
  }

  @Override
  public int read(byte[] bytes, int length, LanguagePreference languages, Sink sink) {
    int line = 0;
    int number = 0;
    TriplesItem item = null;
    for (int from = 0; from < length; line++) {
      int end = LineEnds.next(bytes, from, length);
      int about = about(bytes, from, end);
      if (about != UNKNOWN && about != number) {
        finish(item, number, sink);
        number = about;
        item = about > 0 ? new TriplesItem(languages) : null;
      }
      if (item != null) {
        read(item, bytes, from, end, sink, line);
      }
      from = end + 1;
    }
    finish(item, number, sink);
    return line;
  }

  private static void read(TriplesItem item, byte[] bytes, int from, int end, Sink sink, int line) {
    try {
      item.read(bytes, from, end);
    } catch (IllegalArgumentException e) {
      sink.invalidLine(line, "not a triple: " + e.getMessage());
    }
  }

  private static void finish(TriplesItem item, int number, Sink sink) {
    if (item != null) {
      sink.item(item.build(number));
    }
  }

  /**
   * Returns the number of the item that a line is about; 0 if it is about something else, {@link
   * #UNKNOWN} if the line does not identify it.
   */
  private static int about(byte[] bytes, int from, int end) {
    if (startsWith(bytes, from, end, ENTITY)) {
      return number(bytes, from + ENTITY.length, end);
    }
    if (startsWith(bytes, from, end, DATA)) {
      return number(bytes, from + DATA.length, end);
    }
    int close = from;
    while (close < end && bytes[close] != '>') {
      close++;
    }
    return startsWith(bytes, close, end, ABOUT)
        ? number(bytes, close + ABOUT.length, end)
        : UNKNOWN;
  }

  /** Parses the number of an item; returns 0 for other entities. */
  private static int number(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && at - from < 12 && bytes[at] != '>') {
      at++;
    }
    return WikidataValues.number(new String(bytes, from, at - from, UTF_8));
  }

  private static boolean startsWith(byte[] bytes, int from, int end, byte[] start) {
    return end - from >= start.length
        && Arrays.equals(bytes, from, from + start.length, start, 0, start.length);
  }
}
