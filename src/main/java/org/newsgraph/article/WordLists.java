package org.newsgraph.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Reads the word lists beside the classes: one entry a line, # begins a comment. */
public final class WordLists {
  private WordLists() {}

  static Set<String> words(String name) {
    return Set.copyOf(lines(name));
  }

  /** The words of a list beside a class, one a line. */
  public static Set<String> words(Class<?> beside, String name) {
    return Set.copyOf(lines(beside, name));
  }

  static List<String> lines(String name) {
    return lines(WordLists.class, name);
  }

  /** The rows of a table beside a class, each as its columns, which tabs part. */
  public static List<List<String>> rows(Class<?> beside, String name) {
    return lines(beside, name).stream().map(line -> List.of(line.split("\t", -1))).toList();
  }

  private static List<String> lines(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
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
