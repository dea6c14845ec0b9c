package org.newsgraph.link.wikidata;

import java.util.Arrays;
import java.util.List;

/**
 * What the members of each of Wikidata's classes are. A class takes after the nearest class above
 * it, by "subclass of", that is in {@link ItemKind#OF_CLASS}. Four bytes a class and eight an edge:
 * a whole dump's five million of each take less than 200 MB.
 */
final class ClassHierarchy {
  private static final byte FAR = Byte.MAX_VALUE;

  private final int[] classes;
  private final ItemKind[] kinds;
  private final byte[] distances;

  /**
   * @param subclasses numbers of classes
   * @param superclasses at the same place, the one that each is part of
   */
  static ClassHierarchy of(IntList subclasses, IntList superclasses) {
    return new ClassHierarchy(subclasses.toArray(), superclasses.toArray());
  }

  private ClassHierarchy(int[] subclasses, int[] superclasses) {
    List<String> roots = List.copyOf(ItemKind.OF_CLASS.keySet());
    int[] rooted = roots.stream().mapToInt(WikidataValues::number).toArray();
    classes = distinct(subclasses, superclasses, rooted);
    kinds = new ItemKind[classes.length];
    distances = new byte[classes.length];
    Arrays.fill(distances, FAR);
    Edges edges = new Edges(subclasses, superclasses);
    int[] queue = new int[classes.length];
    int end = 0;
    for (ItemKind kind : ItemKind.values()) {
      for (int i = 0; i < rooted.length; i++) {
        int at = at(rooted[i]);
        if (ItemKind.OF_CLASS.get(roots.get(i)) == kind && kinds[at] == null) {
          kinds[at] = kind;
          distances[at] = 0;
          queue[end++] = at;
        }
      }
    }
    for (int next = 0; next < end; next++) {
      int above = queue[next];
      for (int i = edges.starts[above]; i < edges.starts[above + 1]; i++) {
        int below = edges.below[i];
        if (kinds[below] == null) {
          kinds[below] = kinds[above];
          distances[below] = (byte) Math.min(FAR - 1, distances[above] + 1);
          queue[end++] = below;
        }
      }
    }
  }

  /** The subclasses of each class, one behind the other. */
  private final class Edges {
    private final int[] starts = new int[classes.length + 1];
    private final int[] below;

    Edges(int[] subclasses, int[] superclasses) {
      for (int superclass : superclasses) {
        starts[at(superclass) + 1]++;
      }
      for (int i = 0; i < classes.length; i++) {
        starts[i + 1] += starts[i];
      }
      below = new int[superclasses.length];
      int[] filled = Arrays.copyOf(starts, classes.length);
      for (int i = 0; i < superclasses.length; i++) {
        below[filled[at(superclasses[i])]++] = at(subclasses[i]);
      }
    }
  }

  private static int[] distinct(int[]... numbers) {
    return Arrays.stream(numbers).flatMapToInt(Arrays::stream).sorted().distinct().toArray();
  }

  private int at(int number) {
    return Arrays.binarySearch(classes, number);
  }

  /**
   * What an item of these classes is; OTHER where none of them is known.
   *
   * @param instanceOf the numbers of the classes that the item itself names
   */
  ItemKind kind(IntList instanceOf) {
    ItemKind nearest = ItemKind.OTHER;
    int distance = FAR;
    for (int i = 0; i < instanceOf.size(); i++) {
      int at = at(instanceOf.get(i));
      if (at >= 0 && kinds[at] != null) {
        boolean nearer =
            distances[at] < distance
                || (distances[at] == distance && kinds[at].compareTo(nearest) < 0);
        if (nearer) {
          nearest = kinds[at];
          distance = distances[at];
        }
      }
    }
    return nearest;
  }
}
