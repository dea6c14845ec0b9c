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
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Correction.Forget;
import org.newsgraph.graph.correction.Correction.LinkChoice;
import org.newsgraph.graph.correction.Correction.Merge;
import org.newsgraph.graph.correction.Correction.Remark;
import org.newsgraph.graph.correction.Correction.Rename;
import org.newsgraph.graph.correction.Correction.Split;
import org.newsgraph.io.FormulaGuard;

/**
 * A correction as a row of a spreadsheet, with one text per column.
 *
 * <pre>{@code Jo Cox,same as,Helen Joanne Cox,,the full name,2026-11-24}</pre>
 *
 * @param entity IRI, IRI without the base, or name of the entity to correct
 * @param correction one of "same as", "not the same as", "is called", "is linked to", "is not
 *     linked", "is no entity"
 * @param value the other entity, the new name, or the item
 * @param article id or IRI of the article to which the correction is limited
 * @param note reason for the correction
 * @param date date of the correction
 */
public record CorrectionLine(
    String entity, String correction, String value, String article, String note, String date) {
  /** Names of the columns, which are the first line of a file. */
  public static final List<String> COLUMNS =
      List.of("entity", "correction", "value", "article", "note", "date");

  /** Corrections that may apply to one article only. */
  private static final Set<String> LIMITED =
      Set.of("not the same as", "is linked to", "is not linked");

  /** Maximum length of a cell, in UTF-16 code units; longer cells are not names or notes. */
  private static final int MAX_LENGTH = 2000;

  /**
   * Creates a line from its cells.
   *
   * @throws IllegalArgumentException if this is not a line of corrections; the message has the
   *     reason
   */
  public static CorrectionLine of(List<String> cells) {
    if (cells.stream().skip(COLUMNS.size()).anyMatch(cell -> !cell.isBlank())) {
      throw new IllegalArgumentException(
          "the line has more than six columns; enclose a text with commas in quotation marks");
    }
    if (cells.stream().anyMatch(cell -> cell.length() > MAX_LENGTH)) {
      throw new IllegalArgumentException(
          "a text has more than " + MAX_LENGTH + " characters; shorten it");
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

  /** Returns the line for a correction. */
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
    if (correction instanceof LinkChoice choice) {
      return new CorrectionLine(
          entity,
          choice.target().isPresent() ? "is linked to" : "is not linked",
          choice.target().map(LinkTarget::text).orElse(""),
          choice.article().map(iris::articleId).orElse(""),
          note,
          date);
    }
    return new CorrectionLine(entity, "is no entity", "", "", note, date);
  }

  /** Returns the name if it is unambiguous and cannot be taken for a formula, otherwise the IRI. */
  private static String written(Node entity, Iris iris) {
    String name = iris.name(entity);
    return !name.isEmpty()
            && Character.isLetterOrDigit(name.codePointAt(0))
            && !name.contains("://")
            && iris.parseEntity(name).equals(entity)
        ? name
        : iris.relative(entity);
  }

  /**
   * Parses the line.
   *
   * @throws IllegalArgumentException if the line is invalid; the message has the reason and advice
   */
  public Correction toCorrection(Iris iris) {
    require(!entity.isEmpty(), "the column entity is empty; enter the entity to correct");
    Node it = iris.parseEntity(entity);
    Remark remark = new Remark(nonEmpty(note), nonEmpty(date));
    String normalized = correction.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    require(
        article.isEmpty() || LIMITED.contains(normalized),
        "\"" + correction + "\" applies to every article; leave the column article empty");
    return switch (normalized) {
      case "same as" -> merge(it, iris, remark);
      case "not the same as" -> split(it, iris, remark);
      case "is called" -> {
        require(!value.isEmpty(), "the column value is empty; give the name to show");
        yield new Rename(it, value, remark);
      }
      case "is linked to" -> {
        require(!value.isEmpty(), "the column value is empty; give the item, such as Q42");
        yield link(it, iris, Optional.of(LinkTarget.parse(value)), remark);
      }
      case "is not linked" -> {
        require(value.isEmpty(), "\"" + correction + "\" needs no value; leave that column empty");
        yield link(it, iris, Optional.empty(), remark);
      }
      case "is no entity", "is not a person" -> {
        require(value.isEmpty(), "\"" + correction + "\" needs no value; leave that column empty");
        yield new Forget(it, remark);
      }
      default ->
          throw new IllegalArgumentException(
              "\""
                  + correction
                  + "\" is not a correction; write \"same as\", \"not the same as\", \"is called\","
                  + " \"is linked to\", \"is not linked\" or \"is no entity\"");
    };
  }

  private Correction merge(Node it, Iris iris, Remark remark) {
    require(!value.isEmpty(), "the column value is empty; name the other entity");
    Node other = iris.parseEntity(value);
    require(!it.equals(other), "\"" + entity + "\" is the same as itself; name the other entity");
    return new Merge(it, other, remark);
  }

  private Correction split(Node it, Iris iris, Remark remark) {
    require(!article.isEmpty(), "the column article is empty; enter the id of the article");
    Node where = iris.parseArticle(article);
    Node other = value.isEmpty() ? iris.entityIn(where, iris.name(it)) : iris.parseEntity(value);
    require(
        !it.equals(other),
        "\"" + entity + "\" would stay what it is; give another name in the column value");
    return new Split(it, where, other, remark);
  }

  private Correction link(Node it, Iris iris, Optional<LinkTarget> target, Remark remark) {
    Optional<Node> where = nonEmpty(article).map(iris::parseArticle);
    require(
        where.isEmpty()
            || iris.isShared(it)
            || iris.articleId(it).equals(iris.articleId(where.get())),
        "\"" + entity + "\" is known in another article; leave the column article empty");
    return LinkChoice.of(it, where, target, remark, iris);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  private static Optional<String> nonEmpty(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** Returns the line as CSV, without a line end. */
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
   * Parses a line of CSV.
   *
   * @throws IllegalArgumentException if this is not a line of corrections; the message has the
   *     reason
   */
  public static CorrectionLine parse(String csv, char separator) {
    return of(cells(csv, separator));
  }

  /**
   * Splits a line of CSV into cells.
   *
   * @throws IllegalArgumentException if the line is not valid CSV; the message has the reason
   */
  public static List<String> cells(String csv, char separator) {
    // The library would accept an unclosed quotation mark and read the rest as one cell.
    require(
        csv.chars().filter(c -> c == '"').count() % 2 == 0,
        "a quotation mark (\") is not closed; close it, or double a mark that belongs to the text");
    try {
      return CsvReader.builder()
          .fieldSeparator(separator)
          .allowExtraCharsAfterClosingQuote(false)
          .ofSingleCsvRecord(csv)
          .getFields();
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(
          "a text continues after its closing quotation mark (\"); double a mark that belongs to the text",
          e);
    }
  }
}
