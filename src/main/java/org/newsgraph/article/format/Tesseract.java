package org.newsgraph.article.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.page.PageWord;

/**
 * Recognises the text of pictures with the program <a
 * href="https://github.com/tesseract-ocr/tesseract">tesseract</a>, if it is installed.
 */
final class Tesseract {
  private static final String PROGRAM = "tesseract";

  /** Time that the program may take for a page. */
  private static final int MAX_SECONDS = 120;

  /** Columns of a row of the program's table. */
  private static final int LEVEL = 0;

  private static final int LEFT = 6;
  private static final int TOP = 7;
  private static final int WIDTH = 8;
  private static final int HEIGHT = 9;
  private static final int CONFIDENCE = 10;
  private static final int TEXT = 11;

  private static final int LINE_LEVEL = 4;
  private static final int WORD_LEVEL = 5;

  /** Minimum confidence of a word, in percent; below it are mostly specks and pictures. */
  private static final double MIN_CONFIDENCE = 30;

  /**
   * Type size relative to the height of a line's box, and the part of the box below the baseline.
   */
  private static final double SIZE = 0.95;

  private static final double DESCENT = 0.2;

  /**
   * Ratios to the usual height between which a line has the usual size. The height of its box
   * depends on its letters.
   */
  private static final double MIN_USUAL = 0.6;

  private static final double MAX_USUAL = 1.35;

  private Tesseract() {}

  /**
   * Recognises the words in a picture of a page.
   *
   * @param scale points per pixel
   * @throws UnreadableArticleException if the program is not installed, fails, or takes too long
   */
  static List<PageWord> words(Path picture, double scale)
      throws IOException, UnreadableArticleException {
    Path table = Files.createTempFile("newsgraph-ocr", ".tsv");
    Path log = Files.createTempFile("newsgraph-ocr", ".log");
    try {
      run(picture, table, log);
      return parse(Files.readAllLines(table, StandardCharsets.UTF_8), scale);
    } finally {
      Files.deleteIfExists(table);
      Files.deleteIfExists(log);
    }
  }

  private static void run(Path picture, Path table, Path log)
      throws IOException, UnreadableArticleException {
    Process process;
    try {
      process =
          new ProcessBuilder(PROGRAM, picture.toString(), "stdout", "--psm", "1", "tsv")
              .redirectOutput(table.toFile())
              .redirectError(log.toFile())
              .start();
    } catch (IOException e) {
      throw new UnreadableArticleException(
          "this PDF is a scan, and the program tesseract is not installed: install it (Debian:"
              + " tesseract-ocr), or run another OCR program on the file first");
    }
    try {
      if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
        throw new UnreadableArticleException(
            "tesseract took more than " + MAX_SECONDS + " seconds for a page of this scan");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableArticleException("interrupted during OCR");
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new UnreadableArticleException(
          "tesseract failed: " + Files.readString(log, StandardCharsets.UTF_8).strip());
    }
  }

  /**
   * Parses the program's table.
   *
   * @param rows one row per block, paragraph, line and word, after a row of names
   * @param scale points per pixel
   */
  static List<PageWord> parse(List<String> rows, double scale) {
    List<String[]> cells = rows.stream().skip(1).map(row -> row.split("\t", -1)).toList();
    double usual = usualHeight(cells) * scale;
    double heading = 0;
    List<PageWord> words = new ArrayList<>();
    double baseline = 0;
    double size = 1;
    for (String[] row : cells) {
      if (isLevel(row, LINE_LEVEL)) {
        double height = number(row, HEIGHT) * scale;
        boolean isUsual = isLike(height, usual);
        // The lines of a heading have one size.
        heading = isUsual ? 0 : isLike(height, heading) ? heading : height;
        size = Math.max(1, SIZE * (isUsual ? usual : heading));
        baseline = number(row, TOP) * scale + height - DESCENT * size;
      } else if (isLevel(row, WORD_LEVEL)
          && !row[TEXT].isBlank()
          && number(row, CONFIDENCE) >= MIN_CONFIDENCE) {
        double left = number(row, LEFT) * scale;
        double right = left + number(row, WIDTH) * scale;
        words.add(new PageWord(row[TEXT].strip(), left, right, baseline, size, false));
      }
    }
    return words;
  }

  private static boolean isLike(double height, double usual) {
    return height > MIN_USUAL * usual && height < MAX_USUAL * usual;
  }

  /** Returns the median height of the lines, in pixels. */
  private static double usualHeight(List<String[]> rows) {
    double[] heights =
        rows.stream()
            .filter(row -> isLevel(row, LINE_LEVEL))
            .mapToDouble(row -> number(row, HEIGHT))
            .sorted()
            .toArray();
    return heights.length == 0 ? 1 : heights[heights.length / 2];
  }

  private static boolean isLevel(String[] row, int level) {
    return row.length > TEXT && row[LEVEL].equals(String.valueOf(level));
  }

  private static double number(String[] row, int column) {
    try {
      return Double.parseDouble(row[column]);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
