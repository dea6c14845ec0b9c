package org.newsgraph.article.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.newsgraph.article.UnreadableArticleException;

/**
 * Decodes bytes to text. Declared encodings are unreliable, so the bytes decide: first a byte order
 * mark or the zero bytes of UTF-16, then UTF-8 if the bytes are valid, otherwise, line by line, the
 * most plausible encoding.
 */
public final class TextDecoder {
  /**
   * The encoding that older newspaper systems export. It decodes every byte, undefined bytes to
   * U+FFFD.
   */
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Pattern C1_CONTROL = Pattern.compile("[\\x80-\\x9F]");

  private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";

  /**
   * First bytes of common file formats that are not text, with a description of each and advice.
   */
  private static final Map<String, String> BINARY =
      Map.ofEntries(
          Map.entry("BZh", "compressed with bzip2: unpack it, or pipe it in with bzcat"),
          Map.entry("\u00FD7zXZ", "compressed with xz: unpack it, or pipe it in with xzcat"),
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

  /**
   * Decodes a complete file, repairs text that was encoded twice, and replaces each CR LF and each
   * single CR by LF.
   */
  public static Decoded decodeText(byte[] bytes) throws UnreadableArticleException {
    Optional<String> binary = describeBinary(bytes, bytes.length);
    if (binary.isPresent()) {
      throw new UnreadableArticleException(binary.get());
    }
    Decoded decoded = decodeLine(bytes);
    return new Decoded(decoded.text.replace("\r\n", "\n").replace('\r', '\n'), decoded.warning);
  }

  /** Decodes a line or a complete text, and repairs text that was encoded twice. */
  public static Decoded decodeLine(byte[] bytes) {
    Decoded decoded = decode(bytes);
    String text = DoubleEncoding.repair(decoded.text);
    return text.equals(decoded.text)
        ? decoded
        : new Decoded(
            text,
            decoded.warning.or(
                () -> Optional.of("encoded twice in part (\"Ã©\" for \"é\"); this was repaired")));
  }

  /**
   * Decodes bytes without changing line ends. If they are not UTF-8, each line is decoded in its
   * own encoding.
   */
  public static Decoded decode(byte[] bytes) {
    Optional<WideEncoding> wide = WideEncoding.of(bytes, bytes.length);
    if (wide.isPresent()) {
      return new Decoded(wide.get().decode(bytes), Optional.empty());
    }
    int mark = start(bytes, bytes.length).startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0;
    Utf8Check check = Utf8Check.of(bytes, mark);
    return check.valid()
        ? new Decoded(new String(bytes, mark, bytes.length - mark, UTF_8), Optional.empty())
        : MixedDecoder.decode(bytes, mark, check.firstInvalid());
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
    boolean mark = isWide(bytes) || (check.valid() && check.sequences() > 0);
    if (mark || declared.isEmpty() || declared.get().equals(UTF_8)) {
      return decode(bytes);
    }
    return new Decoded(new String(bytes, declared.get()), Optional.empty());
  }

  /** Returns the charset of a stream that starts with these bytes if it is UTF-16 or UTF-32. */
  public static Optional<Charset> wideCharset(byte[] bytes) {
    return WideEncoding.of(bytes, bytes.length).map(WideEncoding::charset);
  }

  /**
   * Replaces the control characters of Latin-1 by the characters that Windows-1252 has in their
   * place: text declared as Latin-1 is nearly always Windows-1252.
   */
  public static String withoutControls(String text) {
    return C1_CONTROL
        .matcher(text)
        .replaceAll(it -> new String(it.group().getBytes(ISO_8859_1), WINDOWS_1252));
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

  /** Tests whether bytes are encoded in UTF-16 or UTF-32. */
  public static boolean isWide(byte[] bytes) {
    return WideEncoding.of(bytes, bytes.length).isPresent();
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
    if (WideEncoding.of(bytes, length).isPresent()) {
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
