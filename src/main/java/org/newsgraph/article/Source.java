package org.newsgraph.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file or stream that contains articles.
 *
 * @param name name in messages
 * @param file file name without its folder; the ids of articles without an id of their own are
 *     derived from it
 * @param opening opens the stream of bytes; the caller of {@link #open()} closes the stream
 */
public record Source(String name, String file, Opening opening) {
  /** Opens the stream of a source's bytes, from the first byte. */
  public interface Opening {
    InputStream open() throws IOException;
  }

  /** Returns the source for a file. */
  public static Source of(Path path) {
    return new Source(path.toString(), path.getFileName().toString(), new FileOpening(path));
  }

  private record FileOpening(Path path) implements Opening {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  /** Returns the file, if the source is a file rather than a part of one or a stream. */
  public Optional<Path> path() {
    return opening instanceof FileOpening file ? Optional.of(file.path()) : Optional.empty();
  }

  /** Returns the source for standard input. An article without an id gets the id "stdin". */
  public static Source standardInput(InputStream in) {
    return new Source("standard input", "stdin", () -> in);
  }

  public InputStream open() throws IOException {
    return opening.open();
  }

  /**
   * Returns this source with its bytes read from a stream whose first bytes have been inspected and
   * pushed back.
   */
  public Source reopened(InputStream in) {
    return new Source(name, file, () -> in);
  }

  /** Returns the file name without its extension. */
  public String stem() {
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  /**
   * Returns the part of the file name after its last dot, in lower case, or an empty string if
   * there is no dot.
   */
  public String extension() {
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }

  /** Returns the location that refers to the entire source. */
  public SourceLocation location() {
    return new SourceLocation(name, 0);
  }

  /** Returns the location of a line, counted from 1. */
  public SourceLocation locationOfLine(long line) {
    return new SourceLocation(name, line);
  }
}
