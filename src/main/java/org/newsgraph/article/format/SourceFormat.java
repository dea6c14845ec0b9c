package org.newsgraph.article.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Source;
import org.newsgraph.article.decode.TextDecoder;

/** What a source holds, by its first bytes; its name decides only where those leave it open. */
enum SourceFormat {
  GZIP,
  ZIP,
  TAR,
  WARC,
  PDF,
  DOCX,
  HTML,
  FEED,
  WIRE,
  OTHER_XML,
  JSON_LINES,
  JSON,
  TEXT;

  /** As much of a source as is looked at; the first line of JSON Lines may be long. */
  static final int PEEK = 1 << 20;

  private static final Set<String> JSON_LINES_NAMES = Set.of("jsonl", "ndjson");
  private static final Set<String> HTML_NAMES = Set.of("html", "htm", "xhtml");

  /** A file in a folder that has one of these is read without a look at it first. */
  private static final Set<String> NAMES =
      Set.of(
          "txt", "text", "", "jsonl", "ndjson", "json", "html", "htm", "xhtml", "xml", "rss",
          "atom", "nitf", "warc", "gz", "tgz", "tar", "zip", "pdf", "docx");

  private static final Pattern JSON_START =
      Pattern.compile("\\A\\s*(?:\\{\\s*[\"}]|\\[\\s*[{\\]])");

  private static final Pattern HTML_START =
      Pattern.compile(
          "(?i)\\A\\s*(?:<!--(?s:.*?)-->\\s*)*<(?:!doctype\\s+html|html|head|body|meta|title|div|article|main|p|h1|script|link)\\b");

  /** How the parts of office documents are called. */
  private static final Pattern OFFICE =
      Pattern.compile(
          "\\[Content_Types\\]\\.xml|_rels/.*|docProps/.*|word/.*|xl/.*|ppt/.*|mimetype");

  private static final int ZIP_NAME_LENGTH = 26;
  private static final int ZIP_NAME = 30;
  private static final int TAR_MAGIC = 257;

  /** Whether a name says that there are articles in it. */
  static boolean isKnown(Source source) {
    return NAMES.contains(source.extension());
  }

  /**
   * @param bytes the first ones, {@link #PEEK} of them where there are as many
   */
  static SourceFormat of(byte[] bytes, Source source) {
    return binary(bytes, source).orElseGet(() -> text(bytes, source));
  }

  private static Optional<SourceFormat> binary(byte[] bytes, Source source) {
    String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u001F\u008B")) {
      return Optional.of(GZIP);
    }
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      return Optional.of(
          OFFICE.matcher(firstEntry(start)).matches() || source.extension().equals("docx")
              ? DOCX
              : ZIP);
    }
    if (start.length() > TAR_MAGIC + 5 && start.startsWith("ustar", TAR_MAGIC)) {
      return Optional.of(TAR);
    }
    if (start.startsWith("WARC/")) {
      return Optional.of(WARC);
    }
    return start.contains("%PDF-") && start.indexOf("%PDF-") < 200
        ? Optional.of(PDF)
        : Optional.empty();
  }

  private static String firstEntry(String start) {
    if (start.length() < ZIP_NAME) {
      return "";
    }
    int length = start.charAt(ZIP_NAME_LENGTH) + (start.charAt(ZIP_NAME_LENGTH + 1) << 8);
    return start.substring(ZIP_NAME, Math.min(start.length(), ZIP_NAME + length));
  }

  private static SourceFormat text(byte[] bytes, Source source) {
    String extension = source.extension();
    if (JSON_LINES_NAMES.contains(extension)) {
      return JSON_LINES;
    }
    String start = TextDecoder.characters(bytes).text();
    if (JSON_START.matcher(start).find()) {
      return json(start, bytes.length == PEEK, source);
    }
    if (extension.equals("json")) {
      return JSON_LINES;
    }
    if (!start.stripLeading().startsWith("<")) {
      return TEXT;
    }
    return HTML_START.matcher(start).find() ? HTML : xml(start, extension);
  }

  private static SourceFormat json(String start, boolean cut, Source source) {
    String line = start.stripLeading().lines().findFirst().orElse("");
    if (line.startsWith("{")
        && (JsonLinesReader.isObject(line) || (cut && line.length() > PEEK / 8))) {
      return JSON_LINES;
    }
    // A text may begin with a bracket; a file that is called JSON is not one.
    return source.extension().equals("json")
            || start.contains("\":")
            || start.contains("\" :")
            || start.matches("(?s)\\s*\\[\\s*\\]\\s*")
        ? JSON
        : TEXT;
  }

  private static SourceFormat xml(String start, String extension) {
    String root = Xml.root(start).orElse("");
    if (FeedReader.ROOTS.contains(root)) {
      return FEED;
    }
    if (WireReader.ROOTS.contains(root)) {
      return WIRE;
    }
    if (root.toLowerCase(Locale.ROOT).equals("html") || HTML_NAMES.contains(extension)) {
      return HTML;
    }
    return start.stripLeading().startsWith("<?xml") || extension.equals("xml") ? OTHER_XML : TEXT;
  }
}
