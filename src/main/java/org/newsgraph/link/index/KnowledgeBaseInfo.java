package org.newsgraph.link.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.newsgraph.io.PropertiesFile;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * What a knowledge base on disk is: its {@code kb.properties}.
 *
 * @param source the file that it was built from, without its folder
 * @param date the day it was built
 * @param items how many items have a name here
 * @param names how many names they have together
 * @param languages of the labels and aliases, the first wanted first; ISO codes as Wikidata has
 *     them
 */
public record KnowledgeBaseInfo(
    Kind kind,
    Priors priors,
    String source,
    LocalDate date,
    long items,
    long names,
    List<String> languages) {
  /** What every knowledge base has, and nothing else in its folder is called. */
  static final String FILE = "kb.properties";

  /** Raised when older programs could no longer read what newer ones write. */
  private static final String FORMAT = "1";

  /** Where a knowledge base comes from; those whose word counts more stand first. */
  public enum Kind {
    /** People's own. */
    LIST,
    /** A dump of Wikidata. */
    DUMP,
    /** Names that somebody has counted. */
    PACK
  }

  /** How likely a name is to stand for each of those who bear it. */
  public enum Priors {
    /** The names' weights say so. */
    GIVEN,
    /** In proportion to their popularity, times their names' weights. */
    POPULARITY
  }

  public KnowledgeBaseInfo {
    languages = List.copyOf(languages);
  }

  /** Whether a knowledge base lies there. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /**
   * The description of the knowledge base that lies there.
   *
   * @throws KnowledgeBaseException where there is none, or one that this program cannot read
   */
  public static KnowledgeBaseInfo read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!isIn(folder)) {
      throw new KnowledgeBaseException(
          folder + ": no knowledge base lies here; build one with \"kb build\" or \"kb add\"");
    }
    try {
      PropertiesFile read = PropertiesFile.read(file);
      String format = read.require("format");
      if (!format.equals(FORMAT)) {
        throw new KnowledgeBaseException(
            folder
                + ": this knowledge base has format "
                + format
                + ", and this program reads "
                + FORMAT
                + " only; build it again");
      }
      return new KnowledgeBaseInfo(
          Kind.valueOf(read.require("kind").toUpperCase(Locale.ROOT)),
          Priors.valueOf(read.require("priors").toUpperCase(Locale.ROOT)),
          read.require("source"),
          LocalDate.parse(read.require("date")),
          Long.parseLong(read.require("items")),
          Long.parseLong(read.require("names")),
          List.of(read.require("languages").split(",")));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new KnowledgeBaseException(
          file + ": this does not describe a knowledge base (" + e.getMessage() + ")", e);
    }
  }

  void write(Path folder) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("format", FORMAT);
    values.put("kind", kind.name().toLowerCase(Locale.ROOT));
    values.put("priors", priors.name().toLowerCase(Locale.ROOT));
    values.put("source", source.replaceAll("\\R", " "));
    values.put("date", date);
    values.put("items", items);
    values.put("names", names);
    values.put("languages", String.join(",", languages));
    PropertiesFile.write(
        folder.resolve(FILE),
        "A knowledge base of Newsgraph. It is read-only; \"kb build\" or \"kb add\" rebuild it.",
        values);
  }
}
