package org.newsgraph.query.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.query.InvalidSearchException;
import org.newsgraph.query.PublicationDates;

/**
 * The conditions and the order of a search for statements or reports of speech acts. Pages, the
 * API, feeds, webhooks and assistants all search by such a filter.
 *
 * @param values the value of each condition; fields without a condition are missing
 */
public record StatementFilter(Map<Field, String> values) {

  /** A condition, or the order of the results. */
  public enum Field {
    /** Words of the content; of a report, words of its topic. */
    TERMS("q", "words"),
    /** The speaker: an IRI or a name. */
    SPEAKER("speaker"),
    /** Words of a role or party of the speaker. */
    ROLE("role"),
    /** The topic: an IRI or a name. */
    ABOUT("about"),
    /** The publisher's name. */
    SOURCE("source"),
    /** The first day, month or year of publication, in ISO 8601. */
    FROM("from"),
    /** The last day, month or year of publication, in ISO 8601. */
    TO("to"),
    /** direct, mixed or indirect. Reports have no kind. */
    KIND("kind"),
    /** Statuses, as {@link StatusFilter} reads them. */
    STATUS("status"),
    /** A part of the cue, case-insensitive. */
    CUE("cue"),
    /**
     * Earliest time of extraction, in ISO 8601. The results are in the order of their extraction.
     */
    SINCE("since"),
    /** Code of a {@link SortOrder}. */
    ORDER("order");

    private final String parameter;
    private final String title;

    Field(String parameter) {
      this(parameter, parameter);
    }

    Field(String parameter, String title) {
      this.parameter = parameter;
      this.title = title;
    }

    /** Returns the name of the parameter in addresses: "q". */
    public String parameter() {
      return parameter;
    }

    /** Returns the name in sentences and in stored filters: "words". */
    public String title() {
      return title;
    }
  }

  private static final List<String> KINDS =
      Arrays.stream(StatementKind.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();

  /** The conditions in the order in which sentences name them. */
  private static final List<Field> DESCRIBED =
      List.of(
          Field.SPEAKER,
          Field.ROLE,
          Field.ABOUT,
          Field.TERMS,
          Field.KIND,
          Field.STATUS,
          Field.CUE,
          Field.SOURCE,
          Field.FROM,
          Field.TO);

  /** The conditions that select few statements of a large database. */
  private static final List<Field> SELECTIVE =
      List.of(Field.SPEAKER, Field.ROLE, Field.ABOUT, Field.TERMS);

  /**
   * @throws InvalidSearchException if a date, the kind, the status or the order is invalid
   */
  public StatementFilter {
    Map<Field, String> given = new EnumMap<>(Field.class);
    values.forEach((field, value) -> given.put(field, value.strip()));
    given.values().removeIf(String::isEmpty);
    given.computeIfPresent(Field.ORDER, (field, code) -> code.toLowerCase(Locale.ROOT));
    given.remove(Field.ORDER, SortOrder.NEWEST.code());
    values = Collections.unmodifiableMap(given);
    PublicationDates ignored =
        new PublicationDates(given.getOrDefault(Field.FROM, ""), given.getOrDefault(Field.TO, ""));
    StatusFilter.of(given.getOrDefault(Field.STATUS, ""));
    SortOrder.of(given.getOrDefault(Field.ORDER, SortOrder.NEWEST.code()));
    if (given.containsKey(Field.KIND) && !KINDS.contains(given.get(Field.KIND))) {
      throw new InvalidSearchException("kind must be direct, mixed or indirect");
    }
  }

  /** Returns the filter without conditions: all statements that were said, the newest first. */
  public static StatementFilter all() {
    return new StatementFilter(Map.of());
  }

  /**
   * Reads the conditions from parameters. The time of extraction is not a parameter.
   *
   * @param parameter returns the value of a parameter by name; empty if it is missing
   * @throws InvalidSearchException if a date, the kind, the status or the order is invalid
   */
  public static StatementFilter of(UnaryOperator<String> parameter) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      if (field != Field.SINCE) {
        values.put(field, parameter.apply(field.parameter()));
      }
    }
    return new StatementFilter(values);
  }

  /** Returns a copy with another value of a field; an empty value removes the condition. */
  public StatementFilter with(Field field, String value) {
    Map<Field, String> changed = new EnumMap<>(Field.class);
    changed.putAll(values);
    changed.put(field, value);
    return new StatementFilter(changed);
  }

  /** Returns the value of a field; empty if the filter has no such condition. */
  public String get(Field field) {
    return values.getOrDefault(field, "");
  }

  public String terms() {
    return get(Field.TERMS);
  }

  public String speaker() {
    return get(Field.SPEAKER);
  }

  public String role() {
    return get(Field.ROLE);
  }

  public String about() {
    return get(Field.ABOUT);
  }

  public String source() {
    return get(Field.SOURCE);
  }

  public String from() {
    return get(Field.FROM);
  }

  public String to() {
    return get(Field.TO);
  }

  public String kind() {
    return get(Field.KIND);
  }

  public String status() {
    return get(Field.STATUS);
  }

  public SortOrder order() {
    return values.containsKey(Field.ORDER) ? SortOrder.of(get(Field.ORDER)) : SortOrder.NEWEST;
  }

  /** Returns the dates of publication. */
  public PublicationDates published() {
    return new PublicationDates(from(), to());
  }

  /** Returns the selected statuses. */
  public StatusFilter statuses() {
    return StatusFilter.of(status());
  }

  /** Returns the selected kind; empty if any kind matches. */
  Optional<StatementKind> statementKind() {
    return Optional.of(kind())
        .filter(it -> !it.isEmpty())
        .map(it -> StatementKind.valueOf(it.toUpperCase(Locale.ROOT)));
  }

  /** Tests whether the filter has no conditions. */
  public boolean isEmpty() {
    return values.keySet().stream().allMatch(Field.ORDER::equals);
  }

  /** Tests whether the filter has no speaker, no role, no topic and no words. */
  public boolean isOpen() {
    return SELECTIVE.stream().noneMatch(values::containsKey);
  }

  /** Returns the filter as the query part of an address: "speaker=Ann+Roe&kind=direct". */
  public String query() {
    return values.entrySet().stream()
        .map(it -> it.getKey().parameter() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Describes the conditions for titles: "speaker Ann Roe, about Aleppo". */
  public String describe() {
    return DESCRIBED.stream()
        .filter(values::containsKey)
        .map(it -> it.title() + " " + values.get(it))
        .collect(Collectors.joining(", "));
  }
}
