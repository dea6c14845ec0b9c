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
 * @param metadata the title, which is the largest heading, and what the heads of the pages give
 */
public record PrintedText(List<TextBlock> blocks, Metadata metadata) {
  /** Minimum size of a headline, relative to the type of the body. */
  private static final double HEADLINE = 1.2;

  private static final int MAX_HEADLINE_LENGTH = 250;

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
    MetadataBuilder metadata = new MetadataBuilder();
    masthead.map(TextBlock::text).or(heads::publisher).ifPresent(metadata::publisher);
    headings.stream()
        .filter(heading -> !masthead.equals(Optional.of(heading)))
        .max(Comparator.comparingDouble(TextBlock::size))
        .ifPresent(
            title -> {
              metadata.title(title.text());
              author(blocks, title).ifPresent(metadata::author);
            });
    heads.url().ifPresent(metadata::url);
    heads.published().or(() -> dateAbove(blocks)).ifPresent(metadata::published);
    return new PrintedText(blocks, metadata.build());
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
        .filter(Byline::isName)
        .findFirst();
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
