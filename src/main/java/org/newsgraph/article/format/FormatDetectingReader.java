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
 * Reads any format: the one that a source's first bytes are in. Archives and compressed files are
 * opened, and each file in them is read in the same way.
 *
 * @param maxLength the longest text that is taken for one article, in code points
 */
public record FormatDetectingReader(int maxLength) implements ArticleReader {
  /** No archive that people make holds archives in archives in archives. */
  private static final int DEEPEST = 5;

  /** Whether a file in a folder is worth a try; one that a person names always is. */
  public static boolean reads(Source source) {
    if (SourceFormat.isKnown(source)) {
      return true;
    }
    try (InputStream in = source.open()) {
      byte[] start = in.readNBytes(TextDecoder.PEEK);
      SourceFormat format = SourceFormat.of(start, source);
      return format != SourceFormat.TEXT && format != SourceFormat.OTHER_XML;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    return read(source, problems, 0);
  }

  /** The articles of what should be a feed; what is none is told, also where it is a page. */
  public Stream<Article> feed(Source source, Problems problems) {
    return new FeedReader(maxLength).read(source, problems).map(LanguageDetector::told);
  }

  private Stream<Article> read(Source source, Problems problems, int depth) {
    InputStream in;
    byte[] start;
    try {
      in = new BufferedInputStream(source.open());
      start = start(in);
    } catch (IOException e) {
      problems.error(source.place(), IoErrors.describeRead(e));
      return Stream.empty();
    }
    if (depth > DEEPEST) {
      problems.error(source.place(), "archives more than " + DEEPEST + " deep in each other");
      return Stream.empty();
    }
    Source opened = source.reopened(in);
    return switch (SourceFormat.of(start, source)) {
      case GZIP -> unpacked(opened, problems, depth);
      case ZIP, TAR ->
          ArticleStreams.flat(
              new Archive(opened, problems).entries(), entry -> read(entry, problems, depth + 1));
      case WARC -> new WarcArticleReader(maxLength).read(opened, problems);
      case PDF -> new PdfReader(maxLength).read(opened, problems);
      case DOCX -> new DocxReader(maxLength).read(opened, problems);
      case HTML -> new HtmlReader(maxLength).read(opened, problems);
      case FEED -> new FeedReader(maxLength).read(opened, problems);
      case WIRE -> new WireReader(maxLength).read(opened, problems);
      case JSON_LINES -> text(start, opened, new JsonLinesReader(maxLength), problems);
      case JSON -> text(start, opened, new JsonDocumentReader(maxLength), problems);
      case OTHER_XML -> other(opened, in, start, problems);
      case TEXT ->
          text(
              start,
              opened,
              PressArchiveReader.isExport(TextDecoder.characters(start).text().lines())
                  ? new PressArchiveReader(maxLength)
                  : new PlainTextReader(maxLength),
              problems);
    };
  }

  /** The first bytes, which are read again after this; of what breaks off those before. */
  private static byte[] start(InputStream in) throws IOException {
    in.mark(SourceFormat.PEEK + 1);
    byte[] start;
    try {
      start = in.readNBytes(SourceFormat.PEEK);
    } catch (IOException e) {
      in.reset();
      start = singly(in);
      if (start.length == 0) {
        throw e;
      }
    }
    in.reset();
    return start;
  }

  private static byte[] singly(InputStream in) {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b >= 0 && start.size() < SourceFormat.PEEK; b = in.read()) {
        start.write(b);
      }
    } catch (IOException e) {
      // The reader will meet it again, and tell of it.
    }
    return start.toByteArray();
  }

  private Stream<Article> unpacked(Source source, Problems problems, int depth) {
    try {
      return read(Archive.unpacked(source), problems, depth + 1);
    } catch (IOException e) {
      problems.error(source.place(), IoErrors.describeRead(e));
      return Stream.empty();
    }
  }

  private static Stream<Article> text(
      byte[] start, Source source, ArticleReader reader, Problems problems) {
    byte[] peek = Arrays.copyOf(start, Math.min(start.length, TextDecoder.PEEK));
    Optional<String> binary = TextDecoder.binary(peek, peek.length);
    if (binary.isPresent()) {
      problems.error(source.place(), binary.get());
      return Stream.empty();
    }
    return reader.read(source, problems);
  }

  private static Stream<Article> other(
      Source source, InputStream in, byte[] start, Problems problems) {
    ArticleStreams.close(in);
    String root = Xml.root(TextDecoder.characters(start).text()).orElse("");
    problems.error(
        source.place(),
        root.isEmpty()
            ? "this is not well-formed XML (no element begins in it)"
            : "XML of a kind that is not read (its first element is \""
                + root
                + "\"): feeds, NewsML-G2 and NITF are");
    return Stream.empty();
  }
}
