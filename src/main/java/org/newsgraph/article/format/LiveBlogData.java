package org.newsgraph.article.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.newsgraph.article.MetadataBuilder;

/**
 * Reads the posts that a live blog states in JSON-LD: the {@code liveBlogUpdate} of a {@code
 * LiveBlogPosting} of schema.org.
 */
final class LiveBlogData {
  private static final String UPDATES = "liveBlogUpdate";
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  private LiveBlogData() {}

  /** Returns the posts in the order of the page, usually the newest first. */
  static List<LiveBlogPost> posts(Document page) {
    List<LiveBlogPost> posts = new ArrayList<>();
    JsonLd.documents(page, UPDATES)
        .flatMap(it -> it.findValues(UPDATES).stream())
        .forEach(
            it -> (it.isArray() ? it : List.of(it)).forEach(update -> posts.add(post(update))));
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
      String name = author.isTextual() ? JsonLd.unescape(author.textValue()) : text(author, "name");
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /** Returns a field's text, or an empty string. */
  private static String text(JsonNode node, String field) {
    return JsonLd.unescape(node.path(field).asText("")).strip();
  }
}
