package org.newsgraph.graph.correction;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Correction.Forget;
import org.newsgraph.graph.correction.Correction.Merge;
import org.newsgraph.graph.correction.Correction.Remark;
import org.newsgraph.graph.correction.Correction.Rename;
import org.newsgraph.graph.correction.Correction.Split;
import org.newsgraph.io.FormulaGuard;

/**
 * A correction as a person writes it in a spreadsheet, one text a column.
 *
 * <pre>{@code Jo Cox,same as,Helen Joanne Cox,,the full name,2026-11-24}</pre>
 *
 * @param entity an IRI, the same without the base, or a plain name
 * @param correction which of the four: "same as", "not the same as", "is called", "is no entity"
 * @param value the other entity, or the name
 * @param article the id or the IRI of the article that the correction is about
 */
public record CorrectionLine(
    String entity, String correction, String value, String article, String note, String date) {
  /** What the first line of a file says. */
  public static final List<String> COLUMNS =
      List.of("entity", "correction", "value", "article", "note", "date");

  /** Longer ones than any name or note: something else than a table of corrections. */
  private static final int LONGEST = 2000;

  /**
   * The columns of one line.
   *
   * @throws IllegalArgumentException with the reason, where it cannot be a correction's line
   */
  public static CorrectionLine of(List<String> cells) {
    if (cells.stream().skip(COLUMNS.size()).anyMatch(cell -> !cell.isBlank())) {
      throw new IllegalArgumentException(
          "it has more than the six columns; put quotation marks around a text with commas");
    }
    if (cells.stream().anyMatch(cell -> cell.length() > LONGEST)) {
      throw new IllegalArgumentException(
          "a text of more than " + LONGEST + " characters; shorten it");
    }
    return new CorrectionLine(
        cell(cells, 0),
        cell(cells, 1),
        cell(cells, 2),
        cell(cells, 3),
        cell(cells, 4),
        cell(cells, 5));
  }

  private static String cell(List<String> cells, int column) {
    return column < cells.size() ? FormulaGuard.unguard(cells.get(column).strip()) : "";
  }

  /** The line that a correction is written as. */
  public static CorrectionLine of(Correction correction, Iris iris) {
    String entity = written(correction.entity(), iris);
    String note = correction.remark().note().orElse("");
    String date = correction.remark().date().orElse("");
    if (correction instanceof Merge merge) {
      return new CorrectionLine(entity, "same as", written(merge.other(), iris), "", note, date);
    }
    if (correction instanceof Split split) {
      String article = iris.articleId(split.article());
      Node local = iris.entityIn(split.article(), iris.name(split.entity()));
      String other = split.other().equals(local) ? "" : written(split.other(), iris);
      return new CorrectionLine(entity, "not the same as", other, article, note, date);
    }
    if (correction instanceof Rename rename) {
      return new CorrectionLine(entity, "is called", rename.name(), "", note, date);
    }
    return new CorrectionLine(entity, "is no entity", "", "", note, date);
  }

  /** The plain name where that is enough, and nothing that a spreadsheet takes for a formula. */
  private static String written(Node entity, Iris iris) {
    String name = iris.name(entity);
    return !name.isEmpty()
            && Character.isLetterOrDigit(name.codePointAt(0))
            && !name.contains("://")
            && iris.entityOf(name).equals(entity)
        ? name
        : iris.relative(entity);
  }

  /**
   * What it means.
   *
   * @throws IllegalArgumentException with the reason and what to do, where it means nothing
   */
  public Correction read(Iris iris) {
    require(!entity.isEmpty(), "the column entity is empty; name whom or what you correct");
    Node it = iris.entityOf(entity);
    Remark remark = new Remark(given(note), given(date));
    String word = correction.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    require(
        article.isEmpty() || word.equals("not the same as"),
        "\"" + correction + "\" holds in every article; leave the column article empty");
    return switch (word) {
      case "same as" -> merge(it, iris, remark);
      case "not the same as" -> split(it, iris, remark);
      case "is called" -> {
        require(!value.isEmpty(), "the column value is empty; give the name to show");
        yield new Rename(it, value, remark);
      }
      case "is no entity", "is not a person" -> {
        require(value.isEmpty(), "\"" + correction + "\" needs no value; leave that column empty");
        yield new Forget(it, remark);
      }
      default ->
          throw new IllegalArgumentException(
              "\""
                  + correction
                  + "\" is no correction; write \"same as\", \"not the same as\", \"is called\" or"
                  + " \"is no entity\"");
    };
  }

  private Correction merge(Node it, Iris iris, Remark remark) {
    require(!value.isEmpty(), "the column value is empty; name the other entity");
    Node other = iris.entityOf(value);
    require(!it.equals(other), "\"" + entity + "\" is the same as itself; name the other entity");
    return new Merge(it, other, remark);
  }

  private Correction split(Node it, Iris iris, Remark remark) {
    require(!article.isEmpty(), "the column article is empty; give the id of the article meant");
    Node where = iris.articleOf(article);
    Node other = value.isEmpty() ? iris.entityIn(where, iris.name(it)) : iris.entityOf(value);
    require(
        !it.equals(other),
        "\"" + entity + "\" would stay what it is; give another name in the column value");
    return new Split(it, where, other, remark);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** The line as CSV, without an end of line. */
  public String csv(char separator) {
    StringWriter line = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().fieldSeparator(separator).build(line)) {
      writer.writeRecord(
          Stream.of(entity, correction, value, article, note, date)
              .map(FormulaGuard::guard)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString().stripTrailing();
  }

  /**
   * The line that stands in a text of CSV.
   *
   * @throws IllegalArgumentException with the reason, where it cannot be a correction's line
   */
  public static CorrectionLine parse(String csv, char separator) {
    return of(cells(csv, separator));
  }

  /**
   * The cells of one line of CSV.
   *
   * @throws IllegalArgumentException with the reason, where it is none
   */
  public static List<String> cells(String csv, char separator) {
    // The library takes what follows an open quotation mark for the cell's text, up to the end.
    require(
        csv.chars().filter(c -> c == '"').count() % 2 == 0,
        "a quotation mark (\") is not closed; close it, or double one that belongs to the text");
    try {
      return CsvReader.builder()
          .fieldSeparator(separator)
          .allowExtraCharsAfterClosingQuote(false)
          .ofSingleCsvRecord(csv)
          .getFields();
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(
          "a text goes on after its closing quotation mark (\"); double one that belongs to the text",
          e);
    }
  }
}
