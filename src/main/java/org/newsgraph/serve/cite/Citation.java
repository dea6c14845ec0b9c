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
 * @param saidOn the time at which the statement was made, in ISO 8601; empty if unknown
 * @param status whether the article says that it was said
 * @param article headline, authors and original address
 * @param publication the name of the newspaper or agency; empty if unknown
 * @param issued the date of publication in ISO 8601; empty if unknown
 * @param address the address of the statement on this server
 */
public record Citation(
    String words,
    String speaker,
    String saidOn,
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
        said.saidOn().map(StatementView.SaidOn::value).orElse(""),
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

  /**
   * Describes who speaks, when, and whether the article says that it was said: "Ann Roe, said 12
   * October 2016", "Ann Roe, not said".
   */
  String attribution() {
    String time = PublicationDate.of(saidOn).text();
    return speaker
        + (time.isEmpty() ? "" : ", said " + time)
        + (status == ReportStatus.SAID ? "" : ", " + status.label());
  }
}
