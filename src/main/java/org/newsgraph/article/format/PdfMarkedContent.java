package org.newsgraph.article.format;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * The marked-content sequences of a tagged PDF: pieces of text that the elements of its structure
 * refer to by page and number.
 */
final class PdfMarkedContent {
  /**
   * A piece of text.
   *
   * @param text characters, with a space between lines
   * @param begin first character
   * @param end last character
   * @param right right edge of the lines before the last one, or 0 if there is only one line
   */
  record Sequence(String text, Place begin, Place end, double right) {
    /** Share of the type size that an average character takes. */
    private static final double CHARACTER = 0.5;

    /**
     * Tests whether the first word of another sequence had no room on the last line of this one.
     */
    boolean isFullBefore(Sequence next) {
      double margin = Math.max(right, next.right);
      String word = next.text.strip().split(" ", 2)[0];
      double width = (word.length() + 1) * CHARACTER * next.begin.size;
      return margin > 0 && end.right + width > margin;
    }
  }

  /**
   * Position of a character. Lengths are in points; the vertical axis points down.
   *
   * @param page index of the page
   * @param baseline distance of the baseline from the top of the page
   * @param left left edge of the character
   * @param right right edge of the character
   * @param size type size
   */
  record Place(int page, double baseline, double left, double right, double size) {
    private static final double SAME_BASELINE = 0.4;

    /** Tests whether there is a space between this character and the one before it. */
    boolean isApartFrom(Place before) {
      return left - before.right > MIN_SPACE * size;
    }

    boolean isOnLineOf(Place other) {
      return page == other.page
          && Math.abs(baseline - other.baseline) <= SAME_BASELINE * Math.max(size, other.size);
    }
  }

  /** Minimum gap between two words, as a share of the type size. */
  private static final double MIN_SPACE = 0.15;

  /** A hyphen that a program inserted at a line end. */
  private static final String LINE_END_HYPHENS = "\u00AD\u2010";

  private final Map<COSDictionary, Map<Integer, Sequence>> sequences = new HashMap<>();

  /** Reads all pages of a document. */
  static PdfMarkedContent of(PDDocument document) throws IOException {
    PdfMarkedContent contents = new PdfMarkedContent();
    int number = 0;
    for (PDPage page : document.getPages()) {
      PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
      extractor.processPage(page);
      Map<Integer, Sequence> ofPage = new HashMap<>();
      for (PDMarkedContent content : extractor.getMarkedContents()) {
        add(content, number, ofPage);
      }
      contents.sequences.put(page.getCOSObject(), ofPage);
      number++;
    }
    return contents;
  }

  private static void add(PDMarkedContent content, int page, Map<Integer, Sequence> sequences) {
    if (content.getMCID() >= 0) {
      SequenceBuilder builder = new SequenceBuilder(page);
      builder.addContents(content);
      builder.build().ifPresent(it -> sequences.put(content.getMCID(), it));
    }
    for (Object inner : content.getContents()) {
      if (inner instanceof PDMarkedContent nested) {
        add(nested, page, sequences);
      }
    }
  }

  /** Joins the characters of a sequence. */
  private static final class SequenceBuilder {
    private final int page;
    private final StringBuilder text = new StringBuilder();
    private Place begin;
    private Place end;
    private double right;

    SequenceBuilder(int page) {
      this.page = page;
    }

    void addContents(PDMarkedContent content) {
      String actual = content.getActualText();
      for (Object inner : content.getContents()) {
        if (inner instanceof TextPosition glyph) {
          add(glyph, actual == null ? glyph.getUnicode() : actual);
          // The text replaces that of all glyphs, such as the parts of a ligature.
          actual = actual == null ? null : "";
        } else if (inner instanceof PDMarkedContent nested && nested.getMCID() < 0) {
          addContents(nested);
        }
      }
    }

    private void add(TextPosition glyph, String characters) {
      Place place = place(glyph, page);
      if (begin == null) {
        begin = place;
      } else if (!place.isOnLineOf(end)) {
        endLine(text);
        right = Math.max(right, end.right());
      } else if (place.isApartFrom(end)) {
        text.append(' ');
      }
      text.append(characters);
      end = place;
    }

    Optional<Sequence> build() {
      return begin == null
          ? Optional.empty()
          : Optional.of(new Sequence(text.toString(), begin, end, right));
    }
  }

  private static void endLine(StringBuilder text) {
    int last = text.length() - 1;
    if (last > 0
        && LINE_END_HYPHENS.indexOf(text.charAt(last)) >= 0
        && Character.isLetter(text.charAt(last - 1))) {
      text.setLength(last);
    } else {
      text.append(' ');
    }
  }

  private static Place place(TextPosition glyph, int page) {
    double left = glyph.getXDirAdj();
    double right = left + glyph.getWidthDirAdj();
    return new Place(page, glyph.getYDirAdj(), left, right, glyph.getYScale());
  }

  /** Returns the text with a number on a page, or empty if that page has none. */
  Optional<Sequence> get(PDPage page, int number) {
    return page == null
        ? Optional.empty()
        : Optional.ofNullable(sequences.getOrDefault(page.getCOSObject(), Map.of()).get(number));
  }
}
