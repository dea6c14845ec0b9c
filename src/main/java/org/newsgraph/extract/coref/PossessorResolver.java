package org.newsgraph.extract.coref;

import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.text.PartOfSpeech;

/**
 * Resolves the possessor of a noun for a relative: "his", "Roe's", or the first name in "Ann Roe
 * and husband".
 */
public final class PossessorResolver {
  private final MentionIndex words;
  private final UnambiguousPronounResolver referents;

  public PossessorResolver(MentionIndex words, UnambiguousPronounResolver referents) {
    this.words = words;
    this.referents = referents;
  }

  /**
   * Returns the index of the last word of the possessor, before adjectives and numbers such as
   * "late" and "two".
   */
  public int lastWordBefore(int begin) {
    int at = begin - 1;
    while (words.sameSentence(at, begin) && isModifier(at)) {
      at--;
    }
    return at;
  }

  private boolean isModifier(int at) {
    boolean word =
        words.tag(at) == PartOfSpeech.ADJECTIVE
            || words.tag(at) == PartOfSpeech.NUMBER
            || words.isOneOf(at, Set.of("late", "former", "then", "two", "three", "four"))
            || words.isHyphen(at)
            || words.isHyphen(at + 1);
    return word && !words.isPossessive(at) && words.mention(at).isEmpty();
  }

  /**
   * Returns the possessor, from a possessive pronoun, a genitive, or "Ann Roe and husband".
   *
   * @param owner index of the possessor's last word
   * @param others entities that cannot be the possessor
   */
  public Optional<Entity> resolve(int owner, Set<Entity> others) {
    if (words.isPossessive(owner)) {
      // "Bo Lee and his wife": the name before the pronoun.
      Optional<Mention> beside =
          words.isOneOf(owner - 1, Set.of("and", "with", ","))
              ? words.personBefore(owner - 1)
              : Optional.empty();
      return beside
          .map(Mention::entity)
          .filter(it -> !others.contains(it) && agrees(it, owner))
          .or(() -> referents.resolve(owner, others));
    }
    Optional<Mention> named =
        words.word(owner).equals("and") ? words.personBefore(owner) : genitive(owner);
    return named.map(Mention::entity).filter(it -> !others.contains(it));
  }

  private boolean agrees(Entity person, int possessive) {
    return switch (words.word(possessive)) {
      case "his" -> referents.gender(person).fits(Gender.MALE);
      case "her" -> referents.gender(person).fits(Gender.FEMALE);
      default -> false;
    };
  }

  /**
   * Returns the person in a genitive, "Roe's". The genitive ending may be two tokens, an apostrophe
   * and an s.
   */
  public Optional<Mention> genitive(int at) {
    int last = at;
    while (last > at - 2 && words.tag(last) == PartOfSpeech.GENITIVE) {
      last--;
    }
    return last < at ? words.personBefore(last + 1) : Optional.empty();
  }
}
