package org.newsgraph.extract.coref;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.Speaker;

/** Collects the candidates for the speaker of a source, with the evidence for each. */
final class CandidateFeatures {
  /** Number of modifiers from which more of them do not count. */
  private static final int MAX_MODIFIERS = 4;

  private final Discourse discourse;
  private final MentionFeatures mentions;
  private final SpeechFeatures speech;
  private final DescriptionFeatures descriptions;
  private final Set<Entity> persons = new LinkedHashSet<>();

  CandidateFeatures(Discourse discourse) {
    this.discourse = discourse;
    this.mentions = new MentionFeatures(discourse);
    this.speech = new SpeechFeatures(discourse);
    this.descriptions = new DescriptionFeatures(discourse.descriptions());
    discourse.mentions().stream()
        .map(Mention::entity)
        .filter(it -> it.type() == EntityType.PERSON)
        .forEach(persons::add);
  }

  /**
   * Returns the candidates for a source with their evidence, in a fixed order.
   *
   * @param source the source
   * @param byRules the speaker that the rules for pronouns and descriptions choose
   */
  Map<SpeakerCandidate, Evidence> of(PersonSource source, Speaker byRules) {
    Map<SpeakerCandidate, Evidence> found = new LinkedHashMap<>();
    List<Entity> recent = mentions.recent(source);
    for (Entity person : persons) {
      if (discourse.genders().of(person).fits(source.gender())
          && !descriptions.isAnother(person, source)
          && (source.isDescription() || discourse.isInPost(person, source.span()))) {
        SpeakerCandidate candidate = new SpeakerCandidate.Named(person);
        found.put(candidate, named(candidate, person, source, recent));
      }
    }
    Set<Span> seen = new HashSet<>();
    List<Speaker> spoken = new ArrayList<>(discourse.spoken());
    for (int i = spoken.size() - 1; i >= 0; i--) {
      if (spoken.get(i) instanceof Speaker.Described it
          && seen.add(it.description())
          && (source.isDescription() || discourse.areInSamePost(it.span(), source.span()))) {
        SpeakerCandidate candidate = new SpeakerCandidate.Earlier(it);
        found.put(candidate, earlier(candidate, it, source));
      }
    }
    found.put(new SpeakerCandidate.New(), none(source));
    found.forEach((candidate, it) -> it.set(CandidateFeature.BY_RULES, candidate.is(byRules)));
    addComparisons(found, recent);
    return found;
  }

  private Evidence named(
      SpeakerCandidate candidate, Entity person, PersonSource source, List<Entity> recent) {
    Evidence features = new Evidence();
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

  private static void addDeterminer(PersonSource source, Evidence features) {
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

  private Evidence earlier(
      SpeakerCandidate candidate, Speaker.Described speaker, PersonSource source) {
    Evidence features = new Evidence();
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

  private Evidence none(PersonSource source) {
    Evidence features = new Evidence();
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
      features.set(
          CandidateFeature.NEW_OBJECT,
          source.words().contains(" of ") || source.words().contains(" for "));
    }
    return features;
  }

  /** Adds the features that compare the candidates with one another. */
  private void addComparisons(Map<SpeakerCandidate, Evidence> found, List<Entity> recent) {
    Collection<Evidence> all = found.values();
    setIfAlone(all, CandidateFeature.HEAD_BESIDE, CandidateFeature.HEAD_BESIDE_ONLY);
    setIfAlone(all, CandidateFeature.CLASS_BESIDE, CandidateFeature.CLASS_BESIDE_ONLY);
    recent.stream()
        .map(SpeakerCandidate.Named::new)
        .map(found::get)
        .filter(it -> it != null && it.has(CandidateFeature.CLASS_BESIDE))
        .findFirst()
        .ifPresent(it -> it.set(CandidateFeature.CLASS_BESIDE_LAST));
    double best = all.stream().mapToDouble(it -> it.get(CandidateFeature.FIT)).max().orElse(0);
    List<Evidence> fitting =
        all.stream().filter(it -> it.get(CandidateFeature.FIT) == best).toList();
    if (best > 0 && fitting.size() == 1) {
      fitting.get(0).set(CandidateFeature.FIT_BEST);
    }
    long most = persons.stream().mapToLong(this::mentionsOf).max().orElse(0);
    found.forEach(
        (candidate, it) ->
            it.set(
                CandidateFeature.MOST_MENTIONED,
                candidate instanceof SpeakerCandidate.Named named
                    && mentionsOf(named.entity()) == most));
  }

  private long mentionsOf(Entity person) {
    return discourse.mentions().stream().filter(it -> it.entity().equals(person)).count();
  }

  private static void setIfAlone(
      Collection<Evidence> all, CandidateFeature feature, CandidateFeature alone) {
    List<Evidence> having = all.stream().filter(it -> it.has(feature)).toList();
    if (having.size() == 1) {
      having.get(0).set(alone);
    }
  }
}
