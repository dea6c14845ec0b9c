package org.newsgraph.serve.explorer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short names of items in knowledge bases: "Wikidata Q42", "GeoNames 170063", "Wikipedia". */
final class ItemName {
  private static final Pattern WIKIDATA = Pattern.compile("wikidata\\.org/entity/(.+)");
  private static final Pattern GEONAMES = Pattern.compile("(?:sws\\.)?geonames\\.org/([0-9]+).*");

  private ItemName() {}

  /** Returns the name of the authority and its number, otherwise the host: "example.org". */
  static String of(String iri) {
    String rest = iri.replaceFirst("^https?://(www\\.)?", "");
    Matcher wikidata = WIKIDATA.matcher(rest);
    if (wikidata.matches()) {
      return "Wikidata " + wikidata.group(1);
    }
    Matcher geoNames = GEONAMES.matcher(rest);
    if (geoNames.matches()) {
      return "GeoNames " + geoNames.group(1);
    }
    return rest.contains("wikipedia.org/") ? "Wikipedia" : rest.replaceFirst("/.*", "");
  }
}
