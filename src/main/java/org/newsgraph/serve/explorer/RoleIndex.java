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
import org.newsgraph.serve.sparql.BackgroundCache;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.NodeIdQuads;

/**
 * Who speaks as what, kept at hand: "Labour MP" as articles say, or the office, the occupation and
 * the party that a knowledge base knows of who is linked to it. An MP as articles say, of a party
 * as the knowledge base says, is both at once.
 */
final class RoleIndex {
  /** What a knowledge base knows that says as what somebody speaks. */
  static final List<Fact.Property> AS = List.of(Fact.Property.OFFICE, Fact.Property.OCCUPATION);

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final BackgroundCache<Index> kept;

  /** A role or a party in words, and how many speakers have it. */
  record Title(String words, int speakers) {}

  /** A title, and its words as {@link #plain} gives them. */
  private record Listed(String plain, Title title) {}

  /**
   * All that is known.
   *
   * @param known who has these roles and parties, in plain words
   * @param titles those that most speakers have first
   */
  private record Index(Map<String, Set<Node>> known, List<Listed> titles) {}

  RoleIndex(NewsStore store, Executor background) {
    Node entities = store.iris().entitiesGraph();
    this.kept =
        new BackgroundCache<>(store, dataset -> new Reading(dataset, entities).index(), background);
  }

  /** Looks through the database, so that who asks later need not wait. */
  void begin() {
    kept.warmUp();
  }

  /**
   * The speakers of whom one role, with the organisation it is held in and their party, holds all
   * of these words, or their beginnings; in the plural, too.
   */
  Set<Node> speakers(String role) {
    return words(role).isEmpty() ? Set.of() : speakers(kept.get(), role);
  }

  /** The same; nobody while a large database is looked through for the first time. */
  Set<Node> speakersByNow(String role) {
    return kept.peek().map(index -> speakers(index, role)).orElse(Set.of());
  }

  private static Set<Node> speakers(Index index, String role) {
    Set<Node> speakers = new HashSet<>();
    Predicate<String> fits = fitting(role);
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

  /** The roles and parties with these words that most speakers have; none while it is counted. */
  List<Title> like(String typed, int most) {
    Predicate<String> fits = fitting(typed);
    return kept.peek()
        .map(
            index ->
                index.titles().stream()
                    .filter(it -> fits.test(it.plain()))
                    .limit(most)
                    .map(Listed::title)
                    .toList())
        .orElse(List.of());
  }

  /** Whether these words, or their beginnings, are all in a plain text; no words are in none. */
  private static Predicate<String> fitting(String role) {
    List<String> begins = words(role).stream().map(" "::concat).toList();
    return plain -> !begins.isEmpty() && begins.stream().allMatch(plain::contains);
  }

  /** The beginnings of words that have to be there: "labour" and "mp" of "Labour MPs". */
  static List<String> words(String role) {
    return Arrays.stream(plain(role).split(" "))
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

  /** Small letters and digits, with a space before each word. */
  private static String plain(String text) {
    return BETWEEN_WORDS.matcher(" " + text.toLowerCase(Locale.ROOT)).replaceAll(" ");
  }

  /** One look through the database. */
  private static final class Reading {
    private final DatasetGraph dataset;
    private final Node entities;
    private final Set<Node> speakers = new HashSet<>();
    private final Map<String, Set<Node>> known = new HashMap<>();
    private final Map<String, Set<Node>> titles = new HashMap<>();
    private final Map<Node, Set<String>> parties = new HashMap<>();

    Reading(DatasetGraph dataset, Node entities) {
      this.dataset = dataset;
      this.entities = entities;
    }

    Index index() {
      Map<Node, Node> described = new LinkedHashMap<>();
      NodeIdQuads ids = new NodeIdQuads(dataset);
      NodeId last = null;
      for (var quads = ids.ofStatements(News.speaker); quads.hasNext(); ) {
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
      AS.forEach(property -> facts(property, fact -> add(fact.who(), fact.words(), "")));
      roles();
      // Who has no name has a role: "a Labour MP".
      described.forEach(
          (speaker, graph) -> add(speaker, GraphValues.label(dataset, graph, speaker), ""));
      return new Index(known, sorted());
    }

    private record Told(Node who, String words) {}

    private void facts(Fact.Property property, Consumer<Told> use) {
      Node term = NodeFactory.createURI("http://www.wikidata.org/prop/direct/" + property.id());
      dataset
          .find(entities, Node.ANY, term, Node.ANY)
          .forEachRemaining(
              quad -> {
                String words = GraphValues.label(dataset, entities, quad.getObject());
                if (speakers.contains(quad.getSubject()) && !words.isEmpty()) {
                  use.accept(new Told(quad.getSubject(), words));
                }
              });
    }

    private void party(Told party) {
      parties.computeIfAbsent(party.who(), it -> new HashSet<>()).add(party.words());
      title(party.who(), party.words());
      know(party.who(), party.words());
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
      know(who, words + " " + organisation);
      parties
          .getOrDefault(who, Set.of())
          .forEach(party -> know(who, words + " " + organisation + " " + party));
    }

    private void title(Node who, String words) {
      if (!words.isEmpty()) {
        titles.computeIfAbsent(words, it -> new HashSet<>()).add(who);
      }
    }

    private void know(Node who, String words) {
      known.computeIfAbsent(plain(words), it -> new HashSet<>()).add(who);
    }

    private List<Listed> sorted() {
      return titles.entrySet().stream()
          .map(it -> new Title(it.getKey(), it.getValue().size()))
          .sorted(Comparator.comparingInt(Title::speakers).reversed().thenComparing(Title::words))
          .map(it -> new Listed(plain(it.words()), it))
          .toList();
    }
  }
}
