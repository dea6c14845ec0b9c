package org.newsgraph.extract.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Layout.Paragraph;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.article.layout.Indentation;
import org.newsgraph.article.layout.PostCredit;
import org.newsgraph.article.layout.PostCredit.Position;

/**
 * Finds posts of social networks and block quotations.
 *
 * <table>
 * <caption>Extent of the quoted text</caption>
 * <tr><td>a post with its author's line</td><td>the indented paragraphs above or below the line,
 * otherwise one paragraph</td></tr>
 * <tr><td>indented paragraphs with a signature</td><td>all paragraphs but the signature</td></tr>
 * <tr><td>indented paragraphs after a colon</td><td>all paragraphs</td></tr>
 * </table>
 */
public final class QuotedBlockFinder {
  /** Links to the pictures of a post, and to the post. */
  private static final Pattern LINKS_AT_END =
      Pattern.compile(
          "(?:\\s+(?:https?://\\S+|pic\\.(?:twitter|x)\\.com/\\S+|\\[image or embed]))+$");

  /** A name below a block quotation, perhaps with a description of the person. */
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?:—|–|―|--|- )\\s?(?<name>\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|of|the|de|da|van|von|bin)){0,5})"
              + "(?:\\s?[,(].{0,79}[^.!?:])?");

  private final Text text;
  private final List<Span> paragraphs;
  private final List<QuotedBlock> found = new ArrayList<>();

  private QuotedBlockFinder(Text text, List<Span> paragraphs) {
    this.text = text;
    this.paragraphs = paragraphs;
  }

  /** Returns the posts and block quotations of the body, in reading order and without overlaps. */
  public static List<QuotedBlock> find(Text text, Layout layout) {
    List<Span> body =
        layout.paragraphs().stream()
            .filter(it -> it.part() == Part.BODY)
            .map(Paragraph::span)
            .toList();
    QuotedBlockFinder finder = new QuotedBlockFinder(text, body);
    for (int at = 0; at < body.size(); ) {
      at = finder.isIndented(at) ? finder.findInBlock(at) : finder.findAt(at);
    }
    return List.copyOf(finder.found);
  }

  private boolean isIndented(int at) {
    return at >= 0 && at < paragraphs.size() && Indentation.isIndented(text, paragraphs.get(at));
  }

  /** Finds what indented paragraphs quote. Returns the index of the paragraph after them. */
  private int findInBlock(int begin) {
    int end = begin;
    while (isIndented(end)) {
      end++;
    }
    int first = begin;
    QuotedBlock.Signature above = null;
    for (int at = begin; at < end; at++) {
      Optional<PostCredit> credit = credit(at);
      Optional<QuotedBlock.Signature> line =
          credit.isPresent() ? Optional.of(signature(at, credit.get())) : signature(at);
      if (line.isEmpty()) {
        continue;
      }
      QuotedBlock.Signature signature = line.get();
      boolean isAbove =
          credit.filter(it -> it.position() != Position.BELOW).isPresent() && at == first;
      if (above != null) {
        add(first, at, 0, above);
      } else if (!isAbove) {
        add(first, at, credit.map(PostCredit::begin).orElse(0), signature);
      }
      above = isAbove ? signature : null;
      first = at + 1;
    }
    if (above != null) {
      add(first, end, 0, above);
    } else if (first < end) {
      return findQuotation(first, end, first == begin);
    }
    return end;
  }

  /**
   * Finds a block quotation without a signature inside it. Returns the index of the paragraph after
   * it and its signature.
   *
   * @param whole whether no post precedes it in the indented paragraphs
   */
  private int findQuotation(int begin, int end, boolean whole) {
    Optional<QuotedBlock.Signature> below =
        end < paragraphs.size() ? signature(end) : Optional.empty();
    if (below.isPresent()) {
      add(begin, end, 0, below.get());
      return end + 1;
    }
    if (whole && begin > 0 && text.codePointAt(paragraphs.get(begin - 1).end() - 1) == ':') {
      span(begin, end, 0).ifPresent(it -> found.add(new QuotedBlock(it, Optional.empty())));
    }
    return end;
  }

  /**
   * Finds the post at a paragraph that is not indented. Returns the index of the next paragraph
   * that no post includes.
   */
  private int findAt(int at) {
    Optional<PostCredit> credit = credit(at);
    if (credit.isEmpty()) {
      return at + 1;
    }
    QuotedBlock.Signature signature = signature(at, credit.get());
    boolean above = credit.get().position() == Position.ABOVE && credit.get().dated();
    if (above && at + 1 < paragraphs.size() && !isIndented(at + 1)) {
      add(at + 1, at + 2, 0, signature);
      return at + 2;
    }
    boolean sure = credit.get().begin() > 0 || credit.get().dated() || startsWithDash(at);
    if (credit.get().position() == Position.BELOW && sure) {
      boolean joined = credit.get().begin() > 0;
      add(joined || isTaken(at - 1) ? at : at - 1, at, credit.get().begin(), signature);
    }
    return at + 1;
  }

  private boolean startsWithDash(int at) {
    return "—–―-".indexOf(text.codePointAt(paragraphs.get(at).begin())) >= 0;
  }

  /** Tests whether a paragraph is not text of its own: one of a found block, or an introduction. */
  private boolean isTaken(int at) {
    return at < 0
        || text.codePointAt(paragraphs.get(at).end() - 1) == ':'
        || found.stream()
            .anyMatch(
                it ->
                    it.span().overlaps(paragraphs.get(at))
                        || it.signature()
                            .filter(line -> line.line().overlaps(paragraphs.get(at)))
                            .isPresent());
  }

  private Optional<PostCredit> credit(int at) {
    return PostCredit.in(text.substring(paragraphs.get(at)));
  }

  private QuotedBlock.Signature signature(int at, PostCredit credit) {
    Span paragraph = paragraphs.get(at);
    return new QuotedBlock.Signature(
        new Span(offset(paragraph, credit.begin()), paragraph.end()),
        text.trim(
            new Span(offset(paragraph, credit.nameBegin()), offset(paragraph, credit.nameEnd()))));
  }

  private Optional<QuotedBlock.Signature> signature(int at) {
    Span paragraph = paragraphs.get(at);
    Matcher line = SIGNATURE.matcher(text.substring(paragraph));
    return line.matches()
        ? Optional.of(
            new QuotedBlock.Signature(
                paragraph,
                text.trim(
                    new Span(
                        offset(paragraph, line.start("name")),
                        offset(paragraph, line.end("name"))))))
        : Optional.empty();
  }

  /** Converts a UTF-16 offset in a paragraph to an offset in the text. */
  private int offset(Span paragraph, int inParagraph) {
    return text.toCodePointOffset(text.toUtf16Offset(paragraph.begin()) + inParagraph);
  }

  private void add(int begin, int end, int rest, QuotedBlock.Signature signature) {
    span(begin, end, rest)
        .ifPresent(it -> found.add(new QuotedBlock(it, Optional.of(withLinks(it, signature)))));
  }

  /** Returns a signature whose line includes the links between it and the text above it. */
  private static QuotedBlock.Signature withLinks(Span quoted, QuotedBlock.Signature signature) {
    return signature.line().begin() > quoted.end()
        ? new QuotedBlock.Signature(
            new Span(quoted.end(), signature.line().end()), signature.name())
        : signature;
  }

  /**
   * Returns the range of paragraphs and the start of the next one, without links at their end.
   *
   * @param rest length of the start of paragraph {@code end} that belongs to the text, in UTF-16
   *     code units
   */
  private Optional<Span> span(int begin, int end, int rest) {
    if (begin >= end && rest == 0) {
      return Optional.empty();
    }
    int last = rest > 0 ? offset(paragraphs.get(end), rest) : paragraphs.get(end - 1).end();
    Span range = new Span(paragraphs.get(begin).begin(), last);
    String words = LINKS_AT_END.matcher(text.substring(range).stripTrailing()).replaceFirst("");
    if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.empty();
    }
    return Optional.of(new Span(range.begin(), offset(range, words.length())));
  }
}
