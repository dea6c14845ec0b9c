package org.newsgraph.ingest.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.Provenance;
import org.newsgraph.graph.correction.AnyCorrection;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.CorrectionLine;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.ingest.ArticleProcessor;
import org.newsgraph.ingest.IngestProgress;
import org.newsgraph.link.Item;
import org.newsgraph.link.Link;
import org.newsgraph.link.LinkedExtraction;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoredArticle;
import org.newsgraph.store.Validation;
import org.newsgraph.store.correction.AppliedCorrections;

/** Application of changing corrections to articles made by hand. */
class CorrectionRunTest {
  private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);
  private static final Provenance PROVENANCE =
      new Provenance("0.1.0", Instant.parse("2026-01-02T03:04:05Z"));
  private static final Map<String, Extraction> FOUND =
      Map.of("harbour 1", HandMade.harbour(), "market", HandMade.market());

  private Path folder;
  private NewsStore store;
  private final Set<String> reworked = Collections.synchronizedSet(new TreeSet<>());
  private final Set<String> failing = new HashSet<>();
  private boolean linking;

  /** Other versions of the articles, which are sent later. */
  private final Map<String, Extraction> later = new HashMap<>();

  /** Done once, after the article "market" was read and before its new graph is stored. */
  private Optional<Runnable> meanwhile = Optional.empty();

  @BeforeEach
  @BeforeProperty
  void open() throws IOException {
    folder = Files.createTempDirectory("recorrection");
    store = NewsStore.create(folder.resolve("data"), Optional.empty());
    FOUND.values().forEach(it -> put(it, Corrections.NONE));
  }

  @AfterEach
  @AfterProperty
  void close() throws IOException {
    store.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  @Test
  void only_the_articles_concerned_are_worked_on_again() {
    assertThat(follow("Olympics,same as,Games")).isEqualTo(1);
    assertThat(reworked).containsExactly("harbour 1");
    assertThat(follow("Olympics,same as,Games")).isZero();
    assertThat(follow("Olympics,same as,Games", "Aleppo,is called,Halab")).isEqualTo(2);
    assertThat(follow("Olympics,same as,Games", "Aleppo,is called,Halab", "X,same as,Aleppo"))
        .isZero();
    reworked.clear();
    assertThat(follow("Olympics,same as,Games", "Aleppo,not the same as,,market")).isEqualTo(2);
    assertThat(follow("Aleppo,not the same as,,market")).isEqualTo(1);
    reworked.clear();
    assertThat(follow("Aleppo,not the same as,Cafe,market")).isEqualTo(1);
    assertThat(reworked).containsExactly("market");
  }

  @Test
  void one_that_is_merged_into_needs_no_work() {
    assertThat(follow("Olympics,same as,Ada Novak")).isEqualTo(1);
    assertThat(reworked).containsExactly("harbour 1");
  }

  @Test
  void a_correction_that_is_taken_back_leaves_nothing() {
    Graph before = everything();
    follow("Ada Novak,same as,Ada", "Olympics,is no entity", "Aleppo,is called,Halab,,why");
    assertThat(Validation.of(store).problems()).isEmpty();
    assertThat(everything().isIsomorphicWith(before)).isFalse();
    follow();
    assertThat(everything().isIsomorphicWith(before)).isTrue();
  }

  @Test
  void another_note_is_told_of_too() {
    follow("Ada Novak,same as,Ada,,because");
    assertThat(follow("Ada Novak,same as,Ada,,why not")).isEqualTo(2);
    assertThat(everything().toString()).contains("why not").doesNotContain("because");
  }

  @Test
  void a_run_that_was_broken_off_goes_on() {
    failing.add("market");
    assertThat(follow("Ada Novak,same as,Ada")).isEqualTo(1);
    assertThat(new AppliedCorrections(store).matches(corrections("Ada Novak,same as,Ada")))
        .isFalse();
    failing.clear();
    reworked.clear();
    assertThat(follow("Ada Novak,same as,Ada")).isEqualTo(1);
    assertThat(reworked).containsExactly("market");
    assertThat(follow("Ada Novak,same as,Ada")).isZero();
  }

  @Test
  void an_article_that_is_deleted_while_it_is_reprocessed_stays_deleted() {
    meanwhile = Optional.of(() -> store.delete("market"));
    assertThat(follow("Ada Novak,same as,Ada")).isEqualTo(1);
    assertThat(store.digest("market")).isEmpty();
    assertThat(store.digest("harbour 1")).isPresent();
  }

  @Test
  void an_article_that_is_sent_anew_while_it_is_reprocessed_keeps_its_new_text() {
    Extraction anew = HandMade.empty("market", "Nothing new from Aleppo.");
    meanwhile =
        Optional.of(
            () ->
                store.put(
                    ArticleGraph.of(
                        LinkedExtraction.none(anew),
                        Corrections.NONE,
                        IRIS,
                        PROVENANCE,
                        "another")));
    later.put("market", anew);
    Corrections corrections = corrections("Ada Novak,same as,Ada");
    follow(corrections);
    assertThat(store.digest("market")).contains("another");
    assertThat(StoredArticle.read(store, IRIS.article("market")).orElseThrow().article().text())
        .isEqualTo(anew.article().text());
    assertThat(new AppliedCorrections(store).matches(corrections)).isTrue();
  }

  @Test
  void a_run_that_was_broken_off_can_be_taken_back() {
    Graph before = everything();
    failing.add("market");
    follow("Ada Novak,same as,Ada");
    failing.clear();
    assertThat(follow()).isEqualTo(1);
    assertThat(everything().isIsomorphicWith(before)).isTrue();
  }

  @Test
  void the_digest_of_an_article_stays() {
    follow("Ada Novak,same as,Ada");
    assertThat(store.digest("market")).contains("digest of market");
  }

  @Test
  void a_link_is_chosen_for_a_name_that_a_split_has_given_another_node() {
    String split = "Ada Novak,not the same as,Blake,market";
    follow(split);
    String[] both = {split, "Ada Novak,is linked to,Q4 Ada Novak"};
    follow(both);
    for (Extraction article : FOUND.values()) {
      assertThat(stored(article).isIsomorphicWith(fresh(article, corrections(both)))).isTrue();
    }
  }

  @Property(tries = 25)
  void after_any_edits_the_graph_is_as_if_built_with_the_last(
      @ForAll("edits") List<List<Correction>> edits) {
    for (List<Correction> edit : edits) {
      Corrections corrections = Corrections.of(edit);
      follow(corrections);
      for (Extraction article : FOUND.values()) {
        assertThat(stored(article).isIsomorphicWith(fresh(article, corrections))).isTrue();
      }
    }
  }

  @Property(tries = 12)
  void so_it_is_after_any_run_that_was_broken_off(@ForAll("edits") List<List<Correction>> edits) {
    for (List<Correction> edit : edits) {
      failing.add("market");
      follow(Corrections.of(edit));
      failing.clear();
    }
    Corrections last = Corrections.of(edits.get(0));
    follow(last);
    for (Extraction article : FOUND.values()) {
      assertThat(stored(article).isIsomorphicWith(fresh(article, last))).isTrue();
    }
  }

  @Property(tries = 25)
  void so_it_is_with_a_linker(@ForAll("edits") List<List<Correction>> edits) {
    link();
    after_any_edits_the_graph_is_as_if_built_with_the_last(edits);
  }

  /** Links the stored articles, which follow no corrections afterwards. */
  private void link() {
    linking = true;
    FOUND.values().forEach(it -> put(it, Corrections.NONE));
    new AppliedCorrections(store).finish(Corrections.NONE);
  }

  @Test
  void only_articles_with_the_name_follow_a_chosen_link() {
    link();
    Graph before = everything();
    assertThat(follow("Olympics,is linked to,Q31 Games of 2016")).isEqualTo(1);
    assertThat(follow("Olympics,is linked to,Q31 Games of 2016", "Nobody,is not linked,")).isZero();
    assertThat(follow("Aleppo,is not linked,,market")).isEqualTo(2);
    assertThat(follow("Aleppo,is not linked,,market", "Aleppo,is linked to,Q500")).isEqualTo(1);
    assertThat(follow("Aleppo,is linked to,Q500")).isEqualTo(1);
    assertThat(follow("Aleppo (city),is linked to,Q500")).isEqualTo(2);
    assertThat(Validation.of(store).problems()).isEmpty();
    follow();
    assertThat(everything().isIsomorphicWith(before)).isTrue();
  }

  @Provide
  Arbitrary<List<List<Correction>>> edits() {
    return AnyCorrection.of(IRIS).list().ofMaxSize(4).list().ofMinSize(1).ofMaxSize(4);
  }

  private int follow(String... lines) {
    return follow(corrections(lines));
  }

  private int follow(Corrections corrections) {
    Clock clock = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);
    ArticleProcessor processor =
        new ArticleProcessor(this::extract, this::linked, corrections, IRIS, "0.1.0", clock);
    return new CorrectionRun(store, processor, 2, new Problems(problem -> {}), IngestProgress.NONE)
        .run();
  }

  private Extraction extract(Article article) {
    if (failing.contains(article.id())) {
      throw new IllegalStateException("broken off");
    }
    reworked.add(article.id());
    Extraction found = FOUND.get(article.id());
    if (later.containsKey(article.id()) && !article.text().equals(found.article().text())) {
      return later.get(article.id());
    }
    assertThat(article.text()).isEqualTo(found.article().text());
    assertThat(article.metadata().title()).isEqualTo(found.article().metadata().title());
    return new Extraction(article, found.mentions(), found.statements(), found.roles());
  }

  private void put(Extraction extraction, Corrections corrections) {
    store.put(article(extraction, corrections));
  }

  private LinkedExtraction linked(Extraction extraction) {
    if (extraction.article().id().equals("market")) {
      Optional<Runnable> now = meanwhile;
      meanwhile = Optional.empty();
      now.ifPresent(Runnable::run);
    }
    return linking
        ? new LinkedExtraction(
            extraction,
            Map.of(
                HandMade.ALEPPO,
                List.of(link("Q1", "Aleppo", "Aleppo (city)")),
                HandMade.ADA,
                List.of(link("Q3", "Harbour Party", "Harbour Party")),
                HandMade.PARTY,
                List.of(link("Q4", "Ada Novak", "Ada Novak"))),
            0.5)
        : LinkedExtraction.none(extraction);
  }

  private static Link link(String number, String label, String title) {
    return new Link(
        new Item(
            Item.WIKIDATA + number,
            label,
            Optional.of(title),
            Optional.empty(),
            Optional.empty(),
            1),
        0.9);
  }

  private ArticleGraph article(Extraction extraction, Corrections corrections) {
    String digest = "digest of " + extraction.article().id();
    return ArticleGraph.of(linked(extraction), corrections, IRIS, PROVENANCE, digest);
  }

  private Graph fresh(Extraction extraction, Corrections corrections) {
    Graph graph = GraphFactory.createDefaultGraph();
    article(extraction, corrections).triples().forEach(graph::add);
    return graph;
  }

  private Graph stored(Extraction extraction) {
    return store.read(
        dataset -> {
          Graph graph = GraphFactory.createDefaultGraph();
          GraphUtil.addInto(graph, dataset.getGraph(IRIS.article(extraction.article().id())));
          return graph;
        });
  }

  private Graph everything() {
    return store.read(
        dataset -> {
          Graph graph = GraphFactory.createDefaultGraph();
          dataset
              .find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
              .forEachRemaining(quad -> graph.add(quad.asTriple()));
          return graph;
        });
  }

  private static Corrections corrections(String... lines) {
    List<Correction> corrections = new ArrayList<>();
    for (String line : lines) {
      corrections.add(CorrectionLine.parse(line, ',').toCorrection(IRIS));
    }
    return Corrections.of(corrections);
  }
}
