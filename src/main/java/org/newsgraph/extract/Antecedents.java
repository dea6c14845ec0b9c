package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.text.Tag;

/**
 * Finds whom "he" or "she" stands for: of the people before it, the one nearest to mind. A speaker
 * stays in mind longer than someone spoken of, a subject longer than an object; whom a "he" of the
 * narrator's stands for stays in mind by that.
 */
final class Antecedents {
  /** How many sentences of the narrator's back somebody is still in mind. */
  private static final int REACH = 6;

  /** The same for bodies and groups, of which "it" and "they" may as well be many others. */
  private static final int NEAR = 2;

  private static final double SPEAKER = 2.0;

  /** Of a speaker without a name, or in a relative clause: "Mr Roe, who said". */
  private static final double BESIDES = 1.0;

  private static final double SUBJECT = 1.5;
  private static final double QUOTED = -2.5;
  private static final double GOVERNED = -1;

  private static final Map<String, Gender> SUBJECTS =
      Map.of("he", Gender.MALE, "she", Gender.FEMALE);

  /** Two names, and not one of whom two things are told. */
  private static final Pattern PAIR = Pattern.compile("[^,]*\\p{Lu}\\S* and \\p{Lu}[^,]*");

  private static final Set<Tag> FOLLOWS_SUBJECT = EnumSet.of(Tag.VERB, Tag.ADVERB, Tag.RELATIVE);

  private static final Set<Tag> IN_PHRASE =
      EnumSet.of(
          Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.PROPER_NOUN, Tag.GENITIVE, Tag.NUMBER);

  private final Reading reading;
  private final List<Mention> mentions;
  private final List<Speaker> spoken;
  private final Genders genders;

  /** How many sentences with words of the narrator's end before each sentence. */
  private final int[] told;

  /** The narrator's pronouns so far, and whom they stand for. */
  private final List<Echo> echoes = new ArrayList<>();

  /** The word up to which pronouns were looked for. */
  private int heard;

  /** A pronoun that stands for somebody. */
  private record Echo(Span span, Entity person) {}

  /**
   * @param mentions in reading order, none over another
   * @param spoken the speakers of the statements before, in reading order
   */
  Antecedents(Reading reading, List<Mention> mentions, List<Speaker> spoken, Genders genders) {
    this.reading = reading;
    this.mentions = mentions;
    this.spoken = spoken;
    this.genders = genders;
    this.told = told(reading);
  }

