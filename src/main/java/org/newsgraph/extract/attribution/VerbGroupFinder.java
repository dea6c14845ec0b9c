package org.newsgraph.extract.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.PartOfSpeech;

/** Finds the verb group of a cue by a walk from its main verb to the left. */
final class VerbGroupFinder {
  private static final Set<String> APOSTROPHES = Set.of("'", "’", "‘", "`");

  /** Maximum length of an object between a verb and "to", in words. */
  private static final int MAX_OBJECT_LENGTH = 10;

  /** Maximum length of a parenthesis within a verb group, in words. */
  private static final int MAX_PARENTHESIS_LENGTH = 4;

  /** Maximum distance between an auxiliary and the second of the verbs that share it, in words. */
  private static final int MAX_SHARED_DISTANCE = 14;

  private final DocumentTokens tokens;
  private final VerbForms forms;
  private final int head;
  private final List<Integer> governors = new ArrayList<>();
  private int at;
  private int start;
  private boolean linked;

  private VerbGroupFinder(DocumentTokens tokens, TokenRange cue) {
    this.tokens = tokens;
    this.forms = new VerbForms(tokens);
    this.head = head(cue);
    this.start = head;
    this.at = head - 1;
  }

  /** Returns the group of a cue's main verb; without governors if the cue contains no verb. */
  static VerbGroup find(DocumentTokens tokens, TokenRange cue) {
    return new VerbGroupFinder(tokens, cue).find();
  }

  private VerbGroup find() {
    boolean moves = forms.isVerb(head) && !word(head).equals("according");
    while (moves && at >= 0 && forms.sameClause(at, head)) {
      moves = step();
    }
    return new VerbGroup(head, governors, start);
  }

  /**
   * Returns the main verb: the last verb of the cue that only links separate from its first verb,
   * as in "went on to say".
   */
  private int head(TokenRange cue) {
    int found = cue.first();
    while (found <= cue.last() && !forms.isVerb(found)) {
      found++;
    }
    if (found > cue.last()) {
      // The network may mark only the adverb of "clearly said".
      return isPassage(cue.last()) ? verbAfter(cue.last()) : cue.first();
    }
    for (int next = found + 1; next <= cue.last(); next++) {
      if (forms.isVerb(next) && (!isHelper(next) || isHelper(found))) {
        found = next;
      } else if (!VerbGroup.LINKS.contains(word(next)) && !isPassage(next)) {
        break;
      }
    }
    return isHelper(found) ? verbAfter(found) : found;
  }

  /** Returns the verb after an auxiliary at the end of a cue, otherwise the auxiliary. */
  private int verbAfter(int auxiliary) {
    int next = auxiliary + 1;
    while (next < tokens.size() && forms.sameClause(next, auxiliary) && isPassage(next)) {
      next++;
    }
    boolean verb = next < tokens.size() && forms.sameClause(next, auxiliary) && forms.isVerb(next);
    return verb ? next : auxiliary;
  }

  private boolean isHelper(int index) {
    return StatusWord.AUXILIARY.contains(word(index)) || StatusWord.MODAL.contains(word(index));
  }

  /** Moves to the left by a word or more. Returns false at the end of the group. */
  private boolean step() {
    String word = word(at);
    if (word.equals("to") || (forms.isGerund(start) && VerbGroup.LINKS.contains(word))) {
      linked = true;
      return take();
    }
    if ((linked && isGovernor(word)) || (forms.isGerund(start) && takesGerund(at))) {
      linked = false;
      return take();
    }
    if (isPassage(at)) {
      return take();
    }
    if (word.equals(",")) {
      return skipParenthesis();
    }
    if (word.equals("but")) {
      return at > 0 && isBeforeBut(word(at - 1)) && take();
    }
    if (forms.tag(at) == PartOfSpeech.CONJUNCTION) {
      return skipToSharedAuxiliary();
    }
    return linked && takeBeforeObject();
  }

  private boolean take() {
    governors.add(at);
    start = at;
    at--;
    return true;
  }

  /** Tests whether a word can stand between a subject and its verb, whatever governs the verb. */
  private boolean isPassage(int index) {
    String word = word(index);
    return (forms.tag(index) == PartOfSpeech.ADVERB && !word.equals("as"))
        || StatusWord.NEGATION.contains(word)
        || (StatusWord.AFFIRMING.contains(word) && !word.equals("but"))
        || forms.isAuxiliary(index)
        || StatusWord.HABIT.contains(word)
        || StatusWord.DOUBT.contains(word)
        || word.equals("longer")
        || APOSTROPHES.contains(word);
  }

