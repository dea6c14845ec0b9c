package org.newsgraph.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.newsgraph.article.Article;
import org.newsgraph.io.ErrorMessages;

/**
 * Processes the articles of one task. A failure becomes a row with the problem. Articles that were
 * being processed when a process died are processed last, each while no other article is processed
 * in this process. An article that was lost twice has therefore killed both processes, and is set
 * aside.
 */
final class ChunkReader implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;
  private static final int MAX_TRIES = 2;

  private final JobSettings settings;
  private final String notes;
  private final Broadcast<Map<String, Integer>> lostBefore;
  private final SerializableConfiguration hadoop;

  /**
   * @param settings settings of the job
   * @param notes folder for notes of started articles, with one subfolder per task
   * @param lostBefore number of lost tries in earlier jobs, by article digest
   * @param hadoop configuration of the file system
   */
  ChunkReader(
      JobSettings settings,
      String notes,
      Broadcast<Map<String, Integer>> lostBefore,
      SerializableConfiguration hadoop) {
    this.settings = settings;
    this.notes = notes;
    this.lostBefore = lostBefore;
    this.hadoop = hadoop;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) throws IOException {
    AttemptLog tries = new AttemptLog(notes + "/" + TaskContext.getPartitionId(), hadoop.value());
    Map<String, Integer> lost = new HashMap<>(lostBefore.value());
    tries.lost().forEach((digest, times) -> lost.merge(digest, times, Integer::sum));
    List<Row> safe = new ArrayList<>();
    List<Row> suspect = new ArrayList<>();
    List<Row> fatal = new ArrayList<>();
    rows.forEachRemaining(
        row -> {
          int times = lost.getOrDefault(ArticleRows.digest(row), 0);
          (times == 0 ? safe : times < MAX_TRIES ? suspect : fatal).add(row);
        });
    SharedProcessor processor = new SharedProcessor(settings);
    return Stream.of(
            safe.isEmpty() ? Stream.<Row>empty() : together(safe, tries, processor),
            suspect.stream().map(row -> alone(row, tries, processor)),
            fatal.stream().map(ChunkReader::setAside))
        .flatMap(it -> it)
        .iterator();
  }

  private static Stream<Row> together(List<Row> rows, AttemptLog tries, SharedProcessor processor)
      throws IOException {
    Path note = tries.start(rows.stream().map(ArticleRows::digest).toList());
    List<Row> found = rows.stream().map(row -> found(row, processor)).toList();
    tries.end(note);
    return found.stream();
  }

  private static Row alone(Row row, AttemptLog tries, SharedProcessor processor) {
    return processor.runExclusively(
        () -> {
          try {
            Path note = tries.start(List.of(ArticleRows.digest(row)));
            Row found = found(row, processor);
            tries.end(note);
            return found;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Row found(Row row, SharedProcessor processor) {
    Article article = ArticleRows.article(row);
    String digest = ArticleRows.digest(row);
    try {
      return FoundRow.of(digest, processor.process(article, digest));
    } catch (RuntimeException | StackOverflowError e) {
      return FoundRow.failed(digest, "article " + article.id() + ": " + ErrorMessages.reason(e));
    }
  }

  private static Row setAside(Row row) {
    return FoundRow.failed(
        ArticleRows.digest(row),
        "article " + row.getAs("id") + ": set aside, because the process that read it died twice");
  }
}
