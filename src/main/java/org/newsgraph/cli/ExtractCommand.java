package org.newsgraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.newsgraph.article.Problems;
import org.newsgraph.ingest.ArticleLinker;
import org.newsgraph.ingest.ArticleProcessor;
import org.newsgraph.ingest.ParallelExtraction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Extracts facts from articles and prints them, without a database. */
@Command(
    name = "extract",
    description = "Prints the entities and statements found in articles, as JSON Lines.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph extract seeds/*.txt > found.jsonl"})
final class ExtractCommand implements Callable<Integer> {
  @ParentCommand private Newsgraph newsgraph;
  @Mixin private SourceOptions sources;
  @Mixin private JobsOption jobs;
  @Mixin private LinkOptions links;

  @Mixin private BaseOption base;

  @Option(
      names = "--explain",
      description =
          "Print the candidate items of each entity, with their confidence and its reasons.")
  private boolean explain;

  @Override
  public Integer call() {
    Terminal terminal = newsgraph.terminal();
    Problems problems = newsgraph.problems();
    ExtractionJson json = new ExtractionJson(base.iris(), explain);
    boolean visible = terminal.showsResults();
    terminal.progress().start(OptionalLong.empty());
    try (ArticleLinker linker = links.open()) {
      new ParallelExtraction(ArticleProcessor::extractFacts, jobs.jobs(), problems)
          .run(
              sources.read(terminal, problems),
              extraction -> {
                print(terminal, json.toJson(linker.apply(extraction)), visible);
                if (!visible) {
                  terminal.progress().step();
                }
              });
    }
    terminal.progress().clear();
    return problems.errorCount() == 0 ? Newsgraph.OK : Newsgraph.FAILED;
  }

  private static void print(Terminal terminal, String line, boolean flush) {
    try {
      terminal.results().write(line + "\n");
      if (flush) {
        terminal.results().flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
