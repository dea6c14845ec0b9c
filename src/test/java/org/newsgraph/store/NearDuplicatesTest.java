package org.newsgraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Provenance;

class NearDuplicatesTest {
  private static final String WIRE = words(0, 300);

  @TempDir Path folder;
  private NewsStore store;

  @BeforeEach
  void open() {
    store = NewsStore.create(folder, Optional.empty());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_paper_that_prints_the_wire_nearly_word_for_word_has_its_text() {
    put("wire", WIRE, "2024-05-06");
    put("paper", "Our reporter adds a line. " + WIRE.replace("word17 ", "changed "), "2024-05-07");
    put("trimmed", WIRE.substring(0, WIRE.length() * 9 / 10), "2024-05-08");
    put("other", words(1000, 300), "2024-05-05");
    put("half", words(150, 300), "2024-05-05");
    assertThat(NearDuplicates.mark(store)).isEqualTo(2);
    assertThat(copies()).containsExactlyInAnyOrder("paper > wire", "trimmed > wire");
  }

  @Test
  void the_order_of_storing_does_not_matter_and_what_is_deleted_is_forgotten() {
    List<String> names = new ArrayList<>(List.of("a", "b", "c", "d"));
    for (int turn = 0; turn < 3; turn++) {
      Collections.rotate(names, 1);
      names.forEach(it -> put(it, WIRE, it.equals("c") ? "2024-05-05" : "2024-05-06"));
      NearDuplicates.mark(store);
      assertThat(copies()).containsExactlyInAnyOrder("a > c", "b > c", "d > c");
    }
    store.delete("c");
    NearDuplicates.mark(store);
    assertThat(copies()).containsExactlyInAnyOrder("b > a", "d > a");
  }

  @Test
  void a_few_words_are_no_text_to_compare() {
    put("a", "No comment.", "2024-05-06");
    put("b", "No comment.", "2024-05-06");
    assertThat(NearDuplicates.mark(store)).isZero();
  }

  private List<String> copies() {
    return store.read(
        dataset ->
            dataset
                .getGraph(store.iris().copiesGraph())
                .find(Node.ANY, News.sameTextAs, Node.ANY)
                .toList()
                .stream()
                .map(
                    it ->
                        store.iris().articleId(it.getSubject())
                            + " > "
                            + store.iris().articleId(it.getObject()))
                .toList());
  }

  private void put(String id, String text, String published) {
    Optional<String> none = Optional.empty();
    Metadata metadata = new Metadata(none, List.of(), none, Optional.of(published), none, none);
    store.put(
        ArticleGraph.of(
            HandMade.empty(new Article(id, new Text(text), metadata)),
            store.iris(),
            new Provenance("1", Instant.EPOCH),
            "digest"));
  }

  private static String words(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> "word" + i)
        .collect(Collectors.joining(" "));
  }
}
