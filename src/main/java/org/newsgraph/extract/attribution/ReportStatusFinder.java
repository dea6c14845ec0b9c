package org.newsgraph.extract.attribution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.ContentType;
import org.newsgraph.text.PartOfSpeech;

/**
 * Determines whether an article says that a statement was made, from the cue, the words that govern
 * it and its subject. Words of the content do not count: in "said he would not" only "said" does.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><td>said, denied, asked for, according to</td><td>said</td></tr>
 * <tr><td>did not say, declined to say, no one said</td><td>not said</td></tr>
 * <tr><td>will say, plans to say, urged him to say, if he says</td><td>to be said</td></tr>
 * <tr><td>asked whether</td><td>asked</td></tr>
 * <tr><td>reportedly said, was quoted as saying, the court heard</td><td>hearsay</td></tr>
 * </table>
 */
final class ReportStatusFinder {
  private static final Set<String> BE =
      Set.of(
          "be", "is", "are", "was", "were", "been", "being", "am", "m", "re", "isn", "wasn",
          "weren");

  /** Maximum length of the name in "quoted X as saying", in words. */
  private static final int MAX_QUOTED_LENGTH = 12;

  private static final Set<String> QUOTING =
      Set.of("quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing");
  private static final Set<String> AGENT_PREPOSITIONS = Set.of("by", "from");

  /** Words after a cue that can only follow a passive: "accused of", "told that". */
  private static final Set<String> PASSIVE_PHRASES =
      Set.of("accused of", "suspected of", "told that", "told to", "told of", "blamed for");

  private final DocumentTokens tokens;
  private final VerbForms forms;
  private final Attribution attribution;
  private final TokenRange content;
  private final TokenRange cue;
  private final Optional<TokenRange> source;
  private final VerbGroup group;
  private final CueSubject subject;

  private ReportStatusFinder(DocumentTokens tokens, Attribution attribution, Span cue) {
    this.tokens = tokens;
    this.forms = new VerbForms(tokens);
    this.attribution = attribution;
    this.content = range(attribution.span());
    this.cue = range(cue);
    this.source = attribution.source().map(this::range);
    this.group = VerbGroupFinder.find(tokens, this.cue);
    this.subject = new CueSubject(tokens, group, source);
  }

  /**
   * Status of an attribution.
   *
   * @param status the status
   * @param speaker span of the speaker: the source of the attribution, unless that is the hearer or
   *     the topic ("the court was told", "she was accused of") or another speaker is quoted ("the
   *     agency quoted the mayor as saying")
   * @param verb main verb of the cue in lower case; empty if there is no cue
   */
  record Found(ReportStatus status, Optional<Span> speaker, String verb) {}

  /** Returns the status of an attribution. Without a cue, the content was said. */
  static Found of(DocumentTokens tokens, Attribution attribution) {
    return attribution
        .cue()
        .map(cue -> new ReportStatusFinder(tokens, attribution, cue).found())
        .orElse(new Found(ReportStatus.SAID, attribution.source(), ""));
  }

  private Found found() {
    boolean received = isPassive() || StatusWord.HEARING.contains(word(group.head()));
    boolean anonymous = received && !hasAgent();
    boolean quoted = QUOTING.contains(word(group.head()));
    ReportStatus governed = new Governors(tokens, group, subject).status();
    return new Found(
        governed == ReportStatus.SAID ? ofSaid(anonymous) : governed,
        anonymous && !quoted ? Optional.empty() : quotedSpeaker().or(attribution::source),
        word(group.head()));
  }

  /** Returns the object of "quoted … as saying". The cue may be either verb. */
  private Optional<Span> quotedSpeaker() {
    Optional<Integer> quotes =
        QUOTING.contains(word(group.head())) && !isPassive()
            ? Optional.of(group.head())
            : group.governors().stream().filter(it -> QUOTING.contains(word(it))).findFirst();
    return quotes.flatMap(
        verb -> {
          int as = verb + 1;
          while (as < tokens.size() && as - verb <= MAX_QUOTED_LENGTH && !word(as).equals("as")) {
            as++;
          }
          return as < tokens.size()
                  && as > verb + 1
                  && word(as).equals("as")
                  && as + 1 < tokens.size()
                  && word(as + 1).endsWith("ing")
                  && tokens.word(as).sentence() == tokens.word(verb).sentence()
                  && !word(verb + 1).equals("by")
              ? Optional.of(tokens.span(new TokenRange(verb + 1, as - 1)))
              : Optional.empty();
        });
  }

  /** Returns the status of a statement that neither a negation nor a modal governs. */
  private ReportStatus ofSaid(boolean anonymous) {
    if (group.governors().stream().anyMatch(this::isHearsay) || isHearsayCue()) {
      return ReportStatus.HEARSAY;
    }
    if (isQuestion() || isNarratorsQuestion()) {
      return ReportStatus.ASKED;
    }
    return anonymous ? ReportStatus.HEARSAY : ReportStatus.SAID;
  }

