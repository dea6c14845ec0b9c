package org.newsgraph.link.wikidata;

import java.util.Arrays;
import java.util.List;

/**
 * The kinds of the items of each Wikidata class. A class has the kind of its nearest superclass, by
 * "subclass of", that is in {@link ItemKind#OF_CLASS}. Takes four bytes per class and eight per
 * edge: less than 200 MB for the five million of each in a full dump.
 */
public final class ClassHierarchy {
  private static final byte UNREACHABLE = Byte.MAX_VALUE;

  private final int[] classes;
  private final ItemKind[] kinds;
  private final byte[] distances;

  /**
   * Builds the hierarchy from edges.
   *
   * @param subclasses numbers of the subclasses
   * @param superclasses numbers of their superclasses, at the same indexes
   */
  public static ClassHierarchy of(IntList subclasses, IntList superclasses) {
    return new ClassHierarchy(subclasses.toArray(), superclasses.toArray());
  }

  private ClassHierarchy(int[] subclasses, int[] superclasses) {
    List<String> roots = List.copyOf(ItemKind.OF_CLASS.keySet());
    int[] rooted = roots.stream().mapToInt(WikidataValues::number).toArray();
    classes = distinct(subclasses, superclasses, rooted);
    kinds = new ItemKind[classes.length];
    distances = new byte[classes.length];
    Arrays.fill(distances, UNREACHABLE);
    Edges edges = new Edges(subclasses, superclasses);
    int[] queue = new int[classes.length];
    int end = 0;
    for (ItemKind kind : ItemKind.values()) {
      for (int i = 0; i < rooted.length; i++) {
        int at = indexOf(rooted[i]);
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
          distances[below] = (byte) Math.min(UNREACHABLE - 1, distances[above] + 1);
          queue[end++] = below;
        }
      }
    }
  }

  /** Adjacency lists of the subclasses of each class, in one array. */
  private final class Edges {
    private final int[] starts = new int[classes.length + 1];
    private final int[] below;

    Edges(int[] subclasses, int[] superclasses) {
      for (int superclass : superclasses) {
        starts[indexOf(superclass) + 1]++;
      }
      for (int i = 0; i < classes.length; i++) {
        starts[i + 1] += starts[i];
      }
      below = new int[superclasses.length];
      int[] filled = Arrays.copyOf(starts, classes.length);
      for (int i = 0; i < superclasses.length; i++) {
        below[filled[indexOf(superclasses[i])]++] = indexOf(subclasses[i]);
      }
    }
  }

  private static int[] distinct(int[]... numbers) {
    return Arrays.stream(numbers).flatMapToInt(Arrays::stream).sorted().distinct().toArray();
  }

  private int indexOf(int number) {
    return Arrays.binarySearch(classes, number);
  }

  /**
   * Returns the kind of an item of these classes; {@link ItemKind#OTHER} if none is known.
   *
   * @param instanceOf numbers of the item's classes
   */
  public ItemKind kind(IntList instanceOf) {
    ItemKind nearest = ItemKind.OTHER;
    int distance = UNREACHABLE;
    for (int i = 0; i < instanceOf.size(); i++) {
      int at = indexOf(instanceOf.get(i));
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
