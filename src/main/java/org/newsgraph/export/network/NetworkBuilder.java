package org.newsgraph.export.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsgraph.export.DatasetSubset;
import org.newsgraph.export.rows.ArticleFacts;
import org.newsgraph.export.rows.ArticleRow;
import org.newsgraph.export.rows.Entities;
import org.newsgraph.export.rows.EntityRow;
import org.newsgraph.export.rows.MentionRow;
import org.newsgraph.export.rows.Named;
import org.newsgraph.export.rows.ReportRow;
import org.newsgraph.export.rows.StatementRow;

/** Builds a network by counting edges article by article. */
final class NetworkBuilder {
  /** Entities in more articles than this do not connect articles, like stop words. */
  private static final int MAX_ARTICLES = 100;

  private final VertexKind kinds;
  private final Map<EdgeType, EdgeTable> edges = new EnumMap<>(EdgeType.class);
  private final Entities entities = new Entities();

  /** Indexes of the vertices by IRI. */
  private final Map<String, Integer> indexes = new HashMap<>();

  /** Article vertices by index. */
  private final Map<Integer, Vertex> articles = new HashMap<>();

  /** Articles that mention each entity, for edges between articles. */
  private final Map<String, List<Integer>> mentioning = new HashMap<>();

  private NetworkBuilder(NetworkOptions choice) {
    this.kinds = choice.vertices();
    choice.fitting().forEach(tie -> edges.put(tie, new EdgeTable(tie)));
  }

  static Network build(DatasetSubset subset, NetworkOptions choice) {
    NetworkBuilder builder = new NetworkBuilder(choice);
    ArticleFacts.forEach(subset, builder::add);
    builder.connectArticles();
    return builder.network();
  }

  private void add(ArticleFacts facts) {
    if (kinds != VertexKind.ARTICLES) {
      entities.add(facts);
      Set<String> reporters = speakersOfReportsAlone(facts);
      facts.entities().stream()
          .map(Named::entity)
          .filter(it -> !reporters.contains(it))
          .forEach(this::index);
    }
    LocalDate day = facts.article().day();
    Map<String, Integer> mentions = new HashMap<>();
    facts.mentions().stream()
        .map(MentionRow::entity)
        .filter(it -> kinds == VertexKind.ARTICLES || indexes.containsKey(it))
        .forEach(it -> mentions.merge(it, 1, Integer::sum));
    if (kinds != VertexKind.ENTITIES) {
      int article = index(facts.article().article());
      articles.put(article, vertex(facts.article()));
      connectToArticle(facts, article, mentions);
    }
    if (edges.containsKey(EdgeType.MENTIONED_WITH)) {
      int[] named = mentions.keySet().stream().mapToInt(indexes::get).toArray();
      for (int i = 0; i < named.length; i++) {
        for (int j = i + 1; j < named.length; j++) {
          edges.get(EdgeType.MENTIONED_WITH).add(named[i], named[j], 1, day);
        }
      }
    }
    if (edges.containsKey(EdgeType.SAID_ABOUT)) {
      saidAbout(facts, day);
    }
  }

  /** Returns the speakers whom only reports of speech acts describe; networks leave them out. */
  private static Set<String> speakersOfReportsAlone(ArticleFacts facts) {
    Set<String> speakers =
        facts.reports().stream().map(ReportRow::speaker).collect(Collectors.toSet());
    facts.statements().forEach(it -> speakers.remove(it.speaker()));
    facts.mentions().forEach(it -> speakers.remove(it.entity()));
    return speakers;
  }

  private void saidAbout(ArticleFacts facts, LocalDate day) {
    facts
        .saidAbout()
        .forEach(
            it -> {
              Integer speaker = indexes.get(it.speaker());
              Integer topic = indexes.get(it.topic());
              if (speaker != null && topic != null) {
                edges.get(EdgeType.SAID_ABOUT).add(speaker, topic, 1, day);
              }
            });
  }

  private void connectToArticle(ArticleFacts facts, int article, Map<String, Integer> mentions) {
    LocalDate day = facts.article().day();
    if (edges.containsKey(EdgeType.SPEAKS_IN)) {
      facts.statements().stream()
          .map(StatementRow::speaker)
          .map(indexes::get)
          .filter(Objects::nonNull)
          .forEach(speaker -> edges.get(EdgeType.SPEAKS_IN).add(speaker, article, 1, day));
    }
    if (edges.containsKey(EdgeType.MENTIONED_IN)) {
      mentions.forEach(
          (entity, count) ->
              edges.get(EdgeType.MENTIONED_IN).add(indexes.get(entity), article, count, day));
    }
    if (edges.containsKey(EdgeType.NAMES_THE_SAME)) {
      mentions
          .keySet()
          .forEach(it -> mentioning.computeIfAbsent(it, any -> new ArrayList<>(2)).add(article));
    }
  }

  private void connectArticles() {
    for (List<Integer> all : mentioning.values()) {
      if (all.size() <= MAX_ARTICLES) {
        for (int i = 0; i < all.size(); i++) {
          for (int j = i + 1; j < all.size(); j++) {
            edges.get(EdgeType.NAMES_THE_SAME).add(all.get(i), all.get(j), 1, null);
          }
        }
      }
    }
  }

  private int index(String iri) {
    return indexes.computeIfAbsent(iri, it -> indexes.size());
  }

  private Network network() {
    Vertex[] vertices = new Vertex[indexes.size()];
    entities.forEach(
        it -> {
          Integer index = indexes.get(it.entity());
          if (index != null) {
            vertices[index] = vertex(it);
          }
        });
    articles.forEach((index, it) -> vertices[index] = it);
    return new Network(List.of(vertices), List.copyOf(edges.values()));
  }

  private static Vertex vertex(EntityRow it) {
    return new Vertex(
        it.entity(),
        it.name() == null ? it.entity() : it.name(),
        it.type(),
        it.articles(),
        it.mentions(),
        it.statementsBy(),
        it.statementsAbout(),
        it.wikidata(),
        null,
        it.first(),
        it.last());
  }

  private static Vertex vertex(ArticleRow it) {
    return new Vertex(
        it.article(),
        it.title() == null ? it.article() : it.title(),
        Vertex.ARTICLE,
        1,
        it.mentions(),
        it.statements(),
        0,
        it.url(),
        it.publisher(),
        it.day(),
        it.day());
  }
}
