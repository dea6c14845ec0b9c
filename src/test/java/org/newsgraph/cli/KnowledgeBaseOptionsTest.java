package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.builtin.BuiltInKnowledgeBase;
import org.newsgraph.link.online.ReconciliationService;
import org.newsgraph.link.online.WikidataService;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

final class KnowledgeBaseOptionsTest {
  @TempDir Path database;

  @CommandLine.Command
  private static final class Some {
    @Mixin private KnowledgeBaseOptions options;
  }

  @Test
  void nothing_is_online_unless_asked_for() throws IOException {
    assertThat(open()).hasExactlyElementsOfTypes(BuiltInKnowledgeBase.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void without_the_built_in_one_nothing_is_opened_but_what_is_given() {
    assertThat(open("--kb", "none")).isEmpty();
    assertThat(open("--kb", "none", "--reconcile", "https://a.example/x"))
        .hasExactlyElementsOfTypes(ReconciliationService.class)
        .allSatisfy(KnowledgeBase::close);
  }

  @Test
  void wikidata_comes_before_the_services_and_each_keeps_its_answers_in_the_database()
      throws IOException {
    List<KnowledgeBase> opened =
        open(
            "--reconcile",
            "https://a.example/x",
            "--online",
            "--languages",
            "en,pt-br",
            "--reconcile",
            "https://u:secret@b.example/x",
            "--refresh",
            "30");
    assertThat(opened)
        .hasExactlyElementsOfTypes(
            WikidataService.class,
            ReconciliationService.class,
            ReconciliationService.class,
            BuiltInKnowledgeBase.class);
    opened.forEach(KnowledgeBase::close);
    assertThat(files())
        .hasSize(3)
        .allMatch(it -> it.matches("(reconcile|wikidata)-[a-z.]+-[0-9a-f]{8}\\.jsonl"));
  }

  @Test
  void those_beside_the_database_are_opened_unless_others_are_given() throws IOException {
    Path names = Files.writeString(database.resolve("desk.csv"), "id,label\nQ1,Ann Roe\n");
    Path other = database.resolve("other");
    Command.run("kb", "add", names.toString(), "--db", database.toString());
    Command.run("kb", "add", names.toString(), "--out", other.toString());
    for (String[] options : new String[][] {{}, {"--kb", other.toString()}}) {
      List<KnowledgeBase> opened = open(options);
      assertThat(opened)
          .satisfiesExactly(
              it -> assertThat(it.candidates("Ann Roe")).hasSize(1),
              it -> assertThat(it).isInstanceOf(BuiltInKnowledgeBase.class));
      opened.forEach(KnowledgeBase::close);
    }
    assertThatThrownBy(() -> open("--kb", database.resolve("none").toString()))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("no knowledge base lies here");
  }

  @Test
  void a_wrong_option_is_told() {
    for (String[] wrong :
        new String[][] {
          {"--reconcile", "file:///etc/passwd"},
          {"--reconcile", "nowhere"},
          {"--languages", "en|de"},
          {"--languages", ""},
          {"--refresh", "-1"}
        }) {
      assertThatThrownBy(() -> open(wrong))
          .isInstanceOf(ParameterException.class)
          .hasMessageContaining(wrong[0]);
    }
  }

  private List<KnowledgeBase> open(String... args) {
    Some some = new Some();
    new CommandLine(some).parseArgs(args);
    return some.options.open(database);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(database)) {
      return all.filter(Files::isRegularFile).map(it -> it.getFileName().toString()).toList();
    }
  }
}
