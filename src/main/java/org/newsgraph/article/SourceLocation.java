package org.newsgraph.article;

/**
 * A place in a source, in the form in which users can look it up.
 *
 * @param source name of the file as the user gave it, or "standard input"; empty for articles that
 *     do not come from a source
 * @param line line number, counted from 1, or 0 for the entire source
 */
public record SourceLocation(String source, long line) {
  /** The location of articles that do not come from a source. */
  public static final SourceLocation UNKNOWN = new SourceLocation("", 0);

  /** Returns "news.jsonl: line 12", or the source's name alone. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ": line " + line;
  }
}
