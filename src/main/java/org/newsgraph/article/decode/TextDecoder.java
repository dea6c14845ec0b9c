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
 * Decodes bytes to text. Declared encodings are unreliable, so the bytes decide: first a byte order
 * mark, then UTF-8 if the bytes are valid, otherwise the likeliest encoding.
 */
public final class TextDecoder {
  /**
   * The encoding that older newspaper systems export. It decodes every byte, undefined bytes to
   * U+FFFD.
   */
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";
  private static final String UTF_16BE_MARK = "\u00FE\u00FF";
  private static final String UTF_16LE_MARK = "\u00FF\u00FE";

  /**
   * First bytes of common file formats that are not text, with a description of each and advice.
   */
  private static final Map<String, String> BINARY =
      Map.ofEntries(
          Map.entry("BZh", "compressed with bzip2: unpack it, or pipe it in with bzcat"),
          Map.entry("\u00FD7zXZ", "compressed with xz: unpack it, or pipe it in with xzcat"),
          Map.entry(
              "(\u00B5/\u00FD", "compressed with zstd: unpack it, or pipe it in with zstdcat"),
          Map.entry("\u0089PNG", "a picture"),
          Map.entry("\u00FF\u00D8\u00FF", "a picture"),
          Map.entry("GIF8", "a picture"),
          Map.entry("\u00D0\u00CF\u0011\u00E0", "an office document: save it as text"));

  /** Number of bytes that callers should pass to {@link #describeBinary}. */
  public static final int PEEK_BYTES = 8192;

  /**
   * Decoded text.
   *
   * @param text the text
   * @param warning description of anything that had to be guessed
   */
  public record Decoded(String text, Optional<String> warning) {}

  private TextDecoder() {}

  /** Decodes a complete file and replaces each CR LF and each single CR by LF. */
  public static Decoded decodeText(byte[] bytes) throws UnreadableArticleException {
    Optional<String> binary = describeBinary(bytes, bytes.length);
    if (binary.isPresent()) {
      throw new UnreadableArticleException(binary.get());
    }
    Decoded decoded = decode(bytes);
    return new Decoded(decoded.text.replace("\r\n", "\n").replace('\r', '\n'), decoded.warning);
  }

  /** Decodes bytes without changing line ends. */
  public static Decoded decode(byte[] bytes) {
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
    String where = "not UTF-8 at byte " + check.firstInvalid();
    return mark > 0 || check.sequences() > check.invalidBytes()
        ? new Decoded(
            new String(bytes, mark, bytes.length - mark, UTF_8),
            Optional.of(where + "; invalid bytes were replaced by U+FFFD"))
        : new Decoded(
            new String(bytes, WINDOWS_1252), Optional.of(where + "; read as Windows-1252"));
  }

  /**
   * Decodes bytes for which an encoding is declared. A byte order mark and well-formed UTF-8 take
   * precedence over the declaration, which is not always right.
   *
   * @param charset name of the declared charset, if there is one
   */
  public static Decoded decodeDeclared(byte[] bytes, Optional<String> charset) {
    Utf8Check check = Utf8Check.of(bytes, 0);
    Optional<Charset> declared = charset.flatMap(TextDecoder::charset);
    boolean mark = hasUtf16Mark(bytes, bytes.length) || (check.valid() && check.sequences() > 0);
    if (mark || declared.isEmpty() || declared.get().equals(UTF_8)) {
      return decode(bytes);
    }
    return new Decoded(new String(bytes, declared.get()), Optional.empty());
  }

  /** Returns the charset of a stream that starts with these bytes. */
  public static Charset detectCharset(byte[] bytes) {
    if (hasUtf16Mark(bytes, bytes.length)) {
      return UTF_16;
    }
    Utf8Check check = Utf8Check.of(bytes, 0);
    return check.invalidBytes() > check.sequences() ? WINDOWS_1252 : UTF_8;
  }

  private static Optional<Charset> charset(String name) {
    try {
      Charset charset = Charset.forName(name.strip());
      // Browsers do the same: text declared as Latin-1 is nearly always Windows-1252.
      boolean latin = charset.equals(ISO_8859_1) || charset.equals(US_ASCII);
      return Optional.of(latin ? WINDOWS_1252 : charset);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Tests whether bytes start with a byte order mark of UTF-16. */
  public static boolean hasUtf16Mark(byte[] bytes, int length) {
    String start = start(bytes, length);
    return start.startsWith(UTF_16BE_MARK) || start.startsWith(UTF_16LE_MARK);
  }

  /**
   * Explains why bytes are not text: they are in a known binary format, contain a NUL, or are more
   * than one tenth control characters. Returns empty if they are text.
   */
  public static Optional<String> describeBinary(byte[] bytes, int length) {
    String start = start(bytes, length);
    for (Map.Entry<String, String> format : BINARY.entrySet()) {
      if (start.startsWith(format.getKey())) {
        return Optional.of("this is not text but " + format.getValue());
      }
    }
    if (hasUtf16Mark(bytes, length)) {
      return Optional.empty();
    }
    int controls = 0;
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b == 0) {
        return Optional.of(
            "this is not text (byte " + i + " is zero): use text or JSON Lines files");
      }
      if (b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        controls++;
      }
    }
    return controls * 10L > length
        ? Optional.of(
            "this is not text (too many control characters): use text or JSON Lines files")
        : Optional.empty();
  }

  private static String start(byte[] bytes, int length) {
    return new String(bytes, 0, Math.min(length, 8), ISO_8859_1);
  }
}
