package org.newsgraph.store.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoreException;

class BulkLoaderTest {
  private static final Iris IRIS = new Iris("https://example.org/news/");

  @TempDir Path folder;

  private final AtomicInteger articles = new AtomicInteger();

  private BulkLoader loader(Optional<Iris> iris) {
    return new BulkLoader(folder.resolve("db"), iris, articles::incrementAndGet);
  }

  private static void send(QuadSink sink, Iris iris) {
    ArticleGraph graph =
        ArticleGraph.of(HandMade.harbour(), iris, new Provenance("0.1.0", Instant.EPOCH), "digest");
    graph.triples().forEach(it -> sink.quad(Quad.create(graph.name(), it)));
  }

  @Test
  void the_base_is_that_of_an_article_however_late_it_comes() {
    int others = 120_000;
    try (BulkLoader loader = loader(Optional.empty())) {
      for (int i = 0; i < others; i++) {
        Triple triple =
            Triple.create(
                NodeFactory.createURI("http://example.org/thing"),
                RDFS.comment.asNode(),
                NodeFactory.createLiteralString("comment " + i));
        loader.quad(Quad.create(IRIS.entitiesGraph(), triple));
      }
      send(loader, IRIS);
      Dump.Loaded loaded = loader.complete();
      assertThat(loaded.articles()).isEqualTo(1);
      assertThat(loaded.quads()).isGreaterThan(others);
    }
    assertThat(articles).hasValue(1);
    try (NewsStore store = NewsStore.open(folder.resolve("db"))) {
      assertThat(store.iris().base()).isEqualTo(IRIS.base());
      assertThat(store.digest("harbour 1")).contains("digest");
      int comments = store.read(dataset -> dataset.getGraph(IRIS.entitiesGraph()).size());
      assertThat(comments).isEqualTo(others);
    }
  }

  @Test
  void an_article_of_another_base_is_refused() {
    try (BulkLoader loader = loader(Optional.of(IRIS))) {
      assertThatThrownBy(() -> send(loader, new Iris("https://example.org/other/")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("have the base https://example.org/other/")
          .hasMessageContaining("the database has https://example.org/news/");
    }
  }
}
