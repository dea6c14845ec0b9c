package org.newsgraph.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Extraction;

final class ParallelExtractionTest {
  private final List<String> told = new ArrayList<>();
  private final Problems problems = new Problems(problem -> told.add(problem.toString()));

  @Test
  void results_come_in_the_order_of_the_articles() {
    List<String> ids = new ArrayList<>();
    new ParallelExtraction(ParallelExtractionTest::slowly, 4, problems)
        .run(articles(200), extraction -> ids.add(extraction.article().id()));
    assertThat(ids).isEqualTo(IntStream.range(0, 200).mapToObj(Integer::toString).toList());
  }

  @Test
  void a_failing_article_is_named_and_the_others_go_on() {
    List<String> ids = new ArrayList<>();
    new ParallelExtraction(
            article -> {
              if (article.id().equals("1")) {
                throw new IllegalStateException("no sense in it");
              }
              return slowly(article);
            },
            2,
            problems)
        .run(articles(3), extraction -> ids.add(extraction.article().id()));
    assertThat(ids).containsExactly("0", "2");
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("all.jsonl: line 2: article 1: no sense in it");
    assertThat(problems.errorCount()).isEqualTo(1);
  }

  @Test
  void only_a_few_articles_are_read_ahead() {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    // A flattened stream, like that of the articles of several files.
    Stream<Article> articles =
        Stream.of(1).flatMap(file -> articles(5000)).peek(article -> read.incrementAndGet());
    new ParallelExtraction(article -> none(article), 2, problems)
        .run(
            articles,
            extraction -> most.accumulateAndGet(read.get() - done.getAndIncrement(), Math::max));
    assertThat(done).hasValue(5000);
    assertThat(most.get()).isLessThan(20);
  }

  @Test
  void what_the_receiver_throws_ends_it() {
    assertThatThrownBy(
            () ->
                new ParallelExtraction(ParallelExtractionTest::none, 2, problems)
                    .run(
                        articles(100),
                        extraction -> {
                          throw new IllegalStateException("disk full");
                        }))
        .hasMessage("disk full");
  }

  private static Stream<Article> articles(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Article(
                    Integer.toString(i),
                    new Text("text"),
                    Metadata.NONE,
                    new SourceLocation("all.jsonl", i + 1)));
  }

  private static Extraction slowly(Article article) {
    LockSupport.parkNanos(article.id().hashCode() % 7 * 100_000L);
    return none(article);
  }

  private static Extraction none(Article article) {
    return new Extraction(article, List.of(), List.of(), List.of());
  }
}
