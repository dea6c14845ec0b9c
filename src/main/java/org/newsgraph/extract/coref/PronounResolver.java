package org.newsgraph.extract.coref;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.Speaker;
import org.newsgraph.text.PartOfSpeech;

/**
 * Finds whom "he" or "she" stands for: of the people before it, the one nearest to mind. A speaker
 * stays in mind longer than someone spoken of, a subject longer than an object; whom a "he" of the
 * narrator's stands for stays in mind by that.
 */
final class PronounResolver {
  /** How many sentences of the narrator's back somebody is still in mind. */
  private static final int REACH = 6;

  private static final double SPEAKER = 2.0;

  /** Of a speaker in a relative clause: "Mr Roe, who said". */
  private static final double BESIDES = 1.0;

  /** For each time that somebody has been named twice as often: of whom an article is about. */
  private static final double PROMINENT = 0.6;

  /** How near to mind somebody must be to be meant by an epithet. */
  private static final double AT_ONCE = 2.0;

  /** How much nearer than all others. */
  private static final double SOONER = 1.0;

  private static final double SUBJECT = 1.5;
  private static final double QUOTED = -2.5;
  private static final double GOVERNED = -1;

  private static final Map<String, Gender> SUBJECTS =
      Map.of("he", Gender.MALE, "she", Gender.FEMALE);

  private final DocumentTokens tokens;
  private final List<Mention> mentions;
  private final List<Speaker> spoken;
  private final Genders genders;

  /** How many sentences with words of the narrator's end before each sentence. */
  private final int[] told;

  /** How often each mention's entity has been named, up to and with it. */
  private final int[] nth;

  /** The narrator's pronouns so far, and whom they stand for. */
  private final List<Echo> echoes = new ArrayList<>();

  /** The word up to which pronouns were looked for. */
  private int heard;

  /**
   * A pronoun that stands for somebody.
   *
   * @param times how often that person is named up to there
   */
  private record Echo(Span span, Entity person, int times) {}

  /**
   * @param mentions in reading order, none over another
   * @param spoken the speakers of the statements before, in reading order
   */
  PronounResolver(
      DocumentTokens tokens, List<Mention> mentions, List<Speaker> spoken, Genders genders) {
    this.tokens = tokens;
    this.mentions = mentions;
    this.spoken = spoken;
    this.genders = genders;
    this.told = told(tokens);
    this.nth = nth(mentions);
  }

  private static int[] nth(List<Mention> mentions) {
    Map<Entity, Integer> times = new HashMap<>();
    return mentions.stream().mapToInt(it -> times.merge(it.entity(), 1, Integer::sum)).toArray();
  }

  private static int[] told(DocumentTokens tokens) {
    int sentences = tokens.size() == 0 ? 0 : tokens.word(tokens.size() - 1).sentence() + 1;
    int[] told = new int[sentences + 1];
    for (int at = 0; at < tokens.size(); at++) {
      told[tokens.word(at).sentence() + 1] |= tokens.word(at).isUnquoted() ? 1 : 0;
    }
    for (int sentence = 0; sentence < sentences; sentence++) {
      told[sentence + 1] += told[sentence];
    }
    return told;
  }

  /** Whom the pronoun at this place stands for, if anybody fits. */
  Optional<Speaker> of(Span pronoun, String words, Gender gender) {
    hear(pronoun.begin());
    return best(pronoun, words, gender);
  }

  /** Resolves the narrator's pronouns that are subjects, up to here. */
  private void hear(int end) {
    for (; heard < tokens.size() && tokens.word(heard).token().span().end() <= end; heard++) {
      Span span = tokens.word(heard).token().span();
      String word = tokens.word(heard).token().word().toLowerCase(Locale.ROOT);
      Gender gender = SUBJECTS.get(word);
      if (gender != null && tokens.word(heard).isUnquoted()) {
        best(span, word, gender)
            .filter(Speaker.Known.class::isInstance)
            .map(Speaker.Known.class::cast)
            .map(Speaker.Known::entity)
            // Others follow from it, so the gender has to be known, not only to fit.
            .filter(it -> genders.of(it) == gender)
            .ifPresent(it -> echoes.add(new Echo(span, it, timesNamed(it, span))));
      }
    }
  }

