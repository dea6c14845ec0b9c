package org.newsgraph.extract;

/**
 * A country.
 *
 * @param name the name that the news uses: "Ivory Coast"
 * @param code ISO 3166 code, in upper case: "CI"
 */
public record Country(String name, String code) {}
