package org.newsgraph.extract.attribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.attribution.ContentLink.Choice;
import org.newsgraph.text.AttributionScores;
import org.newsgraph.text.PartOfSpeech;

/** Finds the source of a content: the words that name or describe who said it. */
final class SourceFinder {
  /** How many words a heading may have before the speaker's name. */
  private static final int HEADING_WORDS = 4;

  private static final Set<String> SUBORDINATORS =
      Set.of("as", "while", "when", "after", "before", "because", "although", "though");

  private static final Set<String> RELATIVE = Set.of("who", "whom");

  private static final Set<String> DASHES = Set.of("-", "–", "—", "―");

  /** Prior of a source that stands beside the cue, in votes per word. */
  private static final double FAVOUR = 0.4;

  /** Prior of the cue's grammatical subject: outvotes all pointers. */
  private static final double OUTVOTES = 1.01;

  /** Sureness of what the layout alone tells, as a probability. */
  private static final double CERTAIN = 0.9;

  private final DocumentTokens tokens;
  private final List<TokenRange> sources;
  private final PointerVotes pointers;

  SourceFinder(DocumentTokens tokens, List<TokenRange> sources) {
    this.tokens = tokens;
    this.sources = sources;
    this.pointers = new PointerVotes(tokens);
  }

  /** The source of a content with this cue. */
  Optional<Choice> of(TokenRange content, Optional<Choice> cue) {
    return heading(content)
        .or(() -> signature(content))
        .or(() -> pointers.choice(content, sources, AttributionScores::toSource, priors(cue)));
  }

  /** "From Chairwoman Rosenworcel:" as a paragraph of its own names who speaks in the next one. */
  private Optional<Choice> heading(TokenRange content) {
    int colon = content.first() - 1;
    if (colon < 1
        || !tokens.word(colon).token().word().equals(":")
        || tokens.word(content.first()).isUnquoted()
        || tokens.word(colon).paragraph() == tokens.word(content.first()).paragraph()) {
      return Optional.empty();
    }
    int begin = colon;
    while (begin > 0 && isProper(begin - 1)) {
      begin--;
    }
    boolean alone =
        begin < HEADING_WORDS
            || tokens.word(begin - HEADING_WORDS).paragraph() != tokens.word(colon).paragraph();
    return alone && begin < colon
        ? Optional.of(new Choice(new TokenRange(begin, colon - 1), CERTAIN))
        : Optional.empty();
  }

  /** A dash and a name, and then the paragraph ends: who said what stands before the dash. */
  private Optional<Choice> signature(TokenRange content) {
    int begin = content.last() + 2;
    if (begin >= tokens.size()
        || tokens.word(content.last()).isUnquoted()
        || !DASHES.contains(tokens.word(begin - 1).token().word())) {
      return Optional.empty();
    }
    int paragraph = tokens.word(content.last()).paragraph();
    int end = begin;
    while (end < tokens.size() && isProper(end) && tokens.word(end).paragraph() == paragraph) {
      end++;
    }
    boolean ends =
        end == tokens.size()
            || tokens.word(end).paragraph() != paragraph
            || ".,(".contains(tokens.word(end).token().word());
    return ends && end > begin
        ? Optional.of(new Choice(new TokenRange(begin, end - 1), CERTAIN))
        : Optional.empty();
  }

  private boolean isProper(int at) {
    return tokens.word(at).token().pos() == PartOfSpeech.PROPER_NOUN;
  }

  private Map<TokenRange, Double> priors(Optional<Choice> cue) {
    return cue.map(Choice::phrase)
        .flatMap(this::beside)
        .map(range -> Map.of(range, sources.contains(range) ? FAVOUR : OUTVOTES))
        .orElse(Map.of());
  }

  /**
   * The source that stands right before or after a cue, "Downing Street said", "said Mr Cox";
   * marked as one, otherwise the noun phrase before a verb.
   */
  private Optional<TokenRange> beside(TokenRange cue) {
    return relative(cue)
        .or(
            () ->
                sources.stream()
                    .filter(it -> it.last() + 1 == cue.first() || it.first() == cue.last() + 1)
                    .findFirst())
        .or(() -> subject(cue));
  }

  /** "Who" before the cue, or "many of whom". */
  private Optional<TokenRange> relative(TokenRange cue) {
    int last = cue.first() - 1;
    while (last > 0 && tokens.word(last).token().pos() == PartOfSpeech.ADVERB) {
      last--;
    }
    if (last < 0 || tokens.endsSentence(last) || !RELATIVE.contains(word(last))) {
      return Optional.empty();
    }
    boolean some = last > 1 && word(last).equals("whom") && word(last - 1).equals("of");
    return some || word(last).equals("who")
        ? Optional.of(new TokenRange(some ? last - 2 : last, last))
        : Optional.empty();
  }

  private String word(int at) {
    return tokens.word(at).token().word();
  }

  private Optional<TokenRange> subject(TokenRange cue) {
    int begin = cue.first();
    while (begin > 0 && !tokens.endsSentence(begin - 1) && tokens.isInNounPhrase(begin - 1)) {
      begin--;
    }
    boolean verb = tokens.word(cue.first()).token().pos() == PartOfSpeech.VERB;
    boolean clause = begin > 0 && SUBORDINATORS.contains(tokens.word(begin - 1).token().word());
    return verb && clause && begin < cue.first()
        ? Optional.of(new TokenRange(begin, cue.first() - 1))
        : Optional.empty();
  }

  /** A source to the end of its noun phrase, and without the ending of "Trump's". */
  TokenRange whole(TokenRange source) {
    int last = source.last();
    while (last + 1 < tokens.size()
        && tokens.word(last + 1).sentence() == tokens.word(last).sentence()
        && goesOn(last)) {
      last++;
    }
    while (last > source.first() && tokens.word(last).token().pos() == PartOfSpeech.GENITIVE) {
      last--;
    }
    return new TokenRange(source.first(), last);
  }

  /** Whether the next word belongs to the noun phrase that this one is in. */
  private boolean goesOn(int at) {
    PartOfSpeech tag = tokens.word(at).token().pos();
    PartOfSpeech next = tokens.word(at + 1).token().pos();
    boolean begun =
        (tag.isBeforeNoun() || tag == PartOfSpeech.PREPOSITION)
            && (next.isNoun() || next.isBeforeNoun());
    boolean abbreviated =
        tag == PartOfSpeech.PROPER_NOUN
            && at + 2 < tokens.size()
            && tokens.word(at + 1).token().word().equals(".")
            && isProper(at + 2);
    return begun
        || abbreviated
        || (tag == PartOfSpeech.PROPER_NOUN && next == PartOfSpeech.PROPER_NOUN);
  }
}
