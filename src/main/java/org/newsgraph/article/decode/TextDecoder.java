package org.newsgraph.article.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.UnreadableArticleException;

/**
 * Bytes become characters. Text says nothing reliable about its encoding, so the bytes decide: a
 * byte order mark first, then whether they are UTF-8, then what was most likely meant.
 */
public final class TextDecoder {
  /** Newspapers' old systems export this; it gives every byte a meaning or a U+FFFD. */
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";
  private static final String UTF_16BE_MARK = "\u00FE\u00FF";
  private static final String UTF_16LE_MARK = "\u00FF\u00FE";

  /** How well-known files that are no text begin, and what to do with them. */
  private static final Map<String, String> BINARY =
      Map.ofEntries(
          Map.entry("BZh", "compressed with bzip2: unpack it, or pipe it in with bzcat"),
          Map.entry("\u00FD7zXZ", "compressed with xz: unpack it, or pipe it in with xzcat"),
          Map.entry(
              "(\u00B5/\u00FD", "compressed with zstd: unpack it, or pipe it in with zstdcat"),
          Map.entry("\u0089PNG", "a picture"),
          Map.entry("\u00FF\u00D8\u00FF", "a picture"),
          Map.entry("GIF8", "a picture"),
          Map.entry("{\\rtf", "a rich text document: save it as plain text"),
          Map.entry("\u00D0\u00CF\u0011\u00E0", "an office document: save it as text"));

  /** How many bytes {@link #binary} looks at. */
  public static final int PEEK = 8192;

  /**
   * Decoded text.
   *
   * @param warning what had to be guessed, if anything
   */
  public record Decoded(String text, Optional<String> warning) {}

  private TextDecoder() {}

  /** The text of a whole file: decoded, each CR LF and lone CR made LF, nothing else changed. */
  public static Decoded text(byte[] bytes) throws UnreadableArticleException {
    Optional<String> binary = binary(bytes, bytes.length);
    if (binary.isPresent()) {
      throw new UnreadableArticleException(binary.get());
    }
    Decoded decoded = characters(bytes);
    return new Decoded(decoded.text.replace("\r\n", "\n").replace('\r', '\n'), decoded.warning);
  }

  /** Decodes, and leaves line ends alone. */
  public static Decoded characters(byte[] bytes) {
    String start = start(bytes, bytes.length);
    if (start.startsWith(UTF_16BE_MARK)) {
      return new Decoded(new String(bytes, 2, bytes.length - 2, UTF_16BE), Optional.empty());
    }
    if (start.startsWith(UTF_16LE_MARK)) {
      return new Decoded(new String(bytes, 2, bytes.length - 2, UTF_16LE), Optional.empty());
    }
    int mark = start.startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0;
    Utf8Check check = Utf8Check.of(bytes, mark);
    if (check.valid()) {
      return new Decoded(new String(bytes, mark, bytes.length - mark, UTF_8), Optional.empty());
    }
    String where = "not UTF-8 at byte " + check.firstBad();
    return mark > 0 || check.sequences() > check.bad()
        ? new Decoded(
            new String(bytes, mark, bytes.length - mark, UTF_8),
            Optional.of(where + "; what could not be read became U+FFFD"))
        : new Decoded(
            new String(bytes, WINDOWS_1252), Optional.of(where + "; read as Windows-1252"));
  }

  /**
   * Decodes bytes that say of themselves how they are encoded, which is not always true: a byte
   * order mark and well-formed UTF-8 are believed before they are.
   *
   * @param charset what they or those who sent them say, if anything
   */
  public static Decoded declared(byte[] bytes, Optional<String> charset) {
    Utf8Check check = Utf8Check.of(bytes, 0);
    Optional<Charset> said = charset.flatMap(TextDecoder::charset);
    boolean mark = utf16(bytes, bytes.length) || (check.valid() && check.sequences() > 0);
    if (mark || said.isEmpty() || said.get().equals(UTF_8)) {
      return characters(bytes);
    }
    return new Decoded(new String(bytes, said.get()), Optional.empty());
  }

  /** The charset of what begins so, to be read as a stream. */
  public static Charset charset(byte[] bytes) {
    if (utf16(bytes, bytes.length)) {
      return UTF_16;
    }
    Utf8Check check = Utf8Check.of(bytes, 0);
    return check.bad() > check.sequences() ? WINDOWS_1252 : UTF_8;
  }

  private static Optional<Charset> charset(String name) {
    try {
      Charset charset = Charset.forName(name.strip());
      // As browsers do: who says Latin-1 has always meant Windows-1252.
      boolean latin = charset.equals(ISO_8859_1) || charset.equals(US_ASCII);
      return Optional.of(latin ? WINDOWS_1252 : charset);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public static boolean utf16(byte[] bytes, int length) {
    String start = start(bytes, length);
    return start.startsWith(UTF_16BE_MARK) || start.startsWith(UTF_16LE_MARK);
  }

  /**
   * Says why these bytes are no text, if they are none: a known format, a NUL, or one control
   * character in ten.
   */
  public static Optional<String> binary(byte[] bytes, int length) {
    String start = start(bytes, length);
    for (Map.Entry<String, String> format : BINARY.entrySet()) {
      if (start.startsWith(format.getKey())) {
        return Optional.of("this is not text but " + format.getValue());
      }
    }
    if (utf16(bytes, length)) {
      return Optional.empty();
    }
    int controls = 0;
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b == 0) {
        return Optional.of(
            "this is not text (byte " + i + " is zero): name text files, or JSON Lines");
      }
      if (b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        controls++;
      }
    }
    return controls * 10L > length
        ? Optional.of(
            "this is not text (mostly control characters): name text files, or JSON Lines")
        : Optional.empty();
  }

  private static String start(byte[] bytes, int length) {
    return new String(bytes, 0, Math.min(length, 8), ISO_8859_1);
  }
}
