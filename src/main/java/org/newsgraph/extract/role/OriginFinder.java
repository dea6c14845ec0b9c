package org.newsgraph.extract.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.PersonName;
import org.newsgraph.extract.Relation;
import org.newsgraph.extract.coref.UnambiguousPronounResolver;
import org.newsgraph.text.PartOfSpeech;

/** Finds birthplaces and residences of persons, and seats of organisations. */
final class OriginFinder {
  private static final double CERTAIN = 0.95;

  /** Confidence of a place that is only next to a name: "Ann Roe, of Leeds". */
  private static final double LIKELY = 0.85;

  /** Maximum distance between "Leeds-born" and the name that it belongs to, in words. */
  private static final int MAX_TOKEN_DISTANCE = 6;

  private static final Set<String> BORN = Set.of("born", "raised", "grew");
  private static final Set<String> LIVES = Set.of("lives", "lived", "living", "resides", "based");
  private static final Set<String> IN = Set.of("in", "at", "near", "outside");

  /** Titles after which "of" does not introduce a residence: "the Duchess of Cambridge". */
  private static final Set<String> RANKS =
      Set.of(
          "duke",
          "duchess",
          "prince",
          "princess",
          "earl",
          "countess",
          "marquess",
          "king",
          "queen",
          "archbishop",
          "bishop",
          "lord",
          "lady",
          "baron",
          "baroness",
          "viscount");

  /** Words between a subject and "born" or "lives" that do not change the subject. */
  private static final Set<String> SKIPPED =
      Set.of(",", "who", "which", "is", "was", "were", "are", "now", "also", "currently", "(");

  private final MentionIndex words;
  private final UnambiguousPronounResolver referents;
  private final List<Relation> found = new ArrayList<>();

  private OriginFinder(MentionIndex words, UnambiguousPronounResolver referents) {
    this.words = words;
    this.referents = referents;
  }

  static List<Relation> find(MentionIndex words, UnambiguousPronounResolver referents) {
    OriginFinder finder = new OriginFinder(words, referents);
    for (int at = 0; at < words.tokens().size(); at++) {
      finder.findBirthplace(at);
      finder.findResidence(at);
      finder.findCompound(at);
      finder.findHome(at);
    }
    words.people().forEach(finder::findAfterName);
    return finder.found;
  }

  /** Finds a birthplace: "Ann Roe, who was born in Leeds", "Born and raised in Leeds, Ann Roe". */
  private void findBirthplace(int at) {
    if (!words.word(at).equals("born")) {
      return;
    }
    int in = at + 1;
    in += words.word(in).equals("and") && words.isOneOf(in + 1, BORN) ? 2 : 0;
    Optional<Mention> place =
        words.word(in).equals("in") ? words.placeFrom(in + 1) : Optional.empty();
    if (place.isPresent() && words.sameSentence(at, in)) {
      Span span = words.span(at, words.after(place.get()));
      subject(at, words.after(place.get()))
          .filter(it -> it.type() == EntityType.PERSON)
          .ifPresent(
              it -> found.add(new Relation.Birthplace(it, place.get().entity(), span, CERTAIN)));
    }
  }

  /** Finds a residence or seat: "Ann Roe lives in Leeds", "Acme, which is based in Leeds". */
  private void findResidence(int at) {
    if (!words.isOneOf(at, LIVES) || !words.isOneOf(at + 1, IN) || !words.isUnquoted(at)) {
      return;
    }
    Optional<Mention> place = words.placeFrom(at + 2);
    if (place.isPresent() && words.sameSentence(at, at + 2)) {
      Span span = words.span(at, words.after(place.get()));
      subject(at, words.after(place.get()))
          .filter(it -> words.word(at).equals("based") || it.type() == EntityType.PERSON)
          .ifPresent(it -> addBase(it, place.get(), span, CERTAIN));
    }
  }

  /**
   * Returns the subject of a clause with a verb: the name before the verb, or after the clause if
   * the sentence starts with it.
   */
  private Optional<Entity> subject(int verb, int afterClause) {
    int at = verb - 1;
    while (words.sameSentence(at, verb) && (words.isOneOf(at, SKIPPED) || isAge(at))) {
      at--;
    }
    if (!words.sameSentence(at, verb)) {
      boolean comma = words.word(afterClause).equals(",");
      return comma ? words.personFrom(afterClause + 1).map(Mention::entity) : Optional.empty();
    }
    boolean pronoun = Set.of("he", "she").contains(words.word(at));
    return pronoun
        ? referents.resolve(at, Set.of())
        : words
            .mention(at)
            .filter(this::isPersonOrOrganisation)
            .filter(it -> words.tag(words.beforeTitle(it)) != PartOfSpeech.CONJUNCTION)
            .map(Mention::entity);
  }

  /** Tests whether a word is an age between commas: "Ann Roe, 43, who lives". */
  private boolean isAge(int at) {
    return words.word(at - 1).equals(",") && words.word(at).matches("\\d{1,3}");
  }

