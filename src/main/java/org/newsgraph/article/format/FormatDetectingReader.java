package org.newsgraph.article.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.decode.LanguageDetector;
import org.newsgraph.article.decode.TextDecoder;
import org.newsgraph.io.IoErrors;

/**
 * Reads any supported format, which is detected from a source's first bytes. Archives and
 * compressed files are opened, and each file in them is read in the same way.
 *
 * @param maxLength maximum length of an article's text, in code points
 * @param ocr whether the text of scans is recognised by an OCR program
 */
public record FormatDetectingReader(int maxLength, boolean ocr) implements ArticleReader {
  /** Maximum nesting depth of archives and compressed files. */
  private static final int MAX_DEPTH = 5;

  /** Reason why a file in a folder or an archive is skipped. */
  public static final String UNSUPPORTED = "its format is not one that is read";

  /** Creates a reader that reports scans as unreadable. */
  public FormatDetectingReader(int maxLength) {
    this(maxLength, false);
  }

  /**
   * Tests whether a file in a folder may contain articles. Files that the user names are always
   * read.
   */
  public static boolean mayContainArticles(Source source) {
    if (SourceFormat.isKnown(source)) {
      return true;
    }
    try (InputStream in = source.open()) {
      byte[] start = in.readNBytes(TextDecoder.PEEK_BYTES);
      SourceFormat format = SourceFormat.of(start, source);
      return format != SourceFormat.TEXT && format != SourceFormat.OTHER_XML;
    } catch (IOException e) {
      // The reader will run into the same exception and report it.
      return true;
    }
  }

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    return ArticleStreams.reportingFailures(
        () -> read(source, problems, 0), source.location(), problems);
  }

  /**
   * Returns the articles of a feed. A source in another format, including a web page, is reported.
   */
  public Stream<Article> readFeed(Source source, Problems problems) {
    return ArticleStreams.reportingFailures(
            () -> new FeedReader(maxLength).read(source, problems), source.location(), problems)
        .map(LanguageDetector::withDetectedLanguage);
  }

  private Stream<Article> read(Source source, Problems problems, int depth) {
    if (depth > MAX_DEPTH) {
      problems.error(source.location(), "archives nested more than " + MAX_DEPTH + " deep");
      return Stream.empty();
    }
    InputStream in;
    try {
      in = new BufferedInputStream(source.open());
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
    byte[] start;
    try {
      start = start(in);
    } catch (IOException e) {
      ArticleStreams.close(in);
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
    Source opened = source.reopened(in);
    SourceFormat format = SourceFormat.of(start, source);
    return switch (format) {
      case GZIP, ZSTD -> readCompressed(opened, problems, depth);
      case ZIP, TAR ->
          ArticleStreams.flatMapLazily(
              new Archive(opened, problems).entries(), entry -> read(entry, problems, depth + 1));
      case WACZ ->
          ArticleStreams.flatMapLazily(
              new WebArchiveCollection(opened, source.path(), problems).archives(),
              entry -> read(entry, problems, depth + 1));
      case WARC -> new WarcArticleReader(maxLength).read(opened, problems);
      case PDF -> new PdfReader(maxLength, ocr).read(opened, problems);
      case ODT -> new OdtReader(maxLength).read(opened, problems);
      case EPUB -> new EpubReader(maxLength).read(opened, problems);
      case DOCX -> new DocxReader(maxLength).read(opened, problems);
      case RTF -> new RtfReader(maxLength).read(opened, problems);
      case HTML -> new HtmlReader(maxLength).read(opened, problems);
      case FEED -> new FeedReader(maxLength).read(opened, problems);
      case WIRE -> new WireReader(maxLength).read(opened, problems);
      case JSON_LINES -> readText(start, opened, new JsonLinesReader(maxLength), problems);
      case JSON -> readText(start, opened, new JsonDocumentReader(maxLength), problems);
      case MAIL, MBOX ->
          new MailReader(
                  maxLength, format == SourceFormat.MBOX, it -> read(it, problems, depth + 1))
              .read(opened, problems);
      case OTHER_XML -> rejectXml(opened, in, start, problems);
      case TEXT ->
          readText(
              start,
              opened,
              PressArchiveReader.isExport(TextDecoder.decode(start).text().lines())
                  ? new PressArchiveReader(maxLength)
                  : new PlainTextReader(maxLength),
              problems);
    };
  }

  /**
   * Returns the first bytes and resets the stream to its start. If the source is truncated within
   * them, returns the bytes before that point.
   */
  private static byte[] start(InputStream in) throws IOException {
    in.mark(SourceFormat.PEEK + 1);
    byte[] start;
    try {
      start = in.readNBytes(SourceFormat.PEEK);
    } catch (IOException e) {
      in.reset();
      start = readByteByByte(in);
      if (start.length == 0) {
        throw e;
      }
    }
    in.reset();
    return start;
  }

  private static byte[] readByteByByte(InputStream in) {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b >= 0 && start.size() < SourceFormat.PEEK; b = in.read()) {
        start.write(b);
      }
    } catch (IOException e) {
      // The reader will run into the same exception and report it.
    }
    return start.toByteArray();
  }

  private Stream<Article> readCompressed(Source source, Problems problems, int depth) {
    try {
      return read(Archive.decompress(source), problems, depth + 1);
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
  }

  private static Stream<Article> readText(
      byte[] start, Source source, ArticleReader reader, Problems problems) {
    byte[] peek = Arrays.copyOf(start, Math.min(start.length, TextDecoder.PEEK_BYTES));
    Optional<String> binary = TextDecoder.describeBinary(peek, peek.length);
    if (binary.isPresent()) {
      problems.error(source.location(), binary.get());
      return Stream.empty();
    }
    return reader.read(source, problems);
  }

  private static Stream<Article> rejectXml(
      Source source, InputStream in, byte[] start, Problems problems) {
    ArticleStreams.close(in);
    String root = Xml.root(TextDecoder.decode(start).text()).orElse("");
    problems.error(
        source.location(),
        root.isEmpty()
            ? "this is not well-formed XML (it contains no element)"
            : "unsupported kind of XML (root element \""
                + root
                + "\"): only feeds, NewsML-G2 and NITF can be read");
    return Stream.empty();
  }
}
