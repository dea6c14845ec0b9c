package org.newsgraph.extract.attribution;

import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.PartOfSpeech;

/**
 * Detects contents that are an indirect question: "told us what they think of the pier". The
 * article does not give the answer, so the clause is only the topic of what was said. In contrast,
 * "explained why he left" and "told us how he had escaped" give part of the answer, "asked what
 * they think" gives the question that was asked, and "said what they need is a pier" is a complete
 * sentence.
 */
final class IndirectQuestion {
  private static final Set<String> INTERROGATIVES =
      Set.of("what", "who", "whom", "whose", "which", "where", "when");

  private final DocumentTokens tokens;
  private final VerbForms forms;

  IndirectQuestion(DocumentTokens tokens) {
    this.tokens = tokens;
    this.forms = new VerbForms(tokens);
  }

  /**
   * Tests whether a content is an indirect question that its cue answers: one clause after a cue,
   * which is neither a verb of asking nor negated.
   */
  boolean isAnswered(TokenRange content, Optional<TokenRange> cue) {
    return cue.filter(it -> it.last() < content.first() && isAnswer(it)).isPresent()
        && isOpen(content.first())
        && isOneClause(content);
  }

  private boolean isAnswer(TokenRange cue) {
    VerbGroup group = VerbGroupFinder.find(tokens, cue);
    String verb = forms.word(group.head());
    return !StatusWord.QUESTION.contains(verb)
        && !verb.equals("know")
        && group.governors().stream()
            .map(forms::word)
            .noneMatch(it -> StatusWord.NEGATION.contains(it) || StatusWord.REFUSAL.contains(it));
  }

  /** Tests whether a clause asks for a person, thing, place or time, or for somebody's opinion. */
  private boolean isOpen(int first) {
    return INTERROGATIVES.contains(forms.word(first))
        || (forms.word(first).equals("how") && isThought(first + 1));
  }

  /** Tests whether the first verb is one of thinking or feeling: "how they feel". */
  private boolean isThought(int begin) {
    int at = begin;
    while (at + 1 < tokens.size() && tokens.isInNounPhrase(at) && !forms.isVerb(at)) {
      at++;
    }
    return at < tokens.size() && at > begin && NonSpeechCues.isNonSpeech(forms.word(at));
  }

  /**
   * Tests whether a content has exactly one finite verb before its end or a relative clause, and no
   * question mark after it.
   */
  private boolean isOneClause(TokenRange content) {
    int verbs = 0;
    int at = content.first() + 1;
    while (at <= content.last() && forms.tag(at) != PartOfSpeech.RELATIVE) {
      String word = forms.word(at);
      boolean isRelative =
          at < content.last() && forms.tag(at + 1) == PartOfSpeech.RELATIVE && word.equals(",");
      if (!forms.sameClause(at, content.first()) || (",;:–—?!".contains(word) && !isRelative)) {
        return false;
      }
      verbs += startsVerbGroup(at) ? 1 : 0;
      at++;
    }
    boolean asks = at < tokens.size() && forms.word(at).equals("?");
    return verbs == 1 && !asks;
  }

  /** Tests whether a word is the first verb of a group that is not an infinitive. */
  private boolean startsVerbGroup(int at) {
    if (forms.tag(at) != PartOfSpeech.VERB) {
      return false;
    }
    int before = at - 1;
    while (forms.tag(before) == PartOfSpeech.ADVERB) {
      before--;
    }
    return !forms.isAuxiliary(before) && !forms.word(before).equals("to");
  }
}
