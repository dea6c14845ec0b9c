package org.newsgraph.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsgraph.extract.EntityType;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that select the items of Wikidata and the languages of their names. */
final class ItemSelectionOptions {
  private enum Only {
    PERSONS(EntityType.PERSON),
    ORGANISATIONS(EntityType.ORGANISATION),
    PLACES(EntityType.PLACE);

    private final EntityType type;

    Only(EntityType type) {
      this.type = type;
    }
  }

  private List<String> languages = List.of();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "WHAT",
      description =
          "Keep only items of these types: ${COMPLETION-CANDIDATES} (default: all items of a dump;"
              + " these three when fetching). With all three, the knowledge base of a dump has a"
              + " quarter of the size.")
  private Set<Only> only = EnumSet.noneOf(Only.class);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--languages",
      split = ",",
      paramLabel = "CODE",
      description =
          "Languages of names and descriptions, in order of preference (default: en). Names that"
              + " Wikidata gives for all languages are always kept.")
  void setLanguages(String... codes) {
    for (String code : codes) {
      if (!code.strip().matches("[A-Za-z]{2,12}(-[A-Za-z0-9]+)*")) {
        throw new ParameterException(
            command.commandLine(),
            "--languages: \"" + code + "\" is not a language code such as en");
      }
    }
    languages =
        Arrays.stream(codes).map(code -> code.strip().toLowerCase(Locale.ROOT)).distinct().toList();
  }

  /** Tests whether languages were given. */
  boolean hasLanguages() {
    return !languages.isEmpty();
  }

  List<String> languages() {
    return languages.isEmpty() ? List.of("en") : languages;
  }

  /** Returns the given types; empty if none were given. */
  Set<EntityType> types() {
    Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    only.forEach(each -> types.add(each.type));
    return types;
  }
}
