package org.newsgraph.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.evaluate.Gold.GoldMention;
import org.newsgraph.evaluate.Gold.GoldSpeaker;
import org.newsgraph.evaluate.Gold.GoldStatement;
import org.newsgraph.evaluate.Gold.Question;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;

/**
 * Reader of gold data, with one JSON object per line. Unlike in articles, an invalid line is never
 * skipped, because a score over a part of the gold data would be wrong.
 */
public final class GoldReader {
  /** Kind of reports of speech acts, as printed by {@code extract}. */
  private static final String REPORT = "report";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Thrown if the gold data are invalid. The message states the line and the reason. */
  public static final class InvalidGoldException extends IOException {
    private static final long serialVersionUID = 1;

    InvalidGoldException(SourceLocation place, String reason) {
      super(place + ": " + reason);
    }
  }

  private final SourceLocation place;
  private final JsonNode object;

  private GoldReader(SourceLocation place, JsonNode object) {
    this.place = place;
    this.object = object;
  }

  /**
   * Reads all articles of a file.
   *
   * @throws InvalidGoldException if a line is invalid; the message has the file and the line
   */
  public static List<Gold> read(Source source) throws IOException {
    List<Gold> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(source.open(), StandardCharsets.UTF_8))) {
      String line;
      for (long number = 1; (line = lines.readLine()) != null; number++) {
        if (line.isBlank()) {
          continue;
        }
        SourceLocation place = source.locationOfLine(number);
        Gold gold = new GoldReader(place, object(place, line)).gold();
        if (!ids.add(gold.id())) {
          throw new InvalidGoldException(place, "the id " + gold.id() + " occurs twice");
        }
        all.add(gold);
      }
    }
    if (all.isEmpty()) {
      throw new InvalidGoldException(
          source.location(), "the file has no gold data; one JSON object per line is expected");
    }
    return all;
  }

  private static JsonNode object(SourceLocation place, String line) throws InvalidGoldException {
    try {
      JsonNode object = MAPPER.readTree(line);
      if (!object.isObject()) {
        throw new InvalidGoldException(place, "not a JSON object");
      }
      return object;
    } catch (JsonProcessingException e) {
      throw new InvalidGoldException(place, "not a JSON object: " + e.getOriginalMessage());
    }
  }

  private Gold gold() throws InvalidGoldException {
    String id =
        string(object, "id").orElseThrow(() -> new InvalidGoldException(place, "no \"id\""));
    String text =
        string(object, "text").orElseThrow(() -> new InvalidGoldException(place, "no \"text\""));
    Metadata metadata =
        new Metadata(
            string(object, "title"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Optional<Span> span =
        object.hasNonNull("span") ? Optional.of(pair(object.get("span"))) : Optional.empty();
    List<GoldMention> entities = new ArrayList<>();
    for (JsonNode entity : object.path("entities")) {
      entities.add(mention(entity));
    }
    List<GoldStatement> statements = new ArrayList<>();
    for (JsonNode statement : object.path("statements")) {
      statements.add(statement(statement));
    }
    return new Gold(
        new Article(id, new Text(text), metadata, place), span, judge(), entities, statements);
  }

  private Optional<Set<Question>> judge() {
    if (!object.has("judge")) {
      return Optional.empty();
    }
    Set<Question> questions = EnumSet.noneOf(Question.class);
    for (JsonNode name : object.get("judge")) {
      for (Question question : Question.values()) {
        if (name.asText().equals(question.name().toLowerCase(Locale.ROOT))) {
          questions.add(question);
        }
      }
    }
    return Optional.of(questions);
  }

  private GoldMention mention(JsonNode entity) throws InvalidGoldException {
    Optional<String> wikidata = string(entity, "wikidata");
    return new GoldMention(
        span(entity),
        type(string(entity, "type").orElse("")),
        wikidata,
        knownAs(entity),
        wikidata.or(() -> string(entity, "entity")).or(() -> string(entity, "name")),
        entity.path("optional").asBoolean());
  }

  private static Set<String> knownAs(JsonNode entity) {
    Set<String> names = new HashSet<>();
    entity.path("names").forEach(name -> names.add(name.asText()));
    if (!entity.has("names") && entity.has("label")) {
      names.add(entity.get("label").asText());
    }
    return names;
  }

  private Optional<EntityType> type(String name) throws InvalidGoldException {
    return switch (name) {
      case "Person" -> Optional.of(EntityType.PERSON);
      case "Organisation" -> Optional.of(EntityType.ORGANISATION);
      case "Place" -> Optional.of(EntityType.PLACE);
      case "Other" -> Optional.of(EntityType.OTHER);
      case "Any" -> Optional.empty();
      default -> throw new InvalidGoldException(place, "unknown entity type \"" + name + "\"");
    };
  }

  private GoldStatement statement(JsonNode statement) throws InvalidGoldException {
    List<Span> parts = new ArrayList<>();
    for (JsonNode part : statement.path("parts")) {
      parts.add(pair(part));
    }
    if (parts.isEmpty()) {
      parts.add(span(statement));
    }
    JsonNode speaker = statement.path("speaker");
    String kind = string(statement, "kind").orElse("");
    boolean report = kind.equals(REPORT);
    return new GoldStatement(
        parts,
        report ? StatementKind.INDIRECT : kind(kind),
        speaker.isObject() && !speaker.isEmpty()
            ? Optional.of(new GoldSpeaker(span(speaker), string(speaker, "name")))
            : Optional.empty(),
        !report && !statement.path("topic").asBoolean() && !statement.path("optional").asBoolean());
  }

  private StatementKind kind(String name) throws InvalidGoldException {
    try {
      return StatementKind.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidGoldException(place, "unknown statement kind \"" + name + "\"");
    }
  }

  private Span span(JsonNode node) throws InvalidGoldException {
    return span(node.path("begin"), node.path("end"));
  }

  private Span pair(JsonNode node) throws InvalidGoldException {
    return span(node.path(0), node.path(1));
  }

  private Span span(JsonNode begin, JsonNode end) throws InvalidGoldException {
    if (!begin.isInt()
        || !end.isInt()
        || begin.intValue() < 0
        || end.intValue() <= begin.intValue()) {
      throw new InvalidGoldException(place, "not a valid span: begin " + begin + ", end " + end);
    }
    return new Span(begin.intValue(), end.intValue());
  }

  /** Returns the text of a field; empty if it is missing, null or "". */
  private static Optional<String> string(JsonNode node, String field) {
    String value = node.path(field).asText("");
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
