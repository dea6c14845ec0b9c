package org.newsgraph.extract.coref;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.Entity;

/**
 * The kinds of organisations that nouns and names denote: "the airline" may be Harlow Motors, but
 * is not the Harlow Court.
 */
final class OrganisationKinds {
  /** Salience of a name that holds the noun of a description. */
  private static final double SAME_NOUN = 2;

  /** Salience of a name that holds another noun of the same kind. */
  private static final double SAME_KIND = 1;

  private static final String ANY = "any";

  /** Kinds whose names need not hold a noun of the kind. */
  private static final Set<String> UNMARKED = Set.of("company", "press", "broadcaster", "club");

  /** A noun in names of all kinds: "Harlow Media Group". */
  private static final String GROUP = "group";

  private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2,6}");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}-]+");

  private static final Map<String, String> KINDS =
      WordLists.rows(OrganisationKinds.class, "organisation-nouns.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(it -> it.get(0), it -> it.get(1)));

  private static final Set<String> NOUNS =
      WordLists.rows(OrganisationKinds.class, "organisation-nouns.tsv").stream()
          .filter(it -> it.get(2).equals("noun"))
          .map(it -> it.get(0))
          .collect(Collectors.toUnmodifiableSet());

  private final DescriptionIndex descriptions;

  OrganisationKinds(DescriptionIndex descriptions) {
    this.descriptions = descriptions;
  }

  /** Tests whether a noun, in lower case, may refer to an organisation named before. */
  static boolean isNoun(String noun) {
    return NOUNS.contains(noun);
  }

  /** Tests whether a word, in lower case, denotes organisations of one kind only. */
  static boolean isSpecific(String word) {
    return !KINDS.getOrDefault(word, ANY).equals(ANY);
  }

  /** Tests whether two words, in lower case, denote organisations of the same kind. */
  static boolean areSame(String left, String right) {
    return isSpecific(left) && KINDS.get(left).equals(KINDS.get(right));
  }

  /** Tests whether an organisation may be of the kind that a noun denotes. */
  boolean agree(Entity organisation, String noun) {
    String kind = KINDS.get(noun);
    Set<String> kinds = kinds(organisation);
    return kind.equals(ANY)
        || kinds.contains(kind)
        || (kinds.isEmpty()
            && (UNMARKED.contains(kind)
                || ABBREVIATION.matcher(organisation.name()).matches()
                || descriptions.beside(organisation).contains(noun)
                || descriptions.near(organisation).contains(noun)));
  }

  /** Returns the salience of an organisation due to the words of its name. */
  static double similarity(Entity organisation, String noun) {
    boolean same = words(organisation).contains(noun);
    boolean kind = isSpecific(noun) && kinds(organisation).contains(KINDS.get(noun));
    return same ? SAME_NOUN : kind ? SAME_KIND : 0;
  }

  private static Set<String> kinds(Entity organisation) {
    return words(organisation).stream()
        .filter(it -> KINDS.containsKey(it) && !it.equals(GROUP))
        .map(KINDS::get)
        .collect(Collectors.toSet());
  }

  private static Set<String> words(Entity organisation) {
    return NOT_A_WORD
        .splitAsStream(organisation.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
