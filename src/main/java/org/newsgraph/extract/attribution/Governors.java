package org.newsgraph.extract.attribution;

import java.util.Set;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.text.PartOfSpeech;

/**
 * Interpreter of a verb group and its subject: whether they negate the main verb or put it into the
 * future.
 */
final class Governors {
  /** Mark of a gerund that follows its governing word without a preposition. */
  private static final String GERUND = "-ing";

  private static final Set<String> HAVE = Set.of("have", "having", "ve");
  private static final Set<String> DUTY = Set.of("have", "has");
  private static final Set<String> WISHES = Set.of("like", "want", "wish");
  private static final Set<String> FUTURE = Set.of("will", "ll", "shall", "going", "plan");
  private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "re");

  private static final Set<String> TOPIC_PREPOSITIONS =
      Set.of("about", "of", "on", "regarding", "more", "else", "to");
  private static final Set<String> INFORMATION =
      Set.of("details", "comment", "mention", "reason", "reasons", "explanation");

  /** Modals that do not put a habit, or something said reluctantly, into the future. */
  private static final Set<String> PAST_MODALS = Set.of("would", "d", "could");

  private final DocumentTokens tokens;
  private final VerbForms forms;
  private final VerbGroup group;
  private final CueSubject subject;
  private ReportStatus status = ReportStatus.SAID;
  private boolean affirming;
  private boolean affirmed;
  private String link = "";
  private boolean habitual;
  private boolean perfect;

  Governors(DocumentTokens tokens, VerbGroup group, CueSubject subject) {
    this.tokens = tokens;
    this.forms = new VerbForms(tokens);
    this.group = group;
    this.subject = subject;
  }

  /** Returns whether the main verb is said, not said or to be said. */
  ReportStatus status() {
    link = forms.isGerund(group.head()) ? GERUND : "";
    habitual = subject.isComparison();
    group.governors().forEach(this::apply);
    if (subject.isNegative()) {
      negate();
    }
    if (subject.isInverted()) {
      applyInversion();
    } else if (subject.isConditional()
        || subject.isFutureOfSource()
        || subject.isHeadlineInfinitive()) {
      postpone();
    }
    if (status == ReportStatus.TO_BE_SAID && isPerformative()) {
      return ReportStatus.SAID;
    }
    return saysNothing() ? negated() : status;
  }

  private void apply(int at) {
    String word = word(at);
    if (isNegation(at)) {
      if (affirming) {
        affirmed = true;
      } else {
        negate();
      }
      affirming = false;
    } else if (StatusWord.AFFIRMING.contains(word)) {
      affirming = true;
      habitual |= word.equals("only");
    } else if (StatusWord.MODAL.contains(word)) {
      applyModal(word);
    } else if (isRefusal(at)) {
      negate();
      link = "";
    } else if (!link.isEmpty() && isPostponing(at)) {
      postpone();
      link = "";
    } else if (VerbGroup.LINKS.contains(word)) {
      link = word;
    } else if (StatusWord.HABIT.contains(word)) {
      habitual = true;
    }
    perfect |= HAVE.contains(word);
    if (StatusWord.PASSAGE.contains(word)) {
      link = "";
    }
  }

  private boolean isNegation(int at) {
    String word = word(at);
    return StatusWord.NEGATION.contains(word)
        || (word.equals("t") && at > 0 && !Character.isLetter(word(at - 1).codePointAt(0)));
  }

  /** Tests whether a word governs an infinitive or gerund and means that nothing is said. */
  private boolean isRefusal(int at) {
    boolean governs = link.equals(GERUND) ? forms.isVerb(at) : !link.isEmpty();
    return governs && StatusWord.REFUSAL.contains(word(at));
  }

  /** Tests whether a governing word means that something is to be said. */
  private boolean isPostponing(int at) {
    String word = word(at);
    if (!link.equals("to")) {
      return StatusWord.WISH.contains(word);
    }
    boolean before = at + 1 < tokens.size() && !word(at + 1).equals("to");
    return StatusWord.WISH.contains(word)
        || (StatusWord.DIRECTIVE.contains(word) && (before || isPassive(at)))
        || word.equals("for")
        || ((DUTY.contains(word) || BE.contains(word)) && isBeforeInfinitive(at));
  }

  /** Tests whether only adverbs stand between an auxiliary and "to": "is now to say". */
  private boolean isBeforeInfinitive(int at) {
    int next = at + 1;
    while (next < group.head()
        && (StatusWord.PASSAGE.contains(word(next)) || StatusWord.NEGATION.contains(word(next)))) {
      next++;
    }
    return word(next).equals("to");
  }

  /** Tests whether a form of "be" governs a participle: "was asked to say". */
  private boolean isPassive(int at) {
    int next = group.governors().indexOf(at) + 1;
    while (next < group.governors().size()
        && tokens.word(group.governors().get(next)).token().pos() == PartOfSpeech.ADVERB) {
      next++;
    }
    return next < group.governors().size()
        && (BE.contains(word(group.governors().get(next)))
            || word(group.governors().get(next)).equals("been"));
  }

  private void applyModal(String modal) {
    boolean past = PAST_MODALS.contains(modal);
    if (past && (habitual || affirmed)) {
      return;
    }
    if (modal.equals("d") && (perfect || forms.isPast(group.head()))) {
      return;
    }
    if (perfect && (past || modal.equals("should"))) {
      status = negated();
    } else {
      postpone();
    }
  }

  /** Applies an auxiliary before the subject, and negations before it. */
  private void applyInversion() {
    String auxiliary = subject.invertedAuxiliary();
    if (subject.isNegatedBeforeAuxiliary()) {
      negate();
    }
    if (subject.isInvertedCondition()) {
      postpone();
    } else if (StatusWord.MODAL.contains(auxiliary)) {
      applyModal(auxiliary);
    }
  }

  /** Tests whether the first person says something at once: "I would argue", "we want to say". */
  private boolean isPerformative() {
    boolean wishes = group.governors().stream().map(this::word).anyMatch(WISHES::contains);
    boolean states = StatusWord.OPINION.contains(word(group.head())) && !isFuture();
    return subject.isFirstPerson() && (wishes || states);
  }

  private boolean isFuture() {
    return group.governors().stream().map(this::word).anyMatch(FUTURE::contains);
  }

  /** Tests whether the object of the main verb is "nothing": "said nothing about the deal". */
  private boolean saysNothing() {
    int at = group.head() + 1;
    if (at + 1 >= tokens.size()) {
      return false;
    }
    String next = word(at + 1);
    return switch (word(at)) {
      case "nothing" -> TOPIC_PREPOSITIONS.contains(next);
      case "no" -> INFORMATION.contains(next);
      default -> false;
    };
  }

  private void negate() {
    status = negated();
  }

  private ReportStatus negated() {
    return status == ReportStatus.NOT_SAID ? ReportStatus.SAID : ReportStatus.NOT_SAID;
  }

  private void postpone() {
    if (status == ReportStatus.SAID) {
      status = ReportStatus.TO_BE_SAID;
    }
  }

  private String word(int at) {
    return forms.word(at);
  }
}
