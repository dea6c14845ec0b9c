package org.newsgraph.serve.explorer;

import org.newsgraph.serve.page.Html;

/** A bar as long as a number; for the eye alone, since the number stands beside it. */
final class Bars {
  private Bars() {}

  static Html of(long number, long most) {
    return Html.of(
        "<svg class=\"measure\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            + "<rect width=\"{}\" height=\"1\"/></svg>",
        most == 0 ? 0 : Math.max(1, Math.round(100.0 * number / most)));
  }
}
