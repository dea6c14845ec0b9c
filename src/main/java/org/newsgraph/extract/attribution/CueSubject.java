package org.newsgraph.extract.attribution;

import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.PartOfSpeech;

/** The subject of a cue's clause and the words before it, which may negate or question the cue. */
final class CueSubject {
  private static final Set<String> NEGATIVE = Set.of("nobody", "none", "neither", "nor", "noone");
  private static final Set<String> FUTURE = Set.of("will", "shall");
  private static final Set<String> CONDITIONAL_AUXILIARIES = Set.of("should", "had", "were");

  /** Maximum length of a subject, in words. */
  private static final int MAX_SUBJECT_LENGTH = 12;

  /** Maximum distance of a negation before an auxiliary before the subject, in words. */
  private static final int MAX_NEGATION_DISTANCE = 5;

  private final DocumentTokens tokens;
  private final VerbForms forms;
  private final VerbGroup group;
  private final Optional<TokenRange> source;
  private final int first;

  CueSubject(DocumentTokens tokens, VerbGroup group, Optional<TokenRange> source) {
    this.tokens = tokens;
    this.forms = new VerbForms(tokens);
    this.group = group;
    this.source = source;
    this.first = first();
  }

  /** Returns the index of the subject's first word; the start of the verb group if it has none. */
  private int first() {
    int before = group.start() - 1;
    if (VerbGroup.LINKS.contains(word(group.start()))) {
      return group.start();
    }
    if (source.isPresent() && source.get().contains(before)) {
      return source.get().first();
    }
    int at = group.start();
    while (at > 0
        && group.start() - at < MAX_SUBJECT_LENGTH
        && isInClause(at - 1)
        && (tokens.isInNounPhrase(at - 1)
            || tag(at - 1) == PartOfSpeech.GENITIVE
            || word(at - 1).equals("of"))) {
      at--;
    }
    return at;
  }

  /** Tests whether the subject is "I" or "we". */
  boolean isFirstPerson() {
    String word = word(Math.max(0, group.start() - 1));
    return first < group.start() && (word.equals("i") || word.equals("we"));
  }

  /** Tests whether the subject negates the cue: "no official said", "neither of them said". */
  boolean isNegative() {
    boolean follows = source.filter(it -> it.first() > group.head()).isPresent();
    int start = follows ? source.get().first() : first;
    boolean present = follows || first < group.start();
    return present && (isNegativeAt(start) || (!follows && start > 0 && isNor(start - 1)));
  }

  private boolean isNegativeAt(int at) {
    String word = word(at);
    if (!word.equals("no")) {
      return NEGATIVE.contains(word);
    }
    // "No 10 said" and "No Limits Ltd said" have a subject.
    PartOfSpeech next = tag(Math.min(at + 1, tokens.size() - 1));
    return next != PartOfSpeech.NUMBER && next != PartOfSpeech.PROPER_NOUN;
  }

  private boolean isNor(int at) {
    return isInClause(at) && (word(at).equals("nor") || word(at).equals("neither"));
  }

  /** Tests whether the subject stands between an auxiliary and the cue: "nor did he say". */
  boolean isInverted() {
    if (first == group.start() || first == 0 || !isInClause(first - 1)) {
      return false;
    }
    return forms.isAuxiliary(auxiliary());
  }

  /** Returns the index of the word before the subject, or of "did" in "didn't". */
  private int auxiliary() {
    int at = first - 1;
    return at > 1 && word(at).equals("t") ? at - 2 : at;
  }

  /** Tests whether a negation stands before an inverted auxiliary: "at no time did he say". */
  boolean isNegatedBeforeAuxiliary() {
    int from = auxiliary();
    boolean contracted = from < first - 1;
    for (int at = from - 1; at >= 0 && from - at <= MAX_NEGATION_DISTANCE && isInClause(at); at--) {
      if (",;:–—".contains(word(at))) {
        return contracted;
      }
      if (StatusWord.NEGATION.contains(word(at)) && !isOnly(at + 1)) {
        return true;
      }
    }
    return contracted;
  }

  private boolean isOnly(int at) {
    return StatusWord.AFFIRMING.contains(word(at));
  }

  /** Returns the auxiliary before an inverted subject, in lower case. */
  String invertedAuxiliary() {
    return word(auxiliary());
  }

  /** Tests whether an inverted auxiliary makes a condition: "should he say". */
  boolean isInvertedCondition() {
    int at = auxiliary();
    boolean begins = at == 0 || !isInClause(at - 1) || word(at - 1).equals(",");
    return CONDITIONAL_AUXILIARIES.contains(word(at)) && begins;
  }

  /** Tests whether a conjunction before the subject leaves open whether the cue is true. */
  boolean isConditional() {
    int at = first - 1;
    while (at > 0 && isInClause(at) && tag(at) == PartOfSpeech.ADVERB && !isCondition(at)) {
      at--;
    }
    return at >= 0 && isInClause(at) && isCondition(at);
  }

  private boolean isCondition(int at) {
    return StatusWord.CONDITION.contains(word(at));
  }

  /**
   * Tests whether the main verb is a participle after a comma whose clause is in the future: "will
   * say that …, adding …".
   */
  boolean isFutureOfSource() {
    int before = group.start() - 1;
    if (source.isEmpty()
        || before < 0
        || !word(before).equals(",")
        || !forms.isGerund(group.head())) {
      return false;
    }
    int at = source.get().last() + 1;
    while (at < before && isInClause(at) && tag(at) == PartOfSpeech.ADVERB) {
      at++;
    }
    return at + 1 < before && FUTURE.contains(word(at)) && StatusWord.SPEECH.contains(word(at + 1));
  }

  /** Tests whether the cue is an infinitive after a subject at the start: "Mayor to ask". */
  boolean isHeadlineInfinitive() {
    int before = group.start() - 1;
    return word(group.start()).equals("to")
        && source
            .filter(it -> it.last() == before)
            .filter(it -> it.first() == 0 || tokens.endsSentence(it.first() - 1))
            .isPresent();
  }

  /** Tests whether "as" stands before the subject: "as the proverb would say". */
  boolean isComparison() {
    return first > 0 && isInClause(first - 1) && word(first - 1).equals("as");
  }

  /** Tests whether a question word is the subject: "who said". */
  boolean isQuestionWord() {
    int before = group.start() - 1;
    boolean starts = before >= 0 && (before == 0 || !isInClause(before - 1));
    return starts && StatusWord.INTERROGATIVE.contains(word(before));
  }

  private boolean isInClause(int at) {
    return forms.sameClause(at, group.head());
  }

  private PartOfSpeech tag(int at) {
    return forms.tag(at);
  }

  private String word(int at) {
    return forms.word(at);
  }
}
