package org.newsgraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.corpus.MadeUpCorpus;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Provenance;

class NodeIdQuadsTest {
  private static final Provenance PROVENANCE =
      new Provenance("0.1.0", Instant.parse("2026-01-02T03:04:05Z"));
  private static final List<Node> PROPERTIES =
      List.of(News.speaker, News.about, News.mentions, News.refersTo, News.hasRole, News.begin);

  @TempDir Path folder;

  private static Set<Quad> read(NodeIdQuads ids, Iterator<NodeIdQuads.IdQuad> found) {
    Set<Quad> quads = new HashSet<>();
    found.forEachRemaining(
        it ->
            quads.add(
                Quad.create(
                    ids.term(it.graph()),
                    ids.term(it.subject()),
                    ids.term(it.property()),
                    ids.term(it.value()))));
    return quads;
  }

  private static Set<Quad> find(DatasetGraph dataset, Node subject, Node property, Node value) {
    Set<Quad> quads = new HashSet<>();
    dataset.find(Node.ANY, subject, property, value).forEachRemaining(quads::add);
    return quads;
  }

  private static void agree(DatasetGraph dataset) {
    NodeIdQuads ids = new NodeIdQuads(dataset);
    for (Node property : PROPERTIES) {
      Set<Quad> all = find(dataset, Node.ANY, property, Node.ANY);
      assertThat(all).isNotEmpty();
      assertThat(read(ids, ids.withProperty(property))).isEqualTo(all);
      for (Quad quad : all.stream().limit(20).toList()) {
        assertThat(read(ids, ids.withProperty(property, quad.getObject())))
            .isEqualTo(find(dataset, Node.ANY, property, quad.getObject()));
        assertThat(read(ids, ids.withSubject(quad.getSubject(), property)))
            .isEqualTo(find(dataset, quad.getSubject(), property, Node.ANY));
      }
    }
  }

  @Test
  void quads_by_ids_are_those_by_terms_also_after_a_compaction() {
    try (NewsStore store = madeUp()) {
      store.read(
          dataset -> {
            agree(dataset);
            return null;
          });
      store.compact();
      store.read(
          dataset -> {
            agree(dataset);
            return null;
          });
    }
  }

  @Test
  void equal_values_of_a_property_stand_side_by_side() {
    try (NewsStore store = madeUp()) {
      List<NodeId> runs =
          store.read(
              dataset -> {
                List<NodeId> values = new ArrayList<>();
                new NodeIdQuads(dataset)
                    .withProperty(News.speaker)
                    .forEachRemaining(
                        it -> {
                          if (values.isEmpty()
                              || !values.get(values.size() - 1).equals(it.value())) {
                            values.add(it.value());
                          }
                        });
                return values;
              });
      assertThat(runs).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    }
  }

  @Test
  void statements_are_found_without_reports_of_speech_acts() {
    try (NewsStore store = NewsStore.create(folder, Optional.empty())) {
      store.put(ArticleGraph.of(HandMade.appeal(), store.iris(), PROVENANCE, "digest"));
      store.put(ArticleGraph.of(HandMade.harbour(), store.iris(), PROVENANCE, "digest"));
      store.read(
          dataset -> {
            NodeIdQuads ids = new NodeIdQuads(dataset);
            for (Node property : List.of(News.speaker, News.about)) {
              Set<Quad> statements = find(dataset, Node.ANY, property, Node.ANY);
              assertThat(statements).anyMatch(it -> Iris.isReport(it.getSubject()));
              statements.removeIf(it -> Iris.isReport(it.getSubject()));
              assertThat(read(ids, ids.ofSaidStatements(property))).isEqualTo(statements);
              for (Node value : List.of(iris(store, "Ada Novak"), iris(store, "Aleppo"))) {
                Set<Quad> those = new HashSet<>(statements);
                those.removeIf(it -> !it.getObject().equals(value));
                assertThat(read(ids, ids.ofStatements(property, value))).isEqualTo(those);
              }
            }
            return null;
          });
    }
  }

  private static Node iris(NewsStore store, String name) {
    return store.iris().entity(name);
  }

  @Test
  void a_value_is_found_in_its_graph_alone() {
    try (NewsStore store = madeUp()) {
      store.read(
          dataset -> {
            NodeIdQuads ids = new NodeIdQuads(dataset);
            NodeIdQuads.IdQuad one = ids.withProperty(News.speaker).next();
            assertThat(ids.value(one.graph(), one.subject(), News.speaker)).contains(one.value());
            assertThat(ids.value(one.subject(), one.subject(), News.speaker)).isEmpty();
            assertThat(ids.value(one.graph(), one.subject(), News.hasRole)).isEmpty();
            return null;
          });
    }
  }

  @Test
  void a_term_that_the_database_has_not_has_no_quads() {
    Node unknown = NodeFactory.createURI("http://example.org/unknown");
    try (NewsStore store = madeUp()) {
      store.read(
          dataset -> {
            NodeIdQuads ids = new NodeIdQuads(dataset);
            assertThat(ids.withProperty(unknown)).isExhausted();
            assertThat(ids.withProperty(News.speaker, unknown)).isExhausted();
            assertThat(ids.withSubject(unknown, News.speaker)).isExhausted();
            return null;
          });
    }
  }

  private NewsStore madeUp() {
    NewsStore store = NewsStore.create(folder, Optional.empty());
    new MadeUpCorpus(40)
        .all()
        .forEach(it -> store.put(ArticleGraph.of(it, store.iris(), PROVENANCE, "digest")));
    return store;
  }
}
