package org.newsgraph.link.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.newsgraph.link.Fact;
import org.newsgraph.link.wikidata.LanguagePreference;

/**
 * The queries of a fetch, in SPARQL 1.1 without extensions.
 *
 * <p>Each pattern has a constant property, and either a constant object or the items in {@code
 * VALUES}: all triple stores answer these from an index. The {@code VALUES} are repeated in each
 * branch of a {@code UNION}, because not all stores push them into it.
 */
final class FetchQueries {
  /** Number of parts into which the items with the same number of site links can be divided. */
  static final int PARTS = 1000;

  private static final String PREFIXES =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX schema: <http://schema.org/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX wikibase: <http://wikiba.se/ontology#>
      PREFIX wd: <http://www.wikidata.org/entity/>
      PREFIX wdt: <http://www.wikidata.org/prop/direct/>
      PREFIX p: <http://www.wikidata.org/prop/>
      PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
      """;

  /** Pattern for coordinates as text, without those on other globes, which start with its IRI. */
  private static final String EARTHLY =
      "?item wdt:%s ?point . FILTER(!STRSTARTS(STR(?point), \"<\")) BIND(STR(?point) AS ?value)";

  private FetchQueries() {}

  /** Returns a query for the number of items by their number of site links. */
  static String counts(int from, int to) {
    return PREFIXES
        + """
        SELECT ?links (COUNT(?item) AS ?count) WHERE {
          VALUES ?links { %s }
          ?item wikibase:sitelinks ?links .
        } GROUP BY ?links
        """
            .formatted(numbers(from, to));
  }

  /** Returns a query for the items of a slice, with their classes and dates of modification. */
  static String items(LinkSlice slice) {
    String links =
        slice.from() == slice.to()
            ? "?item wikibase:sitelinks %d .".formatted(slice.from())
            : "VALUES ?links { %s } ?item wikibase:sitelinks ?links ."
                .formatted(numbers(slice.from(), slice.to()));
    String part =
        slice.isPart()
            ? """
              BIND(CONCAT("00", STRAFTER(STR(?item), "/entity/Q")) AS ?digits)
              BIND(SUBSTR(?digits, STRLEN(?digits) - 2) AS ?end)
              FILTER(?end >= "%03d" && ?end <= "%03d")
            """
                .formatted(slice.firstPart(), slice.lastPart())
            : "";
    return PREFIXES
        + """
        SELECT ?item ?class ?modified WHERE {
          %s
        %s  ?item wdt:P31 ?class .
          OPTIONAL { ?item schema:dateModified ?modified }
        }
        """
            .formatted(links, part);
  }

  /** Returns a query for the superclasses of classes. */
  static String superclasses(List<Integer> classes) {
    return PREFIXES
        + "SELECT ?class ?above WHERE { VALUES ?class { %s } ?class wdt:P279 ?above }"
            .formatted(items(classes));
  }

  /**
   * Returns a query for the data of items, as rows of an item, a key and a value.
   *
   * @param withFacts whether facts are needed, not only names, description and classes
   */
  static String data(List<Integer> items, LanguagePreference languages, boolean withFacts) {
    String speaks =
        languages.codes().stream()
            .map("LCASE(LANG(?value)) = \"%s\""::formatted)
            .collect(Collectors.joining(" || ", "FILTER(", ")"));
    List<String> branches = new ArrayList<>();
    branches.add(branch("label", "?item rdfs:label ?value . " + speaks));
    branches.add(branch("alias", "?item skos:altLabel ?value . " + speaks));
    branches.add(branch("description", "?item schema:description ?value . " + speaks));
    branches.add(
        branch(
            "page", "?value schema:about ?item ; schema:isPartOf <https://en.wikipedia.org/> ."));
    branches.add(branch("sitelinks", "?item wikibase:sitelinks ?value ."));
    branches.add(branch("statements", "?item wikibase:statements ?value ."));
    branches.add(branch("modified", "?item schema:dateModified ?value ."));
    branches.add(branch("P31", "?item wdt:P31 ?value ."));
    if (withFacts) {
      for (Fact.Property property : Fact.Property.values()) {
        String id = property.id();
        branches.add(
            branch(
                id,
                property == Fact.Property.COORDINATES
                    ? EARTHLY.formatted(id)
                    : "?item wdt:%s ?value .".formatted(id)));
        if (ItemRows.isDate(property)) {
          branches.add(
              branch(
                  ItemRows.PRECISE + id,
                  ("?item p:%s ?statement . ?statement a wikibase:BestRank ; psv:%s ?node ."
                          + " ?node wikibase:timeValue ?value ; wikibase:timePrecision ?precision .")
                      .formatted(id, id)));
        }
      }
    }
    String values = items(items);
    return PREFIXES
        + "SELECT ?item ?key ?value ?precision WHERE {\n"
        + branches.stream()
            .map(it -> "{ VALUES ?item { " + values + " } " + it + " }")
            .collect(Collectors.joining("\nUNION "))
        + "\n}\n";
  }

  private static String branch(String key, String pattern) {
    return pattern + " BIND(\"" + key + "\" AS ?key)";
  }

  private static String items(List<Integer> items) {
    return items.stream().map(it -> "wd:Q" + it).collect(Collectors.joining(" "));
  }

  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }
}
