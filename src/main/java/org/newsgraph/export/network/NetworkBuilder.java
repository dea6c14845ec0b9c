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

/** Counts who is tied to whom, article by article. */
final class NetworkBuilder {
  /** Who is named more often ties articles no more than "the" does. */
  private static final int MOST_ARTICLES = 100;

  private final VertexKind kinds;
  private final Map<EdgeType, EdgeTable> edges = new EnumMap<>(EdgeType.class);
  private final Entities entities = new Entities();

  /** The places of entities, or of none where vertices are articles alone. */
  private final Map<String, Integer> places = new HashMap<>();

  private final Map<Integer, Vertex> articles = new HashMap<>();

  /** For each entity the articles that name it, where articles are tied by them. */
  private final Map<String, List<Integer>> naming = new HashMap<>();

  private NetworkBuilder(NetworkOptions choice) {
    this.kinds = choice.vertices();
    choice.fitting().forEach(tie -> edges.put(tie, new EdgeTable(tie)));
  }

  static Network build(DatasetSubset excerpt, NetworkOptions choice) {
    NetworkBuilder builder = new NetworkBuilder(choice);
    ArticleFacts.forEach(excerpt, builder::add);
    builder.tieArticles();
    return builder.network();
  }

  private void add(ArticleFacts facts) {
    if (kinds != VertexKind.ARTICLES) {
      entities.add(facts);
      Set<String> reporters = speakersOfReportsAlone(facts);
      facts.entities().stream()
          .map(Named::entity)
          .filter(it -> !reporters.contains(it))
          .forEach(this::place);
    }
    LocalDate day = facts.article().day();
    Map<String, Integer> mentions = new HashMap<>();
    facts.mentions().stream()
        .map(MentionRow::entity)
        .filter(it -> kinds == VertexKind.ARTICLES || places.containsKey(it))
        .forEach(it -> mentions.merge(it, 1, Integer::sum));
    if (kinds != VertexKind.ENTITIES) {
      int article = place(facts.article().article());
      articles.put(article, vertex(facts.article()));
      tieToArticle(facts, article, mentions);
    }
    if (edges.containsKey(EdgeType.MENTIONED_WITH)) {
      int[] named = mentions.keySet().stream().mapToInt(places::get).toArray();
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
              Integer speaker = places.get(it.speaker());
              Integer topic = places.get(it.topic());
              if (speaker != null && topic != null) {
                edges.get(EdgeType.SAID_ABOUT).add(speaker, topic, 1, day);
              }
            });
  }

  private void tieToArticle(ArticleFacts facts, int article, Map<String, Integer> mentions) {
    LocalDate day = facts.article().day();
    if (edges.containsKey(EdgeType.SPEAKS_IN)) {
      facts.statements().stream()
          .map(StatementRow::speaker)
          .map(places::get)
          .filter(Objects::nonNull)
          .forEach(speaker -> edges.get(EdgeType.SPEAKS_IN).add(speaker, article, 1, day));
    }
    if (edges.containsKey(EdgeType.MENTIONED_IN)) {
      mentions.forEach(
          (entity, count) ->
              edges.get(EdgeType.MENTIONED_IN).add(places.get(entity), article, count, day));
    }
    if (edges.containsKey(EdgeType.NAMES_THE_SAME)) {
      mentions
          .keySet()
          .forEach(it -> naming.computeIfAbsent(it, any -> new ArrayList<>(2)).add(article));
    }
  }

  private void tieArticles() {
    for (List<Integer> named : naming.values()) {
      if (named.size() <= MOST_ARTICLES) {
        for (int i = 0; i < named.size(); i++) {
          for (int j = i + 1; j < named.size(); j++) {
            edges.get(EdgeType.NAMES_THE_SAME).add(named.get(i), named.get(j), 1, null);
          }
        }
      }
    }
  }

  private int place(String iri) {
    return places.computeIfAbsent(iri, it -> places.size());
  }

  private Network network() {
    Vertex[] vertices = new Vertex[places.size()];
    entities.forEach(
        it -> {
          Integer place = places.get(it.entity());
          if (place != null) {
            vertices[place] = vertex(it);
          }
        });
    articles.forEach((place, it) -> vertices[place] = it);
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
