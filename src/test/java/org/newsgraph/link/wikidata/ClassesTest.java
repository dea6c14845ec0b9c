package org.newsgraph.link.wikidata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ClassesTest {
  private static final int HUMAN = 5;
  private static final int ORGANISATION = 43229;
  private static final int CITY = 515;

  @Test
  void a_class_takes_after_the_nearest_above_it() {
    // 1 is a city; 2 is a 1 and an organisation; 3 is a 2; 4 and 6 are above each other.
    Classes classes =
        classes(new int[][] {{1, CITY}, {2, 1}, {2, ORGANISATION}, {3, 2}, {4, 6}, {6, 4}});
    assertThat(kind(classes, 1)).isEqualTo(Kind.PLACE);
    assertThat(kind(classes, 2)).isEqualTo(Kind.ORGANISATION);
    assertThat(kind(classes, 3)).isEqualTo(Kind.ORGANISATION);
    assertThat(kind(classes, 4)).isEqualTo(Kind.OTHER);
    assertThat(kind(classes, 99)).isEqualTo(Kind.OTHER);
    assertThat(kind(classes)).isEqualTo(Kind.OTHER);
    assertThat(kind(classes, 3, HUMAN)).isEqualTo(Kind.PERSON);
    assertThat(kind(classes, 99, 3)).isEqualTo(Kind.ORGANISATION);
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

  private static Kind kind(Classes classes, int... instanceOf) {
    Numbers numbers = new Numbers();
    for (int each : instanceOf) {
      numbers.add(each);
    }
    return classes.kind(numbers);
  }

  private static Classes classes(int[][] edges) {
    Numbers below = new Numbers();
    Numbers above = new Numbers();
    for (int[] edge : edges) {
      below.add(edge[0]);
      above.add(edge[1]);
    }
    return Classes.of(below, above);
  }
}
