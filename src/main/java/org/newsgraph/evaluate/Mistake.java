package org.newsgraph.evaluate;

import java.util.List;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;

/**
 * A difference between an extraction and the gold data.
 *
 * @param type type of the mistake
 * @param article id of the article
 * @param span span of the mistake, in Unicode code points
 * @param context text of the span, in brackets, with the text around it
 * @param note the gold annotation or the extraction; may be empty
 */
public record Mistake(MistakeType type, String article, Span span, String context, String note) {
  /** Number of code points shown before and after a span. */
  private static final int CONTEXT_LENGTH = 60;

  /** Type of a mistake. */
  public enum MistakeType {
    MISSED_STATEMENT("missed statements"),
    WRONG_STATEMENT("statements not in the gold data"),
    OTHER_WORDS("statements with different words"),
    WRONG_SPEAKER("statements with a different speaker"),
    MISSED_NAME("missed names"),
    WRONG_NAME("names not in the gold data"),
    OTHER_BOUNDS("names with different boundaries"),
    OTHER_TYPE("names with a different type");

    private final String title;

    MistakeType(String title) {
      this.title = title;
    }

    /** Returns the heading for mistakes of this type. */
    public String title() {
      return title;
    }
  }

  static Mistake at(MistakeType sort, Article article, List<Span> parts, String note) {
    Span place = parts.get(0).union(parts.get(parts.size() - 1));
    StringBuilder context = new StringBuilder();
    int from = Math.max(0, place.begin() - CONTEXT_LENGTH);
    for (Span part : parts) {
      context.append(between(article, from, part.begin()));
      context.append('[').append(article.text().substring(part)).append(']');
      from = part.end();
    }
    int end = Math.min(article.text().length(), place.end() + CONTEXT_LENGTH);
    context.append(between(article, from, end));
    return new Mistake(
        sort, article.id(), place, context.toString().replaceAll("\\R+", " ¶ "), note);
  }

  private static String between(Article article, int begin, int end) {
    return begin < end ? article.text().substring(new Span(begin, end)) : "";
  }

  /** Returns one line: article and offsets, context and note. */
  @Override
  public String toString() {
    return article
        + " "
        + span.begin()
        + ","
        + span.end()
        + ": "
        + context
        + (note.isEmpty() ? "" : " — " + note);
  }
}
