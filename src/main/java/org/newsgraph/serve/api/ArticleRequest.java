package org.newsgraph.serve.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problem;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.format.JsonLinesReader;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Json;
import org.newsgraph.serve.http.Request;

/**
 * The articles that a request adds.
 *
 * @param articles the articles that can be added, at least one
 * @param problems descriptions of all problems, including those of articles that can be added
 * @param isComplete false if an article in the request cannot be added
 */
public record ArticleRequest(List<Article> articles, List<String> problems, boolean isComplete) {
  private static final int MAX_TEXT_LENGTH = 1_000_000;
  private static final int MAX_ARTICLES = 100;

  /** Maximum length of an id in UTF-8, in bytes: three times as long in an address. */
  private static final int MAX_ID_BYTES = 4000;

  /** Segments of a path that clients remove from an address (RFC 3986, section 5.2.4). */
  private static final Set<String> DOT_SEGMENTS = Set.of(".", "..");

  public ArticleRequest {
    articles = List.copyOf(articles);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the articles in the body of a request.
   *
   * @throws HttpError if there is no article that can be added, or there are too many
   */
  static ArticleRequest read(Request request) throws IOException {
    String body = request.body();
    return read(
        switch (request.contentType()) {
          case "application/json" -> lines(Json.read(body, "the request"));
          case "application/x-ndjson", "application/jsonl", "application/json-lines" -> body;
          default ->
              throw new HttpError(
                  415,
                  "unsupported media type; use application/json (an article or a list) or"
                      + " application/x-ndjson");
        });
  }

  private static String lines(JsonNode json) {
    if (!json.isArray()) {
      return json.toString();
    }
    requireFew(json.size());
    return StreamSupport.stream(json.spliterator(), false)
        .map(JsonNode::toString)
        .collect(Collectors.joining("\n"));
  }

  /**
   * Reads articles in JSON Lines.
   *
   * @throws HttpError if there is no article that can be added, or there are too many
   */
  public static ArticleRequest read(String lines) {
    requireFew(lines.lines().filter(line -> !line.isBlank()).limit(MAX_ARTICLES + 1L).count());
    Source source =
        new Source(
            "request", "request.jsonl", () -> new ByteArrayInputStream(lines.getBytes(UTF_8)));
    List<Problem> problems = new ArrayList<>();
    Problems listener = new Problems(problems::add);
    List<Article> articles = new ArrayList<>();
    try (Stream<Article> read = new JsonLinesReader(MAX_TEXT_LENGTH).read(source, listener)) {
      read.forEach(
          article ->
              idProblem(article.id())
                  .ifPresentOrElse(
                      problem -> listener.error(article.location(), problem),
                      () -> articles.add(article)));
    }
    List<String> descriptions = problems.stream().map(Problem::toString).toList();
    if (articles.isEmpty()) {
      throw HttpError.badRequest(
          descriptions.isEmpty()
              ? "the request contains no articles"
              : String.join("\n", descriptions));
    }
    return new ArticleRequest(
        articles,
        descriptions,
        problems.stream().noneMatch(it -> it.severity() == Problem.Severity.ERROR));
  }

  private static void requireFew(long articles) {
    if (articles > MAX_ARTICLES) {
      throw new HttpError(413, "too many articles; send at most " + MAX_ARTICLES + " per request");
    }
  }

  /** Describes the problem with an id for which there would be no address. */
  private static Optional<String> idProblem(String id) {
    if (DOT_SEGMENTS.contains(id) || id.indexOf('\0') >= 0) {
      return Optional.of(
          "the id \""
              + id.replace("\0", "\\u0000")
              + "\" cannot be part of an address; give the article another id");
    }
    return id.getBytes(UTF_8).length > MAX_ID_BYTES
        ? Optional.of("the id is longer than " + MAX_ID_BYTES + " bytes")
        : Optional.empty();
  }
}
