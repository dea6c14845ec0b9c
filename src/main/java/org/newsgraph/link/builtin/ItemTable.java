package org.newsgraph.link.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.newsgraph.link.NameKey;

/**
 * The item table in memory, with an index of the keys of all names. Keeps the lines as bytes and
 * reads a line when it is asked for, because most of them never are.
 */
final class ItemTable {
  /** Number of bits of an index entry that hold the number of the line. */
  private static final int LINE_BITS = 20;

  private static final long LINE_MASK = (1L << LINE_BITS) - 1;

  private final byte[] lines;

  /** Offset in {@link #lines} of each line, and of the end of the last one. */
  private final int[] begins;

  /** Sorted entries: the hash of a name's key, followed by the number of a line that has it. */
  private final long[] index;

  /**
   * @param lines the table in UTF-8, each line ended by a line feed, sorted by ID
   * @throws IllegalArgumentException if the table has too many lines
   */
  ItemTable(byte[] lines) {
    this.lines = lines;
    this.begins = begins(lines);
    if (begins.length > LINE_MASK) {
      throw new IllegalArgumentException("too many items: " + begins.length);
    }
    this.index = index();
  }

  private static int[] begins(byte[] lines) {
    int[] begins = new int[1 + count(lines)];
    int found = 1;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == '\n') {
        begins[found++] = i + 1;
      }
    }
    return begins;
  }

  private static int count(byte[] lines) {
    int count = 0;
    for (byte each : lines) {
      count += each == '\n' ? 1 : 0;
    }
    return count;
  }

  /** Computes the index from the labels and names of all lines. */
  private long[] index() {
    long[] entries = new long[2 * size()];
    int count = 0;
    for (int line = 0; line < size(); line++) {
      int begin = begins[line];
      int column = 0;
      for (int at = begin; column <= BuiltInItem.NAMES; at++) {
        boolean tab = lines[at] == '\t';
        if (tab || lines[at] == '|') {
          if (column >= BuiltInItem.LABEL && at > begin) {
            if (count == entries.length) {
              entries = Arrays.copyOf(entries, 2 * count);
            }
            entries[count++] = KeyHash.ofName(lines, begin, at) << LINE_BITS | line;
          }
          begin = at + 1;
          column += tab ? 1 : 0;
        }
      }
    }
    Arrays.sort(entries, 0, count);
    return distinct(entries, count);
  }

  /** Returns sorted entries without repetition: several names of an item may have one key. */
  private static long[] distinct(long[] entries, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || entries[i] != entries[i - 1]) {
        entries[kept++] = entries[i];
      }
    }
    return Arrays.copyOf(entries, kept);
  }

  /** Returns the number of items. */
  int size() {
    return begins.length - 1;
  }

  /** Returns the number of names of all items, not counting other spellings of the same item. */
  int names() {
    return index.length;
  }

  private String text(int line) {
    return new String(lines, begins[line], begins[line + 1] - begins[line] - 1, UTF_8);
  }

  private BuiltInItem item(int line) {
    return BuiltInItem.parse(text(line));
  }

  /** Returns the items that have a name with a key, in the order of the table. */
  List<BuiltInItem> withKey(String key) {
    long first = KeyHash.of(key) << LINE_BITS;
    int at = Arrays.binarySearch(index, first);
    List<BuiltInItem> found = new ArrayList<>();
    for (int i = at < 0 ? -at - 1 : at; i < index.length && (index[i] & ~LINE_MASK) == first; i++) {
      BuiltInItem item = item((int) (index[i] & LINE_MASK));
      // Two keys may have the same hash.
      if (item.names().stream().anyMatch(name -> NameKey.of(name).equals(key))) {
        found.add(item);
      }
    }
    return found;
  }

  /** Returns the item with an ID: "Q84", "G2643743". */
  Optional<BuiltInItem> withId(String id) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(idAt(middle), id);
      if (order == 0) {
        return Optional.of(item(middle));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  private String idAt(int line) {
    int end = begins[line];
    while (lines[end] != '\t') {
      end++;
    }
    return new String(lines, begins[line], end - begins[line], UTF_8);
  }

  /** Compares IDs by letter, then by number: a longer number is greater. */
  private static int compare(String left, String right) {
    if (left.charAt(0) == right.charAt(0) && left.length() != right.length()) {
      return Integer.compare(left.length(), right.length());
    }
    return left.compareTo(right);
  }
}
