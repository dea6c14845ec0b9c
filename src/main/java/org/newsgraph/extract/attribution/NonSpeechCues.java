package org.newsgraph.extract.attribution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.WordLists;

/**
 * Tells the cues after which nothing was said, only thought or wanted, see {@code
 * non-speech-cues.tsv}.
 */
final class NonSpeechCues {
  private static final Set<String> WORDS =
      WordLists.rows(NonSpeechCues.class, "non-speech-cues.tsv").stream()
          .flatMap(row -> Arrays.stream(row.get(1).split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}]+");

  private NonSpeechCues() {}

  /** Whether a cue has such a word: "wants", "are also concerned about". */
  static boolean isUnsaid(String cue) {
    return NOT_A_WORD.splitAsStream(cue.toLowerCase(Locale.ROOT)).anyMatch(WORDS::contains);
  }
}
