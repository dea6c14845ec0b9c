package org.newsgraph.extract.attribution;

import java.util.Locale;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.text.PartOfSpeech;

/** Forms of the verbs of an article, by their tags and endings. */
record VerbForms(DocumentTokens tokens) {
  /** Returns a word in lower case. */
  String word(int at) {
    return tokens.word(at).token().word().toLowerCase(Locale.ROOT);
  }

  PartOfSpeech tag(int at) {
    return tokens.word(at).token().pos();
  }

  boolean isVerb(int at) {
    return tag(at) == PartOfSpeech.VERB || tag(at) == PartOfSpeech.PARTICIPLE;
  }

  /** Tests whether a word is an auxiliary or its "not", unlike "May" or "Will" as names. */
  boolean isAuxiliary(int at) {
    String word = word(at);
    return !tag(at).isNoun()
        && (StatusWord.MODAL.contains(word)
            || StatusWord.AUXILIARY.contains(word)
            || word.equals("not")
            || word.equals("t"));
  }

  boolean isGerund(int at) {
    return word(at).endsWith("ing");
  }

  /** Tests whether a verb is in the past tense or a past participle. */
  boolean isPast(int at) {
    return word(at).endsWith("ed") || StatusWord.PAST.contains(word(at));
  }

  /** Tests whether a verb can be an infinitive. */
  boolean isBaseForm(int at) {
    boolean singular = word(at).endsWith("s") && !word(at).endsWith("ss");
    return !isPast(at) && !isGerund(at) && !singular;
  }

  /** Tests whether two words are in one sentence and in the same quotation or none. */
  boolean sameClause(int left, int right) {
    return tokens.word(left).sentence() == tokens.word(right).sentence()
        && tokens.word(left).quotation() == tokens.word(right).quotation();
  }
}
