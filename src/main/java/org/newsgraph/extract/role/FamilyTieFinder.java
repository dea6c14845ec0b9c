package org.newsgraph.extract.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.Relation;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.coref.PossessorResolver;
import org.newsgraph.extract.coref.UnambiguousPronounResolver;
import org.newsgraph.text.PartOfSpeech;

/**
 * Finds family ties: "Brendan Cox, husband of Jo", "her daughter Ann", "his wife, Mary Smith,",
 * "Ann Roe, Smith's mother". The subject of a tie is the person that the noun describes.
 */
final class FamilyTieFinder {
  /** Confidence of a tie between two names, without a possessor. */
  private static final double CERTAIN = 0.85;

  /** Confidence of a tie with a possessor. */
  private static final double LIKELY = 0.8;

  /** Maximum distance between "husband of" and the name, in words. */
  private static final int MAX_TOKEN_DISTANCE = 4;

  private static final Set<String> MEN =
      Set.of(
          "husband",
          "father",
          "son",
          "brother",
          "widower",
          "uncle",
          "nephew",
          "grandson",
          "grandfather",
          "stepson",
          "stepfather",
          "ex-husband",
          "fiancé",
          "boyfriend");

  private static final Set<String> WOMEN =
      Set.of(
          "wife",
          "mother",
          "daughter",
          "sister",
          "widow",
          "aunt",
          "niece",
          "granddaughter",
          "grandmother",
          "stepdaughter",
          "stepmother",
          "ex-wife",
          "fiancée",
          "girlfriend");

  private final MentionIndex words;
  private final UnambiguousPronounResolver referents;
  private final PossessorResolver owners;
  private final List<Relation> found = new ArrayList<>();

  private FamilyTieFinder(MentionIndex words, UnambiguousPronounResolver referents) {
    this.words = words;
    this.referents = referents;
    this.owners = new PossessorResolver(words, referents);
  }

  static List<Relation> find(MentionIndex words, UnambiguousPronounResolver referents) {
    FamilyTieFinder finder = new FamilyTieFinder(words, referents);
    for (int at = 0; at < words.tokens().size(); at++) {
      if (finder.isKin(at)) {
        finder.findAtNoun(at);
      } else if (words.word(at).equals("married") && words.word(at + 1).equals("to")) {
        finder.findMarriage(at);
      }
    }
    return finder.found;
  }

  private void findAtNoun(int at) {
    boolean inLaw =
        words.isHyphen(at + 1)
            && words.word(at + 2).equals("in")
            && words.word(at + 4).equals("law");
    boolean former = words.isHyphen(at - 1) && words.word(at - 2).equals("ex");
    int begin = former ? at - 2 : at;
    int end = inLaw ? at + 5 : at + 1;
    String noun = RoleNouns.singular(words.word(at));
    String text = (former ? "ex-" : "") + noun + (inLaw ? "-in-law" : "");
    if (words.isHyphen(end) || (!former && words.isHyphen(at - 1)) || isBusiness(at)) {
      return;
    }
    if (words.isOneOf(end, Set.of("of", "to"))) {
      findWithOf(begin, end, text);
    } else {
      findWithPossessor(begin, end, text);
    }
  }

  /** Tests whether a noun denotes a business relationship: "business partner". */
  private boolean isBusiness(int at) {
    return words.word(at).startsWith("partner") && words.tag(at - 1).isNoun();
  }

  /**
   * Finds a tie with "of": "Brendan Cox – husband of Syria campaigner Jo", "Ann is the mother of Bo
   * Lee".
   */
  private void findWithOf(int begin, int of, String text) {
    Optional<Mention> relative = nextPerson(of + 1);
    Optional<Mention> person = described(begin);
    if (relative.isPresent() && person.isPresent()) {
      add(
          person.get().entity(),
          text,
          relative.get().entity(),
          begin,
          words.after(relative.get()),
          CERTAIN);
    }
  }

