package org.newsgraph.article.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.newsgraph.article.page.PageWord;

/**
 * Collects the words of a PDF with their positions. Each page keeps the text of its main direction,
 * without text that runs across it, such as a watermark.
 */
final class PdfPages extends PDFTextStripper {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern BOLD = Pattern.compile(".*(?:bold|black|heavy|demi).*");

  /** Minimum number of gaps between letters from which their usual width is measured. */
  private static final int MIN_GAPS = 2;

  /** Minimum space between the letters of spaced type, as a share of the type size. */
  private static final double MIN_TRACKING = 0.04;

  private final List<List<PageWord>> pages = new ArrayList<>();

  /** The words of the current page by the direction of their text, in degrees. */
  private Map<Float, List<PageWord>> directions = new TreeMap<>();

  private SmallCapitals smallCapitals = new SmallCapitals();

  private PdfPages() {}

  /** Returns the words of each page, in the order in which they are drawn. */
  static List<List<PageWord>> words(PDDocument document) throws IOException {
    PdfPages pages = new PdfPages();
    pages.writeText(document, Writer.nullWriter());
    return pages.pages;
  }

  @Override
  protected void startPage(PDPage page) {
    directions = new TreeMap<>();
    smallCapitals = new SmallCapitals();
  }

  @Override
  protected void endPage(PDPage page) {
    pages.add(
        directions.values().stream()
            .max(Comparator.comparingInt(List::size))
            .orElseGet(ArrayList::new));
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    List<List<TextPosition>> groups = new ArrayList<>();
    boolean open = false;
    for (TextPosition position : positions) {
      boolean isSpace = SPACE.matcher(position.getUnicode()).matches();
      if (!isSpace && !open) {
        groups.add(new ArrayList<>());
      }
      if (!isSpace) {
        groups.get(groups.size() - 1).add(position);
      }
      open = !isSpace;
    }
    String stripped = SPACE.matcher(text).replaceAll(" ").strip();
    List<String> words = List.of(stripped.split(" ", -1));
    if (groups.size() == words.size()) {
      for (int i = 0; i < words.size(); i++) {
        add(words.get(i), groups.get(i));
      }
    } else if (!groups.isEmpty()) {
      // A space has no glyph of its own: the words share a box.
      add(stripped, groups.stream().flatMap(List::stream).toList());
    }
  }

  private void add(String text, List<TextPosition> glyphs) {
    TextPosition first = glyphs.get(0);
    String word = smallCapitals.read(text, glyphs);
    double left = first.getXDirAdj();
    double right = left;
    for (TextPosition glyph : glyphs) {
      left = Math.min(left, glyph.getXDirAdj());
      right = Math.max(right, glyph.getXDirAdj() + glyph.getWidthDirAdj());
    }
    right += tracking(glyphs);
    // The font size in points ignores the page's own scale, which browsers use.
    double size = first.getYScale();
    if (!word.isEmpty() && Double.isFinite(left) && Double.isFinite(right) && size > 0) {
      directions
          .computeIfAbsent(first.getDir(), any -> new ArrayList<>())
          .add(new PageWord(word, left, right, first.getYDirAdj(), size, isBold(first.getFont())));
    }
  }

  /**
   * Returns the space that is added after each letter of a word in spaced type, which follows its
   * last letter as well.
   */
  private static double tracking(List<TextPosition> glyphs) {
    double[] gaps = new double[glyphs.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      TextPosition glyph = glyphs.get(i);
      gaps[i] = glyphs.get(i + 1).getXDirAdj() - glyph.getXDirAdj() - glyph.getWidthDirAdj();
    }
    Arrays.sort(gaps);
    double median = gaps.length < MIN_GAPS ? 0 : gaps[gaps.length / 2];
    return median > MIN_TRACKING * glyphs.get(0).getYScale() ? median : 0;
  }

  private static boolean isBold(PDFont font) {
    String name = font == null ? null : font.getName();
    return name != null && BOLD.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }
}
