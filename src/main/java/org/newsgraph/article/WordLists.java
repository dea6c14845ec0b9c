package org.newsgraph.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Reads word lists, which are resources in the folder of the class that uses them. */
public final class WordLists {
  private WordLists() {}

  /** Returns the entries of a list. Blank lines and lines that begin with # are skipped. */
  public static Set<String> entries(Class<?> owner, String name) {
    return Set.copyOf(lines(owner, name));
  }

  /** Returns the rows of a table, each as its columns, which are separated by tabs. */
  public static List<List<String>> rows(Class<?> owner, String name) {
    return lines(owner, name).stream().map(line -> List.of(line.split("\t", -1))).toList();
  }

  /** Returns the lines of a list in their order, without comments. */
  public static List<String> lines(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
