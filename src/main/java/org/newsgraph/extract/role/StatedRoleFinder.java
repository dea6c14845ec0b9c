package org.newsgraph.extract.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.coref.UnambiguousPronounResolver;
import org.newsgraph.text.PartOfSpeech;

/**
 * Finds roles stated by a verb: "Ann Roe is mayor of Leeds", "she was elected senator", "the
 * Coalition, of which he was chairman", "Bo Lee, who chairs the board". Quotations are ignored,
 * because they express opinions.
 */
final class StatedRoleFinder {
  private static final double STATED = 0.9;

  private static final Set<String> BE = Set.of("is", "was", "became", "remains", "been");
  private static final Set<String> SERVE = Set.of("serves", "served", "serving", "works", "worked");
  private static final Set<String> NAMED =
      Set.of("elected", "appointed", "named", "made", "nominated", "elevated", "reelected");

  /** Verbs for exercising a role, with the noun for the role. */
  private static final Map<String, String> ROLE_VERBS =
      Map.of("chairs", "chair", "chaired", "chair", "heads", "head", "leads", "leader");

  /** Words between a subject and its verb that do not change the meaning. */
  private static final Set<String> SKIPPED =
      Set.of(",", "who", "also", "now", "currently", "then", "has", "had", "still", "once");

  /** Words that mark a clause as hypothetical or reported. */
  private static final Set<String> HYPOTHETICAL =
      Set.of("if", "whether", "unless", "would", "could", "should", "may", "might", "that");

  /** Maximum distance of such a word before the subject, in words. */
  private static final int MAX_TOKEN_DISTANCE = 6;

  /**
   * Words of praise and blame, listed in {@code opinions.txt}: "a great leader" is not an office.
   */
  private static final Set<String> OPINIONS =
      WordLists.entries(StatedRoleFinder.class, "opinions.txt");

  private final MentionIndex words;
  private final RolePhrases phrases;
  private final UnambiguousPronounResolver referents;
  private final List<Role> found = new ArrayList<>();

  private StatedRoleFinder(MentionIndex words, UnambiguousPronounResolver referents) {
    this.words = words;
    this.phrases = new RolePhrases(words);
    this.referents = referents;
  }

  static List<Role> find(MentionIndex words, UnambiguousPronounResolver referents) {
    StatedRoleFinder finder = new StatedRoleFinder(words, referents);
    for (int at = 0; at < words.tokens().size(); at++) {
      if (words.isUnquoted(at)) {
        finder.findAtVerb(at);
      }
    }
    return finder.found;
  }

  private void findAtVerb(int at) {
    if (words.isOneOf(at, BE)) {
      boolean named = words.isOneOf(at + 1, NAMED);
      findAfterVerb(at, named ? at + 2 : at + 1);
    } else if (words.isOneOf(at, SERVE) && words.word(at + 1).equals("as")) {
      findAfterVerb(at, at + 2);
    } else if (words.isOneOf(at, NAMED) && words.tag(at) == PartOfSpeech.VERB) {
      findAppointment(at);
    } else if (ROLE_VERBS.containsKey(words.word(at)) && words.tag(at) == PartOfSpeech.VERB) {
      findRoleVerb(at);
    }
  }

  /** Finds a role after a verb and adds it to the verb's subject. */
  private void findAfterVerb(int verb, int from) {
    int begin = from;
    begin += words.isOneOf(begin, Set.of("as", "also", "now")) ? 1 : 0;
    begin += words.isDeterminer(begin) ? 1 : 0;
    RolePhrase phrase = phrases.startingAt(begin);
    if (!words.sameSentence(verb, begin) || !isOffice(phrase)) {
      return;
    }
    subject(verb)
        .ifPresent(
            person ->
                add(
                    person,
                    phrase,
                    phrase.organisation().or(() -> ofWhich(verb)),
                    // The span includes the verb, which shows whether the role is current or
                    // former.
                    words.span(verb, phrase.end()),
                    STATED));
  }

  private boolean isOffice(RolePhrase phrase) {
    return isOffice(words, phrase);
  }

