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
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;

/**
 * An article in ninjs, the agencies' JSON: 1.x ({@code body_xhtml}), 2.x and 3.x ({@code bodies}).
 */
final class Ninjs {
  private static final Set<String> SIGNS =
      Set.of(
          "versioncreated",
          "headlines",
          "bodies",
          "body_text",
          "body_xhtml",
          "headline",
          "renditions");

  private static final Set<String> TEXTS = Set.of("", "text", "composite", "event", "planning");

  private final JsonNode object;

  private Ninjs(JsonNode object) {
    this.object = object;
  }

  static boolean isNinjs(JsonNode object) {
    return object.has("uri") && SIGNS.stream().anyMatch(it -> !field(object, it).isMissingNode());
  }

  static Article article(JsonNode object, SourceLocation place, int maxLength)
      throws UnreadableArticleException {
    return new Ninjs(object).article(place, maxLength);
  }

  private Article article(SourceLocation place, int maxLength) throws UnreadableArticleException {
    Metadata metadata = metadata();
    String type = text("type");
    String text =
        body().or(() -> TEXTS.contains(type) ? description() : Optional.empty()).orElse("");
    if (text.isBlank()) {
      String title = metadata.title().orElse("");
      throw TEXTS.contains(type)
          ? NoTextException.headlineOnly(title)
          : NoTextException.other(type, title);
    }
    return ArticleStreams.of(Optional.of(text("uri")), text, metadata, place, maxLength);
  }

  private Metadata metadata() {
    MetadataBuilder metadata = new MetadataBuilder();
    valued("headlines", Set.of("main")).forEach(metadata::title);
    metadata.title(text("headline")).title(text("title"));
    valued("headlines", Set.of()).forEach(metadata::title);
    metadata.author(text("byline")).author(text("by"));
    metadata.published(text("firstcreated"));
    metadata.published(text("contentcreated")).published(text("versioncreated"));
    metadata.modified(text("versioncreated"));
    metadata.publisher(text("copyrightholder"));
    field(object, "infosources").forEach(it -> metadata.publisher(it.path("name").asText(null)));
    metadata.language(text("language"));
    metadata.rights(text("copyrightnotice"));
    metadata.url(text("uri"));
    return metadata.build();
  }

  /** With mark-up before without: only that keeps the paragraphs. */
  private Optional<String> body() {
    List<Map.Entry<String, String>> bodies = bodies();
    for (String kind : List.of("nitf", "html", "text")) {
      for (Map.Entry<String, String> body : bodies) {
        Optional<String> text =
            body.getKey().contains(kind) ? text(kind, body.getValue()) : Optional.empty();
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

  private static Optional<String> text(String kind, String value) {
    if (kind.equals("nitf")) {
      try {
        return Optional.of(new Nitf(Xml.tree(value.strip())).text()).filter(it -> !it.isBlank());
      } catch (UnreadableArticleException e) {
        return Optional.empty();
      }
    }
    if (kind.equals("html")) {
      Document html = Jsoup.parse(value);
      html.select("h1, figure").remove();
      return Optional.of(HtmlText.of(html.body())).filter(it -> !it.isBlank());
    }
    return Optional.of(value.replace("\r\n", "\n").strip()).filter(it -> !it.isBlank());
  }

  private Optional<String> description() {
    return valued("descriptions", Set.of()).stream()
        .findFirst()
        .or(() -> Optional.of(text("description_text")).filter(it -> !it.isBlank()));
  }

  /** The values of a list that have one of these roles, or any where none is named. */
  private List<String> valued(String list, Set<String> roles) {
    List<String> values = new ArrayList<>();
    for (JsonNode one : field(object, list)) {
      if (roles.isEmpty() || roles.contains(one.path("role").asText())) {
        values.add(one.path("value").asText("").strip());
      }
    }
    return values;
  }

  private String text(String name) {
    JsonNode value = field(object, name);
    return value.isTextual() ? value.textValue() : "";
  }

  /** The versions of the standard write the same names with and without capitals. */
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
