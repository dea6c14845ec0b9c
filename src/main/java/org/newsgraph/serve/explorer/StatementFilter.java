package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Request;

/**
 * Which statements somebody wants to see; what is empty does not matter.
 *
 * @param speaker an IRI or a name
 * @param role of the speaker, or the party: words that one of theirs holds
 * @param about an IRI or a name
 * @param source a publisher's name
 * @param from the first day of publication, or month, or year, ISO 8601
 * @param to the last one
 * @param kind direct, mixed or indirect
 * @param words that the content holds
 */
record StatementFilter(
    String speaker,
    String role,
    String about,
    String source,
    String from,
    String to,
    String kind,
    String words,
    SortOrder order) {

  /** Which come first. */
  enum SortOrder {
    NEWEST("Newest first"),
    OLDEST("Oldest first"),
    SUREST("Surest first"),
    UNSUREST("Least sure first"),
    SPEAKER("By speaker");

    private final String title;

    SortOrder(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    /** As it stands in addresses. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Set<String> KINDS = Set.of("", "direct", "mixed", "indirect");
  private static final Pattern DATE = Pattern.compile("(\\d{4}(-\\d{2}(-\\d{2})?)?)?");

  /**
   * As the parameters of an address say.
   *
   * @throws HttpError where one is no date, no kind or no order
   */
  static StatementFilter of(Request request) {
    return new StatementFilter(
        value(request, "speaker"),
        value(request, "role"),
        value(request, "about"),
        value(request, "source"),
        date(request, "from"),
        date(request, "to"),
        kind(request),
        value(request, "q"),
        order(request));
  }

  static StatementFilter all() {
    return new StatementFilter("", "", "", "", "", "", "", "", SortOrder.NEWEST);
  }

  StatementFilter bySpeaker(String iri) {
    return new StatementFilter(iri, role, about, source, from, to, kind, words, order);
  }

  /** Direct, mixed or indirect ones. */
  StatementFilter ofKind(String code) {
    return new StatementFilter(speaker, role, about, source, from, to, code, words, order);
  }

  /** By speakers with such a role, or of such a party. */
  StatementFilter byRole(String its) {
    return new StatementFilter(speaker, its, about, source, from, to, kind, words, order);
  }

  StatementFilter inWords(String its) {
    return new StatementFilter(speaker, role, about, source, from, to, kind, its, order);
  }

  StatementFilter from(String publisher) {
    return new StatementFilter(speaker, role, about, publisher, from, to, kind, words, order);
  }

  StatementFilter in(SortOrder other) {
    return new StatementFilter(speaker, role, about, source, from, to, kind, words, other);
  }

  StatementFilter about(String iri) {
    return new StatementFilter(speaker, role, iri, source, from, to, kind, words, order);
  }

  private static String value(Request request, String name) {
    return request.parameter(name).orElse("").strip();
  }

  private static String date(Request request, String name) {
    String value = value(request, name);
    if (!DATE.matcher(value).matches()) {
      throw HttpError.bad(name + " must be a date such as 2016-10-13, a month or a year");
    }
    return value;
  }

  private static String kind(Request request) {
    String kind = value(request, "kind");
    if (!KINDS.contains(kind)) {
      throw HttpError.bad("kind is direct, mixed or indirect");
    }
    return kind;
  }

  private static SortOrder order(Request request) {
    String code = value(request, "order");
    try {
      return code.isEmpty() ? SortOrder.NEWEST : SortOrder.valueOf(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw HttpError.bad("order is newest, oldest, surest, unsurest or speaker");
    }
  }

  boolean fits(ArticlesByDate.ArticleEntry place) {
    String day = place.issued();
    return (source.isEmpty() || place.publisher().equalsIgnoreCase(source))
        && (from.isEmpty() || day.compareTo(from) >= 0)
        // To the end of the day, the month or the year.
        && (to.isEmpty() || (!day.isEmpty() && day.compareTo(to + "~") <= 0));
  }

  /** Whether nothing narrows it. */
  boolean isOpen() {
    return parameters().keySet().stream().allMatch("order"::equals);
  }

  /** What says the same in an address, without an offset: "speaker=Ann+Roe&kind=direct". */
  String query() {
    return parameters().entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("q", words);
    parameters.put("speaker", speaker);
    parameters.put("role", role);
    parameters.put("about", about);
    parameters.put("source", source);
    parameters.put("from", from);
    parameters.put("to", to);
    parameters.put("kind", kind);
    parameters.put("order", order == SortOrder.NEWEST ? "" : order.code());
    parameters.values().removeIf(String::isEmpty);
    return parameters;
  }
}
