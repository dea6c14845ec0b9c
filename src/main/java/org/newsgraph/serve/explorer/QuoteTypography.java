package org.newsgraph.serve.explorer;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sets the content of statements for reading: typographic quotation marks instead of straight ones,
 * and without the comma that joined a quotation to the rest of its sentence.
 */
final class QuoteTypography {
  private static final Pattern OUTER = Pattern.compile("(?s)^[\"“”„«‘’']+|[\"“”»‘’']+$");

  /** A comma at the end of a quotation, or before the narrator's words between two parts. */
  private static final Pattern DANGLING_COMMA = Pattern.compile(",(?=[\"”’']?$| …)");

  /** A double quotation mark at the beginning of a text, or after a space or an opening bracket. */
  private static final Pattern OPENING_DOUBLE = Pattern.compile("(?<=^|[\\s(\\[—–-])\"");

  private static final Pattern OPENING_SINGLE = Pattern.compile("(?<=^|[\\s(\\[—–“-])'(?=\\S)");

  private QuoteTypography() {}

  /**
   * Returns the content as pages show it.
   *
   * @param kind direct, mixed or indirect
   * @param content the content with the quotation marks of the article
   * @param quotedText the words in quotation marks, without the marks
   */
  static String set(String kind, String content, Optional<String> quotedText) {
    String text = content.strip();
    if (!kind.equals("direct")) {
      return curly(DANGLING_COMMA.matcher(text).replaceAll(""));
    }
    String words = quotedText.orElseGet(() -> OUTER.matcher(text).replaceAll("")).strip();
    String inner = curly(DANGLING_COMMA.matcher(words).replaceAll(""));
    // Quotations within a quotation have single marks.
    return "“" + inner.replace('“', '‘').replace('”', '’') + "”";
  }

  /** Replaces straight quotation marks and apostrophes by typographic ones. */
  static String curly(String text) {
    String opened = OPENING_DOUBLE.matcher(text).replaceAll("“").replace('"', '”');
    return OPENING_SINGLE.matcher(opened).replaceAll("‘").replace('\'', '’');
  }
}
