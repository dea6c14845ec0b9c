package org.newsgraph.article.format;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.WordLists;

/** Charsets of rich text documents, by number of the code page and of the font charset. */
final class CodePages {
  /** Charset of documents that declare none, and of unknown code pages. */
  static final Charset DEFAULT = Charset.forName("windows-1252");

  private static final Map<Integer, Charset> BY_CODE_PAGE = new HashMap<>();
  private static final Map<Integer, Charset> BY_FONT_CHARSET = new HashMap<>();

  static {
    for (List<String> row : WordLists.rows(CodePages.class, "code-pages.tsv")) {
      // A Java runtime may come without the charsets of other scripts.
      if (Charset.isSupported(row.get(2))) {
        Charset charset = Charset.forName(row.get(2));
        BY_CODE_PAGE.put(Integer.valueOf(row.get(0)), charset);
        if (!row.get(1).equals("-")) {
          BY_FONT_CHARSET.put(Integer.valueOf(row.get(1)), charset);
        }
      }
    }
  }

  private CodePages() {}

  /** Returns the charset of a code page, or the default charset if it is unknown. */
  static Charset ofCodePage(int number) {
    return BY_CODE_PAGE.getOrDefault(number, DEFAULT);
  }

  /**
   * Returns the charset of a font, or empty if the font has the charset of its document or none
   * (symbols).
   */
  static Optional<Charset> ofFontCharset(int number) {
    return Optional.ofNullable(BY_FONT_CHARSET.get(number));
  }
}
