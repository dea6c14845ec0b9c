package org.newsgraph.article.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files of every format are read or named, in bounded time and memory. */
@Tag("full")
class FuzzedInputsTest {
  private static final int VARIANTS = 2_000;

  static Stream<String> names() throws IOException {
    return FuzzedInputs.files().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_damaged_file_is_read_or_named_within_5_seconds_and_256_megabytes(String name)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                FuzzedInputs.class.getName(),
                name,
                String.valueOf(VARIANTS))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(lines).containsExactly("read " + VARIANTS + " variants");
    assertThat(process.exitValue()).isZero();
  }
}
