package org.newsgraph.serve.page;

import java.util.Optional;

/**
 * Links to the other pages of a long list.
 *
 * @param path the path of the page
 * @param query the conditions of the list, as the query part of an address; may be empty
 * @param size number of rows of a page
 * @param offset number of statements before this page
 * @param next offset of the next page; empty on the last page
 */
public record Pager(String path, String query, int size, int offset, Optional<Integer> next) {
  /** Renders the links; nothing if there is one page only. */
  public Html html() {
    if (offset == 0 && next.isEmpty()) {
      return Html.NONE;
    }
    return Html.of(
        "<nav class=\"pages\" aria-label=\"Pages\">{}{}{}</nav>\n",
        link("First page", "first", 0).when(offset > 0),
        link("Previous page", "prev", Math.max(0, offset - size)).when(offset > size),
        next.map(it -> link("Next page", "next", it)).orElse(Html.NONE));
  }

  private Html link(String title, String relation, int to) {
    String conditions = query.isEmpty() || to == 0 ? query : query + "&";
    return Html.of(
        "<a class=\"button\" rel=\"{}\" href=\"{}?{}{}\">{}</a>",
        relation,
        path,
        conditions,
        to == 0 ? "" : "offset=" + to,
        title);
  }
}
