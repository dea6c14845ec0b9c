package org.newsgraph.extract.coref;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.Speaker;

/** Collects the candidates for the speaker of a source, with the evidence for each. */
final class CandidateFeatures {
  /** Number of modifiers from which more of them do not count. */
  private static final int MAX_MODIFIERS = 4;

  /** Lowest difference in salience. */
  private static final double MIN_SALIENCE = -6;

  private final Discourse discourse;
  private final PronounResolver pronouns;
  private final DefiniteDescriptionResolver rules;
  private final MentionFeatures mentions;
  private final SpeechFeatures speech;
  private final DescriptionFeatures descriptions;

  CandidateFeatures(
      Discourse discourse, PronounResolver pronouns, DefiniteDescriptionResolver rules) {
    this.discourse = discourse;
    this.pronouns = pronouns;
    this.rules = rules;
    this.mentions = new MentionFeatures(discourse);
    this.speech = new SpeechFeatures(discourse);
    this.descriptions = new DescriptionFeatures(discourse.descriptions());
  }

  /**
   * Returns the candidates for a source with their evidence, in a fixed order.
   *
   * @param source the source
   * @param byRules the speaker that the rules for pronouns and descriptions choose
   */
  Map<SpeakerCandidate, SpeakerEvidence> of(PersonSource source, Speaker byRules) {
    Map<SpeakerCandidate, SpeakerEvidence> found = new LinkedHashMap<>();
    List<Entity> recent = mentions.recent(source);
    boolean introduced = source.isDescription() && rules.isIntroduced(source);
    Set<Entity> persons = discourse.personsAround(source.span());
    for (Entity person : persons) {
      if (discourse.genders().of(person).fits(source.gender())
          && !descriptions.isAnother(person, source)
          && (source.isDescription() || discourse.isInPost(person, source.span()))) {
        SpeakerCandidate candidate = new SpeakerCandidate.Named(person);
        SpeakerEvidence features = named(candidate, person, source, recent);
        if (candidate.is(byRules) || !isUnlikely(source, features, introduced)) {
          found.put(candidate, features);
        }
      }
    }
    removeWithoutOffice(found.values());
    Set<Span> seen = new HashSet<>();
    List<Speaker> spoken = discourse.recentSpeakers();
    for (int i = spoken.size() - 1; i >= 0; i--) {
      if (spoken.get(i) instanceof Speaker.Described it
          && seen.add(it.description())
          && (source.isDescription() || discourse.areInSamePost(it.span(), source.span()))) {
        SpeakerCandidate candidate = new SpeakerCandidate.Earlier(it);
        found.put(candidate, earlier(candidate, it, source));
      }
    }
    found.put(new SpeakerCandidate.New(), none(source, introduced));
    found.forEach((candidate, it) -> it.set(CandidateFeature.BY_RULES, candidate.is(byRules)));
    addSalience(found, source);
    addComparisons(found, persons, recent);
    return found;
  }

  /**
   * Tests whether nothing describes a person as the source does, although the article names the
   * person only later, or introduces somebody else by the same noun: "a judge". Likewise if a name
   * in the description, "the Ohio senator", is not near that of a person who did not just speak.
   */
  private static boolean isUnlikely(
      PersonSource source, SpeakerEvidence features, boolean introduced) {
    boolean another =
        (features.has(CandidateFeature.LATER) || introduced)
            && !features.has(CandidateFeature.CLASS_BESIDE)
            && features.get(CandidateFeature.FIT) == 0;
    boolean elsewhere =
        features.has(CandidateFeature.NAMES_MISSING)
            && !features.has(CandidateFeature.LAST_SPEAKER);
    return source.isDescription() && (another || elsewhere);
  }

  /**
   * Removes the persons without any title like the description if the article gives others one of
   * the same class, unless they spoke last.
   */
  private static void removeWithoutOffice(Collection<SpeakerEvidence> named) {
    if (named.stream().anyMatch(it -> it.has(CandidateFeature.CLASS_BESIDE))) {
      named.removeIf(
          it ->
              !it.has(CandidateFeature.CLASS_BESIDE)
                  && !it.has(CandidateFeature.LAST_SPEAKER)
                  && it.get(CandidateFeature.FIT) == 0);
    }
  }

  private SpeakerEvidence named(
      SpeakerCandidate candidate, Entity person, PersonSource source, List<Entity> recent) {
    SpeakerEvidence features = new SpeakerEvidence();
    if (source.gender() != Gender.UNKNOWN) {
      boolean agrees = discourse.genders().of(person) == source.gender();
      features.set(agrees ? CandidateFeature.GENDER_AGREES : CandidateFeature.GENDER_UNKNOWN);
    }
    mentions.add(person, source, recent, features);
    speech.add(candidate, source, features);
    features.set(
        CandidateFeature.LAST_SPEAKER_LAST_MENTIONED,
        features.has(CandidateFeature.LAST_SPEAKER)
            && features.has(CandidateFeature.LAST_MENTIONED));
    if (source.isDescription()) {
      speech.addDescriptions(candidate, source, features);
      descriptions.add(person, source, features);
      addDeterminer(source, features);
    }
    return features;
  }