  private static boolean isGovernor(String word) {
    return StatusWord.REFUSAL.contains(word)
        || StatusWord.WISH.contains(word)
        || StatusWord.DIRECTIVE.contains(word)
        || StatusWord.PASSAGE.contains(word)
        || StatusWord.HEARSAY.contains(word);
  }

  /** Tests whether a verb governs a gerund without a preposition: "denied saying". */
  private boolean takesGerund(int index) {
    String word = word(index);
    return forms.isVerb(index)
        && (StatusWord.REFUSAL.contains(word)
            || StatusWord.WISH.contains(word)
            || StatusWord.PASSAGE.contains(word));
  }

  /** Tests whether "but" after a word affirms: "could not but say". */
  private static boolean isBeforeBut(String word) {
    return StatusWord.NEGATION.contains(word) || word.equals("t") || word.equals("help");
  }

  /** Skips a parenthesis after an auxiliary: "did not, however, say". */
  private boolean skipParenthesis() {
    for (int open = at - 1; open > 0 && at - open <= MAX_PARENTHESIS_LENGTH + 1; open--) {
      if (word(open).equals(",")) {
        at = open - 1;
        return forms.isAuxiliary(at);
      }
    }
    return false;
  }

  /** Moves to the auxiliary that two verbs share: "will visit the town and say". */
  private boolean skipToSharedAuxiliary() {
    boolean alternative = word(at).equals("or") || word(at).equals("nor");
    if ((start != head && !alternative) || !forms.isBaseForm(head)) {
      return false;
    }
    for (int left = at - 1; left >= 0 && at - left <= MAX_SHARED_DISTANCE; left--) {
      if (!forms.sameClause(left, head) || ",;:".contains(word(left)) || isFinite(left)) {
        return false;
      }
      if (forms.isAuxiliary(left) || word(left).equals("to")) {
        at = left;
        start = left + 1;
        return forms.isVerb(start) || isPassage(start);
      }
    }
    return false;
  }

  private boolean isFinite(int index) {
    return forms.tag(index) == PartOfSpeech.VERB
        && !forms.isBaseForm(index)
        && !word(index).equals("has");
  }

  /** Takes a governing verb before its object: "urged the minister to say", "for him to say". */
  private boolean takeBeforeObject() {
    int left = at;
    while (left >= 0 && at - left <= MAX_OBJECT_LENGTH && isInObject(left)) {
      left--;
    }
    if (left < 0 || left == at || !forms.sameClause(left, head)) {
      return false;
    }
    boolean infinitive = word(start).equals("to");
    boolean agent = !infinitive && word(left).equals("by");
    if (left > 0 && (agent || word(left).equals("on") || word(left).equals("upon"))) {
      left--;
    }
    String word = word(left);
    boolean governs =
        infinitive
            ? StatusWord.DIRECTIVE.contains(word) || word.equals("for")
            : StatusWord.HEARSAY.contains(word) || StatusWord.REFUSAL.contains(word);
    if (!governs) {
      return infinitive && skipToMainVerb(left);
    }
    governors.add(left);
    at = left - 1;
    return !word.equals("for");
  }

  private boolean isInObject(int index) {
    return forms.sameClause(index, head)
        && (tokens.isInNounPhrase(index)
            || forms.tag(index) == PartOfSpeech.GENITIVE
            || word(index).equals("of"));
  }

  /** Moves to the auxiliaries of a verb before a purpose: "will use the speech to say". */
  private boolean skipToMainVerb(int object) {
    int verb = object;
    while (verb > 0
        && at - verb <= MAX_OBJECT_LENGTH
        && forms.sameClause(verb, head)
        && (tokens.isInNounPhrase(verb) || forms.tag(verb) == PartOfSpeech.PREPOSITION)) {
      verb--;
    }
    at = verb - 1;
    return verb > 0
        && forms.tag(verb) == PartOfSpeech.VERB
        && forms.isBaseForm(verb)
        && (forms.isAuxiliary(at) || word(at).equals("to"));
  }

  private String word(int index) {
    return forms.word(index);
  }
}
