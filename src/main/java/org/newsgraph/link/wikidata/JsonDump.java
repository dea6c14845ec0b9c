package org.newsgraph.link.wikidata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Wikidata's JSON with one item per line: {@code [}, objects with a comma after each, {@code ]}.
 * Also reads responses of Wikidata's API, {@code {"entities": {"Q42": {…}}}}, one per line.
 *
 * <p>Uses only Jackson's streaming parser, because most of a line is skipped ({@code
 * docs/knowledge-bases.md} has the comparison with Wikidata Toolkit).
 */
final class JsonDump implements DumpFormat {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  @Override
  public int lastItemBoundary(byte[] bytes, int length) {
    return LineEnds.lastBefore(bytes, length);
  }

  @Override
  public int read(byte[] bytes, int length, LanguagePreference languages, Sink sink) {
    int line = 0;
    for (int from = 0; from < length; line++) {
      int end = LineEnds.next(bytes, from, length);
      int begin = skipStart(bytes, from, end);
      int last = stripEnd(bytes, begin, end);
      if (last > begin) {
        read(bytes, begin, last, languages, sink, line);
      }
      from = end + 1;
    }
    return line;
  }

  /** Skips blanks, a byte order mark and the bracket that opens the array. */
  private static int skipStart(byte[] bytes, int from, int end) {
    int at = from;
    if (end - at >= 3 && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB) {
      at += 3;
    }
    while (at < end && (isBlank(bytes[at]) || bytes[at] == '[')) {
      at++;
    }
    return at;
  }

  /** Strips blanks, commas and the bracket that closes the array. */
  private static int stripEnd(byte[] bytes, int begin, int end) {
    int at = end;
    while (at > begin && (isBlank(bytes[at - 1]) || bytes[at - 1] == ',')) {
      at--;
    }
    // An item ends with a brace; a bracket after it closes the array.
    if (at > begin && bytes[at - 1] == ']' && (at == begin + 1 || bytes[at - 2] == '}')) {
      at--;
    }
    return at;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  private static void read(
      byte[] bytes, int begin, int end, LanguagePreference languages, Sink sink, int line) {
    try (JsonParser json = JSON.createParser(bytes, begin, end - begin)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object");
      }
      new JsonItem(json, languages).read(sink);
      if (json.nextToken() != null) {
        throw new IOException("more than one JSON object");
      }
    } catch (JsonProcessingException e) {
      sink.invalidLine(line, "not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      sink.invalidLine(line, e.getMessage());
    }
  }
}
