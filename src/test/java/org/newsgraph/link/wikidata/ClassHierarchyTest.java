package org.newsgraph.link.wikidata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ClassHierarchyTest {
  private static final int HUMAN = 5;
  private static final int ORGANISATION = 43229;
  private static final int CITY = 515;

  @Test
  void a_class_takes_after_the_nearest_above_it() {
    // 1 is a city; 2 is a 1 and an organisation; 3 is a 2; 4 and 6 are superclasses of each other.
    ClassHierarchy classes =
        classes(new int[][] {{1, CITY}, {2, 1}, {2, ORGANISATION}, {3, 2}, {4, 6}, {6, 4}});
    assertThat(kind(classes, 1)).isEqualTo(ItemKind.PLACE);
    assertThat(kind(classes, 2)).isEqualTo(ItemKind.ORGANISATION);
    assertThat(kind(classes, 3)).isEqualTo(ItemKind.ORGANISATION);
    assertThat(kind(classes, 4)).isEqualTo(ItemKind.OTHER);
    assertThat(kind(classes, 99)).isEqualTo(ItemKind.OTHER);
    assertThat(kind(classes)).isEqualTo(ItemKind.OTHER);
    assertThat(kind(classes, 3, HUMAN)).isEqualTo(ItemKind.PERSON);
    assertThat(kind(classes, 99, 3)).isEqualTo(ItemKind.ORGANISATION);
  }

  @Property
  void any_edges_even_in_circles_come_to_an_end(
      @ForAll List<@IntRange(min = 1, max = 9) Integer> ends, @ForAll Random random) {
    int[][] edges = new int[ends.size()][];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = new int[] {ends.get(i), 1 + random.nextInt(9)};
    }
    assertThat(kind(classes(edges), 1)).isNotNull();
  }

  private static ItemKind kind(ClassHierarchy classes, int... instanceOf) {
    IntList numbers = new IntList();
    for (int each : instanceOf) {
      numbers.add(each);
    }
    return classes.kind(numbers);
  }

  private static ClassHierarchy classes(int[][] edges) {
    IntList below = new IntList();
    IntList above = new IntList();
    for (int[] edge : edges) {
      below.add(edge[0]);
      above.add(edge[1]);
    }
    return ClassHierarchy.of(below, above);
  }
}
