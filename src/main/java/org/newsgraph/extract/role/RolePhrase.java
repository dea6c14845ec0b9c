package org.newsgraph.extract.role;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.RoleNouns;

/**
 * A noun phrase that states a role: "former vice-chairman of the Coalition".
 *
 * @param words words of the article
 * @param begin index of the first word
 * @param end index after the last word
 */
record RolePhrase(MentionIndex words, int begin, int end) {
  /**
   * Words tagged as an organisation that are not the organisation of a role: "Secretary of State",
   * "TV reporter".
   */
  private static final Set<String> NO_ORGANISATION =
      Set.of("State", "Defense", "Defence", "Treasury", "Foreign", "Home", "TV", "Left", "Right");

  /**
   * Nouns for a person's relation to somebody else or for a passing state, which are not roles on
   * their own.
   */
  private static final Set<String> RELATIONAL =
      Set.of(
          "rival",
          "friend",
          "colleague",
          "critic",
          "opponent",
          "supporter",
          "neighbour",
          "neighbor",
          "partner",
          "star",
          "winner",
          "fellow",
          "victim",
          "suspect",
          "witness");

  private static final Pattern BROKEN_HYPHEN = Pattern.compile("(?<=\\p{L})-\\s+(?=\\p{L})");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern PREPOSITION = Pattern.compile(" (?:of|at|for|with|to|in) ");

  boolean isEmpty() {
    return begin >= end;
  }

  Span span() {
    return words.span(begin, end);
  }

  /**
   * Returns the text of the phrase on one line, with words joined that are hyphenated at a line
   * end.
   */
  String text() {
    String joined = BROKEN_HYPHEN.matcher(words.tokens().text().substring(span())).replaceAll("-");
    return SPACE.matcher(joined).replaceAll(" ");
  }

  /** Returns the part before the first preposition, which contains the role noun. */
  String head() {
    return PREPOSITION.split(text(), 2)[0];
  }

  /**
   * Tests whether the phrase ends with a noun for an office or profession that is a role on its
   * own.
   */
  boolean isRole() {
    Optional<String> roleClass = isEmpty() ? Optional.empty() : RoleNouns.classOf(head());
    return roleClass.isPresent()
        && !roleClass.get().equals(RoleNouns.KIN)
        && !words.isOneOf(begin, Set.of("next", "future", "potential", "possible"))
        && !RELATIONAL.contains(RoleNouns.singular(text().toLowerCase(Locale.ROOT)));
  }

  /**
   * Tests whether the head noun is a passing state or a relation to somebody else: "rival",
   * "winner".
   */
  boolean isPassing() {
    String head = RoleNouns.singular(head().toLowerCase(Locale.ROOT));
    return RELATIONAL.contains(head.substring(head.lastIndexOf(' ') + 1));
  }

  boolean isPlural() {
    return RoleNouns.isPlural(head());
  }

  /** Returns the phrase in the singular: "Labour MP from Leeds" for "Labour MPs from Leeds". */
  String singular() {
    String head = head();
    return RoleNouns.singular(head) + text().substring(head.length());
  }

  /** Returns the first organisation named in the phrase. */
  Optional<Entity> organisation() {
    return IntStream.range(begin, end)
        .mapToObj(words::mention)
        .flatMap(Optional::stream)
        .filter(it -> it.entity().type() == EntityType.ORGANISATION)
        .filter(it -> !NO_ORGANISATION.contains(it.text()))
        .map(Mention::entity)
        .findFirst();
  }

  /** Returns the mentions in the phrase. */
  List<Mention> names() {
    return IntStream.range(begin, end)
        .mapToObj(words::mention)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
