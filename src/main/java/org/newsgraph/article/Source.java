package org.newsgraph.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Something that holds articles: a file, or standard input.
 *
 * @param name what messages call it
 * @param file its file name without the folder; articles without an id of their own take theirs
 *     from it
 * @param opening gives its bytes; the one who opens it closes it
 */
public record Source(String name, String file, Opening opening) {
  /** Gives a source's bytes from the first one on. */
  public interface Opening {
    InputStream open() throws IOException;
  }

  /** A file. */
  public static Source of(Path path) {
    return new Source(
        path.toString(), path.getFileName().toString(), () -> Files.newInputStream(path));
  }

  /** Standard input; an article without an id becomes "stdin". */
  public static Source standardInput(InputStream in) {
    return new Source("standard input", "stdin", () -> in);
  }

  public InputStream open() throws IOException {
    return opening.open();
  }

  /** The same source, whose first bytes were looked at and put back. */
  public Source reopened(InputStream in) {
    return new Source(name, file, () -> in);
  }

  /** The file name without its extension. */
  public String stem() {
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  /** The part of the file name after its last dot, in lower case; empty where there is none. */
  public String extension() {
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }

  /** The source as a whole. */
  public SourceLocation place() {
    return new SourceLocation(name, 0);
  }

  /** A line of it, counted from 1. */
  public SourceLocation at(long line) {
    return new SourceLocation(name, line);
  }
}
