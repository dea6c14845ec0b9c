package org.newsgraph.extract;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.newsgraph.article.Span;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.text.Tag;

/**
 * Finds whom "he" or "she" stands for: of the people before it, the one nearest to mind. A speaker
 * stays in mind longer than someone spoken of, a subject longer than an object.
 */
final class Antecedents {
  /** How many sentences back somebody is still in mind. */
  private static final int REACH = 6;

  /** The same for bodies and groups, of which "it" and "they" may as well be many others. */
  private static final int NEAR = 2;

  private static final double SPEAKER = 2.0;
  private static final double SUBJECT = 1.5;
  private static final double QUOTED = -2.5;
  private static final double GOVERNED = -1;

  private static final Set<Tag> FOLLOWS_SUBJECT = EnumSet.of(Tag.VERB, Tag.ADVERB, Tag.RELATIVE);

  private static final Set<Tag> IN_PHRASE =
      EnumSet.of(
          Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.PROPER_NOUN, Tag.GENITIVE, Tag.NUMBER);

  private final Reading reading;
  private final List<Mention> mentions;
  private final List<Speaker> spoken;
  private final Genders genders;

  /**
   * @param spoken the speakers of the statements before, in reading order
   */
  Antecedents(Reading reading, List<Mention> mentions, List<Speaker> spoken, Genders genders) {
    this.reading = reading;
    this.mentions = mentions;
    this.spoken = spoken;
    this.genders = genders;
  }

  /** Whom the pronoun at this place stands for, if anybody fits. */
  Optional<Speaker> of(Span pronoun, String words, Gender gender) {
    int here = sentence(pronoun);
    // In reading order, since of equals the first is taken: hash codes differ from run to run.
    Map<Object, Double> scores = new LinkedHashMap<>();
    Map<Object, Speaker> speakers = new HashMap<>();
    for (Mention mention : mentions) {
      boolean before = mention.span().end() <= pronoun.begin();
      Gender told = genders.of(mention.entity());
      int distance = before ? here - sentence(mention.span()) : -1;
      if (mention.entity().type() != EntityType.PERSON
          || distance < 0
          || distance > REACH
          || !told.fits(gender)) {
        continue;
      }
      double score = -distance + (isSubject(mention.span()) ? SUBJECT : 0);
      score += reading.inQuotation(mention.span().begin()) ? QUOTED : 0;
      // "Campaigning against Mitt Romney, he": what stands before the subject is not the subject.
      score += distance == 0 && isGoverned(mention.span()) ? GOVERNED : 0;
      scores.merge(mention.entity(), score, Math::max);
      speakers.put(mention.entity(), new Speaker.Known(pronoun, words, mention.entity()));
    }
    if (last().isPresent()) {
      Speaker last = last().get();
      Object key = last instanceof Speaker.Known known ? known.entity() : last.name();
      int distance = here - sentence(last.span());
      boolean person =
          last instanceof Speaker.Known known
              ? known.entity().type() == EntityType.PERSON
                  && genders.of(known.entity()).fits(gender)
              : Descriptions.isOnePerson(last.name());
      if (person && distance >= 0 && distance <= REACH) {
        double base = scores.getOrDefault(key, SUBJECT - distance);
        scores.put(key, base + SPEAKER);
        speakers.putIfAbsent(key, SpeakerResolver.again(last, pronoun, words));
      }
    }
    return scores.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(e -> speakers.get(e.getKey()));
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
        .or(() -> beginning(here, pronoun, words))
        .or(() -> beginning(here - 1, pronoun, words));
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
