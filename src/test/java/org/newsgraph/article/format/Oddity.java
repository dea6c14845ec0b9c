package org.newsgraph.article.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A peculiarity of real files, as a synthetic example. A table of them is a test resource, in which
 * each entry starts with a line "#### description", and its expected result with a line "#### =".
 *
 * @param description the peculiarity
 * @param input content of a file
 * @param expected the result of reading it
 */
record Oddity(String description, String input, String expected) {
  /** Returns the entries of a table. */
  static Stream<Oddity> table(String name) {
    try (InputStream in = Oddity.class.getResourceAsStream(name)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^#### (?!=)", -1)).skip(1).map(Oddity::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Oddity parse(String entry) {
    String[] parts = entry.split("\n#### =\n", -1);
    int end = parts[0].indexOf('\n');
    return new Oddity(parts[0].substring(0, end), parts[0].substring(end + 1), parts[1].strip());
  }

  @Override
  public String toString() {
    return description;
  }
}
