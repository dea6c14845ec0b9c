package org.newsgraph.serve.page;

import java.util.List;
import java.util.function.Function;
import org.newsgraph.io.NumberText;

/** A list of names with their counts, each count shown as a number and as a bar. */
public final class BarList {
  /**
   * A row of the list.
   *
   * @param name the name, usually a link
   * @param unit the unit of the count, for screen readers only: "statements"; may be empty
   * @param address the address of what is counted; empty if there is none
   */
  public record Bar(Html name, long count, String unit, String address) {
    /** Returns a row without unit and address. */
    public static Bar of(Html name, long count) {
      return new Bar(name, count, "", "");
    }
  }

  private BarList() {}

  /** Renders the rows in their order; the longest bar belongs to the largest count. */
  public static Html of(List<Bar> bars) {
    return of(bars, "bars");
  }

  /** Renders the rows in several columns. */
  public static Html inColumns(List<Bar> bars) {
    return of(bars, "bars all");
  }

  /** Renders a row for each item. */
  public static <T> Html of(List<T> items, Function<T, Bar> bar) {
    return of(items.stream().map(bar).toList());
  }

  private static Html of(List<Bar> bars, String style) {
    long most = bars.stream().mapToLong(Bar::count).max().orElse(1);
    return Html.of(
        "<ol class=\"{}\">{}</ol>", style, bars.stream().map(it -> row(it, most)).toList());
  }

  private static Html row(Bar bar, long most) {
    return Html.of(
        "<li><span>{}</span><span class=\"num\">{}</span>{}</li>\n",
        bar.name(),
        number(bar),
        measure(bar.count(), most));
  }

  private static Html number(Bar bar) {
    Html number =
        Html.of("{}", NumberText.of(bar.count()))
            .and(
                Html.of("<span class=\"unseen\"> {}</span>", bar.unit())
                    .when(!bar.unit().isEmpty()));
    return bar.address().isEmpty()
        ? number
        : Html.of("<a href=\"{}\">{}</a>", bar.address(), number);
  }

  /** Renders a bar. Hidden from screen readers, since the number is shown next to it. */
  private static Html measure(long count, long most) {
    return Html.of(
        "<svg class=\"measure\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            + "<rect width=\"{}\" height=\"1\"/></svg>",
        most == 0 ? 0 : Math.max(1, Math.round(100.0 * count / most)));
  }
}
