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

/** Finds the source of a content: the words that name or describe the speaker. */
final class SourceFinder {
  /** Number of words before the speaker's name from which a paragraph is not a heading. */
  private static final int HEADING_WORD_LIMIT = 4;

  /** Maximum length of a heading that contains more than the speaker's name, in words. */
  private static final int MAX_HEADING_LENGTH = 14;

  /** Maximum length of a label before a colon, in words. */
  private static final int MAX_LABEL_LENGTH = 4;

  private static final Set<String> SUBORDINATORS =
      Set.of("as", "while", "when", "after", "before", "because", "although", "though");

  private static final Set<String> RELATIVE = Set.of("who", "whom");

  /** Maximum length of a name in quotation marks, in words. */
  private static final int MAX_QUOTED_NAME_LENGTH = 2;

  private static final Set<String> OPENING = Set.of("“", "\"", "‘", "'", "«", "„");
  private static final Set<String> CLOSING = Set.of("”", "\"", "’", "'", "»", "“");

  private static final Set<String> DASHES = Set.of("-", "–", "—", "―");

  /** Prior of a marked source next to the cue, in votes per word of the content. */
  private static final double ADJACENT_PRIOR = 0.4;

  /**
   * Prior of the cue's grammatical subject, in votes per word of the content. It outvotes all
   * pointers.
   */
  private static final double SUBJECT_PRIOR = 1.01;

  /** Probability of a source that is determined by the layout alone. */
  private static final double CERTAIN = 0.9;

  private final DocumentTokens tokens;
  private final List<TokenRange> sources;
  private final PointerVotes pointers;

  SourceFinder(DocumentTokens tokens, List<TokenRange> sources) {
    this.tokens = tokens;
    this.sources = sources;
    this.pointers = new PointerVotes(tokens);
  }

  /** Returns the source of a content with this cue. */
  Optional<Choice> of(TokenRange content, Optional<Choice> cue) {
    return heading(content)
        .or(() -> label(content))
        .or(() -> signature(content))
        .or(() -> pointers.choose(content, sources, AttributionScores::toSource, priors(cue)));
  }

  /**
   * Returns the source in a heading, a paragraph of its own that names the speaker of the next
   * paragraph: "From Chairwoman Rosenworcel:".
   */
  private Optional<Choice> heading(TokenRange content) {
    int colon = content.first() - 1;
    if (colon < 1
        || !word(colon).equals(":")
        || tokens.word(content.first()).isUnquoted()
        || tokens.word(colon).paragraph() == tokens.word(content.first()).paragraph()) {
      return Optional.empty();
    }
    int start = paragraphStart(colon);
    int begin = colon;
    while (begin > 0 && isProper(begin - 1)) {
      begin--;
    }
    return begin < colon && begin - start < HEADING_WORD_LIMIT
        ? Optional.of(new Choice(new TokenRange(begin, colon - 1), CERTAIN))
        : firstName(start, colon);
  }

  /**
   * Returns the first name in a heading without a verb: "From the desk of Paul Renton, chief
   * analyst, Coastline Research:".
   */
  private Optional<Choice> firstName(int start, int colon) {
    int name = -1;
    for (int at = colon - 1; at >= start; at--) {
      if (tokens.word(at).token().pos() == PartOfSpeech.VERB) {
        return Optional.empty();
      }
      name = isProper(at) ? at : name;
    }
    if (name < 0 || colon - start > MAX_HEADING_LENGTH) {
      return Optional.empty();
    }
    int last = name;
    while (isProper(last + 1)) {
      last++;
    }
    return Optional.of(new Choice(new TokenRange(name, last), CERTAIN));
  }

  /** Returns the name in a label at the start of the content's paragraph: "Moore: we will stay". */
  private Optional<Choice> label(TokenRange content) {
    int colon = content.first() - 1;
    if (colon < 1
        || !word(colon).equals(":")
        || tokens.isInDateline(colon)
        || tokens.word(colon).paragraph() != tokens.word(content.first()).paragraph()) {
      return Optional.empty();
    }
    int begin = paragraphStart(colon);
    for (int at = begin; at < colon; at++) {
      if (!isProper(at)) {
        return Optional.empty();
      }
    }
    return begin < colon && colon - begin <= MAX_LABEL_LENGTH
        ? Optional.of(new Choice(new TokenRange(begin, colon - 1), CERTAIN))
        : Optional.empty();
  }

