package org.newsgraph.article.format;

/**
 * The position of a node of a page's template relative to the main node of its article.
 *
 * @param common depth of the deepest node above both
 * @param partsInside number of parts of the page around the node but not the main node
 * @param partsOutside number of parts of the page around the main node but not the node
 */
record TemplatePosition(int common, long partsInside, long partsOutside) {
  static TemplatePosition of(TemplateNode node, TemplateNode main) {
    return new TemplatePosition(node.commonDepth(main), parts(node, main), parts(main, node));
  }

  /** Returns the number of parts of the page around a node that are not around the other one. */
  private static long parts(TemplateNode inner, TemplateNode other) {
    return inner.below(other).stream().filter(node -> !node.isText() && node.hasClasses()).count();
  }

  /** Tests whether a node is in the same part of the page as most of the article. */
  boolean isBeside() {
    return partsInside == 0 && partsOutside == 0;
  }

  boolean isNear() {
    return partsInside <= 1 && partsOutside <= 1;
  }
}
