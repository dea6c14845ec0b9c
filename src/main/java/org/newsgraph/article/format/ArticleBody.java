package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.layout.Signature;

/**
 * Finds the blocks of a page that make up its article.
 *
 * <p>A page's template gives all paragraphs of an article the same node. The node with most prose
 * is the article's main node. Blocks between its first and its last paragraph belong to the article
 * unless they are in a box, or in a part of the template far from the main node.
 */
final class ArticleBody {
  /** Minimum length of a block that counts as prose, in narrow characters. */
  private static final int MIN_PROSE = 20;

  /**
   * Length, in narrow characters, of a block that is prose even if it does not end like a sentence.
   */
  private static final int MIN_UNFINISHED_PROSE = 80;

  /** Minimum number of times that a page repeats a text that is not part of the article. */
  private static final int MIN_REPETITIONS = 3;

  private static final double MAX_LINK_DENSITY = 0.5;
  private static final double MAX_LINK_DENSITY_OUTSIDE = 0.2;

  /** Maximum number of levels between the main node and the node of a block beside it. */
  private static final int MAX_DISTANCE = 3;

  private static final double BOX_WEIGHT = 0.1;
  private static final double ARTICLE_WEIGHT = 1.5;

  /** Elements that text consists of, as opposed to the parts of a page. */
  private static final Set<String> TEXT_TAGS =
      Set.of("p", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "h5", "h6", "section", "span");

  /** The end of a sentence. Thai, Lao and Khmer have no mark for it. */
  private static final Pattern SENTENCE =
      Pattern.compile(".*[.!?。！？।॥؟۔։።။។…:;”\"»“’)」』】\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]");

  private final List<PageBlock> blocks;
  private final TemplateNode main;
  private final Standfirst standfirst;
  private final Map<TemplateNode, Position> positions = new HashMap<>();

  private ArticleBody(List<PageBlock> blocks, TemplateNode main, Standfirst standfirst) {
    this.blocks = blocks;
    this.main = main;
    this.standfirst = standfirst;
  }

  /** Returns the article's blocks in document order, or an empty list if the page has no prose. */
  static List<PageBlock> of(List<PageBlock> blocks, Standfirst standfirst) {
    Map<String, Long> counts =
        blocks.stream().collect(Collectors.groupingBy(PageBlock::text, Collectors.counting()));
    Predicate<PageBlock> isRepeated =
        it -> it.width() >= MIN_PROSE && counts.get(it.text()) >= MIN_REPETITIONS;
    return mainNode(blocks.stream().filter(isRepeated.negate()).toList())
        .map(
            main -> {
              // Texts in parts of the article that repeat, such as a notice for each video.
              List<PageBlock> distinct =
                  blocks.stream()
                      .filter(it -> container(it).equals(main) || !isRepeated.test(it))
                      .toList();
              return new ArticleBody(distinct, main, standfirst).find();
            })
        .orElse(List.of());
  }

