package org.newsgraph.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeLinesTest {
  @TempDir Path folder;

  @Test
  void every_line_is_in_one_slice_wherever_a_file_is_cut() throws IOException {
    for (String text : List.of("a\nbb\n\nccc\n", "a\nbb\n\nccc", "\n\n", "one long line", "")) {
      for (int size = 1; size <= text.length() + 1; size++) {
        assertThat(String.join("", slices(text, size))).as("by %d: %s", size, text).isEqualTo(text);
        assertThat(slices(text, size)).allMatch(it -> it.isEmpty() || isWhole(it, text));
      }
    }
  }

  @Test
  void lines_are_counted_as_they_are_read() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "a\nbb\n\nccc");
    assertThat(new Slice(0, file.toString(), 0, 3, 0).lines(new Configuration())).isEqualTo(2);
    assertThat(new Slice(1, file.toString(), 3, 9, 0).lines(new Configuration())).isEqualTo(1);
  }

  private static boolean isWhole(String slice, String text) {
    return slice.endsWith("\n") || text.endsWith(slice);
  }

  private List<String> slices(String text, int size) throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), text);
    List<String> slices = new ArrayList<>();
    for (int begin = 0; begin < text.length(); begin += size) {
      long end = Math.min(text.length(), begin + size);
      Slice slice = new Slice(0, file.toString(), begin, end, 0);
      try (InputStream in = slice.source(new Configuration()).open()) {
        slices.add(new String(in.readAllBytes(), UTF_8));
      }
    }
    return slices;
  }
}
