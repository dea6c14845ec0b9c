package org.newsgraph.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.newsgraph.article.Problems;
import org.newsgraph.graph.correction.Correction.Remark;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.serve.api.Corrector;
import org.newsgraph.serve.http.DaemonThreadFactory;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoreException;
import org.newsgraph.store.correction.CorrectionsFile;

/** Corrects a database that is being served, as the commands do with one that is not. */
final class ServerCorrector implements Corrector, AutoCloseable {
  /** Longer than this nobody waits; the work goes on. */
  private static final long PATIENCE_SECONDS = 20;

  private final NewsStore store;
  private final ArticleLinker linker;
  private final Problems problems;
  private final Progress progress;

  /** One after the other: each begins with what the one before wrote. */
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(new DaemonThreadFactory("corrections"));

  ServerCorrector(NewsStore store, ArticleLinker linker, Problems problems, Progress progress) {
    this.store = store;
    this.linker = linker;
    this.problems = problems;
    this.progress = progress;
  }

  @Override
  public String correct(CorrectionRequest wish) {
    CorrectionPlanner.Edit edit = written(wish);
    Future<Integer> reworked = work.submit(this::rework);
    try {
      return edit.done()
          + "; "
          + CorrectionRun.told(reworked.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      return edit.done() + "; the articles concerned are still being worked on";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return edit.done() + "; the articles concerned will follow at the next start";
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private synchronized CorrectionPlanner.Edit written(CorrectionRequest wish) {
    try {
      CorrectionsFile file = CorrectionsFile.of(store);
      Corrections corrections = file.read();
      EntityArgument names = new EntityArgument(store, corrections, HttpError::bad);
      CorrectionPlanner.Edit edit =
          decided(new CorrectionPlanner(store, corrections, names, remark(wish)), wish);
      file.edit(edit.gone(), edit.added());
      return edit;
    } catch (StoreException e) {
      throw new HttpError(409, e.getMessage());
    }
  }

  private static CorrectionPlanner.Edit decided(CorrectionPlanner decide, CorrectionRequest wish) {
    return switch (wish.kind()) {
      case MERGE -> decide.merge(wish.entity(), wish.other());
      case RENAME -> decide.rename(wish.entity(), wish.name());
      case FORGET -> decide.forget(wish.entity());
      case SPLIT ->
          wish.other().isEmpty()
              ? decide.otherIn(
                  wish.entity(),
                  wish.articles(),
                  Optional.of(wish.name()).filter(it -> !it.isBlank()))
              : decide.apart(wish.entity(), wish.other());
    };
  }

  private int rework() {
    int reworked =
        new CorrectionRun(
                store,
                ParallelExtraction::extractor,
                new ArticleBuild.Settings(Version.number(), 1, Clock.systemUTC(), linker),
                problems,
                progress)
            .run(CorrectionsFile.of(store).read());
    if (reworked > 0 && linker.knowledge().isPresent()) {
      linker.finish(store, false);
    }
    return reworked;
  }

  private static Remark remark(CorrectionRequest wish) {
    return new Remark(
        Optional.of(CorrectionOptions.line(wish.note())).filter(it -> !it.isEmpty()),
        Optional.of(LocalDate.now(ZoneId.systemDefault()).toString()));
  }

  /** Breaks off what is under way; the next start goes on with it. */
  @Override
  public void close() {
    work.shutdownNow();
  }
}
