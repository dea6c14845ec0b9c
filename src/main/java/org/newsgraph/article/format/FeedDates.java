package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.filter.Filters;

/**
 * The dates of a feed's items as the feed writes them. ROME parses dates leniently: it turns a
 * number into a year and 30 February into 2 March.
 *
 * @param published values of the elements with the date of publication, one list per item
 * @param updated values of the elements with the date of the last change, one list per item
 */
record FeedDates(List<List<String>> published, List<List<String>> updated) {
  private static final Set<String> ITEMS = Set.of("item", "entry");

  /** Elements of RSS, Dublin Core and Atom, the most reliable one first. */
  private static final List<String> PUBLISHED =
      List.of("pubDate", "published", "date", "issued", "created");

  private static final List<String> UPDATED = List.of("updated", "modified");

  FeedDates {
    published = List.copyOf(published);
    updated = List.copyOf(updated);
  }

  /** Returns the dates of the items in a feed, in the order of the items. */
  static FeedDates of(Document feed) {
    List<List<String>> published = new ArrayList<>();
    List<List<String>> updated = new ArrayList<>();
    for (Element element : feed.getRootElement().getDescendants(Filters.element())) {
      if (ITEMS.contains(element.getName()) && isItem(element)) {
        published.add(values(element, PUBLISHED));
        updated.add(values(element, UPDATED));
      }
    }
    return new FeedDates(published, updated);
  }

  /** Tests whether an element is an item of the feed itself, not part of an item. */
  private static boolean isItem(Element element) {
    Element parent = element.getParentElement();
    return parent.isRootElement() || parent.getName().equals("channel");
  }

  private static List<String> values(Element item, List<String> names) {
    return names.stream()
        .flatMap(
            name ->
                item.getChildren().stream()
                    .filter(child -> child.getName().equalsIgnoreCase(name))
                    .map(Element::getValue))
        .filter(value -> !value.isBlank())
        .toList();
  }
}
