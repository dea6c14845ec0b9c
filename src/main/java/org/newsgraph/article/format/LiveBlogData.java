package org.newsgraph.article.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.newsgraph.article.MetadataBuilder;

/**
 * Reads the posts that a live blog states in JSON-LD: the {@code liveBlogUpdate} of a {@code
 * LiveBlogPosting} of schema.org.
 */
final class LiveBlogData {
  /** A lenient parser, because some pages have line breaks inside strings. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private static final String UPDATES = "liveBlogUpdate";
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  private LiveBlogData() {}

  /** Returns the posts in the order of the page, usually the newest first. */
  static List<LiveBlogPost> posts(Document page) {
    List<LiveBlogPost> posts = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      if (script.data().contains(UPDATES)) {
        try {
          for (JsonNode updates : MAPPER.readTree(script.data()).findValues(UPDATES)) {
            (updates.isArray() ? updates : List.of(updates)).forEach(it -> posts.add(post(it)));
          }
        } catch (JsonProcessingException e) {
          // Invalid JSON is ignored; the posts may stand in the page's markup.
        }
      }
    }
    return posts;
  }

  private static LiveBlogPost post(JsonNode update) {
    MetadataBuilder metadata = new MetadataBuilder();
    Stream.of("headline", "name").forEach(it -> metadata.title(text(update, it)));
    metadata.authors(names(update.path("author")));
    Stream.of("datePublished", "dateCreated", "uploadDate", "dateModified")
        .forEach(it -> metadata.published(text(update, it)));
    metadata.modified(text(update, "dateModified"));
    Optional<String> address =
        Stream.of("url", "@id", "mainEntityOfPage")
            .map(it -> text(update, it))
            .filter(it -> it.contains("#"))
            .findFirst();
    address.ifPresent(metadata::url);
    String body =
        Stream.of("articleBody", "text", "description")
            .map(it -> text(update, it))
            .filter(it -> !it.isEmpty())
            .findFirst()
            .orElse("");
    return new LiveBlogPost(
        address.map(it -> it.substring(it.indexOf('#') + 1)).filter(it -> !it.isBlank()),
        metadata.build(),
        paragraphs(body));
  }

  /** Returns the paragraphs of a body, which may be plain text or HTML. */
  private static List<String> paragraphs(String body) {
    return TAG.matcher(body).find()
        ? HtmlText.paragraphsWithIndentation(Jsoup.parseBodyFragment(body).body())
        : body.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  private static List<String> names(JsonNode authors) {
    List<String> names = new ArrayList<>();
    for (JsonNode author : authors.isArray() ? authors : List.of(authors)) {
      String name = author.isTextual() ? unescape(author.textValue()) : text(author, "name");
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /** Returns a field's text, or an empty string. */
  private static String text(JsonNode node, String field) {
    return unescape(node.path(field).asText("")).strip();
  }

  /** Unescapes entities, because many sites escape the text of their pages a second time. */
  private static String unescape(String text) {
    return text.contains("&") ? Parser.unescapeEntities(text, false) : text;
  }
}
