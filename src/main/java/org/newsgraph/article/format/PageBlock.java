package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * A block of text of a web page, such as a paragraph: the text between two boundaries of block
 * elements.
 *
 * @param element innermost block element that contains the text
 * @param nodes nodes of the text, in document order
 * @param text text with white space collapsed; not blank
 * @param linkedLength number of UTF-16 code units of the text that belong to links
 * @param template template of {@code element}
 * @param boxDepth depth of the innermost box around the text, or 0 if there is no box
 */
record PageBlock(
    Element element,
    List<TextNode> nodes,
    String text,
    int linkedLength,
    TemplateNode template,
    int boxDepth) {
  /** Minimum length of text that counts as prose, in UTF-16 code units. */
  private static final int MIN_PROSE = 80;

  /** Minimum length of a sentence that is not a heading, in UTF-16 code units. */
  private static final int MIN_SENTENCE = 120;

  private static final int WIDE_CHARACTER = 3;
  private static final int FIRST_WIDE = 0x2E80;
  private static final int LAST_WIDE = 0xD7FF;

  /** Returns the blocks of a page, in document order. */
  static List<PageBlock> of(Document page) {
    Collector collector = new Collector(page.body());
    NodeTraversor.traverse(collector, page.body());
    return collector.finish();
  }

  /**
   * Returns the length of the text in narrow characters. A Chinese, Japanese or Korean character
   * counts as {@value #WIDE_CHARACTER}, because it stands for about as much as a short word.
   */
  int width() {
    int wide = (int) text.codePoints().filter(c -> c >= FIRST_WIDE && c <= LAST_WIDE).count();
    return text.length() + wide * (WIDE_CHARACTER - 1);
  }

  /** Tests whether the text is a heading. A complete long sentence in its markup is not one. */
  boolean isHeading() {
    return template.isHeading() && (text.length() < MIN_SENTENCE || !text.endsWith("."));
  }

  /** Returns the share of the text that belongs to links, from 0 to 1. */
  double linkDensity() {
    return (double) linkedLength / text.length();
  }

  private static final class Collector implements NodeVisitor {
    private final List<Block> open = new ArrayList<>();
    private final Map<Element, TemplateNode> templates = new HashMap<>();
    private final Map<Element, Integer> boxDepths = new HashMap<>();

    /** Elements that contain a main heading or the main part of the page. */
    private final Set<Element> headed = new HashSet<>();

    private final Element root;
    private final List<TextNode> nodes = new ArrayList<>();
    private int hiddenDepth;
    private int linkDepth;
    private int linkedLength;

    Collector(Element root) {
      this.root = root;
      templates.put(root, TemplateNode.root());
      boxDepths.put(root, 0);
      for (Element headline : root.select("main, h1")) {
        Element above = headline;
        while (above != null && headed.add(above)) {
          above = above.parent();
        }
      }
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text && hiddenDepth == 0) {
        if (!text.isBlank()) {
          nodes.add(text);
          linkedLength += linkDepth > 0 ? text.text().strip().length() : 0;
        }
      } else if (node instanceof Element element) {
        count(element, 1);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        count(element, -1);
      }
    }

    private void count(Element element, int difference) {
      if (HtmlText.isHidden(element)) {
        hiddenDepth += difference;
      } else if (HtmlText.isBlock(element)) {
        endBlock();
      } else if (element.normalName().equals("a") && element.hasAttr("href")) {
        linkDepth += difference;
      }
    }

    void endBlock() {
      if (!nodes.isEmpty()) {
        StringBuilder text = new StringBuilder();
        nodes.forEach(node -> text.append(node.getWholeText()));
        Element owner = nodes.get(0).parentElement();
        while (!HtmlText.isBlock(owner)) {
          owner = owner.parentElement();
        }
        String line = text.toString().replaceAll("[\\s\\p{Z}]+", " ").strip();
        open.add(new Block(owner, List.copyOf(nodes), line, linkedLength));
        int unlinked = line.length() - linkedLength;
        template(owner).addProse(unlinked >= MIN_PROSE ? unlinked : 0);
        nodes.clear();
        linkedLength = 0;
      }
    }

    List<PageBlock> finish() {
      endBlock();
      template(root).sumProse();
      return open.stream()
          .map(
              it ->
                  new PageBlock(
                      it.element,
                      it.nodes,
                      it.text,
                      it.linkedLength,
                      template(it.element),
                      boxDepth(it.element)))
          .toList();
    }

    private TemplateNode template(Element element) {
      TemplateNode known = templates.get(element);
      if (known == null) {
        known = template(element.parentElement()).child(element);
        templates.put(element, known);
      }
      return known;
    }

    private int boxDepth(Element element) {
      Integer known = boxDepths.get(element);
      if (known == null) {
        TemplateNode template = template(element);
        double share = (double) template.prose() / Math.max(1, template(root).prose());
        known =
            PageBox.isBox(element, share, headed.contains(element))
                ? Integer.valueOf(template.depth())
                : Integer.valueOf(boxDepth(element.parentElement()));
        boxDepths.put(element, known);
      }
      return known;
    }

    private record Block(Element element, List<TextNode> nodes, String text, int linkedLength) {}
  }
}