  /** Returns the next name, if only nouns, adjectives and titles precede it. */
  private Optional<Mention> nextPerson(int from) {
    for (int at = from; at <= from + MAX_TOKEN_DISTANCE && words.sameSentence(at, from - 1); at++) {
      Optional<Mention> person = words.personFrom(at);
      if (person.isPresent()) {
        return person.filter(it -> words.tag(words.after(it)) != PartOfSpeech.GENITIVE);
      }
      boolean phrase =
          words.tag(at).isNoun()
              || words.tag(at) == PartOfSpeech.ADJECTIVE
              || words.word(at).equals("the")
              || words.word(at).equals(".");
      if (!phrase) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the person described by a phrase that starts at an index: the name before it, with a
   * comma, dash or "is" between them.
   */
  private Optional<Mention> described(int begin) {
    int at = begin - 1;
    while (words.sameSentence(at, begin)
        && (words.isOneOf(at, Set.of("the", "a", "an", "eldest", "younger", "older", "only"))
            || words.tag(at) == PartOfSpeech.ADJECTIVE)) {
      at--;
    }
    boolean apposition = words.isOneOf(at, Set.of(",", "–", "—", "-", "("));
    boolean verb = words.isOneOf(at, Set.of("is", "was"));
    at -= verb && words.isOneOf(at - 1, Set.of("who")) ? 1 : 0;
    at -= verb && words.word(at - 1).equals(",") ? 1 : 0;
    return (apposition || verb) && words.sameSentence(at - 1, begin)
        ? words.personBefore(at).filter(it -> !isRelative(it))
        : Optional.empty();
  }

  /** Tests whether a person is already the relative of another tie, like Jo in "husband of Jo". */
  private boolean isRelative(Mention person) {
    int before = words.first(person) - 1;
    return words.isOneOf(before, Set.of("of", "to")) && isKin(before - 1);
  }

  private boolean isKin(int at) {
    return RoleNouns.classOf(words.word(at)).filter(RoleNouns.KIN::equals).isPresent();
  }

  /**
   * Finds a tie with a possessor: "His wife, Mary Smith,", "Roe's sons Tim and Tom", "Ann Roe, his
   * mother", "and husband Bo".
   */
  private void findWithPossessor(int begin, int end, String text) {
    int owner = owners.lastWordBefore(begin);
    if (!words.sameSentence(owner, begin)) {
      return;
    }
    int comma = words.word(end).equals(",") ? 1 : 0;
    Optional<Mention> named =
        words.personFrom(end + comma).filter(it -> words.sameSentence(end, begin));
    boolean plural = RoleNouns.isPlural(words.word(end - 1));
    if (named.isPresent()
        && !(comma == 1 && !endsApposition(words.after(named.get())) && !plural)) {
      List<Mention> row = plural ? words.coordinatedPeople(named.get()) : List.of(named.get());
      if (plural && row.size() == 1) {
        return;
      }
      for (Mention each : row) {
        owners
            .resolve(owner, Set.of(each.entity()))
            .ifPresent(it -> add(each.entity(), text, it, begin, words.after(each), LIKELY));
      }
      return;
    }
    apposedTo(owner)
        .ifPresent(
            person ->
                owners
                    .resolve(owner, Set.of(person))
                    .ifPresent(it -> add(person, text, it, begin, end, LIKELY)));
  }

  private boolean endsApposition(int at) {
    return !words.sameSentence(at, at - 1)
        || Set.of(",", ".", ";", ")", ":", "–", "—").contains(words.word(at));
  }

  /** Returns the person before the possessor and a comma: Ann Roe in "Ann Roe, his mother". */
  private Optional<Entity> apposedTo(int owner) {
    int first = owner;
    Optional<Mention> genitive = owners.genitive(owner);
    if (genitive.isPresent()) {
      first = words.first(genitive.get());
    }
    return words.word(first - 1).equals(",") && words.sameSentence(first - 2, owner)
        ? words.personBefore(first - 1).map(Mention::entity)
        : Optional.empty();
  }

  /** Finds a marriage: "Ann Roe, who is married to Bo Lee". */
  private void findMarriage(int at) {
    Optional<Mention> relative = nextPerson(at + 2);
    int before = words.isOneOf(at - 1, Set.of("is", "was")) ? at - 2 : at - 1;
    before -= words.word(before).equals("who") ? 1 : 0;
    before -= words.word(before).equals(",") ? 1 : 0;
    Optional<Mention> person =
        words.sameSentence(before, at) ? words.personBefore(before + 1) : Optional.empty();
    if (relative.isPresent() && person.isPresent()) {
      add(
          person.get().entity(),
          "spouse",
          relative.get().entity(),
          at,
          words.after(relative.get()),
          CERTAIN);
    }
  }

  private void add(
      Entity person, String text, Entity relative, int begin, int end, double confidence) {
    Gender nounGender =
        MEN.contains(text) ? Gender.MALE : WOMEN.contains(text) ? Gender.FEMALE : Gender.UNKNOWN;
    if (!person.equals(relative) && referents.gender(person).fits(nounGender)) {
      found.add(new Relation.FamilyTie(person, text, relative, words.span(begin, end), confidence));
    }
  }
}
