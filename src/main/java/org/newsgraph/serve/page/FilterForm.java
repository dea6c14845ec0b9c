package org.newsgraph.serve.page;

import java.util.List;

/**
 * A form with the conditions of a page, and a link that clears them. On small screens it is folded.
 *
 * @param action the path of the page; also the address without conditions, unless {@code clear}
 *     differs
 * @param clear the address of the page without conditions
 * @param title the title under which the form is folded
 * @param button the words of the button
 * @param open true to unfold the form on all screens, as for an error in it
 * @param fields the fields, including hidden ones
 */
public record FilterForm(
    String action, String clear, String title, String button, boolean open, List<Html> fields) {

  public FilterForm {
    fields = List.copyOf(fields);
  }

  /** Returns a form with the button "Show". */
  public static FilterForm of(String action, List<Html> fields) {
    return new FilterForm(action, action, "Filter", "Show", false, fields);
  }

  /** Sets the words of the button. */
  public FilterForm button(String words) {
    return new FilterForm(action, clear, title, words, open, fields);
  }

  /** Unfolds the form on all screens if the condition holds. */
  public FilterForm openIf(boolean condition) {
    return new FilterForm(action, clear, title, button, condition, fields);
  }

  /** Sets the address of the page without conditions. */
  public FilterForm clearedAt(String address) {
    return new FilterForm(action, address, title, button, open, fields);
  }

  /** Renders the form, unfolded on wide screens. */
  public Html html() {
    return folded("fold");
  }

  /** Renders the form, folded on all screens. */
  public Html foldedHtml() {
    return folded("narrow");
  }

  private Html folded(String style) {
    return Html.of(
        "<details class=\"{}\"{}><summary>{}</summary>\n{}</details>\n",
        style,
        new Html(" open").when(open),
        title,
        form());
  }

  private Html form() {
    return Html.of(
        "<form class=\"filters\" action=\"{}\">\n{}{}</form>\n",
        action,
        fields,
        Html.of(
            "<div class=\"actions\"><button class=\"main\">{}</button> <a href=\"{}\">Clear</a></div>\n",
            button,
            clear));
  }
}
