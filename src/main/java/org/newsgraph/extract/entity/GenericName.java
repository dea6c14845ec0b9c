package org.newsgraph.extract.entity;

import java.util.Optional;
import org.newsgraph.extract.Country;
import org.newsgraph.extract.name.Gazetteer;

/**
 * A name that means another body in every country or town.
 *
 * @param body the name without a country: "Supreme Court"
 * @param country the country whose body it is; empty if it is not clear
 * @param stated whether the text states the country; otherwise it is that of the article
 */
record GenericName(String body, Optional<Country> country, boolean stated) {
  /** Returns the name that all articles share: "Supreme Court (Kenya)"; otherwise the body. */
  String text() {
    return country.map(it -> body + " (" + it.name() + ")").orElse(body);
  }

  /** Returns the well-known body of this name in its country: "United States Congress". */
  Optional<Gazetteer.WellKnown> wellKnown() {
    return country.flatMap(it -> Gazetteer.of(it.name() + " " + body));
  }
}
