package org.newsgraph.extract;

import java.util.Locale;
import java.util.Set;
import org.newsgraph.article.WordLists;

/** Verbs that introduce what somebody said, in the forms listed in {@code speech-verbs.txt}. */
public final class SpeechVerbs {
  private static final Set<String> FORMS = WordLists.entries(SpeechVerbs.class, "speech-verbs.txt");

  private SpeechVerbs() {}

  /** Tests whether a word is such a verb: "said", "replies". */
  public static boolean contains(String word) {
    return FORMS.contains(word.toLowerCase(Locale.ROOT));
  }
}
