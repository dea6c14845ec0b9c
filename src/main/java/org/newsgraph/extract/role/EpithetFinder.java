package org.newsgraph.extract.role;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.coref.UnambiguousPronounResolver;
import org.newsgraph.extract.entity.PartyAliases;
import org.newsgraph.text.PartOfSpeech;

/**
 * Finds persons that are referred to by an office alone after a sentence about them: "the Labour
 * leader", "the GOP nominee". Newspapers do so to avoid repeating a name.
 */
final class EpithetFinder {
  /**
   * Confidence of such a role. It is estimated, not measured, because the case is rare; the only
   * evidence is the order of the sentences.
   */
  private static final double LIKELY = 0.6;

  private final MentionIndex words;
  private final RolePhrases phrases;
  private final UnambiguousPronounResolver referents;
  private final List<Role> known;
  private final List<Role> found = new ArrayList<>();

  private EpithetFinder(
      MentionIndex words, UnambiguousPronounResolver referents, List<Role> known) {
    this.words = words;
    this.phrases = new RolePhrases(words);
    this.referents = referents;
    this.known = known;
  }

  /**
   * Finds the roles, and records the referents of the epithets in the pronoun resolver.
   *
   * @param known roles that are stated next to names
   */
  static List<Role> find(
      MentionIndex words, UnambiguousPronounResolver referents, List<Role> known) {
    EpithetFinder finder = new EpithetFinder(words, referents, known);
    for (int at = 0; at < words.tokens().size(); at++) {
      if (words.isUnquoted(at)) {
        finder.findAt(at);
      }
    }
    return finder.found;
  }

  /**
   * Finds a role in the subject of a sentence: "Mr Corbyn was opposed. But the Labour leader". The
   * epithet, a leader or candidate without a name, refers to the only person who is a subject in
   * the sentence before and who has no known role.
   */
  private void findAt(int at) {
    if (!words.word(at).equals("the") || !startsSentence(at)) {
      return;
    }
    RolePhrase phrase = phrases.startingAt(at + 1);
    boolean followed = !phrase.isEmpty() && words.tag(phrase.end()) == PartOfSpeech.VERB;
    if (!followed || !isUnambiguous(phrase) || !StatedRoleFinder.isOffice(words, phrase)) {
      return;
    }
    Set<Entity> candidates = subjectsBefore(at);
    candidates.removeIf(it -> known.stream().anyMatch(role -> role.person().equals(it)));
    if (candidates.size() == 1) {
      Entity person = candidates.iterator().next();
      referents.recordEpithet(at, person);
      found.add(new Role(person, phrase.text(), phrase.organisation(), phrase.span(), LIKELY));
    }
  }

  /**
   * Tests whether a phrase denotes the leader of an organisation or the candidate of a party, and
   * no other person is known to have that role.
   */
  private boolean isUnambiguous(RolePhrase phrase) {
    Optional<String> roleClass = RoleNouns.classOf(phrase.text());
    if (roleClass.equals(Optional.of("candidate"))) {
      Optional<String> party = party(phrase);
      return party.isPresent()
          && rolesOfClass(roleClass)
              .noneMatch(role -> PartyAliases.canonicalWords(role.text()).contains(party.get()));
    }
    return roleClass.equals(Optional.of("head"))
        && phrase.organisation().isPresent()
        && rolesOfClass(roleClass)
            .noneMatch(role -> role.organisation().equals(phrase.organisation()));
  }

  private Stream<Role> rolesOfClass(Optional<String> roleClass) {
    return known.stream().filter(role -> RoleNouns.classOf(role.text()).equals(roleClass));
  }

  /** Returns the party of a candidate: "Republican" in "Republican presidential nominee". */
  private Optional<String> party(RolePhrase phrase) {
    String first = words.token(phrase.begin()).word();
    return Character.isUpperCase(first.codePointAt(0))
        ? Optional.of(PartyAliases.canonical(first))
        : Optional.empty();
  }

  private boolean startsSentence(int at) {
    int before = at - 1;
    while (words.sameSentence(before, at)
        && (words.tag(before) == PartOfSpeech.CONJUNCTION
            || words.tag(before) == PartOfSpeech.ADVERB)) {
      before--;
    }
    return !words.sameSentence(before, at);
  }

  /** Returns the persons who are subjects in the sentence before this one. */
  private Set<Entity> subjectsBefore(int epithet) {
    int sentence = words.tokens().word(epithet).sentence() - 1;
    Set<Entity> subjects = new LinkedHashSet<>();
    for (int at = epithet - 1; at >= 0 && words.tokens().word(at).sentence() >= sentence; at--) {
      if (words.tokens().word(at).sentence() == sentence && words.isUnquoted(at)) {
        words
            .personFrom(at)
            .filter(referents::isSubject)
            .ifPresent(it -> subjects.add(it.entity()));
      }
    }
    return subjects;
  }
}
