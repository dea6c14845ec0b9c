package org.newsgraph.link.wikidata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.newsgraph.io.PropertiesFile;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * What a build was begun with; it goes on with nothing else.
 *
 * @param start a digest of the dump's first bytes: another dump begins otherwise
 * @param size of the dump, in bytes; more may have been fetched since
 */
record Plan(Path dump, String start, long size, String languages, String only) {
  private static final String FILE = "plan.properties";
  private static final int START = 1 << 16;

  static Plan of(Path dump, DumpBuild.Options options) throws IOException {
    String only =
        options.only().stream()
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(","));
    return new Plan(
        dump, digest(dump, START), Files.size(dump), String.join(",", options.languages()), only);
  }

  private static String digest(Path dump, long bytes) throws IOException {
    try (InputStream in = Files.newInputStream(dump)) {
      return DigestUtils.sha256Hex(in.readNBytes((int) Math.min(START, bytes)));
    }
  }

  static Optional<Plan> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    PropertiesFile read = PropertiesFile.read(file);
    return Optional.of(
        new Plan(
            Path.of(read.get("dump")),
            read.get("start"),
            read.number("size"),
            read.get("languages"),
            read.get("only")));
  }

  void write(Path folder) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("dump", dump);
    values.put("start", start);
    values.put("size", size);
    values.put("languages", languages);
    values.put("only", only);
    PropertiesFile.write(folder.resolve(FILE), values);
  }

  /**
   * @throws KnowledgeBaseException where an earlier build was begun with something else
   */
  void check(Plan earlier, Path building) throws IOException {
    if (size < earlier.size || !digest(dump, earlier.size).equals(earlier.start)) {
      throw other(building, "from another dump, " + earlier.dump);
    }
    if (!languages.equals(earlier.languages)) {
      throw other(building, "with --languages " + earlier.languages);
    }
    if (!only.equals(earlier.only)) {
      throw other(
          building, earlier.only.isEmpty() ? "without --only" : "with --only " + earlier.only);
    }
  }

  private static KnowledgeBaseException other(Path building, String how) {
    return new KnowledgeBaseException(
        building
            + ": a build was begun here "
            + how
            + ", and is not finished; go on with that, or delete the folder");
  }
}
