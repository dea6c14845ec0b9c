package org.newsgraph.link.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.io.IoErrors;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * A user's list of names: a table with the columns {@code id,label,aliases,type,description} in any
 * order. The last three are optional. Lines with the same id are one item.
 *
 * @param path a UTF-8 file with columns separated by commas, semicolons or tabs
 */
public record NameListFile(Path path) {
  static final List<String> COLUMNS = List.of("id", "label", "aliases", "type", "description");

  private static final Set<String> REQUIRED = Set.of("id", "label");
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int MAX_HEADER_LENGTH = 10_000;

  /**
   * Reads the items of the list.
   *
   * @param problems receiver of a report about each invalid line; its item is left out
   * @throws KnowledgeBaseException if the file cannot be read at all
   */
  public List<KnowledgeBaseEntry> read(Problems problems) {
    try (BufferedReader text = open()) {
      String header = header(text);
      return entries(text, header, problems);
    } catch (CharacterCodingException e) {
      throw new KnowledgeBaseException(
          path + ": this is not UTF-8; save it again as \"CSV UTF-8\"", e);
    } catch (IOException e) {
      throw new KnowledgeBaseException(path + ": cannot be read (" + IoErrors.describe(e) + ")", e);
    } catch (CsvParseException e) {
      throw invalidCsv(e);
    }
  }

  private BufferedReader open() throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(path),
            UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  private String header(BufferedReader text) throws IOException {
    text.mark(MAX_HEADER_LENGTH);
    String header = text.readLine();
    if (header == null) {
      throw new KnowledgeBaseException(path + ": this file is empty; " + expectedHeader());
    }
    return header.isEmpty() || header.charAt(0) != BYTE_ORDER_MARK ? header : header.substring(1);
  }

  private static String expectedHeader() {
    return "the first line must be \"" + String.join(",", COLUMNS) + "\"";
  }

  private List<KnowledgeBaseEntry> entries(Reader text, String header, Problems problems) {
    char separator = separator(header);
    Map<String, Integer> columns = columns(header, separator, problems);
    Map<String, NamedItem> items = new LinkedHashMap<>();
    CsvReader.builder()
        .fieldSeparator(separator)
        .allowExtraCharsAfterClosingQuote(false)
        .skipEmptyLines(true)
        .allowMissingFields(true)
        .allowExtraFields(true)
        .ofCsvRecord(text)
        .forEach(
            record -> {
              // The reader starts after the header.
              SourceLocation place =
                  new SourceLocation(path.toString(), record.getStartingLineNumber() + 1);
              try {
                NamedItem item = NamedItem.of(cells(record, columns));
                items.merge(item.iri(), item, NamedItem::merge);
              } catch (IllegalArgumentException e) {
                problems.error(place, e.getMessage());
              }
            });
    List<KnowledgeBaseEntry> entries = new ArrayList<>();
    items.values().forEach(each -> entries.add(each.entry()));
    return entries;
  }

  private static Map<String, String> cells(CsvRecord record, Map<String, Integer> columns) {
    if (record.getFieldCount() > columns.size()) {
      throw new IllegalArgumentException(
          "%d columns, but the first line names %d; enclose a text that has a separator in quotes"
              .formatted(record.getFieldCount(), columns.size()));
    }
    Map<String, String> cells = new HashMap<>();
    columns.forEach(
        (name, at) -> {
          String cell = at < record.getFieldCount() ? record.getField(at).strip() : "";
          if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(
                "a text spans several lines; check for a missing quotation mark (\")");
          }
          cells.put(name, cell);
        });
    return cells;
  }

  /** Returns the positions of the columns by name. */
  private Map<String, Integer> columns(String header, char separator, Problems problems) {
    List<String> names =
        CsvReader.builder().fieldSeparator(separator).ofSingleCsvRecord(header).getFields();
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (String name : names) {
      String column = name.strip().toLowerCase(Locale.ROOT);
      if (columns.putIfAbsent(column, columns.size()) != null) {
        throw invalidHeader("two columns are called \"" + column + "\"");
      }
      if (!COLUMNS.contains(column)) {
        problems.warning(
            new SourceLocation(path.toString(), 1),
            "the column \"%s\" is unknown and ignored; the known columns are %s"
                .formatted(column, String.join(", ", COLUMNS)));
      }
    }
    for (String required : COLUMNS) {
      if (REQUIRED.contains(required) && !columns.containsKey(required)) {
        throw invalidHeader("no column is called \"" + required + "\"; " + expectedHeader());
      }
    }
    return columns;
  }

  private static char separator(String header) {
    for (char c : new char[] {'\t', ';'}) {
      if (header.indexOf(c) >= 0) {
        return c;
      }
    }
    return ',';
  }

  private KnowledgeBaseException invalidHeader(String reason) {
    return new KnowledgeBaseException(new SourceLocation(path.toString(), 1) + ": " + reason);
  }

  private KnowledgeBaseException invalidCsv(CsvParseException e) {
    return new KnowledgeBaseException(
        path + ": not a valid CSV table (" + e.getMessage() + "); check the quotation marks (\")",
        e);
  }
}
