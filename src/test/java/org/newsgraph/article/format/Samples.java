package org.newsgraph.article.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.newsgraph.article.ArticleReader;

/** Other people's files, which the tests read where they lie and the project does not hold. */
final class Samples {
  /** Names the folder that they lie in; without it the tests that need them are left out. */
  static final String VARIABLE = "NEWSGRAPH_SAMPLES";

  private Samples() {}

  static Path folder(String name) {
    return Path.of(System.getenv(VARIABLE)).resolve(name);
  }

  static Reading read(Path file) throws IOException {
    return Reading.of(
        new FormatDetectingReader(ArticleReader.MAX_LENGTH),
        file.getFileName().toString(),
        Files.readAllBytes(file));
  }
}
