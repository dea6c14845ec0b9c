package org.newsgraph.article.format;

import com.fasterxml.jackson.databind.JsonNode;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;

/** Detects the JSON format of an article from the object's fields. */
final class JsonFormats {
  private JsonFormats() {}

  static Article article(JsonNode object, SourceLocation place, int maxLength, Problems problems)
      throws UnreadableArticleException {
    if (object.has("id") && object.has("text")) {
      return JsonArticle.of(object, place, maxLength, problems);
    }
    if (NewsPlease.isNewsPlease(object)) {
      return NewsPlease.article(object, place, maxLength, problems);
    }
    return Ninjs.isNinjs(object)
        ? Ninjs.article(object, place, maxLength, problems)
        : JsonArticle.of(object, place, maxLength, problems);
  }
}
