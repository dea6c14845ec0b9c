package org.newsgraph.evaluate;

import java.util.List;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;

/**
 * A place where what was extracted is not what the gold has.
 *
 * @param article the article's id
 * @param place where it is; offsets count code points
 * @param context the words there, in brackets, and some around them
 * @param note what the gold has or what was found instead, or nothing
 */
public record Mistake(MistakeType sort, String article, Span place, String context, String note) {
  /** How many characters around a place are shown. */
  private static final int AROUND = 60;

  /** What went wrong. */
  public enum MistakeType {
    MISSED_STATEMENT("missed statements"),
    WRONG_STATEMENT("statements that the gold does not have"),
    OTHER_WORDS("statements with too many words or too few"),
    WRONG_SPEAKER("statements with another speaker"),
    MISSED_NAME("missed names"),
    WRONG_NAME("names that the gold does not have"),
    OTHER_BOUNDS("names with other bounds"),
    OTHER_TYPE("names of another type");

    private final String title;

    MistakeType(String title) {
      this.title = title;
    }

    /** What to call many of them. */
    public String title() {
      return title;
    }
  }

  static Mistake at(MistakeType sort, Article article, List<Span> parts, String note) {
    Span place = parts.get(0).to(parts.get(parts.size() - 1));
    StringBuilder context = new StringBuilder();
    int from = Math.max(0, place.begin() - AROUND);
    for (Span part : parts) {
      context.append(between(article, from, part.begin()));
      context.append('[').append(article.text().at(part)).append(']');
      from = part.end();
    }
    int end = Math.min(article.text().length(), place.end() + AROUND);
    context.append(between(article, from, end));
    return new Mistake(
        sort, article.id(), place, context.toString().replaceAll("\\R+", " ¶ "), note);
  }

  private static String between(Article article, int begin, int end) {
    return begin < end ? article.text().at(new Span(begin, end)) : "";
  }

  /** One line: where, what, and what it should be. */
  @Override
  public String toString() {
    return article
        + " "
        + place.begin()
        + ","
        + place.end()
        + ": "
        + context
        + (note.isEmpty() ? "" : " — " + note);
  }
}
