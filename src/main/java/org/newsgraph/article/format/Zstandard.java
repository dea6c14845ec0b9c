package org.newsgraph.article.format;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Zstandard compression (RFC 8878). A web archive ({@code .warc.zst}) may start with a skippable
 * frame that contains the dictionary of all its frames, which may itself be compressed.
 *
 * @see <a href="https://iipc.github.io/warc-specifications/specifications/warc-zstd/">Zstandard
 *     WARC specification</a>
 */
final class Zstandard {
  private static final int FRAME = 0xFD2FB528;

  /** First of the sixteen magic numbers of skippable frames. */
  private static final int SKIPPABLE_FRAME = 0x184D2A50;

  private static final int DICTIONARY_FRAME = 0x184D2A5D;

  /** Maximum size of a dictionary, in bytes. */
  private static final int MAX_DICTIONARY = 16 << 20;

  private Zstandard() {}

  /** Tests whether these first bytes of a file are those of a compressed file. */
  static boolean isStart(byte[] bytes) {
    return bytes.length >= Integer.BYTES
        && (number(bytes) == FRAME || (number(bytes) & 0xFFFFFFF0) == SKIPPABLE_FRAME);
  }

  /** Returns the decompressed bytes of all frames. */
  static InputStream decompress(InputStream in) throws IOException {
    byte[] magic = in.readNBytes(Integer.BYTES);
    if (magic.length < Integer.BYTES || number(magic) != DICTIONARY_FRAME) {
      return new ZstdInputStream(new SequenceInputStream(new ByteArrayInputStream(magic), in));
    }
    byte[] dictionary = dictionary(in);
    return new ZstdInputStream(in).setDict(dictionary);
  }

  private static byte[] dictionary(InputStream in) throws IOException {
    byte[] size = in.readNBytes(Integer.BYTES);
    if (size.length < Integer.BYTES) {
      throw new EOFException();
    }
    int length = number(size);
    if (length < 0 || length > MAX_DICTIONARY) {
      throw tooLarge();
    }
    byte[] content = in.readNBytes(length);
    if (content.length < length) {
      throw new EOFException();
    }
    if (!isStart(content)) {
      return content;
    }
    try (InputStream unpacked = new ZstdInputStream(new ByteArrayInputStream(content))) {
      byte[] dictionary = unpacked.readNBytes(MAX_DICTIONARY + 1);
      if (dictionary.length > MAX_DICTIONARY) {
        throw tooLarge();
      }
      return dictionary;
    }
  }

  private static IOException tooLarge() {
    return new IOException("its dictionary is larger than " + (MAX_DICTIONARY >> 20) + " MiB");
  }

  private static int number(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }
}