  private static void addDeterminer(PersonSource source, SpeakerEvidence features) {
    boolean later = features.has(CandidateFeature.LATER);
    PersonSource.Determiner determiner = source.determiner();
    features.set(
        switch (determiner) {
          case INDEFINITE ->
              later ? CandidateFeature.INDEFINITE_LATER : CandidateFeature.INDEFINITE_BEFORE;
          case NONE -> later ? CandidateFeature.BARE_LATER : CandidateFeature.BARE_BEFORE;
          default -> later ? CandidateFeature.DEFINITE_LATER : CandidateFeature.DEFINITE_BEFORE;
        });
    boolean alone =
        source.modifiers().isEmpty()
            && source.names().isEmpty()
            && (determiner == PersonSource.Determiner.DEFINITE
                || determiner == PersonSource.Determiner.POSSESSIVE);
    features.set(
        CandidateFeature.NOUN_ALONE_LAST_SPEAKER,
        alone && features.has(CandidateFeature.LAST_SPEAKER));
    features.set(
        CandidateFeature.NOUN_ALONE_LAST_MENTIONED,
        alone && features.has(CandidateFeature.LAST_MENTIONED));
  }

  private SpeakerEvidence earlier(
      SpeakerCandidate candidate, Speaker.Described speaker, PersonSource source) {
    SpeakerEvidence features = new SpeakerEvidence();
    features.set(CandidateFeature.EARLIER);
    speech.add(candidate, source, features);
    String name = speaker.name();
    features.set(CandidateFeature.EARLIER_ONE_PERSON, NounPhraseNumber.isOnePerson(name));
    Optional<String> head = NounPhraseNumber.headNoun(name);
    boolean same = head.filter(source.head()::equals).isPresent();
    features.set(CandidateFeature.EARLIER_SAME_HEAD, same);
    features.set(
        CandidateFeature.EARLIER_CLASS,
        !same
            && source.roleClass().isPresent()
            && head.flatMap(RoleNouns::classOf).equals(source.roleClass()));
    String words = PersonSource.withoutDeterminer(name);
    boolean equal = words.equals(source.withoutDeterminer());
    features.set(CandidateFeature.EARLIER_SAME_WORDS, equal);
    features.set(
        CandidateFeature.EARLIER_WORDS_WITHIN,
        !equal && words.contains(source.withoutDeterminer()));
    int distance = discourse.distance(speaker.description(), source.sentence());
    features.set(CandidateFeature.ofDistance(Math.max(0, distance)));
    return features;
  }

  private SpeakerEvidence none(PersonSource source, boolean introduced) {
    SpeakerEvidence features = new SpeakerEvidence();
    features.set(CandidateFeature.NEW);
    features.set(CandidateFeature.NEW_FIRST, discourse.spoken().isEmpty());
    if (source.isDescription()) {
      features.set(
          switch (source.determiner()) {
            case INDEFINITE -> CandidateFeature.NEW_INDEFINITE;
            case DEFINITE -> CandidateFeature.NEW_DEFINITE;
            case POSSESSIVE -> CandidateFeature.NEW_POSSESSIVE;
            case NONE -> CandidateFeature.NEW_BARE;
          });
      int modifiers = source.modifiers().size() + source.names().size();
      features.set(CandidateFeature.NEW_MODIFIERS, Math.min(modifiers, MAX_MODIFIERS));
      features.set(CandidateFeature.NEW_NOUN_ALONE, modifiers == 0);
      features.set(CandidateFeature.NEW_INTRODUCED, introduced);
      features.set(
          CandidateFeature.NEW_OBJECT,
          source.words().contains(" of ") || source.words().contains(" for "));
    }
    return features;
  }

  /** Adds the salience of each person, relative to that of the most salient one. */
  private void addSalience(Map<SpeakerCandidate, SpeakerEvidence> found, PersonSource source) {
    Map<Entity, Double> salience = pronouns.salience(source);
    double most = salience.values().stream().mapToDouble(it -> it).max().orElse(0);
    salience.forEach(
        (person, value) -> {
          SpeakerEvidence features = found.get(new SpeakerCandidate.Named(person));
          if (features != null) {
            features.set(CandidateFeature.SALIENCE, Math.max(value - most, MIN_SALIENCE));
            features.set(CandidateFeature.SALIENT);
          }
        });
  }

  /** Adds the features that compare the candidates with one another. */
  private void addComparisons(
      Map<SpeakerCandidate, SpeakerEvidence> found, Set<Entity> persons, List<Entity> recent) {
    Collection<SpeakerEvidence> all = found.values();
    setIfAlone(all, CandidateFeature.HEAD_BESIDE, CandidateFeature.HEAD_BESIDE_ONLY);
    setIfAlone(all, CandidateFeature.CLASS_BESIDE, CandidateFeature.CLASS_BESIDE_ONLY);
    recent.stream()
        .map(SpeakerCandidate.Named::new)
        .map(found::get)
        .filter(it -> it != null && it.has(CandidateFeature.CLASS_BESIDE))
        .findFirst()
        .ifPresent(it -> it.set(CandidateFeature.CLASS_BESIDE_LAST));
    double best = all.stream().mapToDouble(it -> it.get(CandidateFeature.FIT)).max().orElse(0);
    List<SpeakerEvidence> fitting =
        all.stream().filter(it -> it.get(CandidateFeature.FIT) == best).toList();
    if (best > 0 && fitting.size() == 1) {
      fitting.get(0).set(CandidateFeature.FIT_BEST);
    }
    int most = persons.stream().mapToInt(this::mentionsOf).max().orElse(0);
    found.forEach(
        (candidate, it) ->
            it.set(
                CandidateFeature.MOST_MENTIONED,
                candidate instanceof SpeakerCandidate.Named named
                    && mentionsOf(named.entity()) == most));
  }

  private int mentionsOf(Entity person) {
    return discourse.mentionsOf(person).size();
  }

  private static void setIfAlone(
      Collection<SpeakerEvidence> all, CandidateFeature feature, CandidateFeature alone) {
    List<SpeakerEvidence> having = all.stream().filter(it -> it.has(feature)).toList();
    if (having.size() == 1) {
      having.get(0).set(alone);
    }
  }
}
