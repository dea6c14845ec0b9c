package org.newsgraph.article.page;

import java.util.ArrayList;
import java.util.List;

/** Sets lines of type on pages. Each character is half as wide as its type size. */
final class Typesetter {
  private final List<List<PageWord>> pages = new ArrayList<>(List.of(new ArrayList<>()));

  Typesetter line(double left, double baseline, double size, String text) {
    return line(left, baseline, size, false, text);
  }

  Typesetter line(double left, double baseline, double size, boolean bold, String text) {
    double at = left;
    for (String word : text.split(" ", -1)) {
      double end = at + word.length() * size / 2;
      pages.get(pages.size() - 1).add(new PageWord(word, at, end, baseline, size, bold));
      at = end + size / 4;
    }
    return this;
  }

  /** Sets lines of 10-point type below each other. A line that starts with a space is indented. */
  Typesetter column(double left, double top, String lines) {
    double baseline = top;
    for (String line : lines.lines().toList()) {
      line(line.startsWith(" ") ? left + 10 : left, baseline, 10, line.strip());
      baseline += 12;
    }
    return this;
  }

  Typesetter newPage() {
    pages.add(new ArrayList<>());
    return this;
  }

  List<List<PageWord>> pages() {
    return pages;
  }

  PrintedText read() {
    return PrintedText.of(pages);
  }

  List<String> blocks() {
    return read().blocks().stream().map(TextBlock::text).toList();
  }
}
