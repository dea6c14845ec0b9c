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
 * Who "he" and "her" are, where that is beyond doubt: the only one named in the sentence who can be
 * meant, or the subject of the sentence before. A fact stands on it, so it rather tells nothing.
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

  /** How many sentences back the last subject may stand. */
  private static final int REACH = 2;

  /** How many words of its own sentence a pronoun looks back on. */
  private static final int NEAR = 80;

  private final MentionIndex words;
  private final Genders genders;

  /** Who is called "the Labour leader", by the index of the first word. */
  private final Map<Integer, Entity> epithets = new HashMap<>();

  /** The subject of each sentence, as far as it is a person; by the sentence's number. */
  private final Map<Integer, Entity> subjects = new HashMap<>();

  public UnambiguousPronounResolver(MentionIndex words, Genders genders) {
    this.words = words;
    this.genders = genders;
    tellSubjects();
  }

  /** Of a person, as far as the article tells. */
  public Gender gender(Entity person) {
    return genders.of(person);
  }

  /** Takes down that the words from here on stand for somebody. */
  public void call(int at, Entity person) {
    epithets.put(at, person);
    subjects.put(words.reading().word(at).sentence(), person);
  }

  boolean isPronoun(int at) {
    return PRONOUNS.containsKey(words.word(at));
  }

  /** Whom the pronoun at this place stands for, who is none of the others. */
  public Optional<Entity> of(int pronoun, Set<Entity> others) {
    Gender gender = PRONOUNS.get(words.word(pronoun));
    if (gender == null) {
      return Optional.empty();
    }
    Set<Entity> here = namedBefore(pronoun, gender);
    here.removeAll(others);
    return here.isEmpty()
        ? subjectBefore(words.reading().word(pronoun).sentence(), gender)
            .filter(it -> !others.contains(it))
        : Optional.of(here.iterator().next()).filter(it -> here.size() == 1);
  }

  /** The people of that gender whom the sentence names before this word. */
  private Set<Entity> namedBefore(int word, Gender gender) {
    Set<Entity> named = new LinkedHashSet<>();
    for (int at = word - 1; at >= word - NEAR && words.sameSentence(at, word); at--) {
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
    for (int back = 1; back <= REACH; back++) {
      Entity subject = subjects.get(sentence - back);
      if (subject != null) {
        // Over a sentence's end the gender has to be known, not only to fit.
        return Optional.of(subject).filter(it -> genders.of(it) == gender);
      }
    }
    return Optional.empty();
  }

  /** The person who is the subject of a sentence. */
  Optional<Entity> subject(int sentence) {
    return Optional.ofNullable(subjects.get(sentence));
  }

  private void tellSubjects() {
    for (int at = 0; at < words.reading().size(); at++) {
      int sentence = words.reading().word(at).sentence();
      if (subjects.containsKey(sentence) || !words.isUnquoted(at)) {
        continue;
      }
      Optional<Entity> named = words.personFrom(at).filter(this::isSubject).map(Mention::entity);
      Optional<Entity> meant =
          List.of("he", "she").contains(words.word(at))
              ? subjectBefore(sentence, PRONOUNS.get(words.word(at)))
              : Optional.empty();
      named.or(() -> meant).ifPresent(it -> subjects.put(sentence, it));
    }
  }

  /** No preposition stands before the name, and it belongs to no noun after it. */
  public boolean isSubject(Mention name) {
    int before = words.beforeTitle(name);
    int after = words.after(name);
    boolean governed =
        words.tag(before) == PartOfSpeech.PREPOSITION && !words.isOneOf(before, SUBORDINATORS);
    return !governed && words.tag(after) != PartOfSpeech.GENITIVE && !words.tag(after).isNoun();
  }
}
