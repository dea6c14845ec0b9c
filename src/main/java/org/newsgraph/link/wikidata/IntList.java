package org.newsgraph.link.wikidata;

import java.util.Arrays;

/** A growing list of primitive integers. */
public final class IntList {
  private int[] numbers = new int[4];
  private int size;

  public void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  public int size() {
    return size;
  }

  public int get(int at) {
    return numbers[at];
  }

  int[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
