package org.newsgraph.store.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;

class ExternalSortTest {
  private static final int[] POSG = {2, 3, 1, 0};

  @Property(tries = 200)
  void every_row_comes_once_in_the_order_of_the_index_however_few_fit_into_memory(
      @ForAll @Size(max = 60) List<@Size(4) List<@LongRange(min = 0, max = 3) Long>> given,
      @ForAll @IntRange(min = 1, max = 70) int most)
      throws IOException {
    List<byte[]> expected =
        given.stream()
            .map(row -> key(IntStream.of(POSG).mapToLong(row::get).toArray()))
            .sorted(Arrays::compareUnsigned)
            .toList();
    List<byte[]> distinct = new ArrayList<>();
    for (byte[] key : expected) {
      if (distinct.isEmpty() || !Arrays.equals(distinct.get(distinct.size() - 1), key)) {
        distinct.add(key);
      }
    }

    assertThat(sorted(given, most))
        .usingElementComparator(Arrays::compareUnsigned)
        .isEqualTo(distinct);
  }

  @Property(tries = 50)
  void ids_that_hold_a_value_come_after_all_others_as_their_bytes_do(
      @ForAll @LongRange(min = 0) long place) throws IOException {
    NodeId value = NodeIdFactory.get(ByteBuffer.allocate(8).putLong(0x8100000000000007L).flip());
    Path folder = Files.createTempDirectory("rows");
    try (NodeIdRows rows = new NodeIdRows(folder.resolve("rows"))) {
      NodeId pointer = NodeIdFactory.createPtr(place);
      rows.add(pointer, pointer, pointer, value);
      rows.add(pointer, pointer, pointer, pointer);
      rows.write();
      try (ExternalSort sorted = new ExternalSort(rows, POSG, 10, folder.resolve("sorted"))) {
        assertThat(ByteBuffer.wrap(sorted.next().getKey()).getLong(8)).isEqualTo(place);
        assertThat(ByteBuffer.wrap(sorted.next().getKey()).getLong(8))
            .isEqualTo(0x8100000000000007L);
      }
    } finally {
      Files.delete(folder);
    }
  }

  private static List<byte[]> sorted(List<List<Long>> given, int most) throws IOException {
    Path folder = Files.createTempDirectory("rows");
    List<byte[]> keys = new ArrayList<>();
    try (NodeIdRows rows = new NodeIdRows(folder.resolve("rows"))) {
      for (List<Long> row : given) {
        List<NodeId> ids = row.stream().map(NodeIdFactory::createPtr).toList();
        rows.add(ids.get(0), ids.get(1), ids.get(2), ids.get(3));
      }
      rows.write();
      try (ExternalSort sorted = new ExternalSort(rows, POSG, most, folder.resolve("sorted"))) {
        sorted.forEachRemaining(it -> keys.add(it.getKey()));
      }
    } finally {
      // No other file may be left in the folder.
      Files.delete(folder);
    }
    return keys;
  }

  private static byte[] key(long[] ids) {
    ByteBuffer key = ByteBuffer.allocate(NodeIdRows.BYTES);
    Arrays.stream(ids).forEach(key::putLong);
    return key.array();
  }
}
