package org.newsgraph.serve.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads and writes JSON. */
public final class Json {
  /** Maximum nesting depth of JSON in requests. */
  private static final int MAX_DEPTH = 50;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
  }

  private Json() {}

  /** Writes a value as indented JSON, with a line break at the end. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Writes a value as JSON in one line. */
  public static String line(Object value) {
    try {
      return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  /**
   * Parses JSON.
   *
   * @param name the name of the text in error messages
   * @throws HttpError if the text is not JSON
   */
  public static JsonNode read(String text, String name) {
    try {
      return MAPPER.readTree(text);
    } catch (StreamConstraintsException e) {
      throw HttpError.badRequest(
          name + " is nested more than " + MAX_DEPTH + " levels deep, or a value is too long");
    } catch (JsonProcessingException e) {
      throw HttpError.badRequest(name + " is not JSON: " + firstLine(e.getOriginalMessage()));
    }
  }
}
