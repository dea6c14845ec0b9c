package org.newsgraph.serve.page;

import java.util.List;
import java.util.function.Function;

/** Lists of links: rows with a note at their end, chips, and figures. */
public final class ItemList {
  private ItemList() {}

  /**
   * A row: content, and a note at the end of the line.
   *
   * @param note a date, a type or a count; may be empty
   */
  public record Entry(Html content, Html note) {}

  /**
   * A number and its unit: "1,204", "articles".
   *
   * @param address the address of what is counted; empty if there is none
   */
  public record Figure(String number, String unit, String address) {
    /** Returns a figure without address. */
    public static Figure of(String number, String unit) {
      return new Figure(number, unit, "");
    }
  }

  /** Renders a list of rows. */
  public static <T> Html rows(List<T> items, Function<T, Entry> entry) {
    return Html.of(
        "<ul class=\"rows\">{}</ul>",
        items.stream()
            .map(entry)
            .map(
                it ->
                    Html.of(
                        "<li><span>{}</span>{}</li>\n",
                        it.content(),
                        Html.of("<span>{}</span>", it.note()).when(!it.note().isEmpty())))
            .toList());
  }

  /** Renders short items side by side. */
  public static <T> Html chips(List<T> items, Function<T, Html> chip) {
    return Html.of(
        "<ul class=\"chips\">{}</ul>",
        items.stream().map(it -> Html.of("<li>{}</li>\n", chip.apply(it))).toList());
  }

  /** Renders figures side by side. */
  public static Html figures(List<Figure> figures) {
    return Html.of(
        "<dl class=\"figures\">{}</dl>",
        figures.stream()
            .map(it -> Html.of("<div><dt>{}</dt><dd>{}</dd></div>", it.unit(), number(it)))
            .toList());
  }

  private static Html number(Figure figure) {
    return figure.address().isEmpty()
        ? Html.of("{}", figure.number())
        : Html.of("<a href=\"{}\">{}</a>", figure.address(), figure.number());
  }

  /** Renders a list under a heading; nothing if there are no items. */
  public static Html titled(String title, List<?> items, Html list) {
    return Html.of("<h2>{}</h2>{}", title, list).when(!items.isEmpty());
  }
}
