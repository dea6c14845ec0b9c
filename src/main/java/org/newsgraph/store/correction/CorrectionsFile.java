package org.newsgraph.store.correction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.CorrectionLine;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.io.AtomicFiles;
import org.newsgraph.io.IoErrors;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoreException;

/**
 * The file {@code corrections.csv} of a database: one correction per line, for people to read and
 * edit. Blank lines and lines that begin with # are ignored when read, and kept when edited.
 *
 * @param path path of the file, which need not exist
 * @param iris factory of the database's IRIs
 */
public record CorrectionsFile(Path path, Iris iris) {
  public static final String NAME = "corrections.csv";

  /** Maximum size in bytes, enough for a hundred thousand long lines. */
  private static final long MAX_BYTES = 64L << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Returns the corrections file of a database. */
  public static CorrectionsFile of(NewsStore store) {
    return new CorrectionsFile(store.folder().resolve(NAME), store.iris());
  }

  /**
   * A correction and its line.
   *
   * @param line number of the line, counted from 1
   */
  private record Entry(int line, Correction correction) {}

  /**
   * Reads the corrections; none if there is no file.
   *
   * @throws StoreException if any line is invalid, because applying only some of the corrections
   *     can be worse than applying none
   */
  public Corrections read() {
    return Corrections.of(entries(lines()).stream().map(Entry::correction).toList());
  }

  /**
   * Removes corrections and appends others, in one atomic write. All other lines are kept.
   *
   * @throws StoreException if the file is invalid or cannot be written; then it is unchanged
   */
  public void edit(Predicate<Correction> gone, List<Correction> added) {
    List<String> lines = new ArrayList<>(lines());
    List<Entry> entries = entries(lines);
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (gone.test(entries.get(i).correction())) {
        lines.remove(entries.get(i).line() - 1);
      }
    }
    String end = lines.stream().anyMatch(line -> line.endsWith("\r\n")) ? "\r\n" : "\n";
    int last = lines.size() - 1;
    if (last >= 0 && !lines.get(last).endsWith("\n")) {
      lines.set(last, lines.get(last) + end);
    }
    Optional<String> header = header(lines);
    if (header.isEmpty()) {
      lines.add(String.join(",", CorrectionLine.COLUMNS) + end);
    }
    char separator = header.map(CorrectionsFile::separator).orElse(',');
    added.forEach(it -> lines.add(CorrectionLine.of(it, iris).csv(separator) + end));
    write(String.join("", lines));
  }

  private void write(String text) {
    try {
      AtomicFiles.write(path, text);
    } catch (IOException e) {
      throw new StoreException(path + ": cannot be written (" + IoErrors.describe(e) + ")", e);
    }
  }

  private List<Entry> entries(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Entry> bySubject = new HashMap<>();
    Optional<String> header = header(lines);
    for (int i = 0; i < lines.size(); i++) {
      String line = content(lines.get(i));
      if (!isBlankOrComment(line) && header.isPresent() && !line.equals(header.get())) {
        Entry entry = entry(i + 1, line, separator(header.get()));
        Entry earlier = bySubject.putIfAbsent(entry.correction().subjectKey(), entry);
        if (earlier != null
            && !earlier.correction().canonicalForm().equals(entry.correction().canonicalForm())) {
          throw invalid(
              entry.line(), "it contradicts line " + earlier.line() + "; remove one of them");
        }
        entries.add(entry);
      }
    }
    return entries;
  }

  private Entry entry(int number, String line, char separator) {
    try {
      return new Entry(number, CorrectionLine.parse(line, separator).toCorrection(iris));
    } catch (IllegalArgumentException e) {
      throw invalid(number, e.getMessage());
    }
  }

  /** Returns the first line that is not blank or a comment, which must name the columns. */
  private Optional<String> header(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = content(lines.get(i));
      if (!isBlankOrComment(line)) {
        if (!isHeader(line)) {
          throw invalid(
              i + 1,
              "the columns are not named; the first line must be \""
                  + String.join(",", CorrectionLine.COLUMNS)
                  + "\"");
        }
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private static boolean isHeader(String line) {
    try {
      List<String> names =
          CorrectionLine.cells(line, separator(line)).stream()
              .map(name -> name.strip().toLowerCase(Locale.ROOT))
              .toList();
      int columns = CorrectionLine.COLUMNS.size();
      return names.size() >= columns
          && names.subList(0, columns).equals(CorrectionLine.COLUMNS)
          && names.stream().skip(columns).allMatch(String::isEmpty);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns the separator, which spreadsheets choose by the user's locale. */
  private static char separator(String header) {
    String names = header.replace("\"", "").strip().toLowerCase(Locale.ROOT);
    return names.startsWith("entity;") ? ';' : names.startsWith("entity\t") ? '\t' : ',';
  }

  private static boolean isBlankOrComment(String line) {
    // Spreadsheets put a comment that contains a comma into quotation marks.
    return line.startsWith("#")
        || line.startsWith("\"#")
        || line.chars().allMatch(c -> c <= ' ' || c == ',' || c == ';');
  }

  private static String content(String line) {
    String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    return text.stripTrailing();
  }

  /** Reads the lines, each with its line end. */
  private List<String> lines() {
    if (!Files.exists(path)) {
      return List.of();
    }
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new StoreException(
            path + ": too large for a list of corrections; replace it with the right file");
      }
      return List.of(text(Files.readAllBytes(path)).split("(?<=\n)|(?<=\r)(?!\n)", -1)).stream()
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new StoreException(
          path
              + ": the corrections cannot be read ("
              + IoErrors.describe(e)
              + "); restore the file from a backup. No correction was applied",
          e);
    }
  }

  private String text(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    int bad = Math.max(text.indexOf('\uFFFD'), text.indexOf('\0'));
    if (bad >= 0) {
      int line = 1 + (int) text.substring(0, bad).chars().filter(c -> c == '\n').count();
      throw invalid(line, "this is not UTF-8; save the file as \"CSV UTF-8\" and try again");
    }
    return text;
  }

  private StoreException invalid(int line, String reason) {
    return new StoreException(
        path + ": line " + line + ": " + reason + ". No correction was applied");
  }
}
