package org.newsgraph.extract.entity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.Countries;
import org.newsgraph.extract.Country;
import org.newsgraph.extract.name.Gazetteer;

/**
 * Parser of names made of generic words: the noun of a body ("Ministry"), the areas of ministers
 * ("Foreign"), a few adjectives ("Supreme"), and possibly a country ("Kenyan", "of Kenya").
 */
final class GenericNameParser {
  /** Number of bodies of one name that a country has. */
  private enum Scope {
    NATIONAL,
    LOCAL,
    UNIQUE
  }

  /**
   * A generic name.
   *
   * @param name the body, and its country if the name states it
   * @param national whether a country has one body of this name
   */
  record Parsed(GenericName name, boolean national) {
    /** Tests whether a country has a body of this name, and only one. */
    boolean isOnlyIn(Country country) {
      Set<String> codes = COUNTRIES.getOrDefault(name.body(), Set.of());
      return national && (codes.isEmpty() || codes.contains(country.code()));
    }
  }

  /** Maximum number of words of a local body's name that is not specific: "City Council". */
  private static final int MAX_LOCAL_WORDS = 2;

  /** Maximum number of words in the name of a country. */
  private static final int MAX_COUNTRY_WORDS = 5;

  private static final Pattern SPACE = Pattern.compile("[\\s,]+");
  private static final Set<String> JOINS = Set.of("of", "the", "and", "for", "on", "in", "&");

  /** Adjectives of bodies of which a country has one: "National Police Agency". */
  private static final Set<String> NATIONAL_ADJECTIVES = Set.of("National", "Federal", "Supreme");

  private static final Map<String, Scope> HEADS = new HashMap<>();
  private static final Set<String> WORDS = new HashSet<>();

  /** ISO 3166 codes of the countries that have a body, by its name. */
  private static final Map<String, Set<String>> COUNTRIES = new HashMap<>();

  static {
    for (List<String> row : WordLists.rows(GenericNameParser.class, "generic-heads.tsv")) {
      HEADS.put(row.get(0), Scope.valueOf(row.get(1)));
      WORDS.addAll(List.of(SPACE.split(row.get(0), -1)));
      if (row.size() > 2) {
        COUNTRIES.put(row.get(0), Set.of(row.get(2).split("\\|", -1)));
      }
    }
    WORDS.addAll(WordLists.entries(GenericNameParser.class, "generic-words.txt"));
    WORDS.addAll(WordLists.entries(Gazetteer.class, "portfolios.txt"));
    WORDS.remove("International");
  }

  private GenericNameParser() {}

  /**
   * Parses a name. A name that states its country is generic only if the country has one such body:
   * "the Kenyan Senate", but not "Bank of Ghana", which is a name of its own.
   *
   * @param form the name on one line, without an article before it
   */
  static Optional<Parsed> parse(String form) {
    Optional<GenericName> stated = withCountry(form);
    if (stated.isPresent()) {
      return stated.filter(it -> isOnly(it.body())).map(it -> new Parsed(it, true));
    }
    List<String> words = contentWords(form);
    Set<Scope> scopes = scopes(form);
    if (scopes.isEmpty() || !WORDS.containsAll(words) || HEADS.get(form) == Scope.UNIQUE) {
      return Optional.empty();
    }
    boolean national =
        !form.equals("Ministry")
            && (scopes.contains(Scope.NATIONAL) || NATIONAL_ADJECTIVES.contains(words.get(0)));
    return national || words.size() <= MAX_LOCAL_WORDS
        ? Optional.of(new Parsed(new GenericName(form, Optional.empty(), false), national))
        : Optional.empty();
  }

  /**
   * Returns the parts of a name that consists of a country and of generic words: "Ghana Police
   * Service".
   */
  static Optional<GenericName> withCountry(String form) {
    String[] words = form.split(" ", -1);
    for (int size = Math.min(words.length - 1, MAX_COUNTRY_WORDS); size > 0; size--) {
      Optional<Country> country = Countries.named(join(words, 0, size));
      String body = join(words, size, words.length);
      if (country.isPresent() && isGeneric(body)) {
        return Optional.of(new GenericName(body, country, true));
      }
    }
    int of = form.lastIndexOf(" of ");
    String after = of < 0 ? "" : form.substring(of + " of ".length()).replaceFirst("^the ", "");
    return Countries.named(after)
        .filter(country -> isGeneric(form.substring(0, of)))
        .map(country -> new GenericName(form.substring(0, of), Optional.of(country), true));
  }

  private static boolean isGeneric(String body) {
    return !scopes(body).isEmpty() && WORDS.containsAll(contentWords(body));
  }

  /** Tests whether a country has one body of a name. */
  private static boolean isOnly(String body) {
    return HEADS.get(body) == Scope.NATIONAL
        || body.equals("Government")
        || contentWords(body).contains("Ministry");
  }

  private static List<String> contentWords(String name) {
    return SPACE.splitAsStream(name).filter(word -> !JOINS.contains(word)).toList();
  }

  private static String join(String[] words, int from, int to) {
    return String.join(" ", Arrays.asList(words).subList(from, to));
  }

  /** Returns the scopes of all nouns and phrases for bodies in a name. */
  private static Set<Scope> scopes(String body) {
    String[] words = SPACE.split(body, -1);
    Set<Scope> scopes = new HashSet<>();
    for (int from = 0; from < words.length; from++) {
      for (int to = from + 1; to <= words.length; to++) {
        Scope scope = HEADS.get(join(words, from, to));
        if (scope != null) {
          scopes.add(scope);
        }
      }
    }
    return scopes;
  }
}
