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
 * Finds the roles that a verb gives: "Ann Roe is mayor of Leeds", "she was elected senator", "the
 * Coalition, of which he was chairman", "Bo Lee, who chairs the board". In the article's own words
 * alone, since what people say in quotation marks is their opinion.
 */
final class StatedRoleFinder {
  private static final double STATED = 0.9;

  private static final Set<String> BE = Set.of("is", "was", "became", "remains", "been");
  private static final Set<String> SERVE = Set.of("serves", "served", "serving", "works", "worked");
  private static final Set<String> NAMED =
      Set.of("elected", "appointed", "named", "made", "nominated", "elevated", "reelected");

  /** Verbs that are a role themselves, with the noun for it. */
  private static final Map<String, String> DOERS =
      Map.of("chairs", "chair", "chaired", "chair", "heads", "head", "leads", "leader");

  /** Between a subject and its verb, without changing what it tells. */
  private static final Set<String> BETWEEN =
      Set.of(",", "who", "also", "now", "currently", "then", "has", "had", "still", "once");

  /** Make a sentence one about what is not. */
  private static final Set<String> UNREAL =
      Set.of("if", "whether", "unless", "would", "could", "should", "may", "might", "that");

  /** How many words before a subject may make it so. */
  private static final int CLAUSE = 6;

  /** Words of praise and blame, see {@code opinions.txt}: "a great leader" is no office. */
  private static final Set<String> OPINIONS =
      WordLists.words(StatedRoleFinder.class, "opinions.txt");

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
    for (int at = 0; at < words.reading().size(); at++) {
      if (words.isUnquoted(at)) {
        finder.verb(at);
      }
    }
    return finder.found;
  }

  private void verb(int at) {
    if (words.isOneOf(at, BE)) {
      boolean named = words.isOneOf(at + 1, NAMED);
      role(at, named ? at + 2 : at + 1);
    } else if (words.isOneOf(at, SERVE) && words.word(at + 1).equals("as")) {
      role(at, at + 2);
    } else if (words.isOneOf(at, NAMED) && words.tag(at) == PartOfSpeech.VERB) {
      appointed(at);
    } else if (DOERS.containsKey(words.word(at)) && words.tag(at) == PartOfSpeech.VERB) {
      doer(at);
    }
  }

  /** The role that begins after a verb, for the verb's subject. */
  private void role(int verb, int from) {
    int begin = from;
    begin += words.isOneOf(begin, Set.of("as", "also", "now")) ? 1 : 0;
    begin += words.isDeterminer(begin) ? 1 : 0;
    RolePhrase phrase = phrases.from(begin);
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
                    // With the verb, which tells whether it is or was.
                    words.span(verb, phrase.end()),
                    STATED));
  }

  private boolean isOffice(RolePhrase phrase) {
    return isOffice(words, phrase);
  }

  /** Whether it is one person's office, and no opinion. */
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

  /** The person before a verb: a name or a pronoun, with nothing between that makes it unreal. */
  private Optional<Entity> subject(int verb) {
    int at = verb - 1;
    while (words.sameSentence(at, verb) && words.isOneOf(at, BETWEEN)) {
      at--;
    }
    if (!words.sameSentence(at, verb)) {
      return Optional.empty();
    }
    Optional<Mention> named = words.personBefore(at + 1);
    int first = named.map(words::first).orElse(at);
    if (isUnreal(first)) {
      return Optional.empty();
    }
    return named.isPresent()
        ? named.filter(referents::isSubject).map(Mention::entity)
        : List.of("he", "she").contains(words.word(at))
            ? referents.of(at, Set.of())
            : Optional.empty();
  }

  /** "If Ann Roe is", "thinks he is": told of as possible, or as what somebody holds. */
  private boolean isUnreal(int subject) {
    boolean held =
        words.sameSentence(subject - 1, subject) && words.tag(subject - 1) == PartOfSpeech.VERB;
    for (int at = subject - 1; at >= subject - CLAUSE && words.sameSentence(at, subject); at--) {
      if (words.isOneOf(at, UNREAL)) {
        return true;
      }
      if (words.word(at).equals(",")) {
        return held;
      }
    }
    return held;
  }

  /** "The Coalition, of which he was chairman". */
  private Optional<Entity> ofWhich(int verb) {
    int which = verb - 2;
    return words.word(which).equals("which") && words.word(which - 1).equals("of")
        ? words
            .mention(words.word(which - 2).equals(",") ? which - 3 : which - 2)
            .map(Mention::entity)
            .filter(it -> it.type() == EntityType.ORGANISATION)
        : Optional.empty();
  }

  /** "The board appointed Ann Roe as its chairwoman", "named Bo Lee secretary of state". */
  private void appointed(int verb) {
    Optional<Mention> person = words.personFrom(verb + 1);
    if (person.isEmpty()) {
      return;
    }
    int begin = words.after(person.get());
    begin += words.word(begin).equals("as") ? 1 : 0;
    boolean direct = begin > words.after(person.get());
    begin += words.isDeterminer(begin) ? 1 : 0;
    RolePhrase phrase = phrases.from(begin);
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

  /** "Ann Roe, who chairs the board of Acme". */
  private void doer(int verb) {
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
              DOERS.get(words.word(verb)),
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
