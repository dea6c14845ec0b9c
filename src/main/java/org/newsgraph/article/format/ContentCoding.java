package org.newsgraph.article.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.decode.TextDecoder;

/**
 * Content codings of HTTP responses (RFC 9110, section 8.4.1): gzip, deflate, Brotli and Zstandard.
 * The header of an archived response is often wrong, because the crawler has stored the body
 * unpacked, or because the server sent something else. The bytes therefore decide: a body that is
 * text despite its header is returned as it is.
 */
final class ContentCoding {
  private static final int ZLIB_METHOD = 8;
  private static final int ZLIB_CHECK = 31;
  private static final int BUFFER = 8192;

  private ContentCoding() {}

  /** The bytes of a body. */
  static final class Body {
    private final byte[] bytes;
    private final boolean complete;

    Body(byte[] bytes, boolean complete) {
      this.bytes = bytes;
      this.complete = complete;
    }

    /** Returns the bytes, which must not be changed. */
    byte[] bytes() {
      return bytes;
    }

    /** Tests whether the body was read to its end; false if it breaks off or is damaged. */
    boolean isComplete() {
      return complete;
    }
  }

  private interface Decompressor {
    InputStream open(InputStream packed) throws IOException;
  }

  /**
   * Removes the content codings of a body.
   *
   * @param codings values of {@code Content-Encoding}, in the order in which they were applied
   * @throws UnreadableArticleException if the body is binary data without the stated coding
   */
  static Body decode(Body body, List<String> codings) throws UnreadableArticleException {
    Body decoded = body;
    List<String> names = codings.stream().flatMap(it -> Arrays.stream(it.split(","))).toList();
    for (int i = names.size() - 1; i >= 0; i--) {
      decoded = decode(decoded, names.get(i).strip().toLowerCase(Locale.ROOT));
    }
    // Some servers compress twice or do not say that they compress.
    return isGzip(decoded.bytes()) ? decode(decoded, "gzip") : decoded;
  }

  private static Body decode(Body body, String coding) throws UnreadableArticleException {
    byte[] bytes = body.bytes();
    Body best = new Body(new byte[0], false);
    for (Decompressor decompressor : decompressors(coding, bytes)) {
      Body unpacked = unpack(bytes, decompressor);
      if (unpacked.isComplete()) {
        return new Body(unpacked.bytes(), body.isComplete());
      }
      best = best.bytes().length == 0 ? unpacked : best;
    }
    if (decompressors(coding, bytes).isEmpty() || isMarkup(bytes)) {
      return body;
    }
    if (best.bytes().length == 0) {
      throw new UnreadableArticleException(
          "the page is not compressed as its header states (" + coding + "), and it is not text");
    }
    return best;
  }

  private static List<Decompressor> decompressors(String coding, byte[] bytes) {
    Decompressor raw = in -> new InflaterInputStream(in, new Inflater(true));
    return switch (coding) {
      case "gzip", "x-gzip" -> isGzip(bytes) ? List.of(GZIPInputStream::new) : List.of();
      case "deflate" -> isZlib(bytes) ? List.of(InflaterInputStream::new, raw) : List.of(raw);
      case "br" -> List.of(BrotliInputStream::new);
      case "zstd" -> Zstandard.isStart(bytes) ? List.of(Zstandard::decompress) : List.of();
      default -> List.of();
    };
  }

  private static Body unpack(byte[] packed, Decompressor decompressor)
      throws UnreadableArticleException {
    try (InputStream in = decompressor.open(new ByteArrayInputStream(packed))) {
      return readAvailable(in, HtmlReader.MAX_BYTES);
    } catch (IOException e) {
      return new Body(new byte[0], false);
    }
  }

  /**
   * Reads a stream up to its end, or to the place where it is damaged.
   *
   * @throws UnreadableArticleException if there are more than {@code maxBytes} bytes
   */
  static Body readAvailable(InputStream in, int maxBytes) throws UnreadableArticleException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes.write(buffer, 0, count);
        if (bytes.size() > maxBytes) {
          throw new UnreadableArticleException(
              "larger than " + (maxBytes >> 20) + " MiB, the maximum for this format");
        }
      }
      return new Body(bytes.toByteArray(), true);
    } catch (IOException e) {
      return new Body(bytes.toByteArray(), false);
    }
  }

  /** Tests whether a body starts with a tag and contains no binary data. */
  private static boolean isMarkup(byte[] bytes) {
    int length = Math.min(bytes.length, TextDecoder.PEEK_BYTES);
    return new String(bytes, 0, length, ISO_8859_1)
            .replaceFirst("^\u00EF\u00BB\u00BF", "")
            .stripLeading()
            .startsWith("<")
        && TextDecoder.describeBinary(bytes, length).isEmpty();
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
  }

  private static boolean isZlib(byte[] bytes) {
    return bytes.length > 2
        && (bytes[0] & 0xF) == ZLIB_METHOD
        && ((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF)) % ZLIB_CHECK == 0;
  }
}
