package org.newsgraph.serve.explorer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.newsgraph.graph.News;
import org.newsgraph.link.Fact;
import org.newsgraph.query.BackgroundCache;
import org.newsgraph.query.GraphValues;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.NodeIdQuads;

/**
 * A cached index of speakers by role: "Labour MP" as articles say, or the office, the occupation
 * and the party that a knowledge base gives for linked speakers. The role from an article and the
 * party from the knowledge base are combined, so that an MP whose party only the knowledge base
 * gives matches "Labour MP" as well.
 */
final class RoleIndex {
  /** Properties of a knowledge base that count as roles. */
  static final List<Fact.Property> ROLE_PROPERTIES =
      List.of(Fact.Property.OFFICE, Fact.Property.OCCUPATION);

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final BackgroundCache<Index> cache;

  /** A role or a party, and the number of speakers who have it. */
  record Title(String text, int speakers) {}

  /** A title, and its text as {@link #normalized} normalizes it. */
  private record Listed(String normalized, Title title) {}

  /**
   * The index.
   *
   * @param known speakers by the normalized text of a role, its organisation and the party
   * @param titles roles and parties, the most frequent first
   */
  private record Index(Map<String, Set<Node>> known, List<Listed> titles) {}

  RoleIndex(NewsStore store, Executor background) {
    Node entities = store.iris().entitiesGraph();
    this.cache =
        new BackgroundCache<>(
            store, dataset -> new RoleReader(dataset, entities).index(), background);
  }

  /** Starts to build the index in the background. */
  void warmUp() {
    cache.warmUp();
  }

  /**
   * Returns the speakers with a role that, together with its organisation and their party, contains
   * all the words. Prefixes of words and plurals match as well.
   */
  Set<Node> speakers(String role) {
    return prefixes(role).isEmpty() ? Set.of() : speakers(cache.get(), role);
  }

  /**
   * Returns the same speakers as {@link #speakers}, without waiting: empty while the index of a
   * large database is being built.
   */
  Set<Node> speakersIfReady(String role) {
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
  List<Title> suggest(String typed, int most) {
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
  private static String normalized(String text) {
    return BETWEEN_WORDS.matcher(" " + text.toLowerCase(Locale.ROOT)).replaceAll(" ");
  }

  /** Builds the index in one pass over the database. */
  private static final class RoleReader {
    private final DatasetGraph dataset;
    private final Node entities;
    private final Set<Node> speakers = new HashSet<>();
    private final Map<String, Set<Node>> known = new HashMap<>();
    private final Map<String, Set<Node>> titles = new HashMap<>();
    private final Map<Node, Set<String>> parties = new HashMap<>();

    RoleReader(DatasetGraph dataset, Node entities) {
      this.dataset = dataset;
      this.entities = entities;
    }

    Index index() {
      Map<Node, Node> described = new LinkedHashMap<>();
      NodeIdQuads ids = new NodeIdQuads(dataset);
      NodeId last = null;
      for (var quads = ids.ofSaidStatements(News.speaker); quads.hasNext(); ) {
        NodeIdQuads.IdQuad quad = quads.next();
        if (!quad.value().equals(last)) {
          last = quad.value();
          Node speaker = ids.term(last);
          speakers.add(speaker);
          if (speaker.getURI().contains("#speaker=")) {
            described.put(speaker, ids.term(quad.graph()));
          }
        }
      }
      facts(Fact.Property.PARTY, this::party);
      ROLE_PROPERTIES.forEach(
          property -> facts(property, fact -> add(fact.who(), fact.words(), "")));
      roles();
      // The label of a described speaker is a role: "a Labour MP".
      described.forEach(
          (speaker, graph) -> add(speaker, GraphValues.label(dataset, graph, speaker), ""));
      return new Index(known, sorted());
    }

    /** A fact of a knowledge base about a speaker, as text. */
    private record SpeakerFact(Node who, String words) {}

    private void facts(Fact.Property property, Consumer<SpeakerFact> use) {
      Node term = NodeFactory.createURI("http://www.wikidata.org/prop/direct/" + property.id());
      dataset
          .find(entities, Node.ANY, term, Node.ANY)
          .forEachRemaining(
              quad -> {
                String words = GraphValues.label(dataset, entities, quad.getObject());
                if (speakers.contains(quad.getSubject()) && !words.isEmpty()) {
                  use.accept(new SpeakerFact(quad.getSubject(), words));
                }
              });
    }

    private void party(SpeakerFact party) {
      parties.computeIfAbsent(party.who(), it -> new HashSet<>()).add(party.words());
      title(party.who(), party.words());
      add(party.who(), party.words());
    }

    private void roles() {
      dataset
          .find(Node.ANY, Node.ANY, News.hasRole, Node.ANY)
          .forEachRemaining(
              quad -> {
                if (speakers.contains(quad.getSubject())) {
                  Node graph = quad.getGraph();
                  String words =
                      GraphValues.text(dataset, graph, quad.getObject(), News.roleText).orElse("");
                  String organisation =
                      GraphValues.value(dataset, graph, quad.getObject(), News.organisation)
                          .map(it -> GraphValues.label(dataset, graph, it))
                          .orElse("");
                  add(quad.getSubject(), words, organisation);
                }
              });
    }

    private void add(Node who, String words, String organisation) {
      title(who, words);
      title(who, organisation);
      if (!words.isEmpty() && !organisation.isEmpty()) {
        title(who, words + ", " + organisation);
      }
      add(who, words + " " + organisation);
      parties
          .getOrDefault(who, Set.of())
          .forEach(party -> add(who, words + " " + organisation + " " + party));
    }

    private void title(Node who, String words) {
      if (!words.isEmpty()) {
        titles.computeIfAbsent(words, it -> new HashSet<>()).add(who);
      }
    }

    private void add(Node who, String words) {
      known.computeIfAbsent(normalized(words), it -> new HashSet<>()).add(who);
    }

    private List<Listed> sorted() {
      return titles.entrySet().stream()
          .map(it -> new Title(it.getKey(), it.getValue().size()))
          .sorted(Comparator.comparingInt(Title::speakers).reversed().thenComparing(Title::text))
          .map(it -> new Listed(normalized(it.text()), it))
          .toList();
    }
  }
}
