package org.newsgraph.extract.attribution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.WordLists;

/**
 * Detects cues that introduce a thought or a wish rather than speech. They are listed in {@code
 * non-speech-cues.tsv}.
 */
final class NonSpeechCues {
  private static final Set<String> WORDS =
      WordLists.rows(NonSpeechCues.class, "non-speech-cues.tsv").stream()
          .flatMap(row -> Arrays.stream(row.get(1).split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}]+");

  private NonSpeechCues() {}

  /**
   * Tests whether a cue contains a word for a thought or a wish: "wants", "are also concerned
   * about".
   */
  static boolean isNonSpeech(String cue) {
    return NOT_A_WORD.splitAsStream(cue.toLowerCase(Locale.ROOT)).anyMatch(WORDS::contains);
  }
}
