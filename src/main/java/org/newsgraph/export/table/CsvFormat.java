package org.newsgraph.export.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.newsgraph.graph.Characters;
import org.newsgraph.io.FormulaGuard;

/**
 * CSV according to RFC 4180, in UTF-8. Unknown values are empty; an empty text is {@code ""}.
 *
 * @param spreadsheet whether the file is meant for spreadsheets: it then starts with a byte order
 *     mark, and an apostrophe precedes text that a spreadsheet would interpret as a formula
 */
public record CsvFormat(boolean spreadsheet) implements TableFormat {
  @Override
  public <R extends Record> RowWriter<R> table(Path folder, String name, Class<R> type)
      throws IOException {
    return rows(folder.resolve(name + ".csv"), type, RecordColumns.names(type));
  }

  /** Creates a table with the given headings. */
  <R extends Record> RowWriter<R> rows(Path file, Class<R> type, List<String> headings)
      throws IOException {
    CsvWriter csv = csv(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    csv.writeRecord(headings);
    RecordComponent[] columns = type.getRecordComponents();
    return new RowWriter<>() {
      @Override
      public void write(R row) {
        csv.writeRecord(Stream.of(columns).map(it -> cell(RecordColumns.value(row, it))).toList());
      }

      @Override
      public void close() throws IOException {
        csv.close();
      }
    };
  }

  /** Creates a CSV writer; for spreadsheets, writes the byte order mark. */
  public CsvWriter csv(Writer out) throws IOException {
    if (spreadsheet) {
      out.write('\uFEFF');
    }
    return CsvWriter.builder()
        .lineDelimiter(LineDelimiter.LF)
        .quoteStrategy(QuoteStrategies.EMPTY)
        .build(out);
  }

  /** Returns the text of a cell; null for an unknown value. */
  public String cell(Object value) {
    if (value == null) {
      return null;
    }
    String text = Characters.utf8(value.toString());
    return spreadsheet && value instanceof String ? FormulaGuard.guard(text) : text;
  }
}
