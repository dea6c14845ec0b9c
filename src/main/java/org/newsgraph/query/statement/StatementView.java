package org.newsgraph.query.statement;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.query.entity.EntityRef;

/**
 * A statement to show. Pages, JSON, feeds and tables are renderers of it.
 *
 * @param iri the IRI of the statement; opens the article at its content
 * @param content the reported words, including quotation marks
 * @param kind direct, mixed or indirect
 * @param cue the words that signal the act of saying
 * @param confidence estimated probability that the statement is right, above 0 and up to 1
 * @param speaker the speaker; empty if unknown
 * @param speakerText the source: the phrase that names the speaker
 * @param about the entities that the content mentions
 * @param article the article
 * @param reference the headline, the authors and the original address of the article
 * @param begin offset of the content's first character, in code points
 * @param end offset after the content's last character, in code points
 * @param status whether the article says that it was said
 * @param quotedText the words in quotation marks, without the marks
 * @param saidOn the time at which the statement was made
 * @param extractedAt the time at which the statement was extracted, in ISO 8601
 * @param context the sentences of the statement; empty if the search did not ask for them
 */
public record StatementView(
    Node iri,
    String content,
    String kind,
    Optional<String> cue,
    double confidence,
    Optional<EntityRef> speaker,
    Optional<String> speakerText,
    List<EntityRef> about,
    ArticlesByDate.ArticleEntry article,
    ArticleReference reference,
    int begin,
    int end,
    ReportStatus status,
    Optional<String> quotedText,
    Optional<SaidOn> saidOn,
    String extractedAt,
    Optional<Context> context)
    implements AttributionView {

  /**
   * The time at which a statement was made.
   *
   * @param value day, month or year in ISO 8601: "2016-10-12", "2016-10", "2016"
   * @param text the article's words: "on Wednesday"
   */
  public record SaidOn(String value, String text) {}

  /**
   * The sentences of a statement and its attribution.
   *
   * @param begin offset of the first character in the article's text, in code points
   * @param end offset after the last character, in code points
   */
  public record Context(String text, int begin, int end) {}

  /**
   * A statement within its sentences, word for word as the article has them.
   *
   * @param before the text before the content
   * @param content the text from the content's first to its last character; if the content is
   *     interrupted by its attribution, both
   * @param after the text after the content
   */
  public record Sentence(String before, String content, String after) {
    /** Returns the whole text. */
    public String text() {
      return before + content + after;
    }
  }

  /** Returns the identifier of the article. */
  public String articleId() {
    return reference.id();
  }

  /** Returns the headline of the article. */
  public String title() {
    return reference.title();
  }

  /**
   * Returns the sentences in which the statement and its attribution stand; empty if the context
   * was not read.
   */
  public Optional<Sentence> sentence() {
    return context
        .filter(it -> it.begin() <= begin && end <= it.end())
        .map(
            it -> {
              String text = it.text();
              int from = text.offsetByCodePoints(0, begin - it.begin());
              int to = text.offsetByCodePoints(from, end - begin);
              return new Sentence(
                  text.substring(0, from), text.substring(from, to), text.substring(to));
            });
  }
}
