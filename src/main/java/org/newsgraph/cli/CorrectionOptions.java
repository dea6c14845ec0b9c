package org.newsgraph.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.newsgraph.article.Problems;
import org.newsgraph.graph.correction.Correction.Remark;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.ingest.ArticleLinker;
import org.newsgraph.ingest.correction.CorrectionPlanner;
import org.newsgraph.ingest.correction.CorrectionRun;
import org.newsgraph.ingest.correction.EntityReferenceResolver;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.correction.CorrectionsFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options shared by the commands that correct entities. */
final class CorrectionOptions {
  @Mixin private DatabaseOption database;
  @Mixin private JobsOption jobs;
  @Mixin private LinkOptions links;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "The reason, stored with the correction in the file and in the graph.")
  private String note;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * Edits the corrections file, then reprocesses the affected articles.
   *
   * @return the exit status
   */
  int edit(Newsgraph newsgraph, Function<CorrectionPlanner, CorrectionPlanner.Edit> decide) {
    // Open the database first: if another process holds it, the file must stay unchanged.
    try (NewsStore store = database.open();
        ArticleLinker linker = links.open(store)) {
      CorrectionsFile file = CorrectionsFile.of(store);
      Corrections corrections = file.read();
      EntityReferenceResolver names = new EntityReferenceResolver(store, corrections, this::wrong);
      CorrectionPlanner.Edit edit =
          decide.apply(
              new CorrectionPlanner(store, corrections, names, remark(), linker.knowledge()));
      file.edit(edit.removes(), edit.added());
      Problems problems = newsgraph.problems();
      int reprocessed =
          new CorrectionRun(
                  store,
                  linker.processor(store),
                  jobs.jobs(),
                  problems,
                  newsgraph.terminal().progress())
              .run();
      if (reprocessed > 0 && linker.knowledge().isPresent()) {
        linker.updateFacts(store, false);
      }
      PrintWriter out = command.commandLine().getOut();
      out.println(edit.summary() + "; " + CorrectionRun.summary(reprocessed));
      out.flush();
      return problems.errorCount() == 0 ? Newsgraph.OK : Newsgraph.FAILED;
    }
  }

  private RuntimeException wrong(String reason) {
    return new ParameterException(command.commandLine(), reason);
  }

  private Remark remark() {
    return new Remark(
        Optional.ofNullable(note).map(CorrectionPlanner::singleLine).filter(it -> !it.isEmpty()),
        Optional.of(LocalDate.now(ZoneId.systemDefault()).toString()));
  }
}
