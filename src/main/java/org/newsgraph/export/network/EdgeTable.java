package org.newsgraph.export.network;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * An open-addressing hash table of the edges of one type, with their weights and days. Each slot
 * takes 20 bytes, and at most half of the slots are used: a million edges take about 40 MB.
 */
final class EdgeTable {
  private static final long NONE = -1;
  private static final int UNDATED = Integer.MIN_VALUE;

  private final EdgeType tie;
  private long[] keys = new long[1024];
  private int[] weights = new int[1024];
  private int[] first = new int[1024];
  private int[] last = new int[1024];
  private int size;

  EdgeTable(EdgeType tie) {
    this.tie = tie;
    Arrays.fill(keys, NONE);
  }

  int size() {
    return size;
  }

  /**
   * Adds to the weight of the edge between two vertices. An undirected edge is the same in both
   * directions.
   */
  void add(int from, int to, int weight, LocalDate day) {
    boolean reversed = !tie.directed() && from > to;
    int at = findOrInsert(key(reversed ? to : from, reversed ? from : to));
    weights[at] += weight;
    if (day != null) {
      int date = (int) day.toEpochDay();
      first[at] = first[at] == UNDATED ? date : Math.min(first[at], date);
      last[at] = last[at] == UNDATED ? date : Math.max(last[at], date);
    }
  }

  private static long key(int from, int to) {
    return ((long) from << 32) | to;
  }

  private int findOrInsert(long key) {
    int at = find(key);
    if (keys[at] == key) {
      return at;
    }
    if (size * 2 >= keys.length) {
      grow();
      at = find(key);
    }
    size++;
    keys[at] = key;
    first[at] = UNDATED;
    last[at] = UNDATED;
    return at;
  }

  private int find(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & (keys.length - 1);
    while (keys[at] != NONE && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private void grow() {
    EdgeTable larger = new EdgeTable(tie);
    larger.keys = new long[keys.length * 2];
    Arrays.fill(larger.keys, NONE);
    larger.weights = new int[keys.length * 2];
    larger.first = new int[keys.length * 2];
    larger.last = new int[keys.length * 2];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != NONE) {
        int at = larger.find(keys[i]);
        larger.keys[at] = keys[i];
        larger.weights[at] = weights[i];
        larger.first[at] = first[i];
        larger.last[at] = last[i];
      }
    }
    keys = larger.keys;
    weights = larger.weights;
    first = larger.first;
    last = larger.last;
  }

  /** Visits the edges, sorted by start and end vertex. */
  void forEach(Consumer<Edge> visitor) {
    long[] sorted = Arrays.stream(keys).filter(key -> key != NONE).sorted().toArray();
    for (long key : sorted) {
      int at = find(key);
      visitor.accept(
          new Edge((int) (key >> 32), (int) key, tie, weights[at], day(first[at]), day(last[at])));
    }
  }

  private static LocalDate day(int date) {
    return date == UNDATED ? null : LocalDate.ofEpochDay(date);
  }
}
