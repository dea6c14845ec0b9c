package org.newsgraph.serve.explorer;

import org.newsgraph.serve.page.Html;

/** Renders a number as a bar. Hidden from screen readers, since the number is shown next to it. */
final class Bars {
  private Bars() {}

  /**
   * Renders a bar.
   *
   * @param most the number of the longest bar
   */
  static Html of(long number, long most) {
    return Html.of(
        "<svg class=\"measure\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            + "<rect width=\"{}\" height=\"1\"/></svg>",
        most == 0 ? 0 : Math.max(1, Math.round(100.0 * number / most)));
  }
}
