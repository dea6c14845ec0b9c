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
 * Description of a knowledge base on disk, stored in its {@code kb.properties}.
 *
 * @param kind origin of the knowledge base
 * @param priors computation of the priors
 * @param source name of the file that it was built from, without its folder
 * @param date date of the build
 * @param items number of items that have a name
 * @param names number of names of all items
 * @param languages languages of the labels and aliases, in descending order of preference; ISO
 *     codes as in Wikidata
 */
public record KnowledgeBaseInfo(
    Origin kind,
    Priors priors,
    String source,
    LocalDate date,
    long items,
    long names,
    List<String> languages) {
  /** Name of the file that identifies the folder of a knowledge base. */
  static final String FILE = "kb.properties";

  /** Format version; incremented when older programs can no longer read the files. */
  private static final String FORMAT = "1";

  /** Origin of a knowledge base, in descending order of precedence. */
  public enum Origin {
    /** A list of the user. */
    LIST,
    /** A dump of Wikidata. */
    DUMP,
    /** A part of Wikidata that was fetched from a SPARQL endpoint. */
    FETCH,
    /** A dictionary of names with counted probabilities. */
    PACK
  }

  /** Computation of the priors of a name's candidates. */
  public enum Priors {
    /** The weights of the names are the priors. */
    GIVEN,
    /** The priors are proportional to the popularity times the weight of the name. */
    POPULARITY
  }

  public KnowledgeBaseInfo {
    languages = List.copyOf(languages);
  }

  /** Tests whether a folder contains a knowledge base. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /**
   * Returns the description of the knowledge base in a folder.
   *
   * @throws KnowledgeBaseException if there is none, or this program cannot read its format
   */
  public static KnowledgeBaseInfo read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!isIn(folder)) {
      throw new KnowledgeBaseException(
          folder
              + ": no knowledge base lies here; build one with \"kb fetch\", \"kb build\" or \"kb add\"");
    }
    try {
      PropertiesFile read = PropertiesFile.read(file);
      String format = read.require("format");
      if (!format.equals(FORMAT)) {
        throw new KnowledgeBaseException(
            folder
                + ": the knowledge base has format "
                + format
                + ", but this program reads only format "
                + FORMAT
                + "; build it again");
      }
      return new KnowledgeBaseInfo(
          Origin.valueOf(read.require("kind").toUpperCase(Locale.ROOT)),
          Priors.valueOf(read.require("priors").toUpperCase(Locale.ROOT)),
          read.require("source"),
          LocalDate.parse(read.require("date")),
          Long.parseLong(read.require("items")),
          Long.parseLong(read.require("names")),
          List.of(read.require("languages").split(",")));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new KnowledgeBaseException(
          file + ": not a valid description of a knowledge base (" + e.getMessage() + ")", e);
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
        "Read-only Newsgraph knowledge base; rebuild it with \"kb build\", \"kb fetch\" or \"kb add\".",
        values);
  }
}