  /** Tests whether a governing word reports at second hand: "allegedly", "is said to have told". */
  private boolean isHearsay(int at) {
    boolean passive = group.governors().stream().anyMatch(it -> it < at && BE.contains(word(it)));
    return StatusWord.DOUBT.contains(word(at))
        || (StatusWord.HEARSAY.contains(word(at)) && (passive || !word(at + 1).equals("to")));
  }

  /** Tests whether a cue contains an adverb such as "reportedly". */
  private boolean isHearsayCue() {
    for (int at = cue.first(); at <= cue.last(); at++) {
      if (StatusWord.DOUBT.contains(word(at))) {
        return true;
      }
    }
    return false;
  }

  /** Tests whether the main verb is a passive, after a form of "be" or without one. */
  private boolean isPassive() {
    String verb = word(group.head());
    if (!forms.isPast(group.head()) || StatusWord.FEELING.contains(verb)) {
      return false;
    }
    for (int at : group.governors()) {
      if (StatusWord.AUXILIARY.contains(word(at))) {
        return BE.contains(word(at));
      }
      if (tag(at) != PartOfSpeech.ADVERB && !word(at).equals("t") && !word(at).equals("not")) {
        break;
      }
    }
    return isReducedPassive(verb);
  }

  /** Tests whether the main verb is a participle without "be": "asked if …, he said". */
  private boolean isReducedPassive(String verb) {
    String next = group.head() + 1 < tokens.size() ? word(group.head() + 1) : "";
    int before = group.start() - 1;
    boolean fronted =
        tag(group.head()) == PartOfSpeech.PARTICIPLE
            && (before < 0
                || tokens.endsSentence(before)
                || word(before).equals("when")
                || word(before).equals("if")
                || isParenthesis(before));
    boolean sourceFollows = source.filter(it -> it.first() == group.head() + 1).isPresent();
    return PASSIVE_PHRASES.contains(verb + " " + next)
        || (fronted && StatusWord.DIRECTIVE.contains(verb) && !sourceFollows);
  }

  /** Tests whether a comma separates the source from the main verb: "she, asked about it, said". */
  private boolean isParenthesis(int comma) {
    return word(comma).equals(",") && source.filter(it -> it.last() == comma - 1).isPresent();
  }

  /** Tests whether the source is the agent of a passive: "was told by the mayor". */
  private boolean hasAgent() {
    return source
        .filter(it -> it.first() > group.head())
        .filter(it -> AGENT_PREPOSITIONS.contains(word(it.first() - 1)))
        .isPresent();
  }

  /** Tests whether the cue is a verb of asking and the content a question. */
  private boolean isQuestion() {
    String verb = word(group.head());
    boolean wantsToKnow = verb.equals("know") && group.start() < group.head();
    if (!wantsToKnow && !StatusWord.QUESTION.contains(verb)) {
      return false;
    }
    boolean after = content.first() > cue.last();
    int first = firstWord();
    boolean clause =
        after
            && (StatusWord.INTERROGATIVE.contains(word(first))
                || (first > 0 && StatusWord.CONDITION.contains(word(first - 1))));
    return clause || hasQuestionMark() || (after && isAbout(first));
  }

  /** Tests whether the content is the topic of a question: "asked about the plan". */
  private boolean isAbout(int first) {
    return attribution.type() == ContentType.REPORT
        && (word(first).equals("about") || word(first - 1).equals("about"));
  }

  private int firstWord() {
    int first = content.first();
    while (first < content.last() && !Character.isLetterOrDigit(word(first).codePointAt(0))) {
      first++;
    }
    return first;
  }

  private boolean hasQuestionMark() {
    return attribution.parts().stream()
        .map(this::range)
        .anyMatch(
            part -> {
              int end = Math.min(part.last() + 1, tokens.size() - 1);
              for (int at = part.first(); at <= end; at++) {
                if (word(at).equals("?")) {
                  return true;
                }
              }
              return false;
            });
  }

  /** Tests whether the sentence of the cue asks whether somebody said it: "Did he say …?" */
  private boolean isNarratorsQuestion() {
    boolean inverted = subject.isInverted() || subject.isQuestionWord();
    if (!inverted || cue.first() > content.first()) {
      return false;
    }
    int end = cue.last();
    while (!tokens.endsSentence(end)) {
      end++;
    }
    while (end > cue.last() && !word(end).equals("?") && isClosingMark(end)) {
      end--;
    }
    return word(end).equals("?")
        && tokens.word(end).quotation() == tokens.word(cue.first()).quotation();
  }

  private boolean isClosingMark(int at) {
    return List.of("”", "\"", "’", "'", "''", ")").contains(word(at));
  }

  private TokenRange range(Span span) {
    int first = Math.min(tokens.indexAtOrAfter(span.begin()), tokens.size() - 1);
    return new TokenRange(first, Math.max(first, tokens.indexAtOrAfter(span.end()) - 1));
  }

  private PartOfSpeech tag(int at) {
    return forms.tag(at);
  }

  private String word(int at) {
    return forms.word(at);
  }
}
