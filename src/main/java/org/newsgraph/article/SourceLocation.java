package org.newsgraph.article;

/**
 * Where something was read, as a person looks it up.
 *
 * @param source the file's name as it was given, or what stands for standard input; empty for what
 *     was read from nowhere
 * @param line the line, counted from 1, or 0 where the whole source is meant
 */
public record SourceLocation(String source, long line) {
  /** The place of an article that no reader read. */
  public static final SourceLocation NOWHERE = new SourceLocation("", 0);

  /** "news.jsonl: line 12", or the source's name alone. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ": line " + line;
  }
}
