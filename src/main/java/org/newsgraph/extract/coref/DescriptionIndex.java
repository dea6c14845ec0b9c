package org.newsgraph.extract.coref;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.text.PartOfSpeech;

/**
 * The words with which an article describes each entity: titles before its name, appositions after
 * it, its roles, and all words near its name.
 */
final class DescriptionIndex {
  /** Words of a sentence that count as near a name, before and after it. */
  private static final int NEAR = 10;

  private static final Set<PartOfSpeech> IN_PHRASE =
      EnumSet.of(
          PartOfSpeech.ADJECTIVE,
          PartOfSpeech.NOUN,
          PartOfSpeech.PROPER_NOUN,
          PartOfSpeech.NUMBER,
          PartOfSpeech.GENITIVE,
          PartOfSpeech.PREPOSITION,
          PartOfSpeech.DETERMINER);

  private static final Set<String> OPENS_APPOSITION = Set.of(",", "(", "–", "—");

  private final DocumentTokens tokens;
  private final Map<Entity, Set<String>> beside = new HashMap<>();
  private final Map<Entity, Set<String>> near = new HashMap<>();

  DescriptionIndex(DocumentTokens tokens, List<Mention> mentions, List<Role> roles) {
    this.tokens = tokens;
    for (Mention mention : mentions) {
      // A mention may stand outside headline and body.
      if (tokens.indexAtOrAfter(mention.span().begin()) < tokens.size()) {
        addBeside(mention);
        addNear(mention);
      }
    }
    for (Role role : roles) {
      for (String word : role.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
        beside.computeIfAbsent(role.person(), it -> new HashSet<>()).add(word);
      }
    }
  }

  /** Returns the words, in lower case, of the titles and appositions of an entity. */
  Set<String> beside(Entity entity) {
    return beside.getOrDefault(entity, Set.of());
  }

  /** Returns the words, in lower case, that are near the entity's name in a sentence. */
  Set<String> near(Entity entity) {
    return near.getOrDefault(entity, Set.of());
  }

  /** Tests whether a title or apposition of the entity holds a role noun of a class. */
  boolean hasClass(Entity entity, String roleClass) {
    return beside(entity).stream()
        .map(RoleNouns::classOf)
        .flatMap(Optional::stream)
        .anyMatch(roleClass::equals);
  }

  /** Tests whether a title or apposition of the entity holds a role noun. */
  boolean hasAnyClass(Entity entity) {
    return beside(entity).stream().map(RoleNouns::classOf).anyMatch(Optional::isPresent);
  }

  private void addBeside(Mention mention) {
    Set<String> words = beside.computeIfAbsent(mention.entity(), it -> new HashSet<>());
    int first = tokens.indexAtOrAfter(mention.span().begin());
    int end = tokens.indexAtOrAfter(mention.span().end());
    for (int at = first - 1; at >= 0 && same(at, first) && isTitle(at); at--) {
      words.add(word(at));
    }
    if (end + 1 < tokens.size()
        && same(end, first)
        && OPENS_APPOSITION.contains(word(end))
        && !word(end + 1).equals("and")) {
      for (int at = end + 1;
          at < tokens.size() && at < end + NEAR && same(at, first) && isInPhrase(at);
          at++) {
        words.add(word(at));
      }
    }
  }

  private void addNear(Mention mention) {
    Set<String> words = near.computeIfAbsent(mention.entity(), it -> new HashSet<>());
    int first = tokens.indexAtOrAfter(mention.span().begin());
    int end = tokens.indexAtOrAfter(mention.span().end());
    for (int at = Math.max(0, first - NEAR); at < Math.min(tokens.size(), end + NEAR); at++) {
      if ((at < first || at >= end) && same(at, first)) {
        words.add(word(at));
      }
    }
  }

  private boolean isTitle(int at) {
    PartOfSpeech tag = tokens.word(at).token().pos();
    return tag.isNoun() || tag == PartOfSpeech.ADJECTIVE || word(at).equals(".");
  }

  private boolean isInPhrase(int at) {
    return IN_PHRASE.contains(tokens.word(at).token().pos());
  }

  private boolean same(int at, int sentenceOf) {
    return tokens.word(at).sentence() == tokens.word(sentenceOf).sentence();
  }

  private String word(int at) {
    return tokens.word(at).token().word().toLowerCase(Locale.ROOT);
  }
}
