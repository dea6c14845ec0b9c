package org.newsgraph.extract.coref;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Speaker;
import org.newsgraph.text.PartOfSpeech;

/** Resolves "it" and "they" to organisations, things, groups and pairs mentioned before. */
final class GroupPronounResolver {
  /** Maximum distance of an antecedent, in sentences. */
  private static final int MAX_SENTENCE_DISTANCE = 2;

  /** Two coordinated names, but not one name with an apposition. */
  private static final Pattern PAIR = Pattern.compile("[^,]*\\p{Lu}\\S* and \\p{Lu}[^,]*");

  /** Plural nouns of time: "for forty hours", "two months later". */
  private static final Set<String> TIMES =
      Set.of("minutes", "hours", "days", "weeks", "months", "years", "decades", "times");

  private static final Set<PartOfSpeech> FOLLOWS_SUBJECTS =
      EnumSet.of(
          PartOfSpeech.VERB,
          PartOfSpeech.ADVERB,
          PartOfSpeech.RELATIVE,
          PartOfSpeech.PREPOSITION,
          PartOfSpeech.PARTICIPLE);

  /** Tags of words that precede an object. */
  private static final Set<PartOfSpeech> GOVERNS =
      EnumSet.of(
          PartOfSpeech.PREPOSITION,
          PartOfSpeech.VERB,
          PartOfSpeech.PARTICIPLE,
          PartOfSpeech.GENITIVE);

  private static final Set<PartOfSpeech> IN_PHRASE =
      EnumSet.of(
          PartOfSpeech.DETERMINER,
          PartOfSpeech.ADJECTIVE,
          PartOfSpeech.NOUN,
          PartOfSpeech.PROPER_NOUN,
          PartOfSpeech.GENITIVE,
          PartOfSpeech.NUMBER);

  private final Discourse discourse;
  private final DocumentTokens tokens;
  private final List<Mention> mentions;

  private final OrganisationReferenceResolver organisations;

  GroupPronounResolver(Discourse discourse, OrganisationReferenceResolver organisations) {
    this.discourse = discourse;
    this.organisations = organisations;
    this.tokens = discourse.tokens();
    this.mentions = discourse.mentions();
  }

  /**
   * Resolves "it": to the last speaker, to the subject of this sentence or the one before if that
   * is a thing that "says" something, otherwise to the most salient organisation.
   */
  Optional<Speaker> resolveIt(Span pronoun, String words) {
    return lastOfMany(pronoun, words, NounPhraseNumber::isThing)
        .filter(it -> !isLastSourceRelative())
        .or(() -> thing(tokens.sentence(pronoun), pronoun, words))
        .or(() -> organisations.resolveIt(pronoun, words));
  }

  /**
   * Tests whether the last source is a relative pronoun: in "the council told the ministry, which
   * denied it", the council remains the subject.
   */
  private boolean isLastSourceRelative() {
    return discourse.lastSpeaker().filter(it -> discourse.isRelative(it.span())).isPresent();
  }

  /** Returns the thing that is a subject in this sentence or the one before: "the affidavit". */
  private Optional<Speaker> thing(int sentence, Span pronoun, String words) {
    return subject(sentence, pronoun, words, this::isThing)
        .or(() -> subject(sentence - 1, pronoun, words, this::isThing));
  }

  /**
   * Resolves "they": to the group or organisation that spoke last, if nearby, otherwise to the
   * first group that is a subject in this sentence or in one shortly before.
   */
  Optional<Speaker> resolveThey(Span pronoun, String words) {
    int sentence = tokens.sentence(pronoun);
    Optional<Speaker> found =
        lastOfMany(pronoun, words, NounPhraseNumber::isMany)
            .or(() -> pair(sentence, pronoun, words));
    for (int back = 0; found.isEmpty() && back <= MAX_SENTENCE_DISTANCE; back++) {
      found = subject(sentence - back, pronoun, words, this::isGroup);
    }
    return found;
  }

  /** Returns the last speaker if it is a pair of names nearby: "Mr Grassley and Mr Leahy". */
  private Optional<Speaker> pair(int sentence, Span pronoun, String words) {
    return discourse
        .lastSpeaker()
        .filter(speaker -> sentence - tokens.sentence(speaker.span()) <= MAX_SENTENCE_DISTANCE)
        .filter(speaker -> PAIR.matcher(speaker.text()).matches())
        .map(it -> new Speaker.Described(pronoun, words, it.span(), it.text()));
  }

