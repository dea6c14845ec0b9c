package org.newsgraph.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.text.Tag;
import org.newsgraph.text.Token;

/**
 * The types of names that an article tells in so many words, whatever each place by itself looks
 * like: "Bank of Ghana (BoG)", "the newspaper Prothom Alo".
 */
final class NameTypeEvidence {
  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}]{1,7}");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Set<String> QUOTES = Set.of("“", "\"", "‘", "'");

  /** Nouns that stand before an organisation's name, and hardly before a person's. */
  private static final Set<String> ORGANISATIONS =
      Set.of(
          "organisation", "organization", "company", "firm", "newspaper", "daily", "weekly",
          "magazine", "agency", "quartet", "trio", "band", "startup", "airline", "broadcaster",
          "charity", "watchdog", "ngo", "thinktank", "tabloid", "retailer", "brewer", "carmaker");

  /** Nouns that stand after a place's name, or before it with "of". */
  private static final Set<String> PLACES =
      Set.of(
          "district", "province", "village", "town", "city", "municipality", "constituency",
          "upazila", "governorate", "prefecture", "suburb", "neighbourhood", "neighborhood",
          "township", "county", "island", "region", "department", "commune", "aimag", "state");

  /** What is put "in" a person. */
  private static final Set<String> TRUST =
      Set.of("trust", "faith", "confidence", "interest", "believe", "believes", "confide");

  private final List<List<Token>> sentences;
  private final Map<String, EntityType> types = new HashMap<>();

  private NameTypeEvidence(List<List<Token>> sentences) {
    this.sentences = sentences;
  }

  /** The types by the names' words. */
  static Map<String, EntityType> of(List<List<Token>> sentences, List<Name> names) {
    NameTypeEvidence evidence = new NameTypeEvidence(sentences);
    evidence.acronyms(names);
    evidence.appositions(names);
    evidence.places(names);
    return evidence.types;
  }

  private void acronyms(List<Name> names) {
    Map<Integer, Name> byEnd = new HashMap<>();
    names.stream()
        .filter(it -> it.type() == EntityType.ORGANISATION || it.type() == EntityType.PLACE)
        .forEach(name -> byEnd.put(name.span().end(), name));
    for (List<Token> tokens : sentences) {
      for (int at = 2; at + 1 < tokens.size(); at++) {
        Name whole = byEnd.get(tokens.get(at - 2).span().end());
        String word = tokens.get(at).word();
        if (whole != null
            && tokens.get(at - 1).word().equals("(")
            && tokens.get(at + 1).word().equals(")")
            && ACRONYM.matcher(word).matches()
            && abbreviates(word, whole.text())) {
          types.putIfAbsent(word, whole.type());
        }
      }
    }
  }

  /** Whether a word's letters come in a name in order, and at least two of them begin its words. */
  private static boolean abbreviates(String word, String name) {
    String initials =
        Arrays.stream(SPACE.split(name))
            .map(it -> it.substring(0, 1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    String letters = word.toLowerCase(Locale.ROOT);
    return initials.length() > 1
        && Acronyms.comesIn(word.toUpperCase(Locale.ROOT), name)
        && letters.chars().filter(it -> initials.indexOf(it) >= 0).count() > 1;
  }

  private void appositions(List<Name> names) {
    Map<Integer, Name> byBegin = new HashMap<>();
    names.stream()
        .filter(it -> it.type() == EntityType.PERSON)
        .forEach(name -> byBegin.put(name.span().begin(), name));
    for (List<Token> tokens : sentences) {
      for (int at = 1; at < tokens.size(); at++) {
        Name name = byBegin.get(tokens.get(at).span().begin());
        int before = QUOTES.contains(tokens.get(at - 1).word()) ? at - 2 : at - 1;
        if (name != null
            && before >= 0
            && ORGANISATIONS.contains(tokens.get(before).word())) {
          types.putIfAbsent(name.text(), EntityType.ORGANISATION);
        }
      }
    }
  }

  /** "Barhatta upazila", "the province of El Tarf", "in Jeju"; not where somebody is called so. */
  private void places(List<Name> names) {
    Set<String> people =
        names.stream()
            .filter(it -> it.type() == EntityType.PERSON)
            .map(it -> PersonName.of(it.text()))
            .filter(PersonName::isFull)
            .flatMap(it -> it.words().stream())
            .collect(Collectors.toSet());
    Map<Integer, Name> byBegin = new HashMap<>();
    names.stream()
        .filter(it -> it.type() == EntityType.PERSON && !people.contains(it.text()))
        .forEach(name -> byBegin.put(name.span().begin(), name));
    for (List<Token> tokens : sentences) {
      for (int at = 0; at < tokens.size(); at++) {
        Name name = byBegin.get(tokens.get(at).span().begin());
        if (name != null && isPlace(tokens, at, name)) {
          types.putIfAbsent(name.text(), EntityType.PLACE);
        }
      }
    }
  }

  private static boolean isPlace(List<Token> tokens, int begin, Name name) {
    int end = begin;
    while (end < tokens.size() && tokens.get(end).span().begin() < name.span().end()) {
      end++;
    }
    boolean of =
        begin > 1
            && tokens.get(begin - 1).word().equals("of")
            && PLACES.contains(tokens.get(begin - 2).word());
    boolean noun = end < tokens.size() && PLACES.contains(tokens.get(end).word());
    boolean in =
        begin > 1
            && tokens.get(begin - 1).word().equals("in")
            && !TRUST.contains(tokens.get(begin - 2).word())
            && (end == tokens.size() || tokens.get(end).tag() != Tag.GENITIVE)
            && !PersonName.of(name.text()).isFull();
    return of || noun || in;
  }
}