  private static Optional<TemplateNode> mainNode(List<PageBlock> blocks) {
    Map<TemplateNode, Double> weights = new HashMap<>();
    for (PageBlock block : blocks) {
      if (isProse(block) && !block.isHeading()) {
        double length = block.width() * (1 - block.linkDensity());
        weights.merge(container(block), length * factor(block), Double::sum);
      }
    }
    return weights.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private static double factor(PageBlock block) {
    return (block.boxDepth() > 0 ? BOX_WEIGHT : 1)
        * (block.template().isArticle() ? ARTICLE_WEIGHT : 1);
  }

  /** Returns the innermost node that is a part of the page rather than an element of text. */
  private static TemplateNode container(PageBlock block) {
    TemplateNode node = block.template();
    while (node.parent().isPresent() && TEXT_TAGS.contains(node.tag())) {
      node = node.parent().get();
    }
    return node;
  }

  private List<PageBlock> find() {
    int first = blocks.size();
    int last = -1;
    for (int i = 0; i < blocks.size(); i++) {
      if (isCore(blocks.get(i))) {
        first = Math.min(first, i);
        last = i;
      }
    }
    List<PageBlock> above = blocks.subList(headline(first), first);
    List<PageBlock> found = new ArrayList<>(standfirst(above));
    above.stream()
        .filter(block -> position(block).isBeside() && belongs(block) && !standfirst.matches(block))
        .forEach(found::add);
    blocks.subList(first, last + 1).stream().filter(this::belongs).forEach(found::add);
    blocks.subList(last + 1, blocks.size()).stream()
        .limit(1)
        .filter(it -> isSignature(it) && position(it).isBeside())
        .filter(it -> found.stream().anyMatch(ArticleBody::isSignature))
        .forEach(found::add);
    return found;
  }

  /** Tests whether a block has the form of a signature, like the others on a letters page. */
  private static boolean isSignature(PageBlock block) {
    return Signature.of(block.text()).isPresent();
  }

  /** Returns the standfirst among the blocks between the headline and the first paragraph. */
  private List<PageBlock> standfirst(List<PageBlock> above) {
    Set<String> seen = new HashSet<>();
    return above.stream()
        .filter(block -> block.boxDepth() == 0)
        .filter(block -> block.linkDensity() < MAX_LINK_DENSITY)
        .filter(standfirst::matches)
        .filter(block -> seen.add(block.text()))
        .toList();
  }

  /** Returns the index after the last {@code h1} before the first paragraph, otherwise 0. */
  private int headline(int first) {
    for (int i = first - 1; i >= 0; i--) {
      if (blocks.get(i).template().isMainHeading()) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Tests whether a block is certainly a paragraph of the article. */
  private boolean isCore(PageBlock block) {
    Position position = position(block);
    if (!isProse(block) || block.isHeading() || block.boxDepth() > position.common) {
      return false;
    }
    return position.isBeside()
        || (block.width() > MIN_UNFINISHED_PROSE
            && block.linkDensity() < MAX_LINK_DENSITY_OUTSIDE
            && position.isNear());
  }

  /** Tests whether a block between the article's paragraphs belongs to the article. */
  private boolean belongs(PageBlock block) {
    Position position = position(block);
    return block.boxDepth() <= position.common
        && position.common >= main.depth() - MAX_DISTANCE
        && (isPost(block) || (position.partsInside <= 1 && isText(block)));
  }

  private static boolean isPost(PageBlock block) {
    return block.template().isQuotation() && !LinkLine.isLinkLine(block);
  }

  /** Tests whether a block is more than links. */
  private boolean isText(PageBlock block) {
    return !LinkLine.isLinkLine(block)
        && (block.linkDensity() < MAX_LINK_DENSITY
            || block.template().parent().filter(main::equals).isPresent());
  }

  private Position position(PageBlock block) {
    return positions.computeIfAbsent(
        block.template(),
        node -> new Position(node.commonDepth(main), parts(node, main), parts(main, node)));
  }

  /** Returns the number of parts of the page around a node that are not around the other one. */
  private static long parts(TemplateNode inner, TemplateNode other) {
    return inner.below(other).stream()
        .filter(node -> !TEXT_TAGS.contains(node.tag()) && node.hasClasses())
        .count();
  }

  /**
   * The position of a node relative to the main node.
   *
   * @param common depth of the deepest node above both
   * @param partsInside number of parts of the page around the node but not the main node
   * @param partsOutside number of parts of the page around the main node but not the node
   */
  private record Position(int common, long partsInside, long partsOutside) {
    /** Tests whether a node is in the same part of the page as most of the article. */
    boolean isBeside() {
      return partsInside == 0 && partsOutside == 0;
    }

    boolean isNear() {
      return partsInside <= 1 && partsOutside <= 1;
    }
  }

  private static boolean isProse(PageBlock block) {
    return block.width() >= MIN_PROSE
        && block.linkDensity() < MAX_LINK_DENSITY
        && (block.width() > MIN_UNFINISHED_PROSE || SENTENCE.matcher(block.text()).matches());
  }
}