  /** Tests whether a phrase is an office of one person and not an opinion. */
  static boolean isOffice(MentionIndex words, RolePhrase phrase) {
    return phrase.isRole()
        && !phrase.isPlural()
        && !phrase.isPassing()
        && words.tag(phrase.begin()) != PartOfSpeech.PARTICIPLE
        && !isOpinion(words, phrase)
        && words.personFrom(phrase.end()).isEmpty()
        && words.tag(phrase.end()) != PartOfSpeech.GENITIVE
        && words.isUnquoted(phrase.end() - 1);
  }

  private static boolean isOpinion(MentionIndex words, RolePhrase phrase) {
    for (int at = phrase.begin(); at < phrase.end(); at++) {
      if (words.isOneOf(at, OPINIONS)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the person before a verb, a name or a pronoun, unless the clause is hypothetical. */
  private Optional<Entity> subject(int verb) {
    int at = verb - 1;
    while (words.sameSentence(at, verb) && words.isOneOf(at, SKIPPED)) {
      at--;
    }
    if (!words.sameSentence(at, verb)) {
      return Optional.empty();
    }
    Optional<Mention> named = words.personBefore(at + 1);
    int first = named.map(words::first).orElse(at);
    if (isHypothetical(first)) {
      return Optional.empty();
    }
    return named.isPresent()
        ? named.filter(referents::isSubject).map(Mention::entity)
        : List.of("he", "she").contains(words.word(at))
            ? referents.resolve(at, Set.of())
            : Optional.empty();
  }

  /** Tests whether a clause is hypothetical or an opinion: "If Ann Roe is", "thinks he is". */
  private boolean isHypothetical(int subject) {
    boolean reported =
        words.sameSentence(subject - 1, subject) && words.tag(subject - 1) == PartOfSpeech.VERB;
    for (int at = subject - 1;
        at >= subject - MAX_TOKEN_DISTANCE && words.sameSentence(at, subject);
        at--) {
      if (words.isOneOf(at, HYPOTHETICAL)) {
        return true;
      }
      if (words.word(at).equals(",")) {
        return reported;
      }
    }
    return reported;
  }

  /**
   * Returns the organisation before a relative clause: "The Coalition, of which he was chairman".
   */
  private Optional<Entity> ofWhich(int verb) {
    int which = verb - 2;
    return words.word(which).equals("which") && words.word(which - 1).equals("of")
        ? words
            .mention(words.word(which - 2).equals(",") ? which - 3 : which - 2)
            .map(Mention::entity)
            .filter(it -> it.type() == EntityType.ORGANISATION)
        : Optional.empty();
  }

  /**
   * Finds an appointment: "The board appointed Ann Roe as its chairwoman", "named Bo Lee secretary
   * of state".
   */
  private void findAppointment(int verb) {
    Optional<Mention> person = words.personFrom(verb + 1);
    if (person.isEmpty()) {
      return;
    }
    int begin = words.after(person.get());
    begin += words.word(begin).equals("as") ? 1 : 0;
    boolean direct = begin > words.after(person.get());
    begin += words.isDeterminer(begin) ? 1 : 0;
    RolePhrase phrase = phrases.startingAt(begin);
    if ((direct || begin == words.after(person.get()))
        && words.sameSentence(verb, begin)
        && isOffice(phrase)) {
      add(
          person.get().entity(),
          phrase,
          phrase.organisation(),
          words.span(verb, phrase.end()),
          STATED);
    }
  }

  /** Finds a role expressed by the verb alone: "Ann Roe, who chairs the board of Acme". */
  private void findRoleVerb(int verb) {
    int name = verb + 1 + (words.isDeterminer(verb + 1) ? 1 : 0);
    Optional<Mention> organisation =
        words
            .mention(name)
            .filter(it -> it.entity().type() == EntityType.ORGANISATION)
            .filter(it -> words.tag(words.after(it)) != PartOfSpeech.GENITIVE)
            .filter(it -> !words.tag(words.after(it)).isNoun());
    Optional<Entity> person = organisation.flatMap(it -> subject(verb));
    if (person.isPresent()) {
      RolePhrase phrase = new RolePhrase(words, verb, words.after(organisation.get()));
      found.add(
          new Role(
              person.get(),
              ROLE_VERBS.get(words.word(verb)),
              organisation.map(Mention::entity),
              phrase.span(),
              STATED));
    }
  }

  private void add(
      Entity person,
      RolePhrase phrase,
      Optional<Entity> organisation,
      Span span,
      double confidence) {
    found.add(new Role(person, phrase.text(), organisation, span, confidence));
  }
}
