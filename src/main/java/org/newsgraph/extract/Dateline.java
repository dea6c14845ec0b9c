package org.newsgraph.extract;

import java.util.List;
import org.newsgraph.article.Span;

/**
 * The place, date and agency before the first sentence of a report: "SELMA, Ala., Oct. 4 (UPI) — ".
 *
 * @param span range in the text, up to and including the dash or colon
 * @param places places in the order of the text
 */
public record Dateline(Span span, List<Place> places) {
  /**
   * A place of a dateline.
   *
   * @param span range in the text, including a state: "SELMA, Ala."
   * @param name name in mixed case and with the full name of the state: "Selma, Alabama"
   */
  public record Place(Span span, String name) {}

  public Dateline {
    places = List.copyOf(places);
  }
}
