package org.newsgraph.article;

/**
 * Regular expressions of English dates. They have no capturing groups. {@link Dates} converts the
 * complete dates that they match.
 */
public final class DatePatterns {
  /** Day of the week with a space after it: "Tuesday, ", "Tues. ". */
  public static final String WEEKDAY =
      "(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\\.?,?\\s)";

  private static final String MONTH =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}{0,6}\\.?";

  private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";

  /** Day of a month: "7 May", "May 7th". */
  public static final String DAY_OF_MONTH =
      "(?:" + (DAY + "\\s" + MONTH) + ("|" + MONTH + "\\s" + DAY) + ")";

  /** Year after the day of a month: ", 2024", " 2024". */
  public static final String YEAR = "(?:,?\\s\\d{4})";

  /** Date in the order of ISO 8601: "2024-05-07". */
  public static final String ISO_DAY = "\\d{4}-\\d{2}-\\d{2}";

  /** Complete date: "7 May 2024", "May 7, 2024", "2024-05-07". */
  public static final String DATE = "(?:" + DAY_OF_MONTH + YEAR + "|" + ISO_DAY + ")";

  private DatePatterns() {}
}
