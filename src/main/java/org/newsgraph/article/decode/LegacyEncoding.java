package org.newsgraph.article.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/** An encoding with one byte per character, as older newspaper systems export it. */
enum LegacyEncoding {
  /** The most frequent one comes first, because it is chosen if several are as plausible. */
  WINDOWS_1252("windows-1252", "Windows-1252", false),
  MAC_ROMAN("x-MacRoman", "Mac Roman", false),
  DOS("IBM850", "DOS code page 850", false),
  WINDOWS_1250("windows-1250", "Windows-1250", true),
  WINDOWS_1251("windows-1251", "Windows-1251", true),
  KOI8_R("KOI8-R", "KOI8-R", true);

  private final String charset;
  private final String title;
  private final boolean isRare;

  LegacyEncoding(String charset, String title, boolean isRare) {
    this.charset = charset;
    this.title = title;
    this.isRare = isRare;
  }

  /** Tests whether the encoding is considered only if the frequent ones give implausible text. */
  boolean isRare() {
    return isRare;
  }

  /** Returns the encodings that this Java runtime supports. */
  static List<LegacyEncoding> supported() {
    return Arrays.stream(values()).filter(it -> Charset.isSupported(it.charset)).toList();
  }

  /** Returns the name for messages. */
  String title() {
    return title;
  }

  /** Decodes every byte; undefined bytes become U+FFFD. */
  String decode(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, Charset.forName(charset));
  }

  /** Decodes well-formed sequences as UTF-8 and all other bytes in this encoding. */
  String decodeAroundUtf8(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int begin = 0;
    for (int at = 0; at < bytes.length; ) {
      int length = bytes[at] >= 0 ? 1 : Utf8Check.wellFormed(bytes, at);
      if (length == 0) {
        text.append(new String(bytes, begin, at - begin, UTF_8)).append(decode(bytes, at, at + 1));
        begin = at + 1;
      }
      at += Math.max(1, length);
    }
    return text.append(new String(bytes, begin, bytes.length - begin, UTF_8)).toString();
  }
}
