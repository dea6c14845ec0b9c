package org.newsgraph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Articles pass through the packages in one direction, and names are unique and speak. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.newsgraph");

  private static final List<String> ABOVE_ARTICLE =
      List.of(
          "text",
          "extract",
          "link",
          "graph",
          "store",
          "ingest",
          "query",
          "serve",
          "export",
          "evaluate",
          "cli");

  /** The packages that may use each package. */
  private static final Map<String, List<String>> USED_BY =
      Map.ofEntries(
          entry("io", concat("article", ABOVE_ARTICLE)),
          entry("article", ABOVE_ARTICLE),
          entry("text", List.of("extract", "ingest")),
          entry(
              "extract",
              List.of(
                  "link",
                  "graph",
                  "store",
                  "ingest",
                  "query",
                  "serve",
                  "export",
                  "evaluate",
                  "cli")),
          entry(
              "link",
              List.of("graph", "store", "ingest", "query", "serve", "export", "evaluate", "cli")),
          entry("graph", List.of("store", "ingest", "query", "serve", "export", "cli")),
          entry("store", List.of("ingest", "query", "serve", "export", "cli")),
          entry("query", List.of("ingest", "serve", "cli")),
          entry("ingest", List.of("cli")),
          entry("serve", List.of("cli")),
          entry("export", List.of("cli")),
          entry("evaluate", List.of("cli")),
          entry("cli", List.of()));

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

  /**
   * For each package with subpackages: the siblings that each subpackage may use. An empty name is
   * the package itself, where that lies below its subpackages.
   */
  private static final Map<String, Map<String, List<String>>> INNER_USES =
      Map.of(
          "article",
              Map.of(
                  "decode", List.of(""),
                  "layout", List.of(""),
                  "page", List.of("", "layout"),
                  "press", List.of("", "decode", "layout"),
                  "format", List.of("", "decode", "layout", "page", "press")),
          "extract",
              Map.of(
                  "dialogue", List.of(""),
                  "name", List.of("", "dialogue"),
                  "entity", List.of("", "name"),
                  "coref", List.of("", "dialogue", "entity"),
                  "role", List.of("", "dialogue", "entity", "coref"),
                  "attribution", List.of("", "dialogue"),
                  "time", List.of("", "attribution")),
          "link",
              Map.of(
                  "builtin", List.of(""),
                  "index", List.of("", "builtin"),
                  "wikidata", List.of("", "index"),
                  "online", List.of("", "wikidata"),
                  "fetch", List.of("", "index", "wikidata", "online")),
          "graph", Map.of("correction", List.of("")),
          "store",
              Map.of(
                  "tdb", List.of(),
                  "bulk", List.of("tdb"),
                  "text", List.of(""),
                  "write", List.of("", "bulk", "text"),
                  "correction", List.of("", "text", "write"),
                  "dump", List.of("", "bulk", "correction")),
          "ingest", Map.of("correction", List.of("")),
          "query",
              Map.of(
                  "entity", List.of(""),
                  "statement", List.of("", "entity"),
                  "activity", List.of("", "entity", "statement"),
                  "statistics", List.of(""),
                  "suspects", List.of()),
          "export",
              Map.of(
                  "rows", List.of(""),
                  "jsonld", List.of("", "rows"),
                  "rdf", List.of("", "jsonld"),
                  "network", List.of("", "rows"),
                  "table", List.of("", "rows"),
                  "report", List.of("", "rows"),
                  "format", List.of("", "jsonld", "rdf", "network", "table")),
          "serve",
              Map.ofEntries(
                  entry("http", List.of()),
                  entry("cite", List.of("http")),
                  entry("page", List.of("http")),
                  entry("sparql", List.of("http")),
                  entry("security", List.of("http", "page")),
                  entry("transport", List.of("http", "security")),
                  entry("linkeddata", List.of("http", "page", "sparql")),
                  entry("api", List.of("http", "sparql")),
                  entry("reconcile", List.of("http", "page", "sparql", "api")),
                  entry("notify", List.of("http", "api")),
                  entry("mcp", List.of("http", "sparql", "api")),
                  entry(
                      "explorer", List.of("http", "cite", "page", "sparql", "linkeddata", "api"))));

  @Test
  void arrows_inside_a_package_do_not_point_back() {
    INNER_USES.forEach(
        (parent, uses) -> {
          String root = "org.newsgraph." + parent;
          assertThat(CLASSES.getPackage(root).getSubpackages())
              .extracting(JavaPackage::getRelativeName)
              .containsExactlyInAnyOrderElementsOf(uses.keySet());
          uses.forEach(
              (name, used) -> {
                Stream<String> siblings =
                    uses.keySet().stream()
                        .filter(it -> !it.equals(name) && !used.contains(it))
                        .map(it -> root + "." + it + "..");
                Stream<String> parents = used.contains("") ? Stream.empty() : Stream.of(root);
                noClasses()
                    .that()
                    .resideInAPackage(root + "." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Stream.concat(parents, siblings).toArray(String[]::new))
                    .check(CLASSES);
              });
        });
  }

  /** The packages that do not depend on their own subpackages. */
  private static final List<String> BASES = List.of("link", "export", "query");

  @Test
  void a_base_package_does_not_use_its_subpackages() {
    for (String base : BASES) {
      noClasses()
          .that()
          .resideInAPackage("org.newsgraph." + base)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.newsgraph." + base + ".*..")
          .check(CLASSES);
    }
  }

  @Test
  void no_two_classes_share_a_simple_name() {
    Map<String, Long> names =
        topLevelNames().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    assertThat(names).allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
  }

  @Test
  void no_retired_name_comes_back() throws IOException {
    try (InputStream in = ArchitectureTest.class.getResourceAsStream("retired-names.txt")) {
      List<String> retired = new String(in.readAllBytes(), UTF_8).lines().skip(1).toList();
      assertThat(retired).isNotEmpty();
      assertThat(topLevelNames()).doesNotContainAnyElementsOf(retired);
    }
  }

  private static List<String> concat(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  private static Stream<String> topLevelNames() {
    return CLASSES.stream()
        .filter(it -> it.isTopLevelClass() && !it.getSimpleName().equals("package-info"))
        .map(JavaClass::getSimpleName);
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
