package org.newsgraph.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.evaluate.Gold;
import org.newsgraph.evaluate.GoldReader;
import org.newsgraph.evaluate.Mistake;
import org.newsgraph.evaluate.Mistake.MistakeType;
import org.newsgraph.evaluate.Mistakes;
import org.newsgraph.evaluate.Scores;
import org.newsgraph.ingest.ArticleLinker;
import org.newsgraph.ingest.ArticleProcessor;
import org.newsgraph.ingest.ParallelExtraction;
import org.newsgraph.link.LinkedExtraction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Scores extraction against annotated articles. */
@Command(
    name = "evaluate",
    description = "Scores extraction against annotated articles.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph evaluate --errors 20 gold.jsonl"})
final class EvaluateCommand implements Callable<Integer> {
  @ParentCommand private Newsgraph newsgraph;
  @Mixin private JobsOption jobs;
  @Mixin private LinkOptions links;

  @Parameters(
      paramLabel = "GOLD",
      arity = "1..*",
      description = "Annotated articles as JSON Lines; each file is scored separately.")
  private List<Path> files;

  @Option(
      names = "--errors",
      paramLabel = "N",
      description = "Show up to N mistakes of each type, spread over the articles.")
  private int errors;

  @Override
  public Integer call() throws IOException {
    Terminal terminal = newsgraph.terminal();
    Problems problems = newsgraph.problems();
    ParallelExtraction pipeline =
        new ParallelExtraction(ArticleProcessor::extractFacts, jobs.jobs(), problems);
    Writer results = terminal.results();
    try (ArticleLinker linker = links.open()) {
      for (Path file : files) {
        List<Gold> gold = GoldReader.read(Source.of(file));
        List<LinkedExtraction> found = extract(gold, pipeline, terminal.progress(), linker);
        if (files.size() > 1) {
          results.write((file.equals(files.get(0)) ? "" : "\n") + file + "\n");
        }
        results.write(Scores.of(gold, found).toString());
        if (errors > 0) {
          write(Mistakes.of(gold, found), results);
        }
        results.flush();
      }
    }
    return problems.errorCount() == 0 ? Newsgraph.OK : Newsgraph.FAILED;
  }

  private void write(Map<MistakeType, List<Mistake>> mistakes, Writer results) throws IOException {
    for (Map.Entry<MistakeType, List<Mistake>> entry : mistakes.entrySet()) {
      List<Mistake> all = entry.getValue();
      int shown = Math.min(errors, all.size());
      results.write("\n" + entry.getKey().title() + ": " + shown + " of " + all.size() + "\n");
      for (int i = 0; i < shown; i++) {
        results.write("  " + all.get((int) ((long) i * all.size() / shown)) + "\n");
      }
    }
  }

  private static List<LinkedExtraction> extract(
      List<Gold> gold, ParallelExtraction pipeline, Progress progress, ArticleLinker linker) {
    List<LinkedExtraction> found = new ArrayList<>();
    progress.start(OptionalLong.of(gold.size()));
    pipeline.run(
        gold.stream().map(Gold::article),
        extraction -> {
          found.add(linker.apply(extraction));
          progress.step();
        });
    progress.clear();
    return found;
  }
}
