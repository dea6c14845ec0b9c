package org.newsgraph.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.newsgraph.article.Metadata;
import org.newsgraph.extract.Extraction;

/**
 * A deterministic corpus of synthetic articles: each article is a function of its number. An
 * article has 150 to 300 words and 8 to 16 statements of all kinds. The articles are from ten years
 * and forty papers; one in twenty is another paper's copy of an earlier article. Their facts are
 * known, so that storing and querying can be measured without extraction.
 *
 * <pre>
 * java -cp target/test-classes:target/classes:$(cat target/classpath) \
 *   org.newsgraph.corpus.MadeUpCorpus 20000 articles.jsonl.gz
 * </pre>
 */
public final class MadeUpCorpus {
  private static final long SEED = 20_161_013;
  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
  private static final int DAYS = 3653;

  /** Number of articles per copy. */
  private static final int COPY_INTERVAL = 20;

  /** Maximum difference of the numbers of a copy and its original. */
  private static final int MAX_COPY_DISTANCE = 200;

  private final int size;
  private final Cast cast;

  /**
   * @param size number of articles; the number of people is about the square root of the number of
   *     words
   */
  public MadeUpCorpus(int size) {
    this.size = size;
    this.cast = new Cast((int) Math.round(Math.sqrt(size * 200.0)));
  }

  public static void main(String[] args) throws IOException {
    new MadeUpCorpus(Integer.parseInt(args[0])).write(Path.of(args[1]));
  }

  /** Returns all articles, in the order of their numbers. */
  public Stream<Extraction> all() {
    return IntStream.range(0, size).mapToObj(this::article);
  }

  /**
   * Generates an article.
   *
   * @param number number of the article, from 0
   */
  public Extraction article(int number) {
    SplittableRandom random = new SplittableRandom(SEED + number);
    String paper = cast.paper(random);
    int original = number;
    int later = 0;
    if (number >= MAX_COPY_DISTANCE && random.nextInt(COPY_INTERVAL) == 0) {
      original = number - 1 - random.nextInt(MAX_COPY_DISTANCE - 1);
      later = random.nextInt(2);
    }
    SplittableRandom words = new SplittableRandom(SEED * 31 + original);
    LocalDate day = FIRST_DAY.plusDays(words.nextInt(DAYS) + later);
    return new MadeUpArticle(cast, words)
        .write("made-up-" + number, Optional.of(day.toString()), paper);
  }

  /** Writes all articles as JSON Lines, compressed if the file's name ends in .gz. */
  public void write(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    OutputStream bytes = Files.newOutputStream(file);
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes, UTF_8))) {
      for (int i = 0; i < size; i++) {
        out.write(json.writeValueAsString(line(article(i))) + "\n");
      }
    }
  }

  private static Map<String, Object> line(Extraction extraction) {
    Metadata metadata = extraction.article().metadata();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", extraction.article().id());
    line.put("text", extraction.article().text().toString());
    metadata.title().ifPresent(it -> line.put("title", it));
    metadata.published().ifPresent(it -> line.put("published", it));
    metadata.publisher().ifPresent(it -> line.put("publisher", it));
    metadata.url().ifPresent(it -> line.put("url", it));
    metadata.language().ifPresent(it -> line.put("language", it));
    return line;
  }
}
