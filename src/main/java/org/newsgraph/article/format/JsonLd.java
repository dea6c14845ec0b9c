package org.newsgraph.article.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.MetadataBuilder;

/**
 * Reads the JSON-LD of a web page, in which most news sites describe their articles for search
 * engines.
 */
final class JsonLd {
  /** A lenient parser, because some pages have line breaks inside strings. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  /** {@code NewsArticle} and similar types of schema.org. */
  private static final Pattern ARTICLE =
      Pattern.compile(
          "(?:https?://schema\\.org/)?(?:\\w*Article|BlogPosting|LiveBlogPosting|Report)");

  private static final Pattern CDATA =
      Pattern.compile("<!\\[CDATA\\[|\\]\\]>|<!--|-->|^\\s*//.*$", Pattern.MULTILINE);

  private JsonLd() {}

  /** Returns the description of the page's article. */
  static Optional<JsonNode> article(Document page) {
    return documents(page, "")
        .flatMap(
            root -> {
              Optional<JsonNode> found = find(root);
              found.ifPresent(it -> resolveReferences(it, root));
              return found.stream();
            })
        .findFirst();
  }

  /**
   * Returns the JSON documents of a page.
   *
   * @param text text that a document must contain to be parsed
   */
  static Stream<JsonNode> documents(Document page, String text) {
    return page.select("script[type=application/ld+json]").stream()
        .map(Element::data)
        .filter(it -> it.contains(text))
        .flatMap(it -> parse(it).stream());
  }

  private static Optional<JsonNode> parse(String json) {
    try {
      return Optional.of(MAPPER.readTree(CDATA.matcher(json).replaceAll("")));
    } catch (JsonProcessingException e) {
      // Invalid JSON is ignored; the page may give its metadata elsewhere.
      return Optional.empty();
    }
  }

  /**
   * Searches breadth first, because an article's own description is nested less deeply than those
   * of related articles.
   */
  private static Optional<JsonNode> find(JsonNode root) {
    Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      JsonNode node = open.remove();
      if (node.isArray() || node.has("@graph")) {
        (node.isArray() ? node : node.get("@graph")).forEach(open::add);
      }
      if (texts(node.path("@type")).stream().anyMatch(it -> ARTICLE.matcher(it).matches())) {
        return Optional.of(node);
      }
      if (node.path("mainEntity").isObject()) {
        open.add(node.get("mainEntity"));
      }
    }
    return Optional.empty();
  }

  /**
   * Replaces references of an article to people and organisations ({@code {"@id": "#jane"}}) by
   * their descriptions elsewhere in the same script.
   */
  private static void resolveReferences(JsonNode article, JsonNode root) {
    Map<String, JsonNode> described = new HashMap<>();
    root.findParents("@id").stream()
        .filter(node -> node.has("name"))
        .forEach(node -> described.putIfAbsent(node.get("@id").asText(), node));
    for (String property : List.of("author", "creator", "publisher")) {
      if (article instanceof ObjectNode object && article.has(property)) {
        ArrayNode resolved = object.arrayNode();
        JsonNode value = article.get(property);
        (value.isArray() ? value : List.of(value))
            .forEach(
                item ->
                    resolved.add(
                        item.has("name")
                            ? item
                            : described.getOrDefault(item.path("@id").asText(), item)));
        object.set(property, resolved);
      }
    }
  }

  static void read(JsonNode article, MetadataBuilder metadata) {
    names(article.path("publisher")).forEach(metadata::publisher);
    Stream.of("datePublished", "dateCreated", "uploadDate")
        .flatMap(name -> texts(article.path(name)).stream())
        .forEach(metadata::published);
    texts(article.path("dateModified")).forEach(metadata::modified);
    texts(article.path("inLanguage")).forEach(metadata::language);
    texts(article.path("articleSection")).stream().limit(1).forEach(metadata::section);
    texts(article.path("copyrightNotice")).forEach(metadata::rights);
  }

  /** Returns the headlines of an article. */
  static List<String> titles(JsonNode article) {
    return Stream.of("headline", "name")
        .flatMap(name -> texts(article.path(name)).stream())
        .map(JsonLd::unescape)
        .toList();
  }

  /** Returns the complete texts of an article, with or without markup. */
  static List<String> bodies(JsonNode article) {
    return texts(article.path("articleBody")).stream().map(JsonLd::unescape).toList();
  }

  static boolean isForSubscribers(JsonNode article) {
    return article.path("isAccessibleForFree").asText().equalsIgnoreCase("false");
  }

  /** Returns the names of an article's authors, otherwise of its creators. */
  static List<String> authors(JsonNode article) {
    List<String> authors = names(article.path("author"));
    return authors.isEmpty() ? names(article.path("creator")) : authors;
  }

  static List<String> publishers(JsonNode article) {
    return names(article.path("publisher"));
  }

  /** Returns the summaries of an article. */
  static List<String> descriptions(JsonNode article) {
    return Stream.of("description", "alternativeHeadline", "abstract")
        .flatMap(name -> texts(article.path(name)).stream())
        .map(JsonLd::unescape)
        .toList();
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    for (JsonNode item : node.isArray() ? node : List.of(node)) {
      List<String> stated = texts(item.isObject() ? item.path("name") : item);
      if (stated.isEmpty() && item.path("familyName").isTextual()) {
        stated =
            List.of(item.path("givenName").asText("") + " " + item.path("familyName").textValue());
      }
      stated.forEach(it -> names.add(unescape(it)));
    }
    return names;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : node.isArray() ? node : List.of(node)) {
      if (item.isTextual() && !item.textValue().isBlank()) {
        texts.add(item.textValue());
      }
    }
    return texts;
  }

  /** Unescapes entities, because some sites escape their headlines twice. */
  static String unescape(String text) {
    return text.contains("&") ? org.jsoup.parser.Parser.unescapeEntities(text, false) : text;
  }
}
