package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.newsgraph.article.Text;
import org.newsgraph.article.layout.Indentation;

/**
 * Converts markup to paragraphs: the text that a browser shows, with white space collapsed and a
 * blank line wherever a block starts or ends.
 */
final class HtmlText {
  /** Separator between the paragraphs of an article. */
  static final String PARAGRAPH = "\n\n";

  /** Block elements of XHTML and of the agencies' NITF. */
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "li",
          "main",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "tbody",
          "tr",
          "ul",
          "block",
          "hl1",
          "hl2",
          "bq",
          "fn",
          "media",
          "credit",
          "text");

  private static final Set<String> BLOCK_QUOTATIONS = Set.of("blockquote", "bq");

  private static final Set<String> HIDDEN_ELEMENTS =
      Set.of(
          "script", "style", "noscript", "template", "head", "title", "svg", "textarea", "option");

  private HtmlText() {}

  /** Tests whether text cannot continue across the start or the end of an element. */
  static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName()) || isLayoutCell(element);
  }

  /** Tests whether an element is a cell of a table that holds parts of a page rather than data. */
  static boolean isLayoutCell(Element element) {
    return element.normalName().equals("td")
        && element.selectFirst("p, br, div, table, h1, h2, h3") != null;
  }

  /** Tests whether a browser never shows the text of an element. */
  static boolean isHidden(Element element) {
    return HIDDEN_ELEMENTS.contains(element.normalName());
  }

  /** Returns the paragraphs below an element, none of them blank. */
  static List<String> paragraphs(Element root) {
    return paragraphs(root, "");
  }

  /** Returns the paragraphs below an element, with the lines of block quotations indented. */
  static List<String> paragraphsWithIndentation(Element root) {
    return paragraphs(root, Indentation.BLOCK_QUOTATION);
  }

  private static List<String> paragraphs(Element root, String indentation) {
    Gatherer gatherer = new Gatherer(indentation);
    NodeTraversor.traverse(gatherer, root);
    gatherer.endParagraph();
    return gatherer.paragraphs;
  }

  /** Returns the paragraphs as one text, with the lines of block quotations indented. */
  static String of(Element root) {
    return String.join(PARAGRAPH, paragraphsWithIndentation(root));
  }

  private static final class Gatherer implements NodeVisitor {
    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private final String indentation;
    private int hiddenDepth;
    private int quotationDepth;
    private boolean afterLineBreak;

    /**
     * Creates a visitor.
     *
     * @param indentation white space before each line of a block quotation
     */
    Gatherer(String indentation) {
      this.indentation = indentation;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text && hiddenDepth == 0) {
        add(text.getWholeText());
      } else if (node instanceof Element element) {
        String name = element.normalName();
        if (HIDDEN_ELEMENTS.contains(name)) {
          hiddenDepth++;
        } else if (isBlock(element)) {
          endParagraph();
          quotationDepth += BLOCK_QUOTATIONS.contains(name) ? 1 : 0;
        } else if (name.equals("br")) {
          addLineBreak();
        } else if (name.equals("td") || name.equals("th")) {
          add(" ");
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        String name = element.normalName();
        if (HIDDEN_ELEMENTS.contains(name)) {
          hiddenDepth--;
        } else if (isBlock(element)) {
          endParagraph();
          quotationDepth -= BLOCK_QUOTATIONS.contains(name) ? 1 : 0;
        }
      }
    }

    /** Adds a line break. Two line breaks without text between them end a paragraph. */
    private void addLineBreak() {
      if (afterLineBreak) {
        endParagraph();
      } else {
        afterLineBreak = true;
      }
    }

    private void add(String text) {
      int[] characters = text.codePoints().toArray();
      for (int c : characters) {
        if (!Text.isSpace(c)) {
          if (afterLineBreak && !open.isEmpty()) {
            open.append('\n');
          }
          afterLineBreak = false;
          open.appendCodePoint(c);
        } else if (!afterLineBreak
            && !open.isEmpty()
            && open.charAt(open.length() - 1) != ' '
            && open.charAt(open.length() - 1) != '\n') {
          open.append(' ');
        }
      }
    }

    private void endParagraph() {
      afterLineBreak = false;
      String paragraph = open.toString().replace(" \n", "\n").strip();
      open.setLength(0);
      if (!paragraph.isEmpty()) {
        paragraphs.add(quotationDepth > 0 ? paragraph.replaceAll("(?m)^", indentation) : paragraph);
      }
    }
  }
}
