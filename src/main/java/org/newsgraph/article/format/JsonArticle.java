package org.newsgraph.article.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.newsgraph.article.Article;
import org.newsgraph.article.Dates;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Text;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.layout.ArticleHeader;

/**
 * Converts a JSON object in Newsgraph's own format to an article. Requires {@code id} and {@code
 * text}; ignores invalid optional fields with a warning.
 */
final class JsonArticle {
  private final JsonNode object;
  private final SourceLocation place;
  private final Problems problems;

  private JsonArticle(JsonNode object, SourceLocation place, Problems problems) {
    this.object = object;
    this.place = place;
    this.problems = problems;
  }

  static Article of(JsonNode object, SourceLocation place, int maxLength, Problems problems)
      throws UnreadableArticleException {
    return new JsonArticle(object, place, problems).article(maxLength);
  }

  private Article article(int maxLength) throws UnreadableArticleException {
    String id = object.path("id").isNumber() ? object.path("id").asText() : required("id");
    Text text = new Text(required("text"));
    if (text.length() > maxLength) {
      throw UnreadableArticleException.tooLong(maxLength);
    }
    Metadata given =
        new Metadata(
            optional("title", any -> true, ""),
            authors(),
            optional("publisher", any -> true, ""),
            published(),
            optional("url", JsonArticle::isAbsolute, "an absolute URL"),
            optional("language", JsonArticle::isLanguage, "a BCP 47 language tag"));
    Layout layout = Layout.of(text, given.title());
    return new Article(id, text, given.withFallback(ArticleHeader.metadata(text, layout)), place);
  }

  private String required(String field) throws UnreadableArticleException {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new UnreadableArticleException("no \"" + field + "\"");
    }
    if (!value.isTextual()) {
      throw new UnreadableArticleException("\"" + field + "\" is not a string");
    }
    String string = value.textValue();
    if (string.codePoints().allMatch(Text::isSpace)) {
      throw new UnreadableArticleException("\"" + field + "\" is blank");
    }
    if (!isUnicode(string)) {
      throw new UnreadableArticleException(
          "\"" + field + "\" contains an unpaired surrogate, which is not a character");
    }
    return string;
  }

  private Optional<String> optional(String field, Predicate<String> valid, String expected) {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull() || value.asText("-").isBlank()) {
      return Optional.empty();
    }
    if (!value.isTextual() || !isUnicode(value.textValue())) {
      problems.warning(place, "\"" + field + "\" is ignored: it is not a string");
      return Optional.empty();
    }
    String string = value.textValue().strip();
    if (!valid.test(string)) {
      problems.warning(place, "\"" + field + "\" is ignored: it is not " + expected);
      return Optional.empty();
    }
    return Optional.of(string);
  }

  /** Returns the date, from a string in any format or a number (Unix time). */
  private Optional<String> published() {
    JsonNode value = object.path("published");
    Optional<String> date =
        value.isNumber() ? Optional.of(value.asText()) : optional("published", any -> true, "");
    Optional<String> iso = date.flatMap(Dates::toIso);
    if (iso.isEmpty()) {
      date.flatMap(Dates::explainProblem)
          .ifPresent(it -> problems.warning(place, "\"published\" is ignored: " + it));
    }
    return iso;
  }

  /** Returns the authors, from a byline as a string or an array of names. */
  private List<String> authors() {
    JsonNode value = object.path("authors");
    if (value.isTextual() && isUnicode(value.textValue())) {
      return new MetadataBuilder().author(value.textValue()).build().authors();
    }
    List<String> names = new ArrayList<>();
    boolean valid = value.isTextual() || value.isArray() || value.isNull() || value.isMissingNode();
    for (JsonNode name : value) {
      if (name.isTextual() && isUnicode(name.textValue())) {
        if (!name.textValue().isBlank()) {
          names.add(name.textValue().strip());
        }
      } else {
        valid = false;
      }
    }
    if (!valid) {
      problems.warning(
          place, "\"authors\" is ignored, or some of them: it is not an array of strings");
    }
    return names;
  }

  private static boolean isUnicode(String string) {
    return string
        .codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static boolean isAbsolute(String string) {
    try {
      URI uri = new URI(string);
      return uri.isAbsolute() && (uri.isOpaque() || uri.getRawAuthority() != null);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isLanguage(String string) {
    try {
      return !new Locale.Builder().setLanguageTag(string).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }
}
