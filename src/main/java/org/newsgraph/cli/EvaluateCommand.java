package org.newsgraph.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.evaluate.Gold;
import org.newsgraph.evaluate.GoldReader;
import org.newsgraph.evaluate.Scores;
import org.newsgraph.extract.Extraction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Extracts from annotated articles and prints how good that was. */
@Command(
    name = "evaluate",
    description = "Extracts from annotated articles and prints the scores.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph evaluate gold.jsonl"})
final class EvaluateCommand implements Callable<Integer> {
  @ParentCommand private Newsgraph newsgraph;
  @Mixin private JobsOption jobs;

  @Parameters(
      paramLabel = "GOLD",
      arity = "1..*",
      description = "Annotated articles as JSON Lines; each file is scored by itself.")
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    Terminal terminal = newsgraph.terminal();
    Problems problems = new Problems(newsgraph::tell);
    Pipeline pipeline = new Pipeline(Pipeline.extractor(), jobs.jobs(), problems);
    Writer results = terminal.results();
    for (Path file : files) {
      Scores scores = score(GoldReader.read(Source.of(file)), pipeline, terminal.progress());
      if (files.size() > 1) {
        results.write((file.equals(files.get(0)) ? "" : "\n") + file + "\n");
      }
      results.write(scores.toString());
      results.flush();
    }
    return problems.failures() == 0 ? Newsgraph.OK : Newsgraph.FAILED;
  }

  private static Scores score(List<Gold> gold, Pipeline pipeline, Progress progress) {
    List<Extraction> extractions = new ArrayList<>();
    progress.start(OptionalLong.of(gold.size()));
    pipeline.run(
        gold.stream().map(Gold::article),
        extraction -> {
          extractions.add(extraction);
          progress.step();
        });
    progress.clear();
    return Scores.of(gold, extractions);
  }
}
