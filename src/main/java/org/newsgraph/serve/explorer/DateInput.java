package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.Dates;
import org.newsgraph.io.IsoDay;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;

/**
 * Dates as users type them into the fields "from" and "to" of a form: ISO 8601 ("2016-10-13",
 * "2016-10", "2016"), other forms of {@link Dates} ("12 January 2026"), months ("January 2026"),
 * and words ("today", "yesterday", "last week", "this month", "last year").
 */
final class DateInput {
  /** The parameters that hold dates. */
  static final List<String> NAMES = List.of("from", "to");

  private static final Pattern ISO = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
  private static final Pattern MONTH = Pattern.compile("(\\p{L}{3,})\\.? (\\d{4})");
  private static final Pattern RELATIVE = Pattern.compile("(last|this) (week|month|year)");

  /** Maximum length of a refused text that a message repeats, in code points. */
  private static final int MAX_SHOWN_LENGTH = 40;

  private DateInput() {}

  /**
   * Returns a date in ISO 8601, as a day, month or year; empty if the text is not a date.
   *
   * @param end true for the last day of a week; otherwise its first day is returned
   * @param today the day to which words such as "yesterday" refer
   */
  static Optional<String> parse(String text, boolean end, LocalDate today) {
    String words = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    if (ISO.matcher(words).matches()) {
      return IsoDay.parse(words).map(it -> words);
    }
    Matcher relative = RELATIVE.matcher(words);
    if (relative.matches()) {
      return Optional.of(
          relative(relative.group(2), relative.group(1).equals("last") ? 1 : 0, end, today));
    }
    return switch (words) {
      case "today" -> Optional.of(today.toString());
      case "yesterday" -> Optional.of(today.minusDays(1).toString());
      default -> month(words).or(() -> Dates.toIso(text.strip()).map(IsoDay::of));
    };
  }

  private static String relative(String unit, int ago, boolean end, LocalDate today) {
    return switch (unit) {
      case "week" -> {
        LocalDate monday =
            today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(ago);
        yield (end ? monday.plusDays(6) : monday).toString();
      }
      case "month" -> YearMonth.from(today).minusMonths(ago).toString();
      default -> String.valueOf(today.getYear() - ago);
    };
  }

  private static Optional<String> month(String words) {
    Matcher named = MONTH.matcher(words);
    if (!named.matches()) {
      return Optional.empty();
    }
    return Arrays.stream(Month.values())
        .filter(
            it ->
                it.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                    .toLowerCase(Locale.ROOT)
                    .startsWith(named.group(1)))
        .findFirst()
        .map(it -> YearMonth.of(Integer.parseInt(named.group(2)), it).toString());
  }

  /** Returns the reasons why dates of a request are refused, by the names of their parameters. */
  static Map<String, String> errors(Request request) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (String name : NAMES) {
      request
          .parameter(name)
          .filter(it -> parse(it, name.equals("to"), today()).isEmpty())
          .ifPresent(it -> errors.put(name, refusal(it)));
    }
    return errors;
  }

  /** Returns the sentence that refuses a text as a date. */
  static String refusal(String text) {
    return "“"
        + StatementHtml.truncate(text.strip(), MAX_SHOWN_LENGTH)
        + "” is not a date. Enter a day, a month or a year: 13 October 2016, 2016-10, last month.";
  }

  /**
   * Redirects a request with dates that are not in ISO 8601 to the address with ISO dates, so that
   * an address means the same on every day. Parameters without a value are left out. Returns empty
   * if all dates are in ISO 8601 already.
   */
  static Optional<Reply> redirect(Request request, List<String> parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    boolean changed = false;
    for (String name : parameters) {
      Optional<String> given = request.parameter(name).map(String::strip);
      if (given.isPresent() && NAMES.contains(name)) {
        String date = parse(given.get(), name.equals("to"), today()).orElse(given.get());
        changed |= !date.equals(given.get());
        given = Optional.of(date);
      }
      given.ifPresent(it -> values.put(name, it));
    }
    return changed
        ? Optional.of(Reply.seeOther(request.path() + "?" + query(values)))
        : Optional.empty();
  }

  private static String query(Map<String, String> values) {
    return values.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Returns the current day in UTC. */
  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
