package org.newsgraph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An article travels through the packages in one direction, and no arrow points back. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.newsgraph");

  /** Which package is used by which. */
  private static final Map<String, List<String>> USED_BY =
      Map.of(
          "article",
              List.of(
                  "text",
                  "extract",
                  "link",
                  "graph",
                  "store",
                  "serve",
                  "export",
                  "evaluate",
                  "cli"),
          "text", List.of("extract", "cli"),
          "extract", List.of("link", "graph", "store", "serve", "export", "evaluate", "cli"),
          "link", List.of("graph", "store", "serve", "export", "evaluate", "cli"),
          "graph", List.of("store", "serve", "export", "cli"),
          "store", List.of("serve", "export", "cli"),
          "serve", List.of("cli"),
          "export", List.of("cli"),
          "evaluate", List.of("cli"),
          "cli", List.of());

  @Test
  void an_arrow_only_points_to_an_earlier_package() {
    var layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.newsgraph..");
    for (String name : USED_BY.keySet()) {
      layers = layers.optionalLayer(name).definedBy("org.newsgraph." + name + "..");
    }
    for (Map.Entry<String, List<String>> rule : USED_BY.entrySet()) {
      layers =
          rule.getValue().isEmpty()
              ? layers.whereLayer(rule.getKey()).mayNotBeAccessedByAnyLayer()
              : layers
                  .whereLayer(rule.getKey())
                  .mayOnlyBeAccessedByLayers(rule.getValue().toArray(String[]::new));
    }
    layers.check(CLASSES);
  }

  @Test
  void no_package_is_a_drawer_for_everything() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..impl..", "..manager..", "..common..")
        .check(CLASSES);
  }

  @Test
  void every_package_says_what_lives_there() {
    Stream<JavaPackage> packages =
        CLASSES.getPackage("org.newsgraph").getSubpackagesInTree().stream()
            .filter(it -> !it.getClasses().isEmpty());
    assertThat(packages)
        .allSatisfy(it -> assertThat(it.tryGetPackageInfo().isPresent()).as(it.getName()).isTrue());
  }
}
