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
 * Finds who is called by an office alone: "the Labour leader", "the GOP nominee", after a sentence
 * about him. Papers do so to avoid saying a name twice.
 */
final class EpithetFinder {
  /** Seldom met, so no figure that was measured: nothing but the order of sentences tells it. */
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
   * Finds them, and takes down in the referents whom they call.
   *
   * @param known the roles that stand beside names
   */
  static List<Role> find(
      MentionIndex words, UnambiguousPronounResolver referents, List<Role> known) {
    EpithetFinder finder = new EpithetFinder(words, referents, known);
    for (int at = 0; at < words.reading().size(); at++) {
      if (words.isUnquoted(at)) {
        finder.epithet(at);
      }
    }
    return finder.found;
  }

  /**
   * "Mr Corbyn was opposed. But the Labour leader": a chief or a candidate, named by that alone as
   * a sentence's subject, is the one person who was a subject in the sentence before and of whom
   * nothing else is said.
   */
  private void epithet(int at) {
    if (!words.word(at).equals("the") || !beginsClause(at)) {
      return;
    }
    RolePhrase phrase = phrases.from(at + 1);
    boolean followed = !phrase.isEmpty() && words.tag(phrase.end()) == PartOfSpeech.VERB;
    if (!followed || !isTelling(phrase) || !StatedRoleFinder.isOffice(words, phrase)) {
      return;
    }
    Set<Entity> candidates = subjectsBefore(at);
    candidates.removeIf(it -> known.stream().anyMatch(role -> role.person().equals(it)));
    if (candidates.size() == 1) {
      Entity person = candidates.iterator().next();
      referents.call(at, person);
      found.add(new Role(person, phrase.text(), phrase.organisation(), phrase.span(), LIKELY));
    }
  }

  /** Whether it is the leader of something, or someone's candidate, and nobody else is that. */
  private boolean isTelling(RolePhrase phrase) {
    Optional<String> kind = RoleNouns.classOf(phrase.text());
    if (kind.equals(Optional.of("candidate"))) {
      Optional<String> party = party(phrase);
      return party.isPresent()
          && ofKind(kind).noneMatch(role -> PartyAliases.in(role.text()).contains(party.get()));
    }
    return kind.equals(Optional.of("head"))
        && phrase.organisation().isPresent()
        && ofKind(kind).noneMatch(role -> role.organisation().equals(phrase.organisation()));
  }

  private Stream<Role> ofKind(Optional<String> kind) {
    return known.stream().filter(role -> RoleNouns.classOf(role.text()).equals(kind));
  }

  /** "Republican" of "Republican presidential nominee". */
  private Optional<String> party(RolePhrase phrase) {
    String first = words.token(phrase.begin()).word();
    return Character.isUpperCase(first.codePointAt(0))
        ? Optional.of(PartyAliases.canonical(first))
        : Optional.empty();
  }

  private boolean beginsClause(int at) {
    int before = at - 1;
    while (words.sameSentence(before, at)
        && (words.tag(before) == PartOfSpeech.CONJUNCTION
            || words.tag(before) == PartOfSpeech.ADVERB)) {
      before--;
    }
    return !words.sameSentence(before, at);
  }

  /** Everyone who is a subject in the sentence before this one. */
  private Set<Entity> subjectsBefore(int here) {
    int sentence = words.reading().word(here).sentence() - 1;
    Set<Entity> subjects = new LinkedHashSet<>();
    for (int at = here - 1; at >= 0 && words.reading().word(at).sentence() >= sentence; at--) {
      if (words.reading().word(at).sentence() == sentence && words.isUnquoted(at)) {
        words
            .personFrom(at)
            .filter(referents::isSubject)
            .ifPresent(it -> subjects.add(it.entity()));
      }
    }
    return subjects;
  }
}
