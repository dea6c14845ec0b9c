package org.newsgraph.link.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.newsgraph.link.wikidata.Bzip2Blocks.Block;

final class Bzip2StreamTest {
  @Test
  void many_blocks_and_several_files_behind_each_other_are_one_stream() throws IOException {
    byte[] plain = bytes(700_000);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write(packed(Arrays.copyOf(plain, 500_000)));
    packed.write(packed(Arrays.copyOfRange(plain, 500_000, plain.length)));
    for (int jobs : new int[] {1, 3}) {
      try (Bzip2Stream stream =
          new Bzip2Stream(new ByteArrayInputStream(packed.toByteArray()), 0, jobs)) {
        assertThat(stream.readAllBytes()).isEqualTo(plain);
      }
    }
  }

  @Property(tries = 20)
  void from_every_mark_the_rest_follows(@ForAll @IntRange(max = 499_999) int offset)
      throws IOException {
    byte[] plain = bytes(500_000);
    byte[] packed = packed(plain);
    DumpStream.Mark mark;
    try (Bzip2Stream stream = new Bzip2Stream(new ByteArrayInputStream(packed), 0, 2)) {
      stream.readNBytes(offset + 1);
      mark = stream.markAt(offset);
    }
    assertThat(mark.skip()).isLessThan(110_000);
    int from = (int) (mark.bit() / 8);
    try (Bzip2Stream stream =
        new Bzip2Stream(
            new ByteArrayInputStream(packed, from, packed.length - from), mark.bit(), 2)) {
      stream.skipNBytes(mark.skip());
      assertThat(stream.readAllBytes()).isEqualTo(Arrays.copyOfRange(plain, offset, plain.length));
    }
  }

  @Test
  void what_breaks_off_or_is_damaged_fails_and_what_came_before_is_there() throws IOException {
    byte[] plain = bytes(500_000);
    byte[] packed = packed(plain);
    byte[] damaged = packed.clone();
    damaged[packed.length * 2 / 3] ^= 1;
    for (byte[] bad : new byte[][] {Arrays.copyOf(packed, packed.length * 2 / 3), damaged}) {
      try (Bzip2Stream stream = new Bzip2Stream(new ByteArrayInputStream(bad), 0, 2)) {
        assertThat(stream.readNBytes(200_000)).isEqualTo(Arrays.copyOf(plain, 200_000));
        assertThatThrownBy(stream::readAllBytes)
            .isInstanceOf(IOException.class)
            .hasMessageContaining("damaged or truncated");
      }
    }
  }

  @Property(tries = 20)
  void a_block_that_was_cut_in_two_by_mistake_is_put_together(
      @ForAll @IntRange(min = 100, max = 100_000) int cut) throws IOException {
    byte[] plain = bytes(150_000);
    try (Bzip2Blocks blocks = new Bzip2Blocks(new ByteArrayInputStream(packed(plain)), 0)) {
      blocks.next();
      Block whole = blocks.next();
      Block first = part(whole, 0, cut);
      Block second = part(whole, cut, whole.bits() - cut);
      assertThat(second.start()).isEqualTo(first.end());
      assertThat(first.join(second).asFile()).isEqualTo(whole.asFile());
      assertThat(unpacked(first.join(second).asFile())).isEqualTo(unpacked(whole.asFile()));
    }
  }

  private static Block part(Block block, long from, long bits) {
    long start = block.start() + from;
    int first = (int) (start / 8 - block.start() / 8);
    int last = (int) ((start + bits + 7) / 8 - block.start() / 8);
    return new Block(start, bits, Arrays.copyOfRange(block.bytes(), first, last));
  }

  private static byte[] unpacked(byte[] file) throws IOException {
    try (var in = new BZip2CompressorInputStream(new ByteArrayInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var out = new BZip2CompressorOutputStream(packed, 1)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }
}