  private int paragraphStart(int at) {
    int begin = at;
    while (begin > 0 && tokens.word(begin - 1).paragraph() == tokens.word(at).paragraph()) {
      begin--;
    }
    return begin;
  }

  /** Returns the source in a signature, a dash and a name at the end of a paragraph. */
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
        .flatMap(this::adjacent)
        .map(range -> Map.of(range, sources.contains(range) ? ADJACENT_PRIOR : SUBJECT_PRIOR))
        .orElse(Map.of());
  }

  /**
   * Returns the source next to a cue: "Downing Street said", "said Mr Cox". It is a marked source,
   * otherwise the noun phrase before a verb.
   */
  private Optional<TokenRange> adjacent(TokenRange cue) {
    return relativePronoun(cue)
        .or(() -> quotedName(cue))
        .or(
            () ->
                sources.stream()
                    .filter(it -> it.last() + 1 == cue.first() || it.first() == cue.last() + 1)
                    .findFirst())
        .or(() -> subject(cue));
  }

  /** Returns the relative pronoun before a cue, "who" or "many of whom". */
  private Optional<TokenRange> relativePronoun(TokenRange cue) {
    int last = cue.first() - 1;
    while (last > 0 && tokens.word(last).token().pos() == PartOfSpeech.ADVERB) {
      last--;
    }
    if (last < 0 || tokens.endsSentence(last) || !RELATIVE.contains(word(last))) {
      return Optional.empty();
    }
    boolean partitive = last > 1 && word(last).equals("whom") && word(last - 1).equals("of");
    return partitive || word(last).equals("who")
        ? Optional.of(new TokenRange(partitive ? last - 2 : last, last))
        : Optional.empty();
  }

  /** Returns the name before a cue that only stands in quotation marks: “Moose” said. */
  private Optional<TokenRange> quotedName(TokenRange cue) {
    int last = cue.first() - 2;
    if (last < 1
        || !CLOSING.contains(word(last + 1))
        || tokens.word(last).isUnquoted()
        || tokens.word(last).sentence() != tokens.word(cue.first()).sentence()) {
      return Optional.empty();
    }
    int first = last;
    while (first > 0 && isProper(first) && last - first < MAX_QUOTED_NAME_LENGTH) {
      first--;
    }
    return first < last && OPENING.contains(word(first))
        ? Optional.of(new TokenRange(first + 1, last))
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

  /**
   * Extends a source to the end of its noun phrase, and removes the genitive ending of "Trump's".
   */
  TokenRange complete(TokenRange source) {
    int last = source.last();
    while (last + 1 < tokens.size()
        && tokens.word(last + 1).sentence() == tokens.word(last).sentence()
        && (continues(last) || continuesAfterParenthesis(last))) {
      last = continuesAfterParenthesis(last) ? last + 4 : last + 1;
    }
    while (last > source.first() && tokens.word(last).token().pos() == PartOfSpeech.GENITIVE) {
      last--;
    }
    return new TokenRange(source.first(), last);
  }

  /**
   * Tests whether an abbreviation in parentheses follows, and the noun phrase continues after it:
   * "the National Fisheries Board (NFB) chief".
   */
  private boolean continuesAfterParenthesis(int at) {
    return at + 4 < tokens.size()
        && tokens.word(at + 4).sentence() == tokens.word(at).sentence()
        && word(at + 1).equals("(")
        && word(at + 3).equals(")")
        && tokens.word(at + 4).token().pos().isNoun();
  }

  /** Tests whether the next word belongs to the same noun phrase. */
  private boolean continues(int at) {
    PartOfSpeech tag = tokens.word(at).token().pos();
    PartOfSpeech next = tokens.word(at + 1).token().pos();
    boolean begun =
        (tag.isBeforeNoun() || tag == PartOfSpeech.PREPOSITION)
            && (next.isNoun() || next.isBeforeNoun());
    boolean object =
        (tag == PartOfSpeech.NOUN || tag == PartOfSpeech.PROPER_NOUN)
            && word(at + 1).equals("of")
            && at + 2 < tokens.size()
            && tokens.isInNounPhrase(at + 2);
    boolean abbreviated =
        tag == PartOfSpeech.PROPER_NOUN
            && at + 2 < tokens.size()
            && tokens.word(at + 1).token().word().equals(".")
            && isProper(at + 2);
    return begun
        || object
        || abbreviated
        || (tag == PartOfSpeech.PROPER_NOUN && next == PartOfSpeech.PROPER_NOUN);
  }
}
