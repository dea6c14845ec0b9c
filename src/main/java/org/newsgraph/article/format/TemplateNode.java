package org.newsgraph.article.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * A node of a page's template: all elements with the same tag and the same classes below the same
 * node. A template gives the paragraphs of an article the same node, wherever they are on the page.
 */
final class TemplateNode {
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  /** Elements that text consists of, as opposed to the parts of a page. */
  private static final Set<String> TEXT_TAGS =
      Set.of("p", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "h5", "h6", "section", "span");

  private static final Set<String> ARTICLES = Set.of("article", "main");

  private final Optional<TemplateNode> parent;
  private final String tag;
  private final boolean hasClasses;
  private final int depth;
  private final boolean isHeading;
  private final boolean isMainHeading;
  private final boolean isArticle;
  private final boolean isQuotation;
  private final Map<String, TemplateNode> children = new HashMap<>();
  private int prose;

  private TemplateNode(Optional<TemplateNode> parent, String tag, boolean hasClasses) {
    this.parent = parent;
    this.tag = tag;
    this.hasClasses = hasClasses;
    this.depth = parent.map(it -> it.depth + 1).orElse(0);
    this.isHeading = HEADINGS.contains(tag) || parent.filter(it -> it.isHeading).isPresent();
    this.isMainHeading = tag.equals("h1") || parent.filter(it -> it.isMainHeading).isPresent();
    this.isQuotation = tag.equals("blockquote") || parent.filter(it -> it.isQuotation).isPresent();
    this.isArticle = ARTICLES.contains(tag) || parent.filter(it -> it.isArticle).isPresent();
  }

  /** Returns the node of a page's body. */
  static TemplateNode root() {
    return new TemplateNode(Optional.empty(), "body", false);
  }

  /** Returns the node of a child element. Digits in the names of classes are ignored. */
  TemplateNode child(Element element) {
    String tagName = element.normalName();
    // The columns of a table that lays out a page are parts of the page.
    String classes =
        HtmlText.isLayoutCell(element)
            ? "column " + element.elementSiblingIndex()
            : DIGITS.matcher(element.className().strip()).replaceAll("");
    return children.computeIfAbsent(
        tagName + " " + classes,
        key -> new TemplateNode(Optional.of(this), tagName, !classes.isEmpty()));
  }

  Optional<TemplateNode> parent() {
    return parent;
  }

  /** Tests whether this node is an element of text, as opposed to a part of the page. */
  boolean isText() {
    return TEXT_TAGS.contains(tag);
  }

  boolean hasClasses() {
    return hasClasses;
  }

  /** Returns the number of nodes above this one. */
  int depth() {
    return depth;
  }

  /** Tests whether this node is a heading, or within one. */
  boolean isHeading() {
    return isHeading;
  }

  /** Tests whether this node is a heading of the first level, or within one. */
  boolean isMainHeading() {
    return isMainHeading;
  }

  /** Tests whether this node is an {@code article} or {@code main} element, or within one. */
  boolean isArticle() {
    return isArticle;
  }

  /** Tests whether this node is a block quotation, or within one. */
  boolean isQuotation() {
    return isQuotation;
  }

  /** Returns this node and those above it that are not above the other node. */
  List<TemplateNode> below(TemplateNode other) {
    int common = commonDepth(other);
    return Stream.iterate(Optional.of(this), Optional::isPresent, it -> it.get().parent)
        .map(Optional::get)
        .takeWhile(node -> node.depth > common)
        .toList();
  }

  /** Returns the depth of the deepest node that is above, or equal to, this and the other node. */
  int commonDepth(TemplateNode other) {
    TemplateNode left = this;
    TemplateNode right = other;
    while (!left.equals(right)) {
      if (left.depth >= right.depth) {
        left = left.parent.orElseThrow();
      } else {
        right = right.parent.orElseThrow();
      }
    }
    return left.depth;
  }

  /** Adds to the length of the prose in the elements of this node. */
  void addProse(int length) {
    prose += length;
  }

  /**
   * Adds the prose of all nodes to that of the nodes above them. To be called once, at the root.
   */
  int sumProse() {
    for (TemplateNode child : children.values()) {
      prose += child.sumProse();
    }
    return prose;
  }

  /** Returns the length of the prose in the elements of this node, in UTF-16 code units. */
  int prose() {
    return prose;
  }
}
