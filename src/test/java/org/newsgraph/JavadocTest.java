package org.newsgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Javadoc begins with a noun that the reader knows or with a verb, as CONTRIBUTING asks. */
final class JavadocTest {
  /** The start of a Javadoc whose first sentence has no subject. */
  private static final Pattern HEADLESS =
      Pattern.compile(
          "/\\*\\*[\\s*]*((?:What|Who|Whom|Whose|Whether|Of|The\\s+same|Such)\\b.{0,60})");

  @Test
  void no_first_sentence_lacks_its_subject() throws IOException {
    List<String> headless = new ArrayList<>();
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      sources = files.filter(it -> it.toString().endsWith(".java")).toList();
    }
    assertThat(sources).hasSizeGreaterThan(500);
    for (Path source : sources) {
      Matcher found = HEADLESS.matcher(Files.readString(source));
      while (found.find()) {
        headless.add(source.getFileName() + ": " + found.group(1));
      }
    }
    assertThat(headless).isEmpty();
  }
}
