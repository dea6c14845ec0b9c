package org.newsgraph.link.wikidata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newsgraph.article.Resources;
import org.newsgraph.extract.EntityType;

/**
 * What the members of each of Wikidata's classes are. A class takes after the nearest class above
 * it, by "subclass of", that is in {@code roots.tsv}. Four bytes a class and eight an edge: a whole
 * dump's five million of each take less than 200 MB.
 */
final class Classes {
  /** What the members of a class are; of two that are equally near, the earlier. */
  enum Kind {
    PERSON,
    ORGANISATION,
    PLACE,
    /** Nothing that an article names: pages of Wikipedia, names as such. */
    NONE,
    OTHER;

    Optional<EntityType> type() {
      return this == NONE
          ? Optional.empty()
          : Optional.of(EntityType.valueOf(name().toUpperCase(Locale.ROOT)));
    }
  }

  private static final byte FAR = Byte.MAX_VALUE;

  private final int[] classes;
  private final Kind[] kinds;
  private final byte[] distances;

  /**
   * @param subclasses numbers of classes
   * @param superclasses at the same place, the one that each is part of
   */
  static Classes of(Numbers subclasses, Numbers superclasses) {
    return new Classes(subclasses.toArray(), superclasses.toArray());
  }

  private Classes(int[] subclasses, int[] superclasses) {
    List<List<String>> roots = Resources.rows(Classes.class, "roots.tsv");
    int[] rooted = roots.stream().mapToInt(row -> Values.number(row.get(1))).toArray();
    classes = distinct(subclasses, superclasses, rooted);
    kinds = new Kind[classes.length];
    distances = new byte[classes.length];
    Arrays.fill(distances, FAR);
    Edges edges = new Edges(subclasses, superclasses);
    int[] queue = new int[classes.length];
    int end = 0;
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < rooted.length; i++) {
        int at = at(rooted[i]);
        if (roots.get(i).get(0).equals(kind.name()) && kinds[at] == null) {
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
  Kind kind(Numbers instanceOf) {
    Kind nearest = Kind.OTHER;
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