  private static int[] told(Reading reading) {
    int sentences = reading.size() == 0 ? 0 : reading.word(reading.size() - 1).sentence() + 1;
    int[] told = new int[sentences + 1];
    for (int at = 0; at < reading.size(); at++) {
      told[reading.word(at).sentence() + 1] |= reading.word(at).isNarrators() ? 1 : 0;
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
    for (; heard < reading.size() && reading.word(heard).token().span().end() <= end; heard++) {
      Span span = reading.word(heard).token().span();
      String word = reading.word(heard).token().word().toLowerCase(Locale.ROOT);
      Gender gender = SUBJECTS.get(word);
      if (gender != null && reading.word(heard).isNarrators()) {
        best(span, word, gender)
            .filter(Speaker.Known.class::isInstance)
            .map(Speaker.Known.class::cast)
            .map(Speaker.Known::entity)
            // Others follow from it, so the gender has to be known, not only to fit.
            .filter(it -> genders.of(it) == gender)
            .ifPresent(it -> echoes.add(new Echo(span, it)));
      }
    }
  }

  private Optional<Speaker> best(Span pronoun, String words, Gender gender) {
    int here = sentence(pronoun);
    // In reading order, since of equals the first is taken: hash codes differ from run to run.
    Map<Object, Double> scores = new LinkedHashMap<>();
    Map<Object, Speaker> speakers = new HashMap<>();
    for (Mention mention : inMind(pronoun, here)) {
      if (mention.entity().type() != EntityType.PERSON
          || !genders.of(mention.entity()).fits(gender)) {
        continue;
      }
      int distance = distance(mention.span(), here);
      double score = -distance + (isSubject(mention.span()) ? SUBJECT : 0);
      score += reading.inQuotation(mention.span().begin()) ? QUOTED : 0;
      // "Campaigning against Mitt Romney, he": what stands before the subject is not the subject.
      score += distance == 0 && isGoverned(mention.span()) ? GOVERNED : 0;
      scores.merge(mention.entity(), score, Math::max);
      speakers.put(mention.entity(), new Speaker.Known(pronoun, words, mention.entity()));
    }
    for (int i = echoes.size() - 1; i >= 0; i--) {
      Echo echo = echoes.get(i);
      int distance = distance(echo.span(), here);
      if (distance > REACH) {
        break;
      }
      if (echo.span().end() <= pronoun.begin() && genders.of(echo.person()).fits(gender)) {
        scores.merge(echo.person(), SUBJECT - distance, Math::max);
        speakers.put(echo.person(), new Speaker.Known(pronoun, words, echo.person()));
      }
    }
    if (last().isPresent()) {
      Speaker last = last().get();
      Object key = last instanceof Speaker.Known known ? known.entity() : last.name();
      int distance = distance(last.span(), here);
      boolean person =
          last instanceof Speaker.Known known
              ? known.entity().type() == EntityType.PERSON
                  && genders.of(known.entity()).fits(gender)
              : Descriptions.isOnePerson(last.name());
      if (person && distance >= 0 && distance <= REACH) {
        double base = scores.getOrDefault(key, SUBJECT - distance);
        scores.put(key, base + (isForemost(last) ? SPEAKER : BESIDES));
        speakers.putIfAbsent(key, SpeakerResolver.again(last, pronoun, words));
      }
    }
    return scores.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(e -> speakers.get(e.getKey()));
  }

  /** The mentions before a pronoun, of the sentences that are in reach. */
  private List<Mention> inMind(Span pronoun, int here) {
    int end = 0;
    int after = mentions.size();
    while (end < after) {
      int middle = (end + after) >>> 1;
      if (mentions.get(middle).span().end() <= pronoun.begin()) {
        end = middle + 1;
      } else {
        after = middle;
      }
    }
    int begin = end;
    while (begin > 0 && distance(mentions.get(begin - 1).span(), here) <= REACH) {
      begin--;
    }
    return mentions.subList(begin, end);
  }

  private boolean isForemost(Speaker speaker) {
    return speaker instanceof Speaker.Known
        && reading.word(reading.firstFrom(speaker.span().begin())).token().tag() != Tag.RELATIVE;
  }

  /** What "it" stands for: what spoke last, or else the last body that is a subject nearby. */
  Optional<Speaker> body(Span pronoun, String words) {
    int here = sentence(pronoun);
    return lastOfMany(pronoun, words, Descriptions::isThing)
        .or(
            () ->
                mentions.stream()
                    .filter(mention -> mention.entity().type() == EntityType.ORGANISATION)
                    .filter(mention -> mention.span().end() <= pronoun.begin())
                    .filter(mention -> here - sentence(mention.span()) <= NEAR)
                    .filter(mention -> isSubject(mention.span()))
                    .reduce((first, second) -> second)
                    .map(mention -> new Speaker.Known(pronoun, words, mention.entity())));
  }

  /**
   * Whom "they" stands for: the group or the body that spoke last, not long before; else the group
   * that this sentence or the one before begins with.
   */
  Optional<Speaker> group(Span pronoun, String words) {
    int here = sentence(pronoun);
    return lastOfMany(pronoun, words, Descriptions::isMany)
        .or(() -> pair(here, pronoun, words))
        .or(() -> beginning(here, pronoun, words))
        .or(() -> beginning(here - 1, pronoun, words));
  }

  /** "Mr Grassley and Mr Leahy", who spoke last. */
  private Optional<Speaker> pair(int here, Span pronoun, String words) {
    return last()
        .filter(speaker -> here - sentence(speaker.span()) <= NEAR)
        .filter(speaker -> PAIR.matcher(speaker.words()).matches())
        .map(it -> new Speaker.Described(pronoun, words, it.span(), it.words()));
  }

  /** Who spoke last, not long before, if that is no person: named, or so described. */
  private Optional<Speaker> lastOfMany(Span pronoun, String words, Predicate<String> described) {
    return last()
        .filter(speaker -> sentence(pronoun) - sentence(speaker.span()) <= NEAR)
        .filter(
            speaker ->
                speaker instanceof Speaker.Known known
                    ? known.entity().type() != EntityType.PERSON
                    : described.test(speaker.name()))
        .map(speaker -> SpeakerResolver.again(speaker, pronoun, words));
  }

  /** The group that a sentence begins with: "Critics of the programme". */
  private Optional<Speaker> beginning(int sentence, Span pronoun, String words) {
    int begin = reading.firstFrom(pronoun.begin()) - 1;
    while (begin > 0 && reading.word(begin - 1).sentence() >= sentence) {
      begin--;
    }
    if (begin < 0 || reading.word(begin).sentence() != sentence) {
      return Optional.empty();
    }
    int end = begin;
    while (IN_PHRASE.contains(reading.word(end).token().tag())
        && reading.word(end).token().span().end() < pronoun.begin()) {
      end++;
    }
    if (end == begin
        || reading.word(end - 1).token().tag() != Tag.NOUN
        || !Descriptions.isPlural(reading.word(end - 1).token().word())) {
      return Optional.empty();
    }
    Span group = reading.word(begin).token().span().to(reading.word(end - 1).token().span());
    return Optional.of(new Speaker.Described(pronoun, words, group, reading.text().at(group)));
  }

  private Optional<Speaker> last() {
    return spoken.isEmpty() ? Optional.empty() : Optional.of(spoken.get(spoken.size() - 1));
  }

  /** From a place back from a sentence, in sentences of the narrator's; below zero after it. */
  private int distance(Span span, int here) {
    int there = sentence(span);
    return there > here ? -1 : told[here] - told[there];
  }

  private int sentence(Span span) {
    int at = Math.min(reading.firstFrom(span.begin()), reading.size() - 1);
    return reading.word(at).sentence();
  }

  /**
   * Whether a name is the subject of a clause, or a part of it: a verb follows, or a relative
   * clause or an apposition, and no preposition stands before it.
   */
  private boolean isSubject(Span span) {
    int next = reading.firstFrom(span.end());
    return next < reading.size()
        && (FOLLOWS_SUBJECT.contains(reading.word(next).token().tag())
            || reading.word(next).token().word().equals(","))
        && !isGoverned(span);
  }

  private boolean isGoverned(Span span) {
    int before = reading.firstFrom(span.begin()) - 1;
    return before >= 0 && reading.word(before).token().tag() == Tag.PREPOSITION;
  }
}