  private boolean isPersonOrOrganisation(Mention mention) {
    return MentionIndex.isPerson(mention) || mention.entity().type() == EntityType.ORGANISATION;
  }

  /**
   * Finds a place in a compound: "Leeds-born writer Ann Roe", "the London-based Acme", "Leeds
   * resident Ann Roe".
   */
  private void findCompound(int at) {
    Optional<Mention> place =
        words.mention(at - 1).filter(it -> it.entity().type() == EntityType.PLACE);
    boolean hyphen = words.word(at).equals("-") && words.isOneOf(at + 1, Set.of("based", "born"));
    boolean noun = words.isOneOf(at, Set.of("resident", "native"));
    if (place.isEmpty() || words.after(place.get()) != at || !(hyphen || noun)) {
      return;
    }
    int end = hyphen ? at + 2 : at + 1;
    Span span = words.span(words.first(place.get()), end);
    boolean born = words.isOneOf(end - 1, Set.of("born", "native"));
    Optional<Mention> named = adjacentName(words.first(place.get()), end);
    named
        .filter(it -> (born || noun) ? MentionIndex.isPerson(it) : isPersonOrOrganisation(it))
        .map(Mention::entity)
        .ifPresent(
            it -> {
              if (born) {
                found.add(new Relation.Birthplace(it, place.get().entity(), span, CERTAIN));
              } else {
                addBase(it, place.get(), span, CERTAIN);
              }
            });
  }

  /** Returns the name after a range of words, or before it and a comma. */
  private Optional<Mention> adjacentName(int begin, int end) {
    int article = words.isDeterminer(begin - 1) ? begin - 1 : begin;
    if (words.word(article - 1).equals(",") && words.sameSentence(article, article - 2)) {
      Optional<Mention> before = words.mention(article - 2).filter(this::isPersonOrOrganisation);
      if (before.isPresent()) {
        return before;
      }
    }
    for (int at = end; at < end + MAX_TOKEN_DISTANCE && words.sameSentence(at, begin); at++) {
      Optional<Mention> next = words.mention(at).filter(this::isPersonOrOrganisation);
      if (next.isPresent()) {
        return next.filter(it -> words.tag(words.after(it)) != PartOfSpeech.GENITIVE);
      }
      boolean phrase =
          words.tag(at).isNoun() || words.tag(at) == PartOfSpeech.ADJECTIVE || words.isHyphen(at);
      if (!phrase) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Finds a residence after a name: "Ann Roe, 43, of Leeds", "Ann Roe, a teacher from Leeds",
   * "Senator Ann Roe of Ohio".
   */
  private void findAfterName(Mention person) {
    if (!PersonName.of(person.entity().name()).isFull()) {
      return;
    }
    int at = words.after(person);
    if (words.word(at).equals("of")) {
      addPlaceAfter(person, at);
      return;
    }
    if (!words.word(at).equals(",") || !words.sameSentence(at, at - 1)) {
      return;
    }
    int begin = at + 1;
    boolean age = isAge(begin);
    begin += age && words.word(begin + 1).equals(",") ? 2 : 0;
    if (words.isDeterminer(begin) && !words.isPossessive(begin)) {
      begin++;
      for (int limit = begin + MAX_TOKEN_DISTANCE; begin < limit && isInPhrase(begin); begin++) {}
    }
    addPlaceAfter(person, begin);
  }

  private boolean isInPhrase(int at) {
    return (words.tag(at).isNoun() || words.tag(at) == PartOfSpeech.ADJECTIVE || words.isHyphen(at))
        && words.mention(at).isEmpty();
  }

  private void addPlaceAfter(Mention person, int preposition) {
    boolean introduced =
        words.isOneOf(preposition, Set.of("of", "from")) && !words.isOneOf(preposition - 1, RANKS);
    Optional<Mention> place = introduced ? words.placeFrom(preposition + 1) : Optional.empty();
    if (place.isPresent() && words.sameSentence(preposition, words.after(person) - 1)) {
      int end = words.after(place.get());
      boolean owned = words.tag(end) == PartOfSpeech.GENITIVE || words.tag(end).isNoun();
      if (!owned) {
        addBase(person.entity(), place.get(), words.span(preposition, end), LIKELY);
      }
    }
  }

  /** Finds a home: "His home in Leeds". */
  private void findHome(int at) {
    if (!words.word(at).equals("home")
        || !words.isOneOf(at + 1, IN)
        || !words.isPossessive(at - 1)
        || !words.isUnquoted(at)) {
      return;
    }
    Optional<Mention> place = words.placeFrom(at + 2);
    Optional<Entity> owner = place.flatMap(it -> referents.resolve(at - 1, Set.of()));
    if (owner.isPresent()) {
      addBase(owner.get(), place.get(), words.span(at - 1, words.after(place.get())), LIKELY);
    }
  }

  private void addBase(Entity entity, Mention place, Span span, double confidence) {
    found.add(new Relation.Base(entity, place.entity(), span, confidence));
  }
}
