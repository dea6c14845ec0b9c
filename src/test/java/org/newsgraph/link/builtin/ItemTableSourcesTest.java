package org.newsgraph.link.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds the item table from its sources, which the registry of npm has.
 *
 * <p>Requires Python and npm with a registry. Without them the test is skipped, unless
 * NEWSGRAPH_TOOLS declares it required.
 */
@Tag("full")
final class ItemTableSourcesTest {
  @TempDir Path folder;

  @Test
  void the_table_is_what_the_program_makes_of_its_sources() throws Exception {
    boolean required = System.getenv("NEWSGRAPH_TOOLS") != null;
    assumeTrue(required || run("npm", "ping") == 0, "no npm with a registry");
    Path made = folder.resolve("items.tsv");
    Path packages = Path.of("target", "knowledge-base");
    assertThat(
            run(
                "python3",
                "knowledge-base/build.py",
                "--packages",
                packages.toString(),
                "--out",
                made.toString()))
        .isZero();
    try (InputStream table = BuiltInKnowledgeBase.class.getResourceAsStream("items.tsv")) {
      assertThat(made).hasBinaryContent(table.readAllBytes());
    }
  }

  private static int run(String... command) throws InterruptedException {
    try {
      // Not inheritIO: through the standard streams the build controls this process, and npm makes
      // the input that it inherits non-blocking, which ends the connection.
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      process.getOutputStream().close();
      System.out.println(new String(process.getInputStream().readAllBytes(), UTF_8));
      return process.waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
