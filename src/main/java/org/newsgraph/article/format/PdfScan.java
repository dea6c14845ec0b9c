package org.newsgraph.article.format;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.page.PageWord;

/** A scan: a PDF whose pages are pictures, with at most a few words of text. */
final class PdfScan {
  /** Number of words on a page below which its picture is a scan; a stamp or a page number. */
  private static final int MIN_WORDS = 15;

  private static final int MAX_PAGES = 100;

  /** Resolution of the pages for OCR, in dots per inch. */
  private static final float RESOLUTION = 300;

  /** Maximum length of a page's side, in pixels. */
  private static final float MAX_PIXELS = 8_000;

  private static final float POINTS_PER_INCH = 72;

  private PdfScan() {}

  /**
   * Tests whether a document is a scan.
   *
   * @param pages words of each page
   */
  static boolean isScan(PDDocument document, List<List<PageWord>> pages) throws IOException {
    int words = pages.stream().mapToInt(List::size).sum();
    return words < MIN_WORDS * pages.size() && hasPicture(document);
  }

  private static boolean hasPicture(PDDocument document) throws IOException {
    for (PDPage page : document.getPages()) {
      PDResources resources = page.getResources();
      if (resources != null) {
        for (COSName name : resources.getXObjectNames()) {
          if (resources.isImageXObject(name)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Recognises the words of each page with an OCR program. */
  static List<List<PageWord>> words(PDDocument document)
      throws IOException, UnreadableArticleException {
    if (document.getNumberOfPages() > MAX_PAGES) {
      throw new UnreadableArticleException(
          "a scan of " + document.getNumberOfPages() + " pages; the maximum is " + MAX_PAGES);
    }
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    List<List<PageWord>> pages = new ArrayList<>();
    for (int page = 0; page < document.getNumberOfPages(); page++) {
      float resolution = resolution(document.getPage(page).getCropBox());
      BufferedImage picture = renderer.renderImageWithDPI(page, resolution, ImageType.GRAY);
      Path file = Files.createTempFile("newsgraph-page", ".png");
      try {
        ImageIO.write(picture, "png", file.toFile());
        pages.add(Tesseract.words(file, POINTS_PER_INCH / resolution));
      } finally {
        Files.deleteIfExists(file);
      }
    }
    return pages;
  }

  private static float resolution(PDRectangle page) {
    float side = Math.max(page.getWidth(), page.getHeight());
    return Math.min(RESOLUTION, MAX_PIXELS * POINTS_PER_INCH / Math.max(1, side));
  }
}
