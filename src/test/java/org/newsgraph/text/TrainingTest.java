package org.newsgraph.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Text;
import org.newsgraph.text.WordTokenizer.Word;

/**
 * Trains a tiny network with the real training script and loads it: Java must reproduce Python's
 * results.
 *
 * <p>Requires Python with PyTorch and ONNX (Debian's python3-torch and python3-onnx). Without them
 * the test is skipped, unless NEWSGRAPH_TRAINING declares it required.
 */
@Tag("full")
final class TrainingTest {
  @TempDir static Path folder;
  private static JsonNode expected;
  private static WordPieceTokenizer wordPiece;

  @BeforeAll
  static void train() throws IOException, InterruptedException {
    boolean required = System.getenv("NEWSGRAPH_TRAINING") != null;
    assumeTrue(required || run("-c", "import onnx, torch") == 0, "no Python with torch and onnx");
    assertThat(run("training/smoke.py", folder.toString())).isZero();
    expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    try (InputStream vocabulary = Files.newInputStream(folder.resolve("model/vocabulary.txt"))) {
      wordPiece = new WordPieceTokenizer(vocabulary);
    }
  }

  private static int run(String... arguments) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "python", ".log");
    for (String python : List.of("/usr/bin/python3", "python3")) {
      List<String> command = new ArrayList<>(List.of(python));
      command.addAll(List.of(arguments));
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() == 0) {
          return 0;
        }
      } catch (IOException e) {
        Files.writeString(log, e.toString(), StandardCharsets.UTF_8);
      }
    }
    System.err.println(Files.readString(log, StandardCharsets.UTF_8));
    return 1;
  }

  private static List<Word> words(JsonNode article) {
    Text text = new Text(article.get("text").asText());
    return WordTokenizer.of(text, Layout.of(text, Optional.empty()), wordPiece);
  }

  @Test
  @SuppressWarnings("EnumOrdinal") // The numbers are those that Python writes.
  void both_sides_see_the_same_words() {
    for (JsonNode article : expected) {
      List<Word> words = words(article);
      for (int i = 0; i < words.size(); i++) {
        Word word = words.get(i);
        assertThat(word.span().begin()).isEqualTo(article.get("begin").get(i).asInt());
        assertThat(word.span().end()).isEqualTo(article.get("end").get(i).asInt());
        assertThat(word.shape().ordinal())
            .as("the shape of word " + i + ", " + word)
            .isEqualTo(article.get("shape").get(i).asInt());
        assertThat(word.position()).isEqualTo(article.get("place").get(i).asInt());
        assertThat(word.pieces()).containsExactlyElementsOf(numbers(article.get("pieces").get(i)));
      }
      assertThat(words).hasSize(article.get("shape").size());
    }
  }

  private static List<Integer> numbers(JsonNode array) {
    List<Integer> numbers = new ArrayList<>();
    array.forEach(number -> numbers.add(number.asInt()));
    return numbers;
  }

  @Test
  void both_sides_give_the_same_scores() throws IOException {
    NeuralModel network =
        new NeuralModel(Files.readAllBytes(folder.resolve("model/reader.onnx")), wordPiece);
    for (JsonNode article : expected) {
      List<Word> words = words(article);
      NeuralModel.Output output = network.run(words);
      for (var head : article.get("scores").properties()) {
        NeuralModel.Rows rows = output.of(head.getKey());
        for (int i = 0; i < words.size(); i++) {
          JsonNode row = head.getValue().get(i);
          assertThat(rows.width()).isEqualTo(row.size());
          for (int state = 0; state < row.size(); state++) {
            assertThat((double) rows.values().get(i * rows.width() + state))
                .as(head.getKey() + " of word " + i)
                .isCloseTo(row.get(state).asDouble(), within(1e-3));
          }
        }
      }
    }
  }
}
