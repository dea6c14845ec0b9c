package org.newsgraph.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.newsgraph.article.Problems;
import org.newsgraph.graph.correction.Correction.Remark;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.ingest.ArticleLinker;
import org.newsgraph.ingest.IngestProgress;
import org.newsgraph.ingest.correction.CorrectionPlanner;
import org.newsgraph.ingest.correction.CorrectionRun;
import org.newsgraph.ingest.correction.EntityReferenceResolver;
import org.newsgraph.ingest.correction.ItemFinder;
import org.newsgraph.io.DaemonThreadFactory;
import org.newsgraph.link.Item;
import org.newsgraph.serve.api.Corrector;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoreException;
import org.newsgraph.store.correction.CorrectionsFile;

/** Corrector of a database that is being served. */
final class ServerCorrector implements Corrector, AutoCloseable {
  /** Maximum time that a request waits for the reprocessing, which continues afterwards. */
  private static final long TIMEOUT_SECONDS = 20;

  private final NewsStore store;
  private final ArticleLinker linker;
  private final Problems problems;
  private final IngestProgress progress;

  /** Single thread, since each run builds on the result of the previous one. */
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(new DaemonThreadFactory("corrections"));

  private volatile boolean closing;

  ServerCorrector(
      NewsStore store, ArticleLinker linker, Problems problems, IngestProgress progress) {
    this.store = store;
    this.linker = linker;
    this.problems = problems;
    this.progress = progress;
  }

  @Override
  public String correct(CorrectionRequest request) {
    CorrectionPlanner.Edit edit = writeCorrection(request);
    Future<Integer> reprocessed = work.submit(this::reprocess);
    try {
      return edit.summary()
          + "; "
          + CorrectionRun.summary(reprocessed.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      return edit.summary() + "; the affected articles are still being reprocessed";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return edit.summary() + "; the affected articles will be reprocessed at the next start";
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private synchronized CorrectionPlanner.Edit writeCorrection(CorrectionRequest request) {
    try {
      CorrectionsFile file = CorrectionsFile.of(store);
      Corrections corrections = file.read();
      EntityReferenceResolver names =
          new EntityReferenceResolver(store, corrections, HttpError::badRequest);
      CorrectionPlanner.Edit edit =
          plan(
              new CorrectionPlanner(store, corrections, names, remark(request), linker.knowledge()),
              request);
      file.edit(edit.removes(), edit.added());
      return edit;
    } catch (StoreException e) {
      String path = store.folder().resolve(CorrectionsFile.NAME).toString();
      throw new HttpError(409, e.getMessage().replace(path, CorrectionsFile.NAME));
    }
  }

  private static CorrectionPlanner.Edit plan(CorrectionPlanner planner, CorrectionRequest request) {
    return switch (request.kind()) {
      case MERGE -> planner.merge(request.entity(), request.other());
      case RENAME -> planner.rename(request.entity(), request.name());
      case FORGET -> planner.forget(request.entity());
      case SPLIT ->
          request.other().isEmpty()
              ? planner.split(
                  request.entity(),
                  request.articles(),
                  Optional.of(request.name()).filter(it -> !it.isBlank()))
              : planner.undoMerge(request.entity(), request.other());
      case LINK -> planner.link(request.entity(), request.other(), request.articles());
      case UNLINK -> planner.unlink(request.entity(), request.articles());
      case RELINK -> planner.undoLink(request.entity(), request.articles());
    };
  }

  @Override
  public List<Item> candidates(String entity, String name) {
    EntityReferenceResolver names =
        new EntityReferenceResolver(store, CorrectionsFile.of(store).read(), HttpError::badRequest);
    ItemFinder items = new ItemFinder(linker.knowledge(), store);
    return name.isBlank()
        ? items.candidates(names.resolve(entity))
        : items.candidates(CorrectionPlanner.singleLine(name));
  }

  private int reprocess() {
    int reprocessed =
        new CorrectionRun(store, linker.processor(store), 1, problems, stoppable()).run();
    if (reprocessed > 0 && linker.knowledge().isPresent()) {
      linker.updateFacts(store, false);
    }
    return reprocessed;
  }

  private static Remark remark(CorrectionRequest request) {
    return new Remark(
        Optional.of(CorrectionPlanner.singleLine(request.note())).filter(it -> !it.isEmpty()),
        Optional.of(LocalDate.now(ZoneId.systemDefault()).toString()));
  }

  /** Returns a progress that ends the run after the current article when the server stops. */
  private IngestProgress stoppable() {
    return new IngestProgress() {
      @Override
      public void start(OptionalLong total) {
        progress.start(total);
      }

      @Override
      public void step() {
        progress.step();
        if (closing) {
          throw new CancellationException("the server stops");
        }
      }

      @Override
      public void clear() {
        progress.clear();
      }
    };
  }

  /**
   * Ends a running reprocessing after the current article; the next start resumes it. The thread is
   * not interrupted: this would close the files of a transaction that is being committed.
   */
  @Override
  public void close() {
    closing = true;
    work.shutdown();
    try {
      work.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
