package org.newsgraph.link.wikidata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.newsgraph.io.PropertiesFile;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.KnowledgeBaseBuilder;

/**
 * The input and options of a build. A build resumes only with the same plan.
 *
 * @param dump place of the dump
 * @param start fingerprint of the dump, which identifies it
 * @param size size of the dump, in bytes; a download may have grown since
 * @param languages languages of names, separated by commas
 * @param only types of items to keep, separated by commas; empty for all
 */
record DumpBuildPlan(String dump, String start, long size, String languages, String only) {
  private static final String FILE = KnowledgeBaseBuilder.DUMP_PLAN;

  static DumpBuildPlan of(DumpSource dump, DumpBuild.Options options) throws IOException {
    String only =
        options.types().stream()
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(","));
    long size = dump.size();
    return new DumpBuildPlan(
        dump.toString(),
        dump.fingerprint(Long.MAX_VALUE),
        size,
        String.join(",", options.languages()),
        only);
  }

  static Optional<DumpBuildPlan> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    PropertiesFile read = PropertiesFile.read(file);
    return Optional.of(
        new DumpBuildPlan(
            read.get("dump"),
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
   * Checks that an earlier build can be resumed with this plan.
   *
   * @return false if the dump has been replaced by another one at the same place
   * @throws KnowledgeBaseException if the earlier build has another dump or incompatible options
   */
  boolean isResumable(DumpBuildPlan earlier, Path building, DumpSource source) throws IOException {
    boolean same = size >= earlier.size && source.fingerprint(earlier.size).equals(earlier.start);
    if (!same && !(source.isReplaceable() && dump.equals(earlier.dump))) {
      throw incompatible(building, "from another dump, " + earlier.dump);
    }
    if (!languages.equals(earlier.languages)) {
      throw incompatible(building, "with --languages " + earlier.languages);
    }
    if (!only.equals(earlier.only)) {
      throw incompatible(
          building, earlier.only.isEmpty() ? "without --only" : "with --only " + earlier.only);
    }
    return same;
  }

  private static KnowledgeBaseException incompatible(Path building, String difference) {
    return new KnowledgeBaseException(
        building
            + ": an unfinished build was started here "
            + difference
            + "; resume it with the same input and options, or delete the folder");
  }
}
