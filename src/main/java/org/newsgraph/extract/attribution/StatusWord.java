package org.newsgraph.extract.attribution;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.newsgraph.article.WordLists;

/**
 * Classes of words around a cue that decide whether something was said. {@code status-words.tsv}
 * defines the classes and lists their words.
 */
enum StatusWord {
  NEGATION,
  AFFIRMING,
  REFUSAL,
  MODAL,
  WISH,
  DIRECTIVE,
  HABIT,
  DOUBT,
  PASSAGE,
  HEARSAY,
  HEARING,
  QUESTION,
  INTERROGATIVE,
  CONDITION,
  AUXILIARY,
  FEELING,
  PAST,
  OPINION,
  SPEECH;

  private static final Map<String, Set<StatusWord>> CLASSES = read();

  private static Map<String, Set<StatusWord>> read() {
    Map<String, Set<StatusWord>> classes = new HashMap<>();
    for (List<String> row : WordLists.rows(StatusWord.class, "status-words.tsv")) {
      StatusWord wordClass = valueOf(row.get(0).toUpperCase(Locale.ROOT));
      for (String word : row.get(1).split(" ", -1)) {
        classes.computeIfAbsent(word, it -> EnumSet.noneOf(StatusWord.class)).add(wordClass);
      }
    }
    return classes;
  }

  /** Tests whether a word, in lower case, is of this class. */
  boolean contains(String word) {
    return CLASSES.getOrDefault(word, Set.of()).contains(this);
  }
}
