package org.newsgraph.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.newsgraph.article.Problems;
import org.newsgraph.graph.correction.Correction.Remark;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.correction.CorrectionsFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the graph is corrected; the same for every command that does so. */
final class CorrectionOptions {
  @Mixin private DatabaseOption database;
  @Mixin private JobsOption jobs;
  @Mixin private LinkOptions links;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "Why: it stands beside the correction, in the file and in the graph.")
  private String note;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * Changes the file, then makes the articles concerned follow it.
   *
   * @return the exit status
   */
  int edit(Newsgraph newsgraph, Function<CorrectionPlanner, CorrectionPlanner.Edit> decide) {
    // The database first: while another process has it, the file stays untouched.
    try (NewsStore store = database.open()) {
      CorrectionsFile file = CorrectionsFile.of(store);
      Corrections corrections = file.read();
      EntityArgument names = new EntityArgument(store, corrections, this::wrong);
      CorrectionPlanner.Edit edit =
          decide.apply(new CorrectionPlanner(store, corrections, names, remark()));
      file.edit(edit.gone(), edit.added());
      Problems problems = new Problems(newsgraph::tell);
      int reworked;
      try (ArticleLinker linker = links.open(store)) {
        reworked =
            new CorrectionRun(
                    store,
                    ParallelExtraction::extractor,
                    new ArticleBuild.Settings(
                        Version.number(), jobs.jobs(), Clock.systemUTC(), linker),
                    problems,
                    newsgraph.terminal().progress())
                .run(file.read());
        if (reworked > 0 && linker.knowledge().isPresent()) {
          linker.finish(store, false);
        }
      }
      PrintWriter out = command.commandLine().getOut();
      out.println(edit.done() + "; " + CorrectionRun.told(reworked));
      out.flush();
      return problems.errorCount() == 0 ? Newsgraph.OK : Newsgraph.FAILED;
    }
  }

  private RuntimeException wrong(String reason) {
    return new ParameterException(command.commandLine(), reason);
  }

  private Remark remark() {
    return new Remark(
        Optional.ofNullable(note).map(CorrectionOptions::line).filter(it -> !it.isEmpty()),
        Optional.of(LocalDate.now(ZoneId.systemDefault()).toString()));
  }

  /** A text as it can stand in one line. */
  static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
