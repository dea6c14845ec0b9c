package org.newsgraph.serve.cite;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.newsgraph.io.IsoDay;

/**
 * A date of publication, which may lack the day or the month.
 *
 * @param parts year, month and day as far as they are known; empty if the date is not in ISO 8601
 */
record PublicationDate(List<Integer> parts) {
  /** Reads a date in ISO 8601; its time of day is ignored. */
  static PublicationDate of(String issued) {
    String day = IsoDay.of(issued);
    if (!day.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
      return new PublicationDate(List.of());
    }
    try {
      LocalDate.parse((day + "-01-01").substring(0, 10));
    } catch (DateTimeParseException e) {
      return new PublicationDate(List.of());
    }
    return new PublicationDate(Arrays.stream(day.split("-")).map(Integer::valueOf).toList());
  }

  /** Formats the date for people: "13 October 2016", "October 2016", "2016". */
  String text() {
    StringBuilder text = new StringBuilder();
    if (parts.size() > 2) {
      text.append(parts.get(2)).append(' ');
    }
    if (parts.size() > 1) {
      text.append(Month.of(parts.get(1)).getDisplayName(TextStyle.FULL, Locale.ENGLISH))
          .append(' ');
    }
    return parts.isEmpty() ? "" : text.append(parts.get(0)).toString();
  }
}
