package org.newsgraph.query.statistics;

import java.util.function.ToLongFunction;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.io.NumberText;

/** The main figures of a database and their nouns: the same words on pages, in texts and tables. */
public enum DatasetFigure {
  ARTICLES("article", "articles", DatasetStatistics::articles),
  STATEMENTS("statement", "statements", DatasetStatistics::allStatements),
  DIRECT_QUOTES(
      "direct quote",
      "direct quotes",
      it -> it.statements().getOrDefault(StatementKind.DIRECT, 0L)),
  REPORTS("report of a speech act", "reports of speech acts", DatasetStatistics::reports),
  PEOPLE("person", "people", it -> it.entities().getOrDefault(EntityType.PERSON, 0L)),
  ORGANISATIONS(
      "organisation",
      "organisations",
      it -> it.entities().getOrDefault(EntityType.ORGANISATION, 0L)),
  PLACES("place", "places", it -> it.entities().getOrDefault(EntityType.PLACE, 0L));

  private final String singular;
  private final String plural;
  private final ToLongFunction<DatasetStatistics> number;

  DatasetFigure(String singular, String plural, ToLongFunction<DatasetStatistics> number) {
    this.singular = singular;
    this.plural = plural;
    this.number = number;
  }

  /** Returns the figure in the statistics of a database. */
  public long of(DatasetStatistics statistics) {
    return number.applyAsLong(statistics);
  }

  /** Returns the noun for a number: "person" for 1, otherwise "people". */
  public String noun(long count) {
    return count == 1 ? singular : plural;
  }

  /** Returns the plural noun, for the label of a row. */
  public String label() {
    return plural;
  }

  /** Returns the figure with its noun: "1 person", "1,204 people". */
  public String text(DatasetStatistics statistics) {
    return NumberText.of(of(statistics), singular, plural);
  }
}
