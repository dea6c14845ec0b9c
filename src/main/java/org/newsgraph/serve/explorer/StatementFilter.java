package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.serve.api.StatusFilter;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Request;

/**
 * The conditions and the order of a list of statements. Empty components are ignored.
 *
 * @param speaker an IRI or a name
 * @param role words of a role or party of the speaker
 * @param about the topic: an IRI or a name
 * @param source a publisher's name
 * @param from the first day, month or year of publication, in ISO 8601
 * @param to the last day, month or year of publication, in ISO 8601
 * @param kind direct, mixed or indirect
 * @param terms words of the content
 * @param status statuses, as in {@link StatusFilter}
 * @param order the order of the results
 */
record StatementFilter(
    String speaker,
    String role,
    String about,
    String source,
    String from,
    String to,
    String kind,
    String terms,
    String status,
    SortOrder order) {

  /** The order of statements. */
  enum SortOrder {
    NEWEST("Newest first"),
    OLDEST("Oldest first"),
    SUREST("Highest confidence first"),
    UNSUREST("Lowest confidence first"),
    SPEAKER("By speaker");

    private final String title;

    SortOrder(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    /** Returns the value of the parameter {@code order} in URLs. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Set<String> KINDS = Set.of("", "direct", "mixed", "indirect");
  private static final Pattern DATE = Pattern.compile("(\\d{4}(-\\d{2}(-\\d{2})?)?)?");

  /**
   * Reads the filter from the parameters of a request.
   *
   * @throws HttpError if a date, the kind, the status or the order is invalid
   */
  static StatementFilter of(Request request) {
    return new StatementFilter(
        parameter(request, "speaker"),
        parameter(request, "role"),
        parameter(request, "about"),
        parameter(request, "source"),
        date(request, "from"),
        date(request, "to"),
        kind(request),
        parameter(request, "q"),
        status(request),
        order(request));
  }

  static StatementFilter all() {
    return new StatementFilter("", "", "", "", "", "", "", "", "", SortOrder.NEWEST);
  }

  StatementFilter bySpeaker(String iri) {
    return new StatementFilter(iri, role, about, source, from, to, kind, terms, status, order);
  }

  /** Returns a copy restricted to a kind: direct, mixed or indirect. */
  StatementFilter ofKind(String code) {
    return new StatementFilter(speaker, role, about, source, from, to, code, terms, status, order);
  }

  /** Returns a copy restricted to speakers with a role or of a party. */
  StatementFilter byRole(String title) {
    return new StatementFilter(speaker, title, about, source, from, to, kind, terms, status, order);
  }

  StatementFilter withTerms(String terms) {
    return new StatementFilter(speaker, role, about, source, from, to, kind, terms, status, order);
  }

  StatementFilter from(String publisher) {
    return new StatementFilter(
        speaker, role, about, publisher, from, to, kind, terms, status, order);
  }

  StatementFilter sortedBy(SortOrder other) {
    return new StatementFilter(speaker, role, about, source, from, to, kind, terms, status, other);
  }

  StatementFilter about(String iri) {
    return new StatementFilter(speaker, role, iri, source, from, to, kind, terms, status, order);
  }

  private static String parameter(Request request, String name) {
    return request.parameter(name).orElse("").strip();
  }

  private static String date(Request request, String name) {
    String parameter = parameter(request, name);
    if (!DATE.matcher(parameter).matches()) {
      throw HttpError.badRequest(name + " must be a date such as 2016-10-13, a month or a year");
    }
    return parameter;
  }

  private static String kind(Request request) {
    String kind = parameter(request, "kind");
    if (!KINDS.contains(kind)) {
      throw HttpError.badRequest("kind must be direct, mixed or indirect");
    }
    return kind;
  }

  private static String status(Request request) {
    String status = parameter(request, "status");
    StatusFilter.of(status);
    return status;
  }

  private static SortOrder order(Request request) {
    String code = parameter(request, "order");
    try {
      return code.isEmpty() ? SortOrder.NEWEST : SortOrder.valueOf(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw HttpError.badRequest("order must be newest, oldest, surest, unsurest or speaker");
    }
  }

  /** Returns the selected statuses. */
  StatusFilter statuses() {
    return StatusFilter.of(status);
  }

  /** Tests whether an article fulfils the conditions on source and dates. */
  boolean matches(ArticlesByDate.ArticleEntry place) {
    String day = place.issued();
    return (source.isEmpty() || place.publisher().equalsIgnoreCase(source))
        && (from.isEmpty() || day.compareTo(from) >= 0)
        // "~" sorts after all digits: up to the end of the day, month or year.
        && (to.isEmpty() || (!day.isEmpty() && day.compareTo(to + "~") <= 0));
  }

  /** Tests whether the filter has no conditions. */
  boolean isEmpty() {
    return parameters().keySet().stream().allMatch("order"::equals);
  }

  /** Returns the filter as the query part of a URL: "speaker=Ann+Roe&kind=direct". */
  String query() {
    return parameters().entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("q", terms);
    parameters.put("speaker", speaker);
    parameters.put("role", role);
    parameters.put("about", about);
    parameters.put("source", source);
    parameters.put("from", from);
    parameters.put("to", to);
    parameters.put("kind", kind);
    parameters.put("status", status);
    parameters.put("order", order == SortOrder.NEWEST ? "" : order.code());
    parameters.values().removeIf(String::isEmpty);
    return parameters;
  }
}
