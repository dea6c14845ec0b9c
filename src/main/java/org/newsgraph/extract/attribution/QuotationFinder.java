package org.newsgraph.extract.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Layout.Paragraph;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/** Finds text in quotation marks, in any of the styles that newspapers use. */
public final class QuotationFinder {
  private static final Pattern SAID = Pattern.compile("\\b(?:said|says|added|told \\p{L}+)[:,]$");
  private static final Pattern THAT = Pattern.compile("\\bthat$");

  private final Text text;
  private final List<Quotation> found = new ArrayList<>();

  /**
   * Marks without a closing mark in the rest of the paragraph. They are remembered so that each is
   * searched only once.
   */
  private final Set<QuotationMarks> unclosed = EnumSet.noneOf(QuotationMarks.class);

  private QuotationFinder(Text text) {
    this.text = text;
  }

  /**
   * Returns the outermost quotations of headline and body, in reading order and without overlaps.
   */
  public static List<Quotation> find(Text text, Layout layout) {
    QuotationFinder finder = new QuotationFinder(text);
    List<Span> paragraphs =
        layout.paragraphs().stream()
            .filter(p -> p.part() == Part.BODY || p.part() == Part.HEADLINE)
            .map(Paragraph::span)
            .toList();
    Optional<Open> open = Optional.empty();
    for (int i = 0; i < paragraphs.size(); i++) {
      Span next = i + 1 < paragraphs.size() ? paragraphs.get(i + 1) : null;
      open = finder.findInParagraph(paragraphs.get(i), next, open);
    }
    return List.copyOf(finder.found);
  }

  /**
   * Returns the quotations together with the text that is quoted by its layout, in reading order
   * and without overlaps.
   */
  public static List<Quotation> find(Text text, Layout layout, List<QuotedBlock> blocks) {
    Stream<Quotation> marked =
        find(text, layout).stream()
            .filter(it -> blocks.stream().noneMatch(block -> block.span().overlaps(it.span())));
    Stream<Quotation> quoted = blocks.stream().map(it -> new Quotation(it.span(), true));
    return Stream.concat(marked, quoted).sorted(Comparator.comparing(Quotation::span)).toList();
  }

  /** A quotation whose closing mark has not been found yet. */
  private record Open(QuotationMarks marks, int begin) {}

  /**
   * Finds the quotations of one paragraph.
   *
   * @param next the next paragraph, or null
   * @param carried the quotation that the previous paragraph left open and that this one continues
   * @return the quotation that this paragraph leaves open and the next one continues
   */
  private Optional<Open> findInParagraph(Span paragraph, Span next, Optional<Open> carried) {
    int at = paragraph.begin();
    unclosed.clear();
    Open open = carried.orElse(null);
    if (open != null && open.marks.opensAt(text, paragraph, at)) {
      at += open.marks.width();
    }
    while (true) {
      if (open == null) {
        at = nextOpening(paragraph, at);
        if (at == paragraph.end()) {
          return Optional.empty();
        }
        open = new Open(marksAt(paragraph, at).orElseThrow(), at);
        at += open.marks.width();
      }
      int close = closingMark(open.marks, paragraph, at);
      if (close >= 0) {
        at = close + open.marks.width();
        found.add(new Quotation(new Span(open.begin, at), true));
      } else if (next != null && continuesIn(open.marks, next)) {
        return Optional.of(open);
      } else if (isUtterance(paragraph, open)) {
        found.add(new Quotation(new Span(open.begin, paragraph.end()), false));
        return Optional.empty();
      } else {
        unclosed.add(open.marks);
      }
      open = null;
    }
  }

  /**
   * Tests whether a quotation that a paragraph leaves open continues in the next one: the next one
   * repeats the opening mark, or has a closing mark before any opening mark.
   */
  private boolean continuesIn(QuotationMarks marks, Span next) {
    if (marks.opensAt(text, next, next.begin())) {
      return true;
    }
    if (!marks.isPaired()) {
      return false;
    }
    for (int at = next.begin(); at < next.end(); at++) {
      if (marks.closesAt(text, next, at)) {
        return true;
      }
      if (marks.opensAt(text, next, at)) {
        return false;
      }
    }
    return false;
  }

  private int nextOpening(Span paragraph, int from) {
    int at = from;
    while (at < paragraph.end() && marksAt(paragraph, at).isEmpty()) {
      at++;
    }
    return at;
  }

  private Optional<QuotationMarks> marksAt(Span paragraph, int at) {
    int character = text.codePointAt(at);
    if (Character.isLetterOrDigit(character) || Text.isSpace(character)) {
      return Optional.empty();
    }
    for (QuotationMarks marks : QuotationMarks.values()) {
      if (!unclosed.contains(marks) && marks.opensAt(text, paragraph, at)) {
        return Optional.of(marks);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the offset of the closing mark, or -1. Nested marks of the same kind are counted. If
   * they are not balanced, for instance because one was forgotten, returns the first possible
   * closing mark.
   */
  private int closingMark(QuotationMarks marks, Span paragraph, int from) {
    int first = -1;
    int depth = 1;
    for (int at = from; at < paragraph.end(); at++) {
      if (Character.isLetterOrDigit(text.codePointAt(at))) {
        continue;
      }
      if (marks.closesAt(text, paragraph, at)) {
        first = first < 0 ? at : first;
        if (--depth == 0) {
          return at;
        }
      } else if (marks.opensAt(text, paragraph, at)) {
        depth++;
      }
    }
    return first;
  }

  /**
   * Tests whether an opening mark without a closing one starts speech, rather than being a unit of
   * measure or a typing error.
   */
  private boolean isUtterance(Span paragraph, Open open) {
    int before = open.begin - 1;
    while (before >= paragraph.begin() && Text.isSpace(text.codePointAt(before))) {
      before--;
    }
    if (open.marks == QuotationMarks.SINGLE || open.marks == QuotationMarks.STRAIGHT_SINGLE) {
      return before >= paragraph.begin()
          && SAID.matcher(text.substring(new Span(paragraph.begin(), before + 1))).find();
    }
    return before < paragraph.begin()
        || ":,".indexOf(text.codePointAt(before)) >= 0
        || THAT.matcher(text.substring(new Span(paragraph.begin(), before + 1))).find();
  }
}
