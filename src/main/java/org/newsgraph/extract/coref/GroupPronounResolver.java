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

/** Finds what "it" and "they" stand for: bodies, groups and pairs that were told of before. */
final class GroupPronounResolver {
  /** How many sentences back something is still in mind. */
  private static final int NEAR = 2;

  /** Two names, and not one of whom two things are told. */
  private static final Pattern PAIR = Pattern.compile("[^,]*\\p{Lu}\\S* and \\p{Lu}[^,]*");

  /** "For forty hours", "two months later". */
  private static final Set<String> TIMES =
      Set.of("minutes", "hours", "days", "weeks", "months", "years", "decades", "times");

  private static final Set<PartOfSpeech> FOLLOWS_SUBJECTS =
      EnumSet.of(
          PartOfSpeech.VERB,
          PartOfSpeech.ADVERB,
          PartOfSpeech.RELATIVE,
          PartOfSpeech.PREPOSITION,
          PartOfSpeech.PARTICIPLE);

  /** What stands before an object. */
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

  private final DocumentTokens tokens;
  private final List<Mention> mentions;
  private final List<Speaker> spoken;

  /**
   * @param mentions in reading order, none over another
   * @param spoken the speakers of the statements before, in reading order
   */
  GroupPronounResolver(DocumentTokens tokens, List<Mention> mentions, List<Speaker> spoken) {
    this.tokens = tokens;
    this.mentions = mentions;
    this.spoken = spoken;
  }

  /** What "it" stands for: what spoke last, or else the last body that is a subject nearby. */
  Optional<Speaker> body(Span pronoun, String words) {
    int here = tokens.sentence(pronoun);
    return lastOfMany(pronoun, words, NounPhraseNumber::isThing)
        .or(
            () ->
                mentions.stream()
                    .filter(mention -> mention.entity().type() == EntityType.ORGANISATION)
                    .filter(mention -> mention.span().end() <= pronoun.begin())
                    .filter(mention -> here - tokens.sentence(mention.span()) <= NEAR)
                    .filter(mention -> tokens.isSubject(mention.span()))
                    .reduce((first, second) -> second)
                    .map(mention -> new Speaker.Known(pronoun, words, mention.entity())));
  }

  /**
   * Whom "they" stands for: the group or the body that spoke last, not long before; else the first
   * group that is a subject in this sentence or in one just before.
   */
  Optional<Speaker> group(Span pronoun, String words) {
    int here = tokens.sentence(pronoun);
    Optional<Speaker> found =
        lastOfMany(pronoun, words, NounPhraseNumber::isMany).or(() -> pair(here, pronoun, words));
    for (int back = 0; found.isEmpty() && back <= NEAR; back++) {
      found = subjects(here - back, pronoun, words);
    }
    return found;
  }

  /** "Mr Grassley and Mr Leahy", who spoke last. */
  private Optional<Speaker> pair(int here, Span pronoun, String words) {
    return last()
        .filter(speaker -> here - tokens.sentence(speaker.span()) <= NEAR)
        .filter(speaker -> PAIR.matcher(speaker.words()).matches())
        .map(it -> new Speaker.Described(pronoun, words, it.span(), it.words()));
  }

  /** Who spoke last, not long before, if that is no person: named, or so described. */
  private Optional<Speaker> lastOfMany(Span pronoun, String words, Predicate<String> described) {
    return last()
        .filter(speaker -> tokens.sentence(pronoun) - tokens.sentence(speaker.span()) <= NEAR)
        .filter(
            speaker ->
                speaker instanceof Speaker.Known known
                    ? known.entity().type() != EntityType.PERSON
                    : described.test(speaker.name()))
        .map(speaker -> SpeakerResolver.again(speaker, pronoun, words));
  }

  /** The group of which a sentence tells: "Critics of the programme", "Mr Alba and Ms Foner". */
  private Optional<Speaker> subjects(int sentence, Span pronoun, String words) {
    int end = tokens.indexAtOrAfter(pronoun.begin());
    int at = end;
    while (at > 0 && tokens.word(at - 1).sentence() >= sentence) {
      at--;
    }
    while (at < end && tokens.word(at).sentence() == sentence) {
      int after = phraseEnd(at, end);
      if (after > at && isSubjects(at, after)) {
        return Optional.of(many(at, after, pronoun, words));
      }
      at = Math.max(at + 1, after);
    }
    return Optional.empty();
  }

  /** After the phrase that begins with a word, two that "and" joins counted as one. */
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

  private boolean isSubjects(int begin, int end) {
    boolean told = tokens.word(begin).isUnquoted();
    boolean governed =
        begin > 0 && GOVERNS.contains(tag(begin - 1)) && sameSentence(begin - 1, begin);
    boolean followed =
        end < tokens.size()
            && (FOLLOWS_SUBJECTS.contains(tag(end)) || tokens.word(end).token().word().equals(","));
    String phrase = tokens.words(span(begin, end));
    String noun = tokens.word(end - 1).token().word();
    boolean plural =
        tag(end - 1).isNoun()
            && NounPhraseNumber.isPlural(noun)
            && !TIMES.contains(noun)
            && !isPerson(tokens.word(end - 1).token().span());
    boolean many = plural || PAIR.matcher(phrase).matches();
    return told && !governed && followed && many;
  }

  /** Whether a word is in somebody's name: "Jobs". */
  private boolean isPerson(Span word) {
    return mentions.stream()
        .anyMatch(it -> it.span().contains(word) && it.entity().type() == EntityType.PERSON);
  }

  private Speaker many(int begin, int end, Span pronoun, String words) {
    Span group = span(begin, end);
    return mentions.stream()
        .filter(it -> it.span().equals(group) && it.entity().type() != EntityType.PERSON)
        .findFirst()
        .<Speaker>map(it -> new Speaker.Known(pronoun, words, it.entity()))
        .orElseGet(() -> new Speaker.Described(pronoun, words, group, tokens.words(group)));
  }

  private PartOfSpeech tag(int at) {
    return tokens.word(at).token().pos();
  }

  private boolean sameSentence(int one, int other) {
    return tokens.word(one).sentence() == tokens.word(other).sentence();
  }

  private Span span(int begin, int end) {
    return tokens.word(begin).token().span().to(tokens.word(end - 1).token().span());
  }

  private Optional<Speaker> last() {
    return spoken.isEmpty() ? Optional.empty() : Optional.of(spoken.get(spoken.size() - 1));
  }
}
