package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.extract.StatementTime;
import org.newsgraph.graph.Iris;
import org.newsgraph.link.LinkedExtraction;

final class NewsgraphTest {
  @TempDir Path folder;

  @Test
  void extract_prints_one_object_an_article() throws IOException {
    Command run = Command.run("extract", "seeds");
    assertThat(run.status()).isEqualTo(Newsgraph.OK);
    assertThat(run.err()).isEmpty();
    JsonNode article = new ObjectMapper().readTree(run.out());
    assertThat(article.path("id").asText()).isEqualTo("000_aa107be0189a89be");
    assertThat(article.path("title").asText()).startsWith("The Corbyn aide");
    assertThat(run.out()).endsWith("}\n").contains("‘sickening’");
  }

  @Test
  void a_bad_article_is_one_line_and_status_1_and_the_others_are_kept() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\"}\n{\"id\":\"b\",\"text\":\"B\"}\n");
    Command run = Command.run("extract", folder.toString());
    assertThat(run.status()).isEqualTo(Newsgraph.FAILED);
    assertThat(run.out()).contains("\"id\":\"b\"");
    assertThat(run.err()).isEqualTo("newsgraph: " + folder + "/a.jsonl: line 1: no \"text\"\n");
  }

  @Test
  void wrong_usage_is_one_line_and_status_2() {
    for (String[] args :
        List.of(
            new String[] {},
            new String[] {"nonsense"},
            new String[] {"extract"},
            new String[] {"extract", "--nonsense", "a"},
            new String[] {"extract", "--jobs", "0", "a"},
            new String[] {"extract", "--base", "no IRI", "a"},
            new String[] {"extract", "--max-length", "many", "a"},
            new String[] {"evaluate"})) {
      Command run = Command.run(args);
      assertThat(run.status()).isEqualTo(Newsgraph.USAGE);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("newsgraph: ").contains("--help").hasLineCount(1);
    }
  }

  @Test
  void every_command_has_help_with_an_example() {
    for (String command : List.of("", "extract", "evaluate")) {
      Command run = command.isEmpty() ? Command.run("--help") : Command.run(command, "--help");
      assertThat(run.status()).isEqualTo(Newsgraph.OK);
      assertThat(run.out()).contains("Usage: newsgraph").contains("Example: newsgraph");
    }
  }

  @Test
  void the_version_is_the_build_s() {
    assertThat(Command.run("--version").out())
        .matches("newsgraph \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)\n");
  }

  @Test
  void faulty_gold_is_one_line_and_a_stack_trace_only_when_asked() throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), "{");
    Command run = Command.run("evaluate", gold.toString());
    assertThat(run.status()).isEqualTo(Newsgraph.FAILED);
    assertThat(run.err())
        .startsWith("newsgraph: " + gold + ": line 1: not a JSON object")
        .hasLineCount(1);
    assertThat(Command.run("evaluate", "-v", gold.toString()).err())
        .contains("\tat org.newsgraph.");
    assertThat(Command.run("evaluate", folder + "/none").err())
        .contains("none: no such file or folder");
  }

  @Test
  void evaluate_prints_a_table_for_each_file() throws IOException {
    Path gold =
        Files.writeString(
            folder.resolve("gold.jsonl"),
            "{\"id\":\"a\",\"text\":\"Rome\",\"entities\":[{\"begin\":0,\"end\":4,\"type\":\"Place\"}]}");
    assertThat(Command.run("evaluate", gold.toString()).out())
        .startsWith("documents                          gold 1  predicted 1\nentities strict");
    assertThat(Command.run("evaluate", gold.toString(), gold.toString()).out())
        .startsWith(gold + "\n");
  }

  @Test
  void a_closed_pipe_is_silent_and_a_full_disk_is_not() {
    assertThat(failing("Broken pipe")).isEqualTo(new Command(Newsgraph.OK, "", ""));
    assertThat(failing("No space left on device"))
        .isEqualTo(
            new Command(
                Newsgraph.FAILED,
                "",
                "newsgraph: cannot read or write: No space left on device\n"));
  }

  @Test
  void what_was_found_becomes_json_as_the_contract_says() {
    Text text = new Text("😀 “Open,” said Roe, “at last.”");
    Entity roe = new Entity("Jane Roe", EntityType.PERSON, Set.of("Roe"), true);
    Span name = new Span(15, 18);
    Statement statement =
        new Statement(
            new Span(2, 30),
            List.of(new Span(2, 9), new Span(20, 30)),
            "“Open” … “at last.”",
            StatementKind.DIRECT,
            Optional.of(new Statement.Cue(new Span(10, 14), "said")),
            Optional.of(new Speaker.Known(name, "Roe", roe)),
            Set.of(),
            0.9,
            ReportStatus.SAID,
            Optional.of("Open … at last."),
            Optional.of(new StatementTime(new Span(10, 14), "said", Year.of(2016))),
            new Span(2, 30));
    Article article = new Article("a", text, Metadata.NONE);
    Extraction extraction =
        new Extraction(
            article,
            List.of(new Mention(name, "Roe", EntityType.PERSON, roe)),
            List.of(statement),
            List.of());
    assertThat(
            new ExtractionJson(new Iris("http://example.org/"), false)
                .toJson(LinkedExtraction.none(extraction)))
        .isEqualTo(
            "{'id':'a','text':'😀 “Open,” said Roe, “at last.”','entities':[{'begin':15,'end':18,"
                    .replace('\'', '"')
                + ("'text':'Roe','type':'Person','name':'Jane Roe',"
                        + "'iri':'http://example.org/entity/Jane_Roe','confidence':1.0}],"
                        + "'statements':[{'begin':2,'end':30,'text':'“Open,” said Roe, “at last.”',"
                        + "'parts':[[2,9],[20,30]],'kind':'direct','status':'said','cue':'said',"
                        + "'speaker':{'begin':15,'end':18,'text':'Roe','name':'Jane Roe',"
                        + "'iri':'http://example.org/entity/Jane_Roe'},'confidence':0.9,"
                        + "'quotedText':'Open … at last.',"
                        + "'saidOn':{'begin':10,'end':14,'text':'said','value':'2016'}}]}")
                    .replace('\'', '"'));
  }

  private static Command failing(String message) {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(message);
          }
        };
    return Command.run(new byte[0], out, "extract", "seeds");
  }
}
