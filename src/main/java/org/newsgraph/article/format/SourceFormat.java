package org.newsgraph.article.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Source;
import org.newsgraph.article.decode.TextDecoder;

/**
 * The format of a source, detected from its first bytes. The file name decides only if the bytes
 * are ambiguous.
 */
enum SourceFormat {
  GZIP,
  ZSTD,
  ZIP,
  WACZ,
  TAR,
  WARC,
  PDF,
  DOCX,
  RTF,
  ODT,
  EPUB,
  HTML,
  FEED,
  WIRE,
  OTHER_XML,
  JSON_LINES,
  JSON,
  MAIL,
  MBOX,
  TEXT;

  /**
   * Number of bytes that are inspected. It is large because the first line of JSON Lines may be
   * long.
   */
  static final int PEEK = 1 << 20;

  private static final Set<String> JSON_LINES_EXTENSIONS = Set.of("jsonl", "ndjson");
  private static final Set<String> HTML_EXTENSIONS = Set.of("html", "htm", "xhtml");

  /** Extensions of files in a folder that are read without inspecting their bytes first. */
  private static final Set<String> EXTENSIONS =
      Set.of(
          "txt",
          "text",
          "",
          "jsonl",
          "ndjson",
          "json",
          "html",
          "htm",
          "xhtml",
          "xml",
          "rss",
          "atom",
          "nitf",
          "warc",
          "wacz",
          "gz",
          "tgz",
          "zst",
          "tar",
          "zip",
          "pdf",
          "docx",
          "rtf",
          "md",
          "markdown",
          "eml",
          "mbox",
          "odt",
          "epub");

  private static final Pattern JSON_START =
      Pattern.compile("\\A\\s*(?:\\{\\s*[\"}]|\\[\\s*[{\\]])");

  /** Start of a rich text document, with a byte order mark or not. */
  private static final Pattern RTF_START = Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s*\\{\\\\rtf");

  private static final Pattern HTML_START =
      Pattern.compile(
          "(?i)\\A\\s*(?:<!--(?s:.*?)-->\\s*)*+<(?:!doctype\\s+html|html|head|body|meta|title|div|article|main|p|h1|script|link)\\b");

  /** Names of entries in office documents. */
  private static final Pattern OFFICE =
      Pattern.compile(
          "\\[Content_Types\\]\\.xml|_rels/.*|docProps/.*|word/.*|xl/.*|ppt/.*|mimetype");

  private static final int ZIP_NAME_LENGTH = 26;
  private static final int ZIP_NAME = 30;
  private static final int TAR_MAGIC = 257;

  /** Tests whether the extension is that of a format that can be read. */
  static boolean isKnown(Source source) {
    return EXTENSIONS.contains(source.extension())
        && !(Markdown.isMarkdown(source) && source.stem().equalsIgnoreCase("readme"));
  }

  /**
   * Detects the format of a source.
   *
   * @param bytes the first {@link #PEEK} bytes of the source, or all bytes of a shorter source
   */
  static SourceFormat of(byte[] bytes, Source source) {
    return binary(bytes, source).orElseGet(() -> text(bytes, source));
  }

  private static Optional<SourceFormat> binary(byte[] bytes, Source source) {
    String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u001F\u008B")) {
      return Optional.of(GZIP);
    }
    if (Zstandard.isStart(bytes)) {
      return Optional.of(ZSTD);
    }
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      if (start.contains("mimetypeapplication/epub+zip") || source.extension().equals("epub")) {
        return Optional.of(EPUB);
      }
      if (start.contains("mimetypeapplication/vnd.oasis.opendocument.text")
          || source.extension().equals("odt")) {
        return Optional.of(ODT);
      }
      return Optional.of(zip(firstEntry(start), source.extension()));
    }
    if (start.length() > TAR_MAGIC + 5 && start.startsWith("ustar", TAR_MAGIC)) {
      return Optional.of(TAR);
    }
    if (start.startsWith("WARC/")) {
      return Optional.of(WARC);
    }
    if (RTF_START.matcher(start).lookingAt()) {
      return Optional.of(RTF);
    }
    return start.contains("%PDF-") && start.indexOf("%PDF-") < 200
        ? Optional.of(PDF)
        : Optional.empty();
  }

  private static SourceFormat zip(String firstEntry, String extension) {
    if (OFFICE.matcher(firstEntry).matches() || extension.equals("docx")) {
      return DOCX;
    }
    return WebArchiveCollection.isFirstEntry(firstEntry) || extension.equals("wacz") ? WACZ : ZIP;
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
    if (JSON_LINES_EXTENSIONS.contains(extension)) {
      return JSON_LINES;
    }
    String start = TextDecoder.decode(bytes).text();
    if (Markdown.isMarkdown(source)) {
      return TEXT;
    }
    if (MailDetector.isMbox(start)) {
      return MBOX;
    }
    if (MailDetector.isMessage(start, extension)) {
      return MAIL;
    }
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

  private static SourceFormat json(String start, boolean truncated, Source source) {
    String line = start.stripLeading().lines().findFirst().orElse("");
    if (line.startsWith("{")
        && (JsonLinesReader.isObject(line) || (truncated && line.length() > PEEK / 8))) {
      return JSON_LINES;
    }
    // Plain text may start with a bracket; a file with the extension .json is not plain text.
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
    if (root.toLowerCase(Locale.ROOT).equals("html") || HTML_EXTENSIONS.contains(extension)) {
      return HTML;
    }
    return start.stripLeading().startsWith("<?xml") || extension.equals("xml") ? OTHER_XML : TEXT;
  }
}
