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
import java.util.stream.IntStream;
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

  /** Number of blocks below the last paragraph among which the note on the author is searched. */
  private static final int MAX_BLOCKS_TO_NOTE = 5;

  /** Maximum number of levels between the main node and the node of a block beside it. */
  private static final int MAX_DISTANCE = 3;

  /** Maximum length of the text below the article that is left out, relative to the article. */
  private static final double MAX_DETACHED_SHARE = 0.25;

  private static final double BOX_WEIGHT = 0.1;
  private static final double ARTICLE_WEIGHT = 1.5;

  /** The end of a sentence. Thai, Lao and Khmer have no mark for it. */
  private static final Pattern SENTENCE =
      Pattern.compile(".*[.!?。！？।॥؟۔։።။។…:;”\"»“’)」』】\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]");

  private final List<PageBlock> blocks;
  private final TemplateNode main;
  private final Standfirst standfirst;
  private final AuthorNote authorNote;
  private final Map<TemplateNode, TemplatePosition> positions = new HashMap<>();

  private ArticleBody(
      List<PageBlock> blocks, TemplateNode main, Standfirst standfirst, AuthorNote authorNote) {
    this.blocks = blocks;
    this.main = main;
    this.standfirst = standfirst;
    this.authorNote = authorNote;
  }

  /** Returns the article's blocks in document order, or an empty list if the page has no prose. */
  static List<PageBlock> of(List<PageBlock> blocks, Standfirst standfirst, AuthorNote authorNote) {
    Map<String, Long> counts =
        blocks.stream().collect(Collectors.groupingBy(PageBlock::text, Collectors.counting()));
    Predicate<PageBlock> isRepeated =
        it -> it.width() >= MIN_PROSE && counts.get(it.text()) >= MIN_REPETITIONS;
    return mainNode(blocks.stream().filter(isRepeated.negate()).toList())
        // A page of nothing but repeated paragraphs is read as it is.
        .or(() -> mainNode(blocks))
        .map(
            main -> {
              // Texts in parts of the article that repeat, such as a notice for each video.
              List<PageBlock> distinct =
                  blocks.stream()
                      .filter(it -> container(it).equals(main) || !isRepeated.test(it))
                      .toList();
              return new ArticleBody(distinct, main, standfirst, authorNote).find();
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
    while (node.parent().isPresent() && node.isText()) {
      node = node.parent().get();
    }
    return node;
  }

  private List<PageBlock> find() {
    List<Integer> core =
        IntStream.range(0, blocks.size()).filter(i -> isCore(blocks.get(i))).boxed().toList();
    if (core.isEmpty()) {
      return List.of();
    }
    int first = core.get(0);
    int last = last(core);
    List<PageBlock> above = blocks.subList(headline(first), first);
    List<PageBlock> found = new ArrayList<>(standfirst(above));
    above.stream()
        .filter(block -> position(block).isBeside() && belongs(block) && !standfirst.matches(block))
        .forEach(found::add);
    blocks.subList(first, last + 1).stream().filter(this::belongs).forEach(found::add);
    blocks.subList(last + 1, blocks.size()).stream()
        .limit(MAX_BLOCKS_TO_NOTE)
        .filter(authorNote::matches)
        .filter(this::isOnArticle)
        .findFirst()
        .ifPresent(found::add);
    blocks.subList(last + 1, blocks.size()).stream()
        .limit(1)
        .filter(it -> isSignature(it) && position(it).isBeside())
        .filter(it -> found.stream().anyMatch(ArticleBody::isSignature))
        .forEach(found::add);
    return found;
  }

  /**
   * Returns the index of the last paragraph. A short text of another part of the page that a box
   * separates from the article, such as rules for comments, is not a paragraph.
   *
   * @param core indexes of the blocks that look like paragraphs
   */
  private int last(List<Integer> core) {
    int last = core.get(core.size() - 1);
    int beside =
        core.stream().filter(i -> position(blocks.get(i)).isBeside()).reduce(last, (a, b) -> b);
    int box = beside + 1;
    while (box <= last && !isInBox(blocks.get(box))) {
      box++;
    }
    int beforeBox = box;
    int end = core.stream().filter(i -> i < beforeBox).reduce(last, (a, b) -> b);
    int rest = width(blocks.subList(end + 1, last + 1));
    return rest < MAX_DETACHED_SHARE * width(blocks.subList(core.get(0), end + 1)) ? end : last;
  }

  private int width(List<PageBlock> part) {
    return part.stream().filter(this::isCore).mapToInt(PageBlock::width).sum();
  }

  private boolean isInBox(PageBlock block) {
    return block.boxDepth() > position(block).common();
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
    TemplatePosition position = position(block);
    if (!isProse(block) || block.isHeading() || isInBox(block)) {
      return false;
    }
    return position.isBeside()
        || (block.width() > MIN_UNFINISHED_PROSE
            && block.linkDensity() < MAX_LINK_DENSITY_OUTSIDE
            && position.isNear());
  }

  /** Tests whether a block between the article's paragraphs belongs to the article. */
  private boolean belongs(PageBlock block) {
    return isOnArticle(block)
        && (isPost(block) || (position(block).partsInside() <= 1 && isText(block)));
  }

  /** Tests whether a block is in the part of the template around the article, but not in a box. */
  private boolean isOnArticle(PageBlock block) {
    return !isInBox(block) && position(block).common() >= main.depth() - MAX_DISTANCE;
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

  private TemplatePosition position(PageBlock block) {
    return positions.computeIfAbsent(block.template(), node -> TemplatePosition.of(node, main));
  }

  private static boolean isProse(PageBlock block) {
    return block.width() >= MIN_PROSE
        && block.linkDensity() < MAX_LINK_DENSITY
        && (block.width() > MIN_UNFINISHED_PROSE || SENTENCE.matcher(block.text()).matches());
  }
}
