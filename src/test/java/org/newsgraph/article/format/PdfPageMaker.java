package org.newsgraph.article.format;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Calendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;

/** Makes PDFs line by line, with or without tags. Positions are in points from the lower left. */
final class PdfPageMaker {
  private final PDDocument document = new PDDocument();
  private final PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private final boolean isTagged;
  private PDStructureElement root;
  private PDPage page;
  private int number;

  PdfPageMaker(boolean isTagged) {
    this.isTagged = isTagged;
    newPage();
    if (isTagged) {
      PDStructureTreeRoot tree = new PDStructureTreeRoot();
      document.getDocumentCatalog().setStructureTreeRoot(tree);
      root = new PDStructureElement("Document", tree);
      tree.appendKid(root);
    }
  }

  PdfPageMaker newPage() {
    page = new PDPage();
    document.addPage(page);
    number = 0;
    return this;
  }

  PdfPageMaker property(String title, String producer) {
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setProducer(producer);
    return this;
  }

  PdfPageMaker created(Calendar time) {
    document.getDocumentInformation().setCreationDate(time);
    return this;
  }

  /**
   * Adds a line.
   *
   * @param tag structure type of the line, or an empty string for a line outside the structure
   */
  PdfPageMaker line(int size, int x, int y, String tag, String text) throws IOException {
    try (PDPageContentStream content = content()) {
      boolean isMarked = isTagged && !tag.isEmpty();
      if (isMarked) {
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, number);
        content.beginMarkedContent(COSName.getPDFName(tag), PDPropertyList.create(properties));
        PDStructureElement element = new PDStructureElement(tag, root);
        element.setPage(page);
        element.appendKid(number++);
        root.appendKid(element);
      }
      show(content, size, new Matrix(1, 0, 0, 1, x, y), text);
      if (isMarked) {
        content.endMarkedContent();
      }
    }
    return this;
  }

  /** Adds pieces of a line in sizes of their own: "10:A", "8:NN". */
  PdfPageMaker words(int x, int y, String... pieces) throws IOException {
    float at = x;
    try (PDPageContentStream content = content()) {
      for (String piece : pieces) {
        String[] parts = piece.split(":", 2);
        int size = Integer.parseInt(parts[0]);
        show(content, size, new Matrix(1, 0, 0, 1, at, y), parts[1]);
        at += font.getStringWidth(parts[1]) / 1000 * size;
      }
    }
    return this;
  }

  PdfPageMaker rotated(int x, int y, String text) throws IOException {
    try (PDPageContentStream content = content()) {
      show(content, 40, Matrix.getRotateInstance(Math.PI / 2, x, y), text);
    }
    return this;
  }

  PdfPageMaker picture() throws IOException {
    BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY);
    try (PDPageContentStream content = content()) {
      content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 600, 700);
    }
    return this;
  }

  private void show(PDPageContentStream content, int size, Matrix place, String text)
      throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.setTextMatrix(place);
    content.showText(text);
    content.endText();
  }

  private PDPageContentStream content() throws IOException {
    return new PDPageContentStream(document, page, AppendMode.APPEND, false);
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
