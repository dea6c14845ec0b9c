package org.newsgraph.link.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsgraph.extract.EntityType;
import org.newsgraph.io.PropertiesFile;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.KnowledgeBaseBuilder;

/**
 * The options of a fetch, which determine its result. A fetch resumes only with the same plan.
 *
 * @param endpoint address of the SPARQL endpoint
 * @param languages languages of labels, aliases and descriptions, in descending order of preference
 * @param types types of items to fetch
 * @param minSitelinks minimum number of links to Wikipedias and other sites
 * @param update whether unchanged items of the earlier knowledge base are kept
 */
record FetchPlan(
    URI endpoint, List<String> languages, Set<EntityType> types, int minSitelinks, boolean update) {
  static final String FILE = KnowledgeBaseBuilder.FETCH_PLAN;

  FetchPlan {
    languages = List.copyOf(languages);
    types = Set.copyOf(types);
  }

  static Optional<FetchPlan> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(PropertiesFile.read(file)));
    } catch (IllegalArgumentException e) {
      throw new KnowledgeBaseException(
          file + ": damaged (" + e.getMessage() + "); remove its folder to start anew", e);
    }
  }

  private static FetchPlan parse(PropertiesFile read) {
    return new FetchPlan(
        URI.create(read.require("endpoint")),
        List.of(read.require("languages").split(",")),
        Arrays.stream(read.require("only").split(","))
            .map(it -> EntityType.valueOf(it.replaceFirst("s$", "").toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        (int) read.number("min-sitelinks"),
        Boolean.parseBoolean(read.get("update")));
  }

  void write(Path folder) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>(options());
    values.put("update", update);
    PropertiesFile.write(folder.resolve(FILE), values);
  }

  private Map<String, Object> options() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("endpoint", endpoint);
    values.put("languages", String.join(",", languages));
    values.put(
        "only",
        types.stream()
            .map(type -> type.name().toLowerCase(Locale.ROOT) + "s")
            .sorted()
            .collect(Collectors.joining(",")));
    values.put("min-sitelinks", minSitelinks);
    return values;
  }

  /**
   * Checks that an unfinished fetch can be resumed with this plan.
   *
   * @param folder folder of the unfinished fetch, for messages
   * @throws KnowledgeBaseException if it had other options
   */
  void checkResumable(FetchPlan unfinished, Path folder) {
    if (!equals(unfinished)) {
      throw new KnowledgeBaseException(
          folder
              + ": an unfinished fetch was started here "
              + (update == unfinished.update
                  ? "with " + unfinished.differences(this)
                  : (unfinished.update ? "with" : "without") + " --update")
              + "; resume it with the same options, or delete the folder");
    }
  }

  /**
   * Checks that a knowledge base can be updated with this plan.
   *
   * @throws KnowledgeBaseException if it was fetched with other options
   */
  void checkUpdatable(FetchPlan earlier, Path folder) {
    if (!options().equals(earlier.options())) {
      throw new KnowledgeBaseException(
          folder
              + ": the knowledge base was fetched with "
              + earlier.differences(this)
              + "; use the same options with --update, or fetch it anew without --update");
    }
  }

  private String differences(FetchPlan other) {
    Map<String, Object> others = other.options();
    return options().entrySet().stream()
        .filter(it -> !it.getValue().equals(others.get(it.getKey())))
        .map(it -> "--" + it.getKey() + " " + it.getValue())
        .collect(Collectors.joining(" "));
  }
}
