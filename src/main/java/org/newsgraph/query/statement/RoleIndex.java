package org.newsgraph.query.statement;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.newsgraph.link.Fact;
import org.newsgraph.query.BackgroundCache;
import org.newsgraph.store.NewsStore;

/**
 * A cached index of speakers by role: "Labour MP" as articles say, or the office, the occupation
 * and the party that a knowledge base gives for linked speakers. The role from an article and the
 * party from the knowledge base are combined, so that an MP whose party only the knowledge base
 * gives matches "Labour MP" as well.
 */
public final class RoleIndex {
  /** Properties of a knowledge base that count as roles. */
  public static final List<Fact.Property> ROLE_PROPERTIES =
      List.of(Fact.Property.OFFICE, Fact.Property.OCCUPATION);

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final BackgroundCache<Index> cache;

  /** A role or a party, and the number of speakers who have it. */
  public record Title(String text, int speakers) {}

  /** A title, and its text as {@link #normalized} normalizes it. */
  record Listed(String normalized, Title title) {}

  /**
   * The index.
   *
   * @param known speakers by the normalized text of a role, its organisation and the party
   * @param titles roles and parties, the most frequent first
   */
  record Index(Map<String, Set<Node>> known, List<Listed> titles) {}

  RoleIndex(NewsStore store, Executor background) {
    Node entities = store.iris().entitiesGraph();
    this.cache =
        new BackgroundCache<>(
            store, dataset -> new RoleIndexReader(dataset, entities).index(), background);
  }

  /** Starts to build the index in the background. */
  void warmUp() {
    cache.warmUp();
  }

  /**
   * Returns the speakers with a role that, together with its organisation and their party, contains
   * all the words. Prefixes of words and plurals match as well.
   */
  public Set<Node> speakers(String role) {
    return prefixes(role).isEmpty() ? Set.of() : speakers(cache.get(), role);
  }

  /**
   * Returns the same speakers as {@link #speakers}, without waiting: empty while the index of a
   * large database is being built.
   */
  public Set<Node> speakersIfReady(String role) {
    return cache.peek().map(index -> speakers(index, role)).orElse(Set.of());
  }

  private static Set<Node> speakers(Index index, String role) {
    Set<Node> speakers = new HashSet<>();
    Predicate<String> fits = matching(role);
    index
        .known()
        .forEach(
            (known, who) -> {
              if (fits.test(known)) {
                speakers.addAll(who);
              }
            });
    return speakers;
  }

  /** Returns the most frequent roles and parties with the words; empty while the index is built. */
  public List<Title> suggest(String typed, int most) {
    Predicate<String> fits = matching(typed);
    return cache
        .peek()
        .map(
            index ->
                index.titles().stream()
                    .filter(it -> fits.test(it.normalized()))
                    .limit(most)
                    .map(Listed::title)
                    .toList())
        .orElse(List.of());
  }

  /**
   * Returns a test whether a normalized text contains all words of a role, or words that start with
   * them. Without words, no text matches.
   */
  private static Predicate<String> matching(String role) {
    List<String> begins = prefixes(role).stream().map(" "::concat).toList();
    return normalized -> !begins.isEmpty() && begins.stream().allMatch(normalized::contains);
  }

  /** Returns the prefixes that a matching text must contain: "labour", "mp" for "Labour MPs". */
  static List<String> prefixes(String role) {
    return Arrays.stream(normalized(role).split(" "))
        .filter(word -> !word.isEmpty())
        .map(RoleIndex::singular)
        .distinct()
        .toList();
  }

  private static String singular(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3);
    }
    boolean plural = word.length() > 2 && word.endsWith("s") && !word.endsWith("ss");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  /** Normalizes a text: lower case, letters and digits only, with a space before each word. */
  static String normalized(String text) {
    return BETWEEN_WORDS.matcher(" " + text.toLowerCase(Locale.ROOT)).replaceAll(" ");
  }
}