  /**
   * Returns the last speaker, if it is nearby and is not a person: an entity of another type, or a
   * description that passes the test.
   */
  private Optional<Speaker> lastOfMany(Span pronoun, String words, Predicate<String> described) {
    return discourse
        .lastSpeaker()
        .filter(
            speaker ->
                discourse.distance(speaker.span(), tokens.sentence(pronoun))
                    <= MAX_SENTENCE_DISTANCE)
        .filter(
            speaker ->
                speaker instanceof Speaker.Known known
                    ? known.entity().type() != EntityType.PERSON
                    : described.test(speaker.name()))
        .map(speaker -> SpeakerResolver.withSource(speaker, pronoun, words));
  }

  /** Returns the first noun phrase that is a subject in a sentence and passes a test. */
  private Optional<Speaker> subject(
      int sentence, Span pronoun, String words, BiPredicate<Integer, Integer> test) {
    int end = tokens.indexAtOrAfter(pronoun.begin());
    int at = end;
    while (at > 0 && tokens.word(at - 1).sentence() >= sentence) {
      at--;
    }
    while (at < end && tokens.word(at).sentence() == sentence) {
      int after = phraseEnd(at, end);
      if (after > at && isSubject(at, after) && test.test(at, after)) {
        return Optional.of(groupSpeaker(at, after, pronoun, words));
      }
      at = Math.max(at + 1, after);
    }
    return Optional.empty();
  }

  /**
   * Returns the index after the noun phrase that starts with a word. Two phrases joined by "and"
   * count as one.
   */
  private int phraseEnd(int begin, int end) {
    int at = begin;
    while (at < end
        && (IN_PHRASE.contains(tag(at))
            || (at > begin
                && at + 1 < end
                && tokens.word(at).token().word().equals("and")
                && IN_PHRASE.contains(tag(at + 1))))) {
      at++;
    }
    return at;
  }

  private boolean isSubject(int begin, int end) {
    boolean unquoted = tokens.word(begin).isUnquoted();
    boolean governed =
        begin > 0 && GOVERNS.contains(tag(begin - 1)) && sameSentence(begin - 1, begin);
    boolean followed =
        end < tokens.size()
            && (FOLLOWS_SUBJECTS.contains(tag(end)) || tokens.word(end).token().word().equals(","));
    return unquoted && !governed && followed;
  }

  /**
   * Tests whether a noun phrase denotes several: "Critics of the programme", "Ms Foner and Mr
   * Alba".
   */
  private boolean isGroup(int begin, int end) {
    String noun = tokens.word(end - 1).token().word();
    boolean plural =
        tag(end - 1).isNoun()
            && NounPhraseNumber.isPlural(noun)
            && !TIMES.contains(noun)
            && !isInPersonName(tokens.word(end - 1).token().span());
    return plural || PAIR.matcher(tokens.textOf(span(begin, end))).matches();
  }

  /** Tests whether a noun phrase denotes a thing that "says" something, and is not "its report". */
  private boolean isThing(int begin, int end) {
    return (begin == 0 || tag(begin - 1) != PartOfSpeech.POSSESSIVE)
        && tag(end - 1) == PartOfSpeech.NOUN
        && NounPhraseNumber.isThing(tokens.word(end - 1).token().word());
  }

  /** Tests whether a word is part of a person's name: "Jobs". */
  private boolean isInPersonName(Span word) {
    return mentions.stream()
        .anyMatch(it -> it.span().contains(word) && it.entity().type() == EntityType.PERSON);
  }

  private Speaker groupSpeaker(int begin, int end, Span pronoun, String words) {
    Span group = span(begin, end);
    return mentions.stream()
        .filter(it -> it.span().equals(group) && it.entity().type() != EntityType.PERSON)
        .findFirst()
        .<Speaker>map(it -> new Speaker.Known(pronoun, words, it.entity()))
        .orElseGet(() -> new Speaker.Described(pronoun, words, group, tokens.textOf(group)));
  }

  private PartOfSpeech tag(int at) {
    return tokens.word(at).token().pos();
  }

  private boolean sameSentence(int left, int right) {
    return tokens.word(left).sentence() == tokens.word(right).sentence();
  }

  private Span span(int begin, int end) {
    return tokens.word(begin).token().span().union(tokens.word(end - 1).token().span());
  }
}
