package org.newsgraph.extract;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import org.newsgraph.article.Span;

/**
 * The time at which a statement was made, according to its sentence.
 *
 * @param span range of the time expression in the text
 * @param text text of the expression: "on Wednesday"
 * @param value the day ({@link LocalDate}), month ({@link YearMonth}) or {@link Year}, according to
 *     the precision of the expression
 */
public record StatementTime(Span span, String text, Temporal value) {
  public StatementTime {
    if (!(value instanceof LocalDate || value instanceof YearMonth || value instanceof Year)) {
      throw new IllegalArgumentException("not a day, month or year: " + value);
    }
  }
}
