package org.newsgraph.article.format;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** Charsets of a rich text document and of its fonts. */
final class RtfFonts {
  private final Map<Integer, Charset> byFont = new HashMap<>();
  private Charset document = CodePages.DEFAULT;
  private int defaultFont;
  private int defined;

  /** Reads a control word of the document's heading. Returns whether it concerns charsets. */
  boolean readHeading(String word, int parameter) {
    switch (word) {
      case "mac" -> document = CodePages.ofCodePage(10_000);
      case "pc" -> document = CodePages.ofCodePage(437);
      case "pca" -> document = CodePages.ofCodePage(850);
      case "ansicpg" -> document = CodePages.ofCodePage(parameter);
      case "deff" -> defaultFont = parameter;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Reads a control word of the font table. */
  void readTable(String word, int parameter) {
    switch (word) {
      case "f" -> defined = parameter;
      case "fcharset" ->
          CodePages.ofFontCharset(parameter).ifPresent(it -> byFont.put(defined, it));
      case "cpg" -> byFont.put(defined, CodePages.ofCodePage(parameter));
      default -> {}
    }
  }

  /** Returns the charset of text in a font, which is the document's unless the font has its own. */
  Charset charset(int font) {
    return byFont.getOrDefault(font, document);
  }

  Charset defaultCharset() {
    return charset(defaultFont);
  }
}
