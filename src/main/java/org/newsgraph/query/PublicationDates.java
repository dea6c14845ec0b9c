package org.newsgraph.query;

import java.util.regex.Pattern;

/**
 * The dates of publication that a search selects: a range.
 *
 * @param from the first day, month or year, in ISO 8601; empty for no lower limit
 * @param to the last day, month or year, in ISO 8601; empty for no upper limit
 */
public record PublicationDates(String from, String to) {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4}(-\\d{2}(-\\d{2}(T[\\d:.]+(Z|[+-]\\d{2}:\\d{2})?)?)?)?)?");

  /**
   * @throws InvalidSearchException if a limit is not a date
   */
  public PublicationDates {
    requireDate("from", from);
    requireDate("to", to);
  }

  private static void requireDate(String name, String value) {
    if (!DATE.matcher(value).matches()) {
      throw new InvalidSearchException(
          name + " must be a date such as 2016-10-13, a month or a year");
    }
  }

  /** Tests whether the range contains a date in ISO 8601. An empty date is in no limited range. */
  public boolean contains(String date) {
    return (from.isEmpty() || date.compareTo(from) >= 0)
        && (to.isEmpty() || (!date.isEmpty() && date.compareTo(end()) <= 0));
  }

  /** Returns a text that sorts after all times of the last day, month or year. */
  public String end() {
    // "~" sorts after all digits.
    return to.isEmpty() ? "" : to + "~";
  }
}
