package org.newsgraph.serve.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.newsgraph.io.AtomicFiles;
import org.newsgraph.io.DamagedFiles;
import org.newsgraph.io.IoErrors;
import org.newsgraph.query.InvalidSearchException;
import org.newsgraph.query.statement.StatementFilter;

/**
 * The file of a database's webhooks: a JSON list. Its format is defined here and not by the records
 * of the program, so that a change of these leaves existing files readable. Unknown fields are
 * ignored, and missing conditions of a filter are empty.
 */
final class WebhookFile {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** The fields of filters that are stored: all conditions except the time of extraction. */
  private static final Set<StatementFilter.Field> STORED =
      EnumSet.complementOf(EnumSet.of(StatementFilter.Field.SINCE, StatementFilter.Field.ORDER));

  private final Path file;
  private final Consumer<String> report;

  /**
   * @param report receives a sentence about a damaged file
   */
  WebhookFile(Path file, Consumer<String> report) {
    this.file = file;
    this.report = report;
  }

  /** Thrown if an entry of the list is not a webhook. The message is a phrase for users. */
  private static final class InvalidEntryException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidEntryException(String message) {
      super(message);
    }
  }

  /**
   * Reads the webhooks. A damaged file is reported and set aside; its valid entries are returned.
   */
  List<Webhook> read() {
    List<Webhook> hooks = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      read(hooks, problems);
    }
    if (!problems.isEmpty()) {
      String place = DamagedFiles.setAside(file).map(it -> "renamed to " + it).orElse("ignored");
      report.accept(
          "%s: the list of webhooks is damaged (%s); it was %s, and the server starts with %d webhook(s). Add the others again"
              .formatted(file, problems.get(0), place, hooks.size()));
    }
    return hooks;
  }

  private void read(List<Webhook> hooks, List<String> problems) {
    JsonNode list;
    try {
      list = MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      problems.add("not JSON");
      return;
    } catch (IOException e) {
      problems.add(IoErrors.describeRead(e));
      return;
    }
    if (!list.isArray()) {
      problems.add(list.isMissingNode() ? "the file is empty" : "not a JSON list");
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      try {
        hooks.add(webhook(list.get(i)));
      } catch (InvalidEntryException e) {
        problems.add("entry " + (i + 1) + ": " + e.getMessage());
      }
    }
  }

  private static Webhook webhook(JsonNode json) throws InvalidEntryException {
    String since = time(required(json, "since"));
    List<Webhook.Delivered> delivered = new ArrayList<>();
    for (JsonNode entry : json.path("told")) {
      // Files of earlier versions list IRIs only, of statements extracted at exactly that time.
      delivered.add(
          entry.isTextual()
              ? new Webhook.Delivered(since, entry.textValue())
              : new Webhook.Delivered(required(entry, "at"), required(entry, "statement")));
    }
    return new Webhook(
        required(json, "id"),
        required(json, "url"),
        required(json, "secret"),
        filter(json.path("filter")),
        since,
        delivered);
  }

  private static StatementFilter filter(JsonNode json) throws InvalidEntryException {
    Map<StatementFilter.Field, String> conditions = new EnumMap<>(StatementFilter.Field.class);
    STORED.forEach(field -> conditions.put(field, text(json, field.title())));
    try {
      StatementFilter filter = new StatementFilter(conditions);
      if (filter.isOpen()) {
        throw new InvalidEntryException("the filter has no speaker, role, topic or words");
      }
      return filter;
    } catch (InvalidSearchException e) {
      throw new InvalidEntryException(e.getMessage());
    }
  }

  private static String required(JsonNode json, String name) throws InvalidEntryException {
    String value = text(json, name);
    if (value.isBlank()) {
      throw new InvalidEntryException(name + " is missing");
    }
    return value;
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).isTextual() ? json.path(name).textValue() : "";
  }

  private static String time(String text) throws InvalidEntryException {
    try {
      return Instant.parse(text).toString();
    } catch (DateTimeParseException e) {
      throw new InvalidEntryException("since is not a time");
    }
  }

  /**
   * Writes the webhooks. Only the owner of the file can read it, since it contains secrets.
   *
   * @throws IOException if the file cannot be written; the old file remains
   */
  void write(Collection<Webhook> hooks) throws IOException {
    AtomicFiles.write(
        file,
        MAPPER.writeValueAsBytes(hooks.stream().map(WebhookFile::json).toList()),
        ownerOnly());
  }

  private static Map<String, Object> json(Webhook hook) {
    Map<String, Object> conditions = new LinkedHashMap<>();
    STORED.forEach(field -> conditions.put(field.title(), hook.filter().get(field)));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", hook.id());
    json.put("url", hook.url());
    json.put("secret", hook.secret());
    json.put("filter", conditions);
    json.put("since", hook.since());
    json.put(
        "told",
        hook.delivered().stream()
            .map(it -> Map.of("at", it.extractedAt(), "statement", it.statement()))
            .toList());
    return json;
  }

  /** Returns permissions for the owner only, if the file system supports them. */
  private FileAttribute<?>[] ownerOnly() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
