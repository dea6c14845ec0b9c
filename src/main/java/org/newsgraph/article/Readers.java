package org.newsgraph.article;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses the reader by what stands in a source: JSON Lines where its name says so or its first
 * line that is not blank is a JSON object, plain text otherwise.
 *
 * @param maxLength the longest text that is taken for one article, in code points
 */
public record Readers(int maxLength) implements ArticleReader {
  private static final Set<String> JSON_LINES = Set.of("jsonl", "ndjson", "json");
  private static final Set<String> TEXT = Set.of("txt", "text", "");

  /** As much of a first line as is looked at to see whether it is a JSON object. */
  private static final int PEEK = 1 << 20;

  /** Whether a file in a folder is worth a try; one that a person names always is. */
  static boolean reads(Source source) {
    return JSON_LINES.contains(source.extension()) || TEXT.contains(source.extension());
  }

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    InputStream in;
    try {
      in = new BufferedInputStream(source.open());
    } catch (IOException e) {
      problems.error(source.place(), Failures.reason(e));
      return Stream.empty();
    }
    try {
      in.mark(PEEK);
      byte[] start = in.readNBytes(Decoding.PEEK);
      Optional<String> binary = Decoding.binary(start, start.length);
      if (binary.isPresent()) {
        in.close();
        problems.error(source.place(), binary.get());
        return Stream.empty();
      }
      boolean json = JSON_LINES.contains(source.extension()) || isJson(start, in);
      in.reset();
      ArticleReader reader = json ? new JsonLinesReader(maxLength) : new PlainTextReader(maxLength);
      return reader.read(source.reopened(in), problems);
    } catch (IOException e) {
      problems.error(source.place(), Failures.reason(e));
      return Stream.empty();
    }
  }

  private static boolean isJson(byte[] start, InputStream in) throws IOException {
    if (!Decoding.characters(start).text().stripLeading().startsWith("{")) {
      return false;
    }
    byte[] more = in.readNBytes(PEEK - 1 - start.length);
    String peeked =
        new String(start, StandardCharsets.UTF_8) + new String(more, StandardCharsets.UTF_8);
    String text = peeked.startsWith("\uFEFF") ? peeked.substring(1) : peeked;
    Optional<String> line = text.stripLeading().lines().findFirst();
    return line.isPresent()
        && (JsonLinesReader.isObject(line.get())
            // The line goes on behind what was looked at.
            || (start.length + more.length >= PEEK - 1 && line.get().length() > PEEK / 8));
  }
}
