package org.newsgraph.extract.coref;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Speaker;
import org.newsgraph.text.PartOfSpeech;

/** Resolves "it" and "they" to organisations, groups and pairs mentioned before. */
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

  GroupPronounResolver(Discourse discourse) {
    this.discourse = discourse;
    this.tokens = discourse.tokens();
    this.mentions = discourse.mentions();
  }

  /**
   * Resolves "it": to the last speaker, otherwise to the last organisation nearby that is a
   * subject.
   */
  Optional<Speaker> resolveIt(Span pronoun, String words) {
    int sentence = tokens.sentence(pronoun);
    return lastOfMany(pronoun, words, NounPhraseNumber::isThing)
        .or(
            () ->
                mentions.stream()
                    .filter(mention -> mention.entity().type() == EntityType.ORGANISATION)
                    .filter(mention -> mention.span().end() <= pronoun.begin())
                    .filter(
                        mention ->
                            sentence - tokens.sentence(mention.span()) <= MAX_SENTENCE_DISTANCE)
                    .filter(mention -> tokens.isSubject(mention.span()))
                    .reduce((first, second) -> second)
                    .map(mention -> new Speaker.Known(pronoun, words, mention.entity())));
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
      found = groupSubject(sentence - back, pronoun, words);
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
                tokens.sentence(pronoun) - tokens.sentence(speaker.span()) <= MAX_SENTENCE_DISTANCE)
        .filter(
            speaker ->
                speaker instanceof Speaker.Known known
                    ? known.entity().type() != EntityType.PERSON
                    : described.test(speaker.name()))
        .map(speaker -> SpeakerResolver.withSource(speaker, pronoun, words));
  }

  /**
   * Returns the first group that is a subject in a sentence: "Critics of the programme", "Mr Alba
   * and Ms Foner".
   */
  private Optional<Speaker> groupSubject(int sentence, Span pronoun, String words) {
    int end = tokens.indexAtOrAfter(pronoun.begin());
    int at = end;
    while (at > 0 && tokens.word(at - 1).sentence() >= sentence) {
      at--;
    }
    while (at < end && tokens.word(at).sentence() == sentence) {
      int after = phraseEnd(at, end);
      if (after > at && isGroupSubject(at, after)) {
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

  private boolean isGroupSubject(int begin, int end) {
    boolean unquoted = tokens.word(begin).isUnquoted();
    boolean governed =
        begin > 0 && GOVERNS.contains(tag(begin - 1)) && sameSentence(begin - 1, begin);
    boolean followed =
        end < tokens.size()
            && (FOLLOWS_SUBJECTS.contains(tag(end)) || tokens.word(end).token().word().equals(","));
    String phrase = tokens.textOf(span(begin, end));
    String noun = tokens.word(end - 1).token().word();
    boolean plural =
        tag(end - 1).isNoun()
            && NounPhraseNumber.isPlural(noun)
            && !TIMES.contains(noun)
            && !isInPersonName(tokens.word(end - 1).token().span());
    boolean many = plural || PAIR.matcher(phrase).matches();
    return unquoted && !governed && followed && many;
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
