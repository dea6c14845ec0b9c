package org.newsgraph.serve.cite;

import java.util.Optional;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.query.statement.ArticleReference;
import org.newsgraph.query.statement.StatementView;

/**
 * The citation of a statement.
 *
 * @param words the sentences of the statement, word for word; its content if they are unknown
 * @param speaker the name of the speaker, or the words that describe the speaker
 * @param status whether the article says that it was said
 * @param article headline, authors and original address
 * @param publication the name of the newspaper or agency; empty if unknown
 * @param issued the date of publication in ISO 8601; empty if unknown
 * @param address the address of the statement on this server
 */
public record Citation(
    String words,
    String speaker,
    ReportStatus status,
    ArticleReference article,
    String publication,
    String issued,
    String address) {
  /**
   * Returns the citation of a statement.
   *
   * @param address the address of the statement on this server
   */
  public static Citation of(StatementView said, String address) {
    return new Citation(
        said.sentence().map(StatementView.Sentence::text).orElseGet(said::content).strip(),
        said.speakerName(),
        said.status(),
        said.reference(),
        said.article().publisher(),
        said.article().issued(),
        address);
  }

  /** Returns the address for readers: of the original if it is known. */
  Optional<String> original() {
    return article.original();
  }

  /** Describes who speaks, and whether the article says that it was said: "Ann Roe, not said". */
  String attribution() {
    return status == ReportStatus.SAID ? speaker : speaker + ", " + status.label();
  }
}
