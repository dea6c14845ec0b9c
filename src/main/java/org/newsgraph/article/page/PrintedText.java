package org.newsgraph.article.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.layout.ArticleHeader;
import org.newsgraph.article.layout.Byline;

/**
 * The text of printed pages in reading order, without the heads and feet of the pages.
 *
 * @param blocks paragraphs and headings
 * @param bodySize size of most of the type, in points
 * @param metadata the title, which is the largest heading, and what the heads of the pages give
 */
public record PrintedText(List<TextBlock> blocks, double bodySize, Metadata metadata) {
  /** Minimum size of a headline, relative to the type of the body. */
  private static final double HEADLINE = 1.2;

  private static final int MAX_HEADLINE_LENGTH = 250;

  /**
   * Minimum size of the headline of a second article, relative to the type of the body, and maximum
   * ratio of the size of the first headline to it.
   */
  private static final double NEXT_HEADLINE = 1.4;

  /** Number of blocks below a headline that may be the byline. */
  private static final int MAX_ABOVE_BYLINE = 2;

  /** Minimum length of a paragraph, in UTF-16 code units. */
  private static final int MIN_PARAGRAPH_LENGTH = 100;

  /** Number of blocks above the body that may give the date. */
  private static final int HEADER = 6;

  /** A line that leads to the next page of an article, or back: "Continued on page 2". */
  private static final Pattern JUMP =
      Pattern.compile(
          "(?i)\\W*(?:\\(?(?:story )?(?:continue[sd]|continued|turn|turns|see|from)(?: (?:on|from|to))?"
              + " page [A-D]?\\d{1,3}\\)?)\\W*");

  public PrintedText {
    blocks = List.copyOf(blocks);
  }

  /** Reads pages, each as its words in any order. */
  public static PrintedText of(List<List<PageWord>> pages) {
    double bodySize = TypeSizes.of(pages.stream().flatMap(List::stream).toList());
    List<List<PageRow>> rows =
        pages.stream().map(words -> PageRow.of(DropCaps.merged(words, bodySize))).toList();
    RunningHeads heads = RunningHeads.of(rows, bodySize);
    List<List<PageRow>> columns = new ArrayList<>();
    for (List<PageRow> page : heads.pages()) {
      List<PageWord> words = page.stream().flatMap(row -> row.words().stream()).toList();
      ReadingOrder.columns(words).stream().map(PrintedText::withoutJumps).forEach(columns::add);
    }
    List<TextBlock> blocks = new ArrayList<>(ParagraphBuilder.blocks(columns));
    List<TextBlock> headings = blocks.stream().filter(block -> isHeading(block, bodySize)).toList();
    Optional<TextBlock> masthead = masthead(headings);
    masthead.ifPresent(blocks::remove);
    MetadataBuilder shared = new MetadataBuilder();
    masthead.map(TextBlock::text).or(heads::publisher).ifPresent(shared::publisher);
    heads.url().ifPresent(shared::url);
    heads.published().or(() -> dateAbove(blocks)).ifPresent(shared::published);
    return new PrintedText(blocks, bodySize, titled(blocks, bodySize).withFallback(shared.build()));
  }

  /** Returns the title of an article, which is its largest heading, and the author below it. */
  private static Metadata titled(List<TextBlock> blocks, double bodySize) {
    MetadataBuilder metadata = new MetadataBuilder();
    blocks.stream()
        .filter(block -> isHeading(block, bodySize))
        .max(Comparator.comparingDouble(TextBlock::size))
        .ifPresent(
            title -> {
              metadata.title(title.text());
              author(blocks, title).ifPresent(metadata::author);
            });
    return metadata.build();
  }

  /** Returns the articles on the pages, of which there is at least one. */
  public List<PrintedText> articles() {
    List<PrintedText> articles = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= blocks.size(); i++) {
      if (i == blocks.size() || startsArticle(begin, i)) {
        List<TextBlock> part = blocks.subList(begin, i);
        Metadata shared = withoutTitle(metadata);
        articles.add(new PrintedText(part, bodySize, titled(part, bodySize).withFallback(shared)));
        begin = i;
      }
    }
    return articles.size() > 1 ? articles : List.of(this);
  }

  private static Metadata withoutTitle(Metadata metadata) {
    MetadataBuilder shared = new MetadataBuilder();
    metadata.publisher().ifPresent(shared::publisher);
    metadata.published().ifPresent(shared::published);
    metadata.url().ifPresent(shared::url);
    return shared.build();
  }

  /**
   * Tests whether a block is the headline of another article: large type, above a byline and a
   * paragraph, and below a paragraph of the article before it.
   */
  private boolean startsArticle(int begin, int at) {
    TextBlock block = blocks.get(at);
    double title = blocks.stream().mapToDouble(TextBlock::size).max().orElse(0);
    return block.size() >= NEXT_HEADLINE * bodySize
        && block.size() >= title / NEXT_HEADLINE
        && isHeading(block)
        && blocks.subList(at + 1, Math.min(blocks.size(), at + 1 + MAX_ABOVE_BYLINE)).stream()
            .anyMatch(it -> isSignedBy(it.text()))
        && blocks.subList(begin, at).stream().anyMatch(this::isParagraph)
        && blocks.subList(at, blocks.size()).stream().anyMatch(this::isParagraph);
  }

  private boolean isParagraph(TextBlock block) {
    return !isHeading(block)
        && block.text().length() >= MIN_PARAGRAPH_LENGTH
        && LineBreaks.isFinished(block.text());
  }

  private static boolean isSignedBy(String text) {
    return Byline.isName(text) || Byline.isByline(text);
  }

  private static List<PageRow> withoutJumps(List<PageRow> column) {
    return column.stream().filter(row -> !JUMP.matcher(row.text()).matches()).toList();
  }

  /** Returns the newspaper's name at the top of its front page. */
  private static Optional<TextBlock> masthead(List<TextBlock> headings) {
    return headings.stream()
        .limit(1)
        .filter(it -> headings.size() > 1 && ArticleHeader.isNewspaperName(it.text()))
        .findFirst();
  }

  /** Returns the author's name below the title, if it stands there without "By". */
  private static Optional<String> author(List<TextBlock> blocks, TextBlock title) {
    return blocks.stream()
        .skip(blocks.indexOf(title) + 1L)
        .limit(1)
        .map(TextBlock::text)
        .filter(PrintedText::isByline)
        .findFirst();
  }

  /** Tests whether a line below a title is a name, with or without "By" and an office. */
  private static boolean isByline(String text) {
    return isSignedBy(text) || Byline.isByline("By " + text);
  }

  /** Tests whether a block is set like a heading. */
  public boolean isHeading(TextBlock block) {
    return isHeading(block, bodySize);
  }

  private static boolean isHeading(TextBlock block, double bodySize) {
    return block.size() >= HEADLINE * bodySize
        && block.text().length() <= MAX_HEADLINE_LENGTH
        && block.text().contains(" ")
        && block.text().codePoints().anyMatch(Character::isLetter);
  }

  /** Returns the date from a line above the body that consists of a date, a place or a name. */
  private static Optional<String> dateAbove(List<TextBlock> blocks) {
    return blocks.stream()
        .limit(HEADER)
        .map(TextBlock::text)
        .filter(text -> !LineBreaks.isFinished(text))
        .flatMap(text -> RunningHeads.date(text).stream())
        .findFirst();
  }

  /** Returns the text, with a blank line between the blocks. */
  public String text() {
    return blocks.stream().map(TextBlock::text).collect(Collectors.joining("\n\n"));
  }
}
