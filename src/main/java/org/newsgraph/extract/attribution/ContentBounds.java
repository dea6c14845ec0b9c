package org.newsgraph.extract.attribution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.attribution.ContentLink.Choice;
import org.newsgraph.text.AttributionScores;
import org.newsgraph.text.PartOfSpeech;

/** Determines the bounds of each content. */
final class ContentBounds {
  /** Maximum length of an abbreviation in parentheses after a name, in UTF-16 code units. */
  private static final int MAX_ABBREVIATION_LENGTH = 8;

  private final DocumentTokens tokens;
  private final List<TokenRange> cues;
  private final PointerVotes pointers;

  ContentBounds(DocumentTokens tokens, List<TokenRange> cues) {
    this.tokens = tokens;
    this.cues = cues;
    this.pointers = new PointerVotes(tokens);
  }

  /**
   * Splits a range at a second cue inside it: in "he was ashamed and calling them unpatriotic" the
   * second content starts after "calling", if its words point to that cue.
   */
  Stream<TokenRange> split(TokenRange range) {
    for (TokenRange cue : cues) {
      boolean inside = range.first() < cue.first() && cue.last() < range.last();
      if (inside && tokens.word(cue.first()).isUnquoted()) {
        TokenRange second = new TokenRange(cue.last() + 1, range.last());
        int last = beforeCue(cue, range);
        if (last >= range.first()
            && pointers.mostPointTo(cue, second)
            && !pointers.mostPointTo(cue, new TokenRange(range.first(), last))) {
          return Stream.concat(Stream.of(new TokenRange(range.first(), last)), split(second));
        }
      }
    }
    return Stream.of(range);
  }

  /**
   * Returns the index of the last word of a content before a second cue, without the conjunction or
   * punctuation between them.
   */
  private int beforeCue(TokenRange cue, TokenRange content) {
    int last = cue.first() - 1;
    while (last >= content.first()
        && (isUnquotedPunctuation(last)
            || tokens.word(last).token().pos() == PartOfSpeech.CONJUNCTION
            || tokens.word(last).token().pos() == PartOfSpeech.ADVERB)) {
      last--;
    }
    return last;
  }

  /**
   * Returns the content without the source of the next statement: in "begged for a ceasefire as a
   * witness said he saw it" the first content ends before "as a witness".
   */
  TokenRange beforeNext(TokenRange content, Optional<Choice> cue) {
    int last = content.last();
    boolean another =
        cues.stream()
            .filter(it -> it.first() == last + 1)
            .anyMatch(it -> cue.filter(own -> own.phrase().equals(it)).isEmpty());
    if (!another || tokens.endsSentence(last)) {
      return content;
    }
    int at = last;
    while (at > content.first() && tokens.isInNounPhrase(at)) {
      at--;
    }
    PartOfSpeech tag = tokens.word(at).token().pos();
    boolean joins =
        tag == PartOfSpeech.PREPOSITION
            || tag == PartOfSpeech.CONJUNCTION
            || tag == PartOfSpeech.ADVERB;
    return at < last && at > content.first() && joins
        ? new TokenRange(content.first(), at - 1)
        : content;
  }

  /**
   * Returns the content without its own source at its end: in "it will be built, its keeper, Ann
   * Roe, said" the content ends before "its keeper".
   */
  TokenRange beforeOwnSource(TokenRange content, List<TokenRange> sources) {
    boolean isBeforeCue =
        cues.stream()
            .mapToInt(cue -> cue.first() - content.last())
            .anyMatch(gap -> gap == 1 || gap == 2);
    for (TokenRange source : sources) {
      if (isBeforeCue && content.first() < source.first() && source.first() <= content.last()) {
        TokenRange before = new TokenRange(content.first(), source.first() - 1);
        if (tokens.word(source.first()).isUnquoted()
            && pointers.mostPointTo(source, before, AttributionScores::toSource)) {
          return before;
        }
      }
    }
    return content;
  }

  /**
   * Returns the content including the abbreviation of its last name, "the Communications Authority
   * (CA)". If the content starts inside a parenthesis, returns it without the text after the
   * closing one.
   */
  TokenRange withinParentheses(TokenRange content) {
    int depth = 0;
    int closing = isWithinParenthesis(content.first()) ? content.last() : -1;
    for (int at = content.first(); at <= closing; at++) {
      depth += isUnquoted(at, "(") ? 1 : isUnquoted(at, ")") ? -1 : 0;
      if (depth < 0) {
        return at > content.first() ? new TokenRange(content.first(), at - 1) : content;
      }
    }
    int open = content.last() + 1;
    boolean abbreviation =
        open + 2 < tokens.size()
            && tokens.word(open + 2).sentence() == tokens.word(content.last()).sentence()
            && tokens.word(content.last()).isUnquoted()
            && tokens.word(content.last()).token().pos() == PartOfSpeech.PROPER_NOUN
            && isUnquoted(open, "(")
            && isAbbreviation(word(open + 1))
            && isUnquoted(open + 2, ")");
    return abbreviation ? new TokenRange(content.first(), open + 2) : content;
  }

  /**
   * Tests whether a parenthesis opens in the sentence before this word and is not closed before it.
   */
  private boolean isWithinParenthesis(int first) {
    int depth = 0;
    for (int at = first - 1; at >= 0 && !tokens.endsSentence(at) && depth <= 0; at--) {
      depth += isUnquoted(at, "(") ? 1 : isUnquoted(at, ")") ? -1 : 0;
    }
    return depth > 0;
  }

  private boolean isUnquoted(int at, String word) {
    return tokens.word(at).isUnquoted() && word(at).equals(word);
  }

  private static boolean isAbbreviation(String word) {
    return word.length() <= MAX_ABBREVIATION_LENGTH
        && word.codePoints().filter(Character::isUpperCase).count() > 1;
  }

  /**
   * Returns the span of the content without unquoted punctuation at its ends and without an initial
   * "that".
   */
  Span trimmed(TokenRange content) {
    int first = content.first();
    int last = content.last();
    while (first < last && (isUnquotedPunctuation(first) || isThat(first))) {
      first++;
    }
    while (last > first && isUnquotedPunctuation(last)) {
      last--;
    }
    return tokens.span(new TokenRange(first, last));
  }

  /** Tests whether a word is "that" as a conjunction, unlike in "that is wrong". */
  private boolean isThat(int at) {
    boolean verb = tokens.word(at + 1).token().pos() == PartOfSpeech.VERB;
    return tokens.word(at).isUnquoted() && word(at).equalsIgnoreCase("that") && !verb;
  }

  private boolean isUnquotedPunctuation(int at) {
    return tokens.word(at).isUnquoted() && ",.:;–—-".contains(word(at));
  }

  private String word(int at) {
    return tokens.word(at).token().word();
  }
}