  /**
   * Whom "the Florida senator" calls where nothing else tells it: someone named before, to avoid
   * whose name it is said, who comes to mind at once, and sooner than all others.
   */
  Optional<Entity> called(Span epithet, Gender gender) {
    hear(epithet.begin());
    Map<Entity, Double> people = inMind(epithet, gender);
    return people.entrySet().stream()
        .filter(it -> it.getValue() >= AT_ONCE && timesNamed(it.getKey(), epithet) > 1)
        .filter(
            it ->
                people.values().stream()
                        .filter(nearness -> nearness > it.getValue() - SOONER)
                        .count()
                    == 1)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Optional<Speaker> best(Span pronoun, String words, Gender gender) {
    Optional<Map.Entry<Entity, Double>> first =
        inMind(pronoun, gender).entrySet().stream().max(Map.Entry.comparingByValue());
    int here = tokens.sentence(pronoun);
    Optional<Speaker> described =
        last()
            .filter(Speaker.Described.class::isInstance)
            .filter(it -> NounPhraseNumber.isOnePerson(it.name()))
            .filter(it -> isInReach(it.span(), here))
            .filter(
                it ->
                    first.isEmpty()
                        || SUBJECT - distance(it.span(), here) > first.get().getValue());
    return described
        .map(it -> SpeakerResolver.again(it, pronoun, words))
        .or(() -> first.map(it -> new Speaker.Known(pronoun, words, it.getKey())));
  }

  /** The people who are named before a place, not far back, and how near to mind each is there. */
  private Map<Entity, Double> inMind(Span place, Gender gender) {
    int here = tokens.sentence(place);
    // In reading order, since of equals the first is taken: hash codes differ from run to run.
    Map<Entity, Double> scores = new LinkedHashMap<>();
    Map<Entity, Integer> times = new HashMap<>();
    int end = mentionsBefore(place);
    int begin = end;
    while (begin > 0 && distance(mentions.get(begin - 1).span(), here) <= REACH) {
      begin--;
    }
    for (int i = begin; i < end; i++) {
      Mention mention = mentions.get(i);
      if (mention.entity().type() != EntityType.PERSON
          || !genders.of(mention.entity()).fits(gender)) {
        continue;
      }
      int distance = distance(mention.span(), here);
      double score = -distance + (tokens.isSubject(mention.span()) ? SUBJECT : 0);
      score += tokens.inQuotation(mention.span().begin()) ? QUOTED : 0;
      // "Campaigning against Mitt Romney, he": what stands before the subject is not the subject.
      score += distance == 0 && tokens.followsPreposition(mention.span()) ? GOVERNED : 0;
      scores.merge(mention.entity(), score, Math::max);
      times.put(mention.entity(), nth[i]);
    }
    for (int i = echoes.size() - 1; i >= 0; i--) {
      Echo echo = echoes.get(i);
      int distance = distance(echo.span(), here);
      if (distance > REACH) {
        break;
      }
      if (echo.span().end() <= place.begin() && genders.of(echo.person()).fits(gender)) {
        scores.merge(echo.person(), SUBJECT - distance, Math::max);
        times.putIfAbsent(echo.person(), echo.times());
      }
    }
    scores.replaceAll((person, score) -> score + prominence(times.get(person)));
    last()
        .filter(Speaker.Known.class::isInstance)
        .map(Speaker.Known.class::cast)
        .filter(it -> it.entity().type() == EntityType.PERSON)
        .filter(it -> genders.of(it.entity()).fits(gender) && isInReach(it.span(), here))
        .ifPresent(
            it -> {
              scores.putIfAbsent(it.entity(), SUBJECT - distance(it.span(), here));
              scores.merge(it.entity(), nearness(it), Double::sum);
            });
    return scores;
  }

  private boolean isInReach(Span span, int here) {
    int distance = distance(span, here);
    return distance >= 0 && distance <= REACH;
  }

  private int mentionsBefore(Span place) {
    int end = 0;
    int after = mentions.size();
    while (end < after) {
      int middle = (end + after) >>> 1;
      if (mentions.get(middle).span().end() <= place.begin()) {
        end = middle + 1;
      } else {
        after = middle;
      }
    }
    return end;
  }

  /** How much nearer to mind somebody is by having spoken last. */
  private double nearness(Speaker last) {
    int begin = tokens.indexAtOrAfter(last.span().begin());
    return tokens.word(begin).token().pos() == PartOfSpeech.RELATIVE ? BESIDES : SPEAKER;
  }

  private int timesNamed(Entity person, Span before) {
    int at = mentionsBefore(before) - 1;
    while (at >= 0 && !mentions.get(at).entity().equals(person)) {
      at--;
    }
    return at < 0 ? 0 : nth[at];
  }

  /** By how much somebody comes to mind sooner for having been named often. */
  private static double prominence(int times) {
    return PROMINENT * Math.log(1 + times) / Math.log(2);
  }

  private Optional<Speaker> last() {
    return spoken.isEmpty() ? Optional.empty() : Optional.of(spoken.get(spoken.size() - 1));
  }

  /** From a place back from a sentence, in sentences of the narrator's; below zero after it. */
  private int distance(Span span, int here) {
    int there = tokens.sentence(span);
    return there > here ? -1 : told[here] - told[there];
  }
}
