package org.newsgraph.article.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.NoTextException;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;

/**
 * An article in ninjs, the news agencies' JSON: 1.x ({@code body_xhtml}), 2.x and 3.x ({@code
 * bodies}).
 */
final class Ninjs {
  private static final Set<String> TYPICAL_FIELDS =
      Set.of(
          "versioncreated",
          "headlines",
          "bodies",
          "body_text",
          "body_xhtml",
          "headline",
          "renditions");

  private static final Set<String> TEXT_TYPES =
      Set.of("", "text", "composite", "event", "planning");

  private final JsonNode object;

  private Ninjs(JsonNode object) {
    this.object = object;
  }

  static boolean isNinjs(JsonNode object) {
    return object.has("uri")
        && TYPICAL_FIELDS.stream().anyMatch(it -> !field(object, it).isMissingNode());
  }

  static Article article(JsonNode object, SourceLocation place, int maxLength, Problems problems)
      throws UnreadableArticleException {
    return new Ninjs(object).article(place, maxLength, problems);
  }

  private Article article(SourceLocation place, int maxLength, Problems problems)
      throws UnreadableArticleException {
    MetadataBuilder builder = builder();
    Metadata metadata = builder.build();
    String type = text("type");
    String text =
        body().or(() -> TEXT_TYPES.contains(type) ? description() : Optional.empty()).orElse("");
    if (text.isBlank()) {
      String title = metadata.title().orElse("");
      throw TEXT_TYPES.contains(type)
          ? NoTextException.headlineOnly(title)
          : NoTextException.unsupportedType(type, title);
    }
    return ArticleStreams.createArticle(
        Optional.of(text("uri")), text, builder.build(place, problems), place, maxLength);
  }

  private MetadataBuilder builder() {
    MetadataBuilder metadata = new MetadataBuilder();
    values("headlines", Set.of("main")).forEach(metadata::title);
    metadata.title(text("headline")).title(text("title"));
    values("headlines", Set.of()).forEach(metadata::title);
    metadata.author(text("byline")).author(text("by"));
    metadata.published(text("firstcreated"));
    metadata.published(text("contentcreated")).published(text("versioncreated"));
    metadata.modified(text("versioncreated"));
    metadata.publisher(text("copyrightholder"));
    field(object, "infosources").forEach(it -> metadata.publisher(it.path("name").asText(null)));
    metadata.language(text("language"));
    metadata.rights(text("copyrightnotice"));
    metadata.url(text("uri"));
    return metadata;
  }

  /** Returns the body. Bodies with markup are preferred, because only they preserve paragraphs. */
  private Optional<String> body() {
    List<Map.Entry<String, String>> bodies = bodies();
    for (String format : List.of("nitf", "html", "text")) {
      for (Map.Entry<String, String> body : bodies) {
        Optional<String> text =
            body.getKey().contains(format) ? text(format, body.getValue()) : Optional.empty();
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  private List<Map.Entry<String, String>> bodies() {
    List<Map.Entry<String, String>> bodies = new ArrayList<>();
    for (JsonNode body : field(object, "bodies")) {
      String type = field(body, "contenttype").asText("text").toLowerCase(Locale.ROOT);
      bodies.add(Map.entry(type, body.path("value").asText("")));
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getKey().startsWith("body_")) {
        bodies.add(Map.entry(field.getKey(), field.getValue().asText("")));
      }
    }
    return bodies;
  }

  private static Optional<String> text(String format, String value) {
    if (format.equals("nitf")) {
      try {
        return Optional.of(new Nitf(Xml.tree(value.strip())).text()).filter(it -> !it.isBlank());
      } catch (UnreadableArticleException e) {
        return Optional.empty();
      }
    }
    if (format.equals("html")) {
      Document html = Jsoup.parse(value);
      html.select("h1, figure").remove();
      return Optional.of(HtmlText.of(html.body())).filter(it -> !it.isBlank());
    }
    return Optional.of(value.replace("\r\n", "\n").strip()).filter(it -> !it.isBlank());
  }

  private Optional<String> description() {
    return values("descriptions", Set.of()).stream()
        .findFirst()
        .or(() -> Optional.of(text("description_text")).filter(it -> !it.isBlank()));
  }

  /**
   * Returns the values of the list's entries that have one of these roles, or all values if no
   * roles are given.
   */
  private List<String> values(String list, Set<String> roles) {
    List<String> found = new ArrayList<>();
    for (JsonNode item : field(object, list)) {
      if (roles.isEmpty() || roles.contains(item.path("role").asText())) {
        found.add(item.path("value").asText("").strip());
      }
    }
    return found;
  }

  private String text(String name) {
    JsonNode value = field(object, name);
    return value.isTextual() ? value.textValue() : "";
  }

  /** Returns a field, ignoring case, because the versions of the standard differ in it. */
  private static JsonNode field(JsonNode object, String name) {
    if (object.has(name)) {
      return object.get(name);
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getKey().equalsIgnoreCase(name)) {
        return field.getValue();
      }
    }
    return MissingNode.getInstance();
  }
}
