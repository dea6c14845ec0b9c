package org.newsgraph.extract.attribution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.SpeechVerbs;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.attribution.ContentLink.Choice;
import org.newsgraph.text.PartOfSpeech;

/**
 * Finds the attribution that the sentence of a closed quotation states. It binds: no vote of the
 * network overrules it.
 *
 * <table>
 * <caption>Forms, in the order in which they are tried</caption>
 * <tr><td>“Q,” said X</td><td>cue and source after the quotation</td></tr>
 * <tr><td>“Q,” X said; “Q,” X, a plumber, replied</td><td>source and cue after it</td></tr>
 * <tr><td>X said: “Q”; X said, “Q”</td><td>source and cue before it</td></tr>
 * </table>
 */
final class StatedAttribution {
  private static final Set<String> PAUSES = Set.of(",", ":", ";", "–", "—", "-", "--");

  private static final Set<String> CLOSING_MARKS = Set.of("”", "“", "\"", "’", "'", "''", "»", "«");

  private static final Set<String> NEGATIONS = Set.of("not", "never");

  /** Maximum length of an apposition between a speaker and the cue, in words. */
  private static final int MAX_APPOSITION_LENGTH = 12;

  /** Probability of an attribution that the sentence of the quotation states. */
  private static final double CERTAIN = 1;

  private final DocumentTokens tokens;
  private final List<TokenRange> cues;
  private final List<TokenRange> sources;

  StatedAttribution(DocumentTokens tokens, List<TokenRange> cues, List<TokenRange> sources) {
    this.tokens = tokens;
    this.cues = cues;
    this.sources = sources;
  }

  /** A cue and its source. */
  record Stated(Choice cue, Choice source) {
    private static Stated of(TokenRange cue, TokenRange source) {
      return new Stated(new Choice(cue, CERTAIN), new Choice(source, CERTAIN));
    }
  }

  /** Returns the attribution stated next to a content, if the content is a closed quotation. */
  Optional<Stated> of(TokenRange content) {
    if (!tokens.isClosed(content.first())
        || !tokens.isClosed(content.last())
        || !sameParagraph(content.first(), content.last())) {
      return Optional.empty();
    }
    return switch (lastInside(content)) {
      case "." -> before(content);
      case "?", "!" -> before(content).or(() -> after(content));
      default -> after(content).or(() -> before(content));
    };
  }

  /** Returns the last word of a quotation, without its closing mark. */
  private String lastInside(TokenRange content) {
    int last = content.last();
    while (last > content.first() && CLOSING_MARKS.contains(word(last))) {
      last--;
    }
    return word(last);
  }

  private Optional<Stated> after(TokenRange content) {
    int begin = content.last() + 1;
    if (begin < tokens.size() && tokens.word(begin).isUnquoted() && word(begin).equals(",")) {
      begin++;
    }
    int end = runEnd(begin, content);
    if (begin >= end) {
      return Optional.empty();
    }
    Optional<TokenRange> cue = cueAt(begin, end);
    if (cue.isPresent()) {
      int first = cue.get().last() + 1;
      return sourceFrom(first, end).map(source -> Stated.of(cue.get(), source));
    }
    Optional<TokenRange> source = sourceFrom(begin, end);
    return source.flatMap(it -> cueAfterSource(it, end).map(verb -> Stated.of(verb, it)));
  }

  private Optional<Stated> before(TokenRange content) {
    int end = content.first();
    int at = end - 1;
    while (at >= 0
        && sameParagraph(at, end)
        && tokens.word(at).isUnquoted()
        && PAUSES.contains(word(at))) {
      at--;
    }
    if (at < 0 || at == end - 1 || !isIn(at, content)) {
      return Optional.empty();
    }
    int last = at;
    Optional<TokenRange> cue =
        cues.stream()
            .filter(it -> it.last() == last && tokens.word(it.first()).isUnquoted())
            .findFirst()
            .or(
                () ->
                    isSpeechVerb(last)
                        ? Optional.of(new TokenRange(last, last))
                        : Optional.empty());
    return cue.filter(it -> it.first() > 0 && isIn(it.first() - 1, content))
        .flatMap(it -> sourceBefore(it).map(source -> Stated.of(it, source)));
  }

  /** Returns the end of the unquoted words that follow a quotation in its sentence. */
  private int runEnd(int begin, TokenRange content) {
    int end = begin;
    while (end < tokens.size() && isIn(end, content)) {
      end++;
      if (tokens.endsSentence(end - 1)) {
        break;
      }
    }
    return end;
  }

  /** Tests whether a word is an unquoted one of the content's paragraph. */
  private boolean isIn(int at, TokenRange content) {
    return sameParagraph(at, content.first()) && tokens.word(at).isUnquoted();
  }

  private boolean sameParagraph(int left, int right) {
    return tokens.word(left).paragraph() == tokens.word(right).paragraph();
  }

  /** Returns the cue that starts at a word, or after an adverb there. */
  private Optional<TokenRange> cueAt(int begin, int end) {
    int first = begin;
    while (first < end
        && tokens.word(first).token().pos() == PartOfSpeech.ADVERB
        && !NEGATIONS.contains(word(first))) {
      first++;
    }
    int at = first;
    if (at >= end || !isSpeechVerb(at)) {
      return Optional.empty();
    }
    return Optional.of(
        cues.stream()
            .filter(it -> it.contains(at) && it.first() >= begin && it.last() < end)
            .findFirst()
            .orElse(new TokenRange(at, at)));
  }

  /** Returns the cue after a source, after an apposition between commas, if there is one. */
  private Optional<TokenRange> cueAfterSource(TokenRange source, int end) {
    int at = source.last() + 1;
    if (at < end && word(at).equals(",")) {
      int close = at + 1;
      while (close < end && !word(close).equals(",") && close - at <= MAX_APPOSITION_LENGTH) {
        close++;
      }
      at = close < end && word(close).equals(",") ? close + 1 : end;
    }
    return at < end ? cueAt(at, end) : Optional.empty();
  }

  /** Returns the source that starts at a word: a marked one, or a noun phrase. */
  private Optional<TokenRange> sourceFrom(int begin, int end) {
    Optional<TokenRange> marked =
        sources.stream()
            .filter(it -> it.first() == begin && sameParagraph(it.last(), begin))
            .findFirst();
    if (marked.isPresent()) {
      return marked;
    }
    int last = begin;
    while (last < end && tokens.isInNounPhrase(last)) {
      last++;
    }
    return last > begin && tokens.word(last - 1).token().pos() != PartOfSpeech.DETERMINER
        ? Optional.of(new TokenRange(begin, last - 1))
        : Optional.empty();
  }

  private Optional<TokenRange> sourceBefore(TokenRange cue) {
    int last = cue.first() - 1;
    while (last > 0
        && tokens.word(last).token().pos() == PartOfSpeech.ADVERB
        && sameParagraph(last, cue.first())) {
      last--;
    }
    int at = last;
    return sources.stream()
        .filter(it -> it.last() == at && tokens.word(it.first()).isUnquoted())
        .findFirst();
  }

  private boolean isSpeechVerb(int at) {
    return isSpeechVerb(tokens, at);
  }

  /** Tests whether a word is a verb of speech. */
  static boolean isSpeechVerb(DocumentTokens tokens, int at) {
    return tokens.word(at).token().pos() == PartOfSpeech.VERB
        && SpeechVerbs.contains(tokens.word(at).token().word());
  }

  private String word(int at) {
    return tokens.word(at).token().word();
  }
}
