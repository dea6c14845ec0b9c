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
 * Words that tell a role: "former vice-chairman of the Coalition".
 *
 * @param begin index of the first word
 * @param end index after the last word
 */
record RolePhrase(MentionIndex words, int begin, int end) {
  /** Named so, but with nobody's office in it: "Secretary of State", "TV reporter". */
  private static final Set<String> NO_ORGANISATION =
      Set.of("State", "Defense", "Defence", "Treasury", "Foreign", "Home", "TV", "Left", "Right");

  /** Of somebody else than the person, without whom they tell nothing. */
  private static final Set<String> NOTHING_ALONE =
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

  /** Its words, mended. */
  String text() {
    String mended = BROKEN_HYPHEN.matcher(words.reading().text().at(span())).replaceAll("-");
    return SPACE.matcher(mended).replaceAll(" ");
  }

  /** The part up to the first preposition, which holds the role's noun. */
  String head() {
    return PREPOSITION.split(text(), 2)[0];
  }

  /** Whether its noun is one for what a person is or does. */
  boolean isRole() {
    Optional<String> told = isEmpty() ? Optional.empty() : RoleNouns.classOf(head());
    return told.isPresent()
        && !told.get().equals(RoleNouns.KIN)
        && !words.isOneOf(begin, Set.of("next", "future", "potential", "possible"))
        && !NOTHING_ALONE.contains(RoleNouns.singular(text().toLowerCase(Locale.ROOT)));
  }

  /** Whether its noun tells a passing state or a tie to somebody: a rival, a winner. */
  boolean isPassing() {
    String head = RoleNouns.singular(head().toLowerCase(Locale.ROOT));
    return NOTHING_ALONE.contains(head.substring(head.lastIndexOf(' ') + 1));
  }

  boolean isPlural() {
    return RoleNouns.isPlural(head());
  }

  /** In the singular: "Labour MP" of "Labour MPs from Leeds". */
  String singular() {
    String head = head();
    return RoleNouns.singular(head) + text().substring(head.length());
  }

  /** The organisation that it names first. */
  Optional<Entity> organisation() {
    return IntStream.range(begin, end)
        .mapToObj(words::mention)
        .flatMap(Optional::stream)
        .filter(it -> it.entity().type() == EntityType.ORGANISATION)
        .filter(it -> !NO_ORGANISATION.contains(it.text()))
        .map(Mention::entity)
        .findFirst();
  }

  /** The names in it, for a look at what it can tell. */
  List<Mention> names() {
    return IntStream.range(begin, end)
        .mapToObj(words::mention)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
