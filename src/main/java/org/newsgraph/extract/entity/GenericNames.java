package org.newsgraph.extract.entity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Countries;
import org.newsgraph.extract.Country;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.name.DetectedName;

/**
 * The generic names of an article with their countries. "Supreme Court" is the court of the country
 * that stands beside it ("Kenya's Supreme Court", "the Kenyan Supreme Court"); without one, that of
 * the last country that stood beside the same name, otherwise of the country that the article is
 * about. A local body ("City Council") belongs to a country only if one stands beside it.
 */
final class GenericNames {
  /** Number of code points before a name in which its country is searched for. */
  private static final int BEFORE = 40;

  /** Number of code points after a name in which its country is searched for. */
  private static final int AFTER = 50;

  private GenericNames() {}

  /**
   * Returns the generic names among the names of organisations.
   *
   * @param form returns a name on one line and without an article before it
   * @param home the country that the article is about
   */
  static Map<DetectedName, GenericName> find(
      Text text, List<DetectedName> names, UnaryOperator<String> form, Optional<Country> home) {
    Map<String, Country> last = new HashMap<>();
    Map<DetectedName, GenericName> found = new HashMap<>();
    for (DetectedName name :
        names.stream().sorted(Comparator.comparing(DetectedName::span)).toList()) {
      Optional<GenericNameParser.Parsed> parsed =
          name.type() == EntityType.ORGANISATION
              ? GenericNameParser.parse(form.apply(name.text()))
              : Optional.empty();
      if (parsed.isPresent()) {
        String body = parsed.get().name().body();
        Optional<Country> stated =
            parsed.get().name().country().or(() -> beside(text, name.span()));
        stated.ifPresent(country -> last.put(body, country));
        Optional<Country> country =
            Optional.ofNullable(last.get(body)).or(() -> home.filter(parsed.get()::isOnlyIn));
        found.put(name, new GenericName(body, country, last.containsKey(body)));
      }
    }
    return found;
  }

  /** Returns the country directly before or after a name. */
  private static Optional<Country> beside(Text text, Span name) {
    int begin = Math.max(0, name.begin() - BEFORE);
    String before = begin == name.begin() ? "" : text.substring(new Span(begin, name.begin()));
    Optional<Country> possessor =
        Countries.find(before).stream()
            .filter(it -> it.reference() != Countries.Reference.TOWN)
            .filter(it -> before.substring(it.end()).matches("(?:['’]s?)?\\s+"))
            .map(Countries.Occurrence::country)
            .findFirst();
    int end = Math.min(text.length(), name.end() + AFTER);
    String after = end == name.end() ? "" : text.substring(new Span(name.end(), end));
    return possessor.or(
        () ->
            Countries.find(after).stream()
                .filter(it -> it.reference() == Countries.Reference.NAME)
                .filter(it -> after.substring(0, it.begin()).matches("\\s+of\\s+(?:the\\s+)?"))
                .filter(it -> !after.substring(it.end()).matches("(?s)[ -]\\p{Lu}.*"))
                .map(Countries.Occurrence::country)
                .findFirst());
  }
}
