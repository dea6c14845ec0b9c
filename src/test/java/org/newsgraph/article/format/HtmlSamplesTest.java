package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.newsgraph.article.Article;

/**
 * Tests against the test pages of Mozilla's Readability, which are not part of the project. Each
 * folder contains a page, the expected article and its metadata.
 */
@EnabledIfEnvironmentVariable(named = Samples.VARIABLE, matches = ".+")
class HtmlSamplesTest {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  @Test
  void every_page_gives_its_article_with_title_and_date() throws IOException {
    List<Double> scores = new ArrayList<>();
    SoftAssertions softly = new SoftAssertions();
    for (Path folder : folders()) {
      Article article = Samples.read(folder.resolve("source.html")).article();
      JsonNode expected =
          new ObjectMapper().readTree(folder.resolve("expected-metadata.json").toFile());
      double score = f1(article.text().toString(), expected(folder));
      scores.add(score);
      System.out.printf(Locale.ROOT, "%-14s %.3f%n", folder.getFileName(), score);
      softly.assertThat(score).as(folder.toString()).isGreaterThanOrEqualTo(0.80);
      // Some of the expected titles end with the name of the site.
      softly
          .assertThat(expected.get("title").textValue().strip())
          .startsWith(article.metadata().title().orElseThrow());
      if (expected.get("publishedTime").isTextual()) {
        softly
            .assertThat(article.metadata().published())
            .contains(expected.get("publishedTime").textValue());
      }
    }
    softly.assertAll();
    double mean = scores.stream().mapToDouble(it -> it).average().orElseThrow();
    System.out.printf(Locale.ROOT, "mean %.3f%n", mean);
    assertThat(mean).isGreaterThanOrEqualTo(0.95);
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(Samples.folder("html"))) {
      return folders.sorted().toList();
    }
  }

  private static String expected(Path folder) throws IOException {
    return HtmlText.of(Jsoup.parse(Files.readString(folder.resolve("expected.html"))).body());
  }

  private static double f1(String found, String expected) {
    Map<String, Integer> left = words(found);
    Map<String, Integer> right = words(expected);
    double common =
        left.entrySet().stream()
            .mapToInt(it -> Math.min(it.getValue(), right.getOrDefault(it.getKey(), 0)))
            .sum();
    double all = count(left) + count(right);
    return 2 * common / all;
  }

  private static int count(Map<String, Integer> words) {
    return words.values().stream().mapToInt(it -> it).sum();
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .forEach(word -> words.merge(word, 1, Integer::sum));
    return words;
  }
}
