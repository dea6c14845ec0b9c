package org.newsgraph.article.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Article;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.NoTextException;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;

/** An article in the JSON format of news-please, which is often used with Common Crawl's news. */
final class NewsPlease {
  private NewsPlease() {}

  static boolean isNewsPlease(JsonNode object) {
    return object.has("maintext") && (object.has("url") || object.has("title"));
  }

  static Article article(JsonNode object, SourceLocation place, int maxLength, Problems problems)
      throws UnreadableArticleException {
    MetadataBuilder metadata = new MetadataBuilder();
    metadata.title(object.path("title").asText(null)).title(object.path("title_page").asText(null));
    List<String> authors = new ArrayList<>();
    object.path("authors").forEach(it -> authors.add(it.asText("")));
    metadata.authors(authors);
    metadata.published(object.path("date_publish").asText(null));
    metadata.modified(object.path("date_modify").asText(null));
    metadata.url(object.path("url").asText(null));
    metadata.publisher(object.path("source_domain").asText(null));
    metadata.language(object.path("language").asText(null));
    String text = object.path("maintext").asText("").replace("\r\n", "\n").strip();
    if (text.isEmpty() || object.path("maintext").isNull()) {
      throw NoTextException.headlineOnly(metadata.build().title().orElse(""));
    }
    return ArticleStreams.createArticle(
        Optional.empty(), text, metadata.build(place, problems), place, maxLength);
  }
}
