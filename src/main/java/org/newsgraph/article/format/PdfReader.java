package org.newsgraph.article.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Calendar;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.UnreadableArticleException;

/**
 * Reads a PDF: a press cutting, or an archive's export of several articles.
 *
 * @param maxLength the longest text that is taken for one article, in code points
 */
record PdfReader(int maxLength) implements ArticleReader {
  /** The largest file that is read, in bytes. */
  private static final int LARGEST = 64 << 20;

  /** Titles that programs give, not people. */
  private static final Pattern NO_TITLE =
      Pattern.compile("(?i)untitled.*|microsoft word - .*|.*\\.(?:docx?|indd|qxd|rtf|pdf|html?)");

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    return Stream.of(source).flatMap(it -> articles(it, problems));
  }

  private Stream<Article> articles(Source source, Problems problems) {
    try (InputStream in = source.open();
        PDDocument document = Loader.loadPDF(ArticleStreams.bytes(in, LARGEST))) {
      String text = text(document);
      if (text.isBlank()) {
        throw new UnreadableArticleException(
            "no text in this PDF: is it a scan? Let an OCR program read it first");
      }
      return new DocumentText(List.of(text.split("\n", -1)), metadata(document), maxLength)
          .articles(source, problems);
    } catch (InvalidPasswordException e) {
      problems.error(source.place(), "this PDF is protected by a password: save it without one");
    } catch (UnreadableArticleException e) {
      problems.error(source.place(), e.getMessage());
    } catch (IOException e) {
      problems.error(source.place(), "this PDF cannot be read (" + e.getMessage() + ")");
    } catch (StackOverflowError | RuntimeException e) {
      problems.error(source.place(), "this PDF is damaged", e);
    }
    return Stream.empty();
  }

  private static String text(PDDocument document) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setLineSeparator("\n");
    stripper.setParagraphStart("\n");
    stripper.setPageEnd("\n");
    StringWriter text = new StringWriter();
    stripper.writeText(document, text);
    return text.toString().replace('\u00A0', ' ').strip();
  }

  private static Metadata metadata(PDDocument document) {
    PDDocumentInformation information = document.getDocumentInformation();
    MetadataBuilder metadata = new MetadataBuilder();
    String title = information.getTitle();
    metadata.title(title == null || NO_TITLE.matcher(title.strip()).matches() ? null : title);
    metadata.author(information.getAuthor());
    Calendar created = information.getCreationDate();
    metadata.published(created == null ? null : created.toInstant().toString());
    return metadata.build();
  }
}
