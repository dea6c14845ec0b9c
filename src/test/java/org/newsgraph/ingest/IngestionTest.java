package org.newsgraph.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Problem;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prov;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.CorrectionLine;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.link.LinkedExtraction;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoredArticle;
import org.newsgraph.store.write.WritePolicy;

class IngestionTest {
  @TempDir Path folder;
  private NewsStore store;
  private int checkpoints;
  private WritePolicy policy = WritePolicy.DEFAULT;
  private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
  private final List<String> extracted = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void open() {
    store = NewsStore.create(folder, Optional.empty());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void only_new_and_changed_articles_are_worked_on() {
    assertThat(build(article("a", "one"), article("b", "two"))).isEqualTo(report(2, 0, 0, 0));
    extracted.clear();
    assertThat(build(article("a", "one"), article("b", "changed"), article("c", "three")))
        .isEqualTo(report(1, 1, 1, 0));
    assertThat(extracted).containsExactlyInAnyOrder("b", "c");
    assertThat(store.articleCount()).isEqualTo(3);
  }

  @Test
  void where_nothing_is_new_the_extractor_is_never_called() {
    build(article("a", "one"));
    IngestReport counts =
        build(
            "0.1.0",
            article -> {
              throw new AssertionError("called");
            },
            article("a", "one"));
    assertThat(counts).isEqualTo(report(0, 0, 1, 0));
  }

  @Test
  void another_version_of_the_program_works_all_articles_again() {
    build(article("a", "one"));
    assertThat(build("0.2.0", this::extract, article("a", "one"))).isEqualTo(report(0, 1, 0, 0));
  }

  @Test
  void other_metadata_make_another_article() {
    build(article("a", "one"));
    Metadata titled =
        new Metadata(
            Optional.of("Title"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(build(new Article("a", new Text("one"), titled))).isEqualTo(report(0, 1, 0, 0));
  }

  @Test
  void a_second_article_with_the_same_id_is_a_problem_that_names_both_places() {
    Article first =
        new Article("a", new Text("one"), Metadata.NONE, new SourceLocation("x.txt", 0));
    Article second =
        new Article("a", new Text("two"), Metadata.NONE, new SourceLocation("y.jsonl", 7));
    assertThat(build(first, second)).isEqualTo(report(1, 0, 0, 1));
    assertThat(problems)
        .singleElement()
        .hasToString("y.jsonl: line 7: article a: x.txt has the same id; rename one of them");
    assertThat(build(first)).isEqualTo(report(0, 0, 1, 0));
  }

  @Test
  void an_article_that_fails_leaves_what_was_stored_of_it_and_the_others_go_on() {
    build(article("a", "one"));
    IngestReport counts =
        build(
            "0.2.0",
            article -> {
              if (article.id().equals("a")) {
                throw new IllegalArgumentException("too hard");
              }
              return extract(article);
            },
            article("a", "one"),
            article("b", "two"));
    assertThat(counts).isEqualTo(report(1, 0, 0, 1));
    assertThat(store.articleCount()).isEqualTo(2);
  }

  @Test
  void what_breaks_off_the_input_keeps_the_articles_before_it() {
    Stream<Article> broken =
        IntStream.range(0, 100)
            .mapToObj(
                i -> {
                  if (i == 60) {
                    throw new IllegalStateException("the disk went away");
                  }
                  return article("a" + i, "text " + i);
                });
    assertThatThrownBy(() -> build("0.1.0", this::extract, broken))
        .hasMessage("the disk went away");
    assertThat(store.digest("a0")).isPresent();
    assertThat(store.digest("a60")).isEmpty();
  }

  @Test
  void many_articles_on_many_threads_are_all_stored() {
    Article[] articles =
        IntStream.range(0, 200)
            .mapToObj(i -> article("a" + i, "text " + i))
            .toArray(Article[]::new);
    assertThat(build(articles)).isEqualTo(report(200, 0, 0, 0));
    assertThat(store.articleCount()).isEqualTo(200);
  }

  @Test
  void the_same_article_from_two_sources_is_worked_on_once() {
    Article first =
        new Article("a", new Text("one"), Metadata.NONE, new SourceLocation("x.txt", 0));
    Article again =
        new Article("a", new Text("one"), Metadata.NONE, new SourceLocation("y.xml", 0));
    assertThat(build(first, again)).isEqualTo(new IngestReport(1, 0, 0, 1, 0, 0, 0, 0));
    assertThat(extracted).containsExactly("a");
  }

  @Test
  void the_latest_version_stays_in_whatever_order_they_come() {
    List<Article> versions =
        List.of(
            version("two", "2024-05-06T08:00:00Z"),
            version("one", "2024-05-06T09:30:00+02:00"),
            version("three", "2024-05-06T08:10:00Z"));
    build(versions.toArray(Article[]::new));
    assertThat(text()).isEqualTo("three");
    IngestReport again = build(versions.toArray(Article[]::new));
    assertThat(again.added() + again.changed()).isZero();
    assertThat(build(version("one", "2024-05-06T09:30:00+02:00"))).isEqualTo(report(0, 0, 1, 0));
    assertThat(text()).isEqualTo("three");
  }

  @Test
  void a_large_build_ends_like_a_small_one() throws Exception {
    Article[] articles =
        Stream.concat(
                IntStream.range(0, 300).mapToObj(i -> article("a" + i, "text " + i)),
                Stream.of(
                    version("two", "2024-05-06T08:00:00Z"),
                    version("three", "2024-05-06T09:00:00Z")))
            .toArray(Article[]::new);
    IngestReport expected = build(articles);
    Set<Quad> quads = quads();
    close();
    folder = Files.createDirectory(folder.resolve("large"));
    open();
    // All graphs go to the log, from the first article on, with a checkpoint after a few articles.
    policy = WritePolicy.DEFAULT.withLog(0, 500);
    assertThat(build(articles)).isEqualTo(expected);
    assertThat(text()).isEqualTo("three");
    assertThat(quads()).isEqualTo(quads);
    assertThat(folder.resolve("wal")).doesNotExist();
    assertThat(build(articles).unchanged()).isEqualTo(302);
  }

  @Test
  void versions_of_articles_that_wait_do_not_bring_them_in_one_by_one() {
    policy = WritePolicy.DEFAULT.withLog(0, 1_000_000);
    Article[] articles =
        IntStream.range(0, 20)
            .boxed()
            .flatMap(
                i ->
                    Stream.of(
                        version("a" + i, "one", "2024-05-06T08:00:00Z"),
                        version("a" + i, "two", "2024-05-06T09:00:00Z")))
            .toArray(Article[]::new);
    assertThat(build(articles)).isEqualTo(report(20, 20, 0, 0));
    assertThat(checkpoints).isEqualTo(1);
    assertThat(store.articleCount()).isEqualTo(20);
  }

  private Set<Quad> quads() {
    return store.read(
        dataset -> {
          Set<Quad> quads = new HashSet<>();
          dataset.find().forEachRemaining(quads::add);
          return quads;
        });
  }

  @Test
  void an_article_in_another_language_is_kept_marked_and_counted() {
    Metadata german = Metadata.NONE.withLanguage("de");
    IngestReport counts =
        build(new Article("a", new Text("Guten Morgen"), german), article("b", "two"));
    assertThat(counts).isEqualTo(new IngestReport(1, 0, 0, 0, 1, 0, 0, 0));
    assertThat(counts)
        .hasToString("1 new, 0 changed, 0 unchanged, 0 failed; 1 in other languages, not analysed");
    assertThat(store.<Long>read(it -> it.stream(null, null, News.analysed, null).count()))
        .isEqualTo(1);
  }

  @Test
  void of_two_versions_that_are_sent_at_once_the_later_one_is_stored() {
    Article later = version("later", "2026-01-02T00:00:00Z");
    Article earlier = version("earlier", "2026-01-01T00:00:00Z");
    Function<Extraction, LinkedExtraction> overtaken =
        extraction -> {
          if (extraction.article().equals(earlier)) {
            Ingestion.add(store, () -> processor(LinkedExtraction::none, Corrections.NONE), later);
          }
          return LinkedExtraction.none(extraction);
        };
    assertThat(Ingestion.add(store, () -> processor(overtaken, Corrections.NONE), earlier))
        .isEmpty();
    assertThat(text()).isEqualTo("later");
  }

  @Test
  void a_correction_made_while_an_article_is_added_reaches_the_article() {
    Iris iris = store.iris();
    Correction renaming = CorrectionLine.parse("Ada Novak,is called,Ada", ',').toCorrection(iris);
    List<Corrections> files = new ArrayList<>(List.of(Corrections.NONE));
    Function<Extraction, LinkedExtraction> corrected =
        extraction -> {
          files.set(0, Corrections.of(List.of(renaming)));
          return LinkedExtraction.none(extraction);
        };
    Extraction harbour = HandMade.harbour();
    Ingestion.add(
        store,
        () ->
            new ArticleProcessor(
                article -> harbour, corrected, files.get(0), iris, "0.1.0", Clock.systemUTC()),
        harbour.article());
    assertThat(
            store.<Boolean>read(
                it -> it.contains(null, null, Prov.wasInfluencedBy, iris.correction(renaming))))
        .isTrue();
  }

  private ArticleProcessor processor(
      Function<Extraction, LinkedExtraction> linker, Corrections corrections) {
    return new ArticleProcessor(
        HandMade::empty, linker, corrections, store.iris(), "0.1.0", Clock.systemUTC());
  }

  private static Article version(String text, String modified) {
    return version("a", text, modified);
  }

  private static Article version(String id, String text, String modified) {
    Optional<String> none = Optional.empty();
    Metadata metadata =
        new Metadata(none, List.of(), none, none, none, none, none, none, Optional.of(modified));
    return new Article(id, new Text(text), metadata);
  }

  private String text() {
    return StoredArticle.read(store, store.iris().article("a"))
        .orElseThrow()
        .article()
        .text()
        .toString();
  }

  private Extraction extract(Article article) {
    extracted.add(article.id());
    return HandMade.empty(article);
  }

  private IngestReport build(Article... articles) {
    return build("0.1.0", this::extract, articles);
  }

  private IngestReport build(
      String version, Function<Article, Extraction> extractor, Article... articles) {
    return build(version, extractor, Stream.of(articles));
  }

  private IngestReport build(
      String version, Function<Article, Extraction> extractor, Stream<Article> articles) {
    Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    ArticleProcessor processor =
        new ArticleProcessor(
            extractor, LinkedExtraction::none, Corrections.NONE, store.iris(), version, clock);
    IngestProgress progress =
        new IngestProgress() {
          @Override
          public void checkpoint() {
            checkpoints++;
          }
        };
    return new Ingestion(store, processor, new Problems(problems::add), progress)
        .ingest(articles, 3, policy);
  }

  private static IngestReport report(long added, long changed, long unchanged, long failed) {
    return new IngestReport(added, changed, unchanged, 0, 0, failed, 0, 0);
  }

  private static Article article(String id, String text) {
    return new Article(id, new Text(text), Metadata.NONE);
  }
}
