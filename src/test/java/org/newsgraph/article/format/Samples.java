package org.newsgraph.article.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.newsgraph.article.ArticleReader;

/** Sample files of third parties, which are not part of the project. */
final class Samples {
  /**
   * Environment variable with the folder of the sample files. Tests that need them are skipped
   * without it.
   */
  static final String VARIABLE = "NEWSGRAPH_SAMPLES";

  private Samples() {}

  static Path folder(String name) {
    return Path.of(System.getenv(VARIABLE)).resolve(name);
  }

  static ReadResult read(Path file) throws IOException {
    return ReadResult.of(
        new FormatDetectingReader(ArticleReader.MAX_LENGTH),
        file.getFileName().toString(),
        Files.readAllBytes(file));
  }
}
