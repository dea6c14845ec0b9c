package org.newsgraph.query.statistics;

import java.util.Map;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.io.NumberText;

/** The main figures of a database and their nouns: the same words on pages, in texts and tables. */
public enum DatasetFigure {
  ARTICLES("article", "articles"),
  STATEMENTS("statement", "statements"),
  DIRECT_QUOTES("direct quote", "direct quotes"),
  REPORTS("report of a speech act", "reports of speech acts"),
  PEOPLE("person", "people"),
  ORGANISATIONS("organisation", "organisations"),
  PLACES("place", "places");

  private final String singular;
  private final String plural;

  DatasetFigure(String singular, String plural) {
    this.singular = singular;
    this.plural = plural;
  }

  /** Returns the figure in the statistics of a database. */
  public long of(DatasetStatistics statistics) {
    Map<EntityType, Long> entities = statistics.entities();
    return switch (this) {
      case ARTICLES -> statistics.articles();
      case STATEMENTS -> statistics.allStatements();
      case DIRECT_QUOTES -> statistics.statements().getOrDefault(StatementKind.DIRECT, 0L);
      case REPORTS -> statistics.reports();
      case PEOPLE -> entities.getOrDefault(EntityType.PERSON, 0L);
      case ORGANISATIONS -> entities.getOrDefault(EntityType.ORGANISATION, 0L);
      case PLACES -> entities.getOrDefault(EntityType.PLACE, 0L);
    };
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
