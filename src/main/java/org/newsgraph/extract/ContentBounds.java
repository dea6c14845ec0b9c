package org.newsgraph.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Span;
import org.newsgraph.extract.ContentLink.Choice;
import org.newsgraph.text.PartOfSpeech;

/** Determines the first and the last word of each content. */
final class ContentBounds {
  /** The longest abbreviation that may follow a name in parentheses. */
  private static final int ABBREVIATION = 8;

  private final Reading reading;
  private final List<Run> cues;
  private final PointerVotes pointers;

  ContentBounds(Reading reading, List<Run> cues) {
    this.reading = reading;
    this.cues = cues;
    this.pointers = new PointerVotes(reading);
  }

  /**
   * The contents in one run: in "he was ashamed and calling them unpatriotic" the second begins
   * after "calling", where its words point to that cue.
   */
  Stream<Run> split(Run run) {
    for (Run cue : cues) {
      boolean inside = run.first() < cue.first() && cue.last() < run.last();
      if (inside && reading.word(cue.first()).isNarrators()) {
        Run second = new Run(cue.last() + 1, run.last());
        int last = beforeCue(cue, run);
        if (last >= run.first()
            && pointers.pointTo(cue, second)
            && !pointers.pointTo(cue, new Run(run.first(), last))) {
          return Stream.concat(Stream.of(new Run(run.first(), last)), split(second));
        }
      }
    }
    return Stream.of(run);
  }

  /** The index of the last word of a content that a second cue follows, without what joins them. */
  private int beforeCue(Run cue, Run content) {
    int last = cue.first() - 1;
    while (last >= content.first()
        && (isLoose(last)
            || reading.word(last).token().pos() == PartOfSpeech.CONJUNCTION
            || reading.word(last).token().pos() == PartOfSpeech.ADVERB)) {
      last--;
    }
    return last;
  }

  /**
   * The content without the source of the statement after it: in "begged for a ceasefire as a
   * witness said he saw it" the first content ends before "as a witness".
   */
  Run beforeNext(Run content, Optional<Choice> cue) {
    int last = content.last();
    boolean another =
        cues.stream()
            .filter(it -> it.first() == last + 1)
            .anyMatch(it -> cue.filter(own -> own.phrase().equals(it)).isEmpty());
    if (!another || reading.endsSentence(last)) {
      return content;
    }
    int at = last;
    while (at > content.first() && reading.isInNounPhrase(at)) {
      at--;
    }
    PartOfSpeech tag = reading.word(at).token().pos();
    boolean joins = tag == PartOfSpeech.PREPOSITION || tag == PartOfSpeech.CONJUNCTION || tag == PartOfSpeech.ADVERB;
    return at < last && at > content.first() && joins ? new Run(content.first(), at - 1) : content;
  }

  /**
   * The content with the abbreviation of its last name, "the Communications Authority (CA)", and
   * without what follows the parenthesis that it stands in.
   */
  Run withinParentheses(Run content) {
    int depth = 0;
    int closing = isWithinParenthesis(content.first()) ? content.last() : -1;
    for (int at = content.first(); at <= closing; at++) {
      depth += isNarrators(at, "(") ? 1 : isNarrators(at, ")") ? -1 : 0;
      if (depth < 0) {
        return at > content.first() ? new Run(content.first(), at - 1) : content;
      }
    }
    int open = content.last() + 1;
    boolean abbreviation =
        open + 2 < reading.size()
            && reading.word(open + 2).sentence() == reading.word(content.last()).sentence()
            && reading.word(content.last()).isNarrators()
            && reading.word(content.last()).token().pos() == PartOfSpeech.PROPER_NOUN
            && isNarrators(open, "(")
            && isAbbreviation(word(open + 1))
            && isNarrators(open + 2, ")");
    return abbreviation ? new Run(content.first(), open + 2) : content;
  }

  /** Whether a parenthesis is open that the sentence began before this word. */
  private boolean isWithinParenthesis(int first) {
    int depth = 0;
    for (int at = first - 1; at >= 0 && !reading.endsSentence(at) && depth <= 0; at--) {
      depth += isNarrators(at, "(") ? 1 : isNarrators(at, ")") ? -1 : 0;
    }
    return depth > 0;
  }

  private boolean isNarrators(int at, String word) {
    return reading.word(at).isNarrators() && word(at).equals(word);
  }

  private static boolean isAbbreviation(String word) {
    return word.length() <= ABBREVIATION
        && word.codePoints().filter(Character::isUpperCase).count() > 1;
  }

  /** The content without the punctuation at its ends that is not part of a quotation. */
  Span trimmed(Run content) {
    int first = content.first();
    int last = content.last();
    while (first < last && (isLoose(first) || isThat(first))) {
      first++;
    }
    while (last > first && isLoose(last)) {
      last--;
    }
    return reading.span(new Run(first, last));
  }

  /** "That" before a clause, which it only introduces; not as in "that is wrong". */
  private boolean isThat(int at) {
    boolean verb = reading.word(at + 1).token().pos() == PartOfSpeech.VERB;
    return reading.word(at).isNarrators() && word(at).equalsIgnoreCase("that") && !verb;
  }

  private boolean isLoose(int at) {
    return reading.word(at).isNarrators() && ",.:;–—-".contains(word(at));
  }

  private String word(int at) {
    return reading.word(at).token().word();
  }
}
