package org.newsgraph.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.jena.sparql.core.Quad;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Extractor;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.link.LinkedExtraction;
import org.newsgraph.store.NewsStore;

/** Independence of the graph from the order of the articles and the number of threads. */
class BuildOrderTest {
  private static final List<Article> ARTICLES =
      List.of(
          article(
              "1", "Ada Novak said the harbour must stay open. Ms Novak leads the Harbour Party."),
          article("2", "“We wait,” said Milo Brandt of the Harbour Party. He left for Trieste."),
          article("3", "The Clean Harbour Alliance (CHA) sued General Motors Corp. CHA won."),
          article("4", "Novak told General Motors it was over. The harbour stayed open."),
          article("5", "Britain and the UK agreed, Ada Novak, 43, of Trieste, said on Monday."));

  private static Article article(String id, String text) {
    return new Article(id, new Text(text), Metadata.NONE);
  }

  @Provide
  Arbitrary<List<Article>> orders() {
    return Arbitraries.shuffle(ARTICLES);
  }

  @Property(tries = 6)
  void the_order_of_the_articles_and_the_number_of_threads_never_change_the_graph(
      @ForAll("orders") List<Article> articles, @ForAll @IntRange(min = 1, max = 4) int jobs) {
    assertThat(graph(articles, jobs)).isEqualTo(graph(ARTICLES, 1));
  }

  private static Set<Quad> graph(List<Article> articles, int jobs) {
    try {
      Path folder = Files.createTempDirectory("newsgraph");
      try (NewsStore store = NewsStore.create(folder, Optional.empty())) {
        assertThat(build(store, articles, jobs).added()).isEqualTo(articles.size());
        return store.read(dataset -> dataset.stream().collect(Collectors.toSet()));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IngestReport build(NewsStore store, List<Article> articles, int jobs) {
    Problems problems =
        new Problems(
            problem -> {
              throw new AssertionError(problem);
            });
    ArticleProcessor processor =
        new ArticleProcessor(
            article -> Extractor.extract(Extracting.ANALYSER.analyse(article)),
            LinkedExtraction::none,
            Corrections.NONE,
            store.iris(),
            "1",
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    return new Ingestion(store, processor, problems, IngestProgress.NONE)
        .ingest(articles.stream(), jobs);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
