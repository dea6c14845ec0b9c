package org.newsgraph.serve.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class TransferSpoolTest {
  private static final int MIB = 1 << 20;

  @Property(tries = 50)
  void bytes_come_out_as_they_went_in(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TransferSpool spool = new TransferSpool(new SpoolBudget(64 * MIB), "client")) {
      for (int i = 0; i < 200; i++) {
        byte[] bytes = new byte[random.nextInt(20_000)];
        random.nextBytes(bytes);
        assertThat(spool.append(ByteBuffer.wrap(bytes))).isTrue();
        in.writeBytes(bytes);
        // Sometimes the reader overtakes the writer, sometimes it falls behind.
        for (int reads = random.nextInt(seed % 2 == 0 ? 5 : 2); reads > 0; reads--) {
          copy(spool.poll(1 + random.nextInt(30_000)), out);
        }
      }
      while (!spool.isEmpty()) {
        copy(spool.poll(10_000), out);
      }
      assertThat(spool.poll(1)).isNull();
    }
    assertThat(out.toByteArray()).isEqualTo(in.toByteArray());
  }

  private static void copy(ByteBuffer bytes, ByteArrayOutputStream out) {
    if (bytes != null) {
      byte[] array = new byte[bytes.remaining()];
      bytes.get(array);
      out.writeBytes(array);
    }
  }

  @Test
  void without_space_nothing_is_appended() {
    try (TransferSpool spool = new TransferSpool(new SpoolBudget(0), "client")) {
      ByteBuffer large = ByteBuffer.allocate(TransferSpool.MEMORY_BYTES + 1);
      assertThat(spool.append(large)).isFalse();
      assertThat(large.position()).isZero();
      assertThat(spool.isEmpty()).isTrue();
      assertThat(spool.append(ByteBuffer.allocate(TransferSpool.MEMORY_BYTES)))
          .as("in memory")
          .isTrue();
    }
  }

  @Test
  void one_client_gets_half_of_the_space_and_returns_it() {
    SpoolBudget budget = new SpoolBudget(4 * MIB);
    TransferSpool first = new TransferSpool(budget, "greedy");
    assertThat(first.append(ByteBuffer.allocate(2 * MIB))).isTrue();
    assertThat(new TransferSpool(budget, "greedy").append(ByteBuffer.allocate(MIB))).isFalse();
    try (TransferSpool other = new TransferSpool(budget, "modest")) {
      assertThat(other.append(ByteBuffer.allocate(MIB))).isTrue();
    }
    first.close();
    try (TransferSpool again = new TransferSpool(budget, "greedy")) {
      assertThat(again.append(ByteBuffer.allocate(2 * MIB))).isTrue();
    }
  }
}
