package org.newsgraph.extract.coref;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.text.PartOfSpeech;

/**
 * Resolves "he" and "her" only if there is no doubt: to the only person named in the sentence who
 * agrees, or to the subject of a sentence shortly before. Facts depend on the result, so a missing
 * answer is better than a wrong one.
 */
public final class UnambiguousPronounResolver {
  private static final Map<String, Gender> PRONOUNS =
      Map.of("he", Gender.MALE, "his", Gender.MALE, "she", Gender.FEMALE, "her", Gender.FEMALE);

  private static final Set<String> SUBORDINATORS =
      Set.of(
          "while",
          "because",
          "although",
          "though",
          "before",
          "after",
          "until",
          "since",
          "as",
          "if",
          "that",
          "whether",
          "when");

  /** Maximum distance of the last subject, in sentences. */
  private static final int MAX_SENTENCE_DISTANCE = 2;

  /** Maximum distance of an antecedent in the pronoun's own sentence, in words. */
  private static final int MAX_TOKEN_DISTANCE = 80;

  private final MentionIndex words;
  private final Genders genders;

  /** The referents of epithets, "the Labour leader", by the index of the epithet's first word. */
  private final Map<Integer, Entity> epithets = new HashMap<>();

  /** The subject of each sentence, if it is a person, by the sentence's number. */
  private final Map<Integer, Entity> subjects = new HashMap<>();

  public UnambiguousPronounResolver(MentionIndex words, Genders genders) {
    this.words = words;
    this.genders = genders;
    findSubjects();
  }

  /** Returns the gender of a person, if the article indicates it. */
  public Gender gender(Entity person) {
    return genders.of(person);
  }

  /** Records the referent of the epithet that starts at an index. */
  public void recordEpithet(int at, Entity person) {
    epithets.put(at, person);
    subjects.put(words.tokens().word(at).sentence(), person);
  }

  boolean isPronoun(int at) {
    return PRONOUNS.containsKey(words.word(at));
  }

  /**
   * Returns the referent of a pronoun.
   *
   * @param pronoun index of the pronoun
   * @param others entities that cannot be the referent
   */
  public Optional<Entity> resolve(int pronoun, Set<Entity> others) {
    Gender gender = PRONOUNS.get(words.word(pronoun));
    if (gender == null) {
      return Optional.empty();
    }
    Set<Entity> candidates = namedBefore(pronoun, gender);
    candidates.removeAll(others);
    return candidates.isEmpty()
        ? subjectBefore(words.tokens().word(pronoun).sentence(), gender)
            .filter(it -> !others.contains(it))
        : Optional.of(candidates.iterator().next()).filter(it -> candidates.size() == 1);
  }

  /** Returns the persons named in the sentence before a word who agree in gender. */
  private Set<Entity> namedBefore(int word, Gender gender) {
    Set<Entity> named = new LinkedHashSet<>();
    for (int at = word - 1; at >= word - MAX_TOKEN_DISTANCE && words.sameSentence(at, word); at--) {
      words
          .personFrom(at)
          .map(Mention::entity)
          .filter(it -> genders.of(it).fits(gender))
          .ifPresent(named::add);
      Optional.ofNullable(epithets.get(at)).ifPresent(named::add);
    }
    return named;
  }

  private Optional<Entity> subjectBefore(int sentence, Gender gender) {
    for (int back = 1; back <= MAX_SENTENCE_DISTANCE; back++) {
      Entity subject = subjects.get(sentence - back);
      if (subject != null) {
        // Across sentences the gender must be known, not only compatible.
        return Optional.of(subject).filter(it -> genders.of(it) == gender);
      }
    }
    return Optional.empty();
  }

  /** Returns the person who is the subject of a sentence. */
  Optional<Entity> subject(int sentence) {
    return Optional.ofNullable(subjects.get(sentence));
  }

  private void findSubjects() {
    for (int at = 0; at < words.tokens().size(); at++) {
      int sentence = words.tokens().word(at).sentence();
      if (subjects.containsKey(sentence) || !words.isUnquoted(at)) {
        continue;
      }
      Optional<Entity> named = words.personFrom(at).filter(this::isSubject).map(Mention::entity);
      Optional<Entity> referent =
          List.of("he", "she").contains(words.word(at))
              ? subjectBefore(sentence, PRONOUNS.get(words.word(at)))
              : Optional.empty();
      named.or(() -> referent).ifPresent(it -> subjects.put(sentence, it));
    }
  }

  /**
   * Tests whether a name is a subject: no preposition precedes it, and it does not modify a
   * following noun.
   */
  public boolean isSubject(Mention name) {
    int before = words.beforeTitle(name);
    int after = words.after(name);
    boolean governed =
        words.tag(before) == PartOfSpeech.PREPOSITION && !words.isOneOf(before, SUBORDINATORS);
    return !governed && words.tag(after) != PartOfSpeech.GENITIVE && !words.tag(after).isNoun();
  }
}
