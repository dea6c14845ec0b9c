package org.newsgraph.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Small settings in a file: lines of {@code key=value} in UTF-8. */
public final class PropertiesFile {
  private final Properties values;

  private PropertiesFile(Properties values) {
    this.values = values;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it has a malformed Unicode escape
   */
  public static PropertiesFile read(Path file) throws IOException {
    return parse(Files.readString(file, UTF_8));
  }

  /**
   * Parses the content of a file.
   *
   * @throws IllegalArgumentException if it has a malformed Unicode escape
   */
  public static PropertiesFile parse(String text) throws IOException {
    Properties values = new Properties();
    values.load(new StringReader(text));
    return new PropertiesFile(values);
  }

  /** Returns the value of a key, or an empty text if there is none. */
  public String get(String key) {
    return values.getProperty(key, "").strip();
  }

  /**
   * Returns the value of a key that must be there.
   *
   * @throws IllegalArgumentException if the key is missing or its value is empty
   */
  public String require(String key) {
    String value = get(key);
    if (value.isEmpty()) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }

  /**
   * Returns the number under a key, or 0 if there is none.
   *
   * @throws NumberFormatException if the value is not an integer
   */
  public long number(String key) {
    return get(key).isEmpty() ? 0 : Long.parseLong(get(key));
  }

  /**
   * Writes settings in their order, in one step.
   *
   * @throws IOException if the file cannot be written; the old file remains
   */
  public static void write(Path file, Map<String, ?> values) throws IOException {
    AtomicFiles.write(file, text(values));
  }

  /**
   * Writes a line of comment and settings in their order, in one step.
   *
   * @throws IOException if the file cannot be written; the old file remains
   */
  public static void write(Path file, String comment, Map<String, ?> values) throws IOException {
    AtomicFiles.write(file, "# " + comment + "\n" + text(values));
  }

  private static String text(Map<String, ?> values) {
    return values.entrySet().stream()
        .map(it -> it.getKey() + "=" + escaped(it.getValue().toString()) + "\n")
        .collect(Collectors.joining());
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }
}
