package org.newsgraph.link.wikidata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.KnowledgeBaseBuilder;
import org.newsgraph.link.index.KnowledgeBaseInfo;
import org.newsgraph.link.index.KnowledgeBaseInfo.Origin;
import org.newsgraph.link.index.KnowledgeBaseInfo.Priors;
import org.newsgraph.link.wikidata.DumpSource.ReplacedDumpException;

/**
 * Build of a knowledge base from a Wikidata dump, which is read once. An interrupted build resumes.
 *
 * @param dump JSON or N-Triples, compressed or not
 * @param folder folder of the finished knowledge base
 * @param options languages, types and threads
 * @param clock clock for the date of the build
 */
public record DumpBuild(DumpSource dump, Path folder, Options options, Clock clock) {
  /** Maximum number of attempts at a dump that is replaced while it is read. */
  private static final int MAX_ATTEMPTS = 3;

  /** Number of bytes of the dump between two checkpoints; takes seconds to read. */
  static final long BYTES_PER_CHECKPOINT = 2L << 30;

  /**
   * Options of a build.
   *
   * @param languages languages of the labels and aliases, in descending order of preference
   * @param types types of items to keep; if empty, all items, including those without a type
   * @param jobs number of threads
   * @param bytesPerCheckpoint number of bytes of the dump between two checkpoints
   */
  public record Options(
      List<String> languages, Set<EntityType> types, int jobs, long bytesPerCheckpoint) {
    public Options {
      languages = List.copyOf(languages);
      types = Set.copyOf(types);
    }

    public Options(List<String> languages, Set<EntityType> only, int jobs) {
      this(languages, only, jobs, BYTES_PER_CHECKPOINT);
    }
  }

  /** Creates a build from a file. */
  public DumpBuild(Path dump, Path folder, Options options, Clock clock) {
    this(new LocalDump(dump), folder, options, clock);
  }

  /** The two phases of a build. */
  public enum Stage {
    READING,
    INDEXING
  }

  /** A receiver of progress reports. */
  public interface Listener {
    /**
     * Reports progress.
     *
     * @param stage current phase
     * @param items number of items read or indexed so far
     * @param share completed share of the phase, from 0 to 1
     */
    void progress(Stage stage, long items, double share);
  }

  /**
   * Result of a build.
   *
   * @param description description of the knowledge base
   * @param invalidLines number of lines of the dump that could not be read
   */
  public record Result(KnowledgeBaseInfo description, long invalidLines) {}

  /**
   * Runs the build.
   *
   * @param problems receiver of reports about invalid lines, at most a hundred
   * @param listener receiver of progress reports
   * @throws KnowledgeBaseException if the dump is truncated or has no usable items, or another
   *     process is building there; data that was read is kept, and the next build resumes with it
   */
  public Result run(Problems problems, Listener listener) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(problems, listener);
      } catch (ReplacedDumpException e) {
        // The next attempt finds the files of this one, and reports that it cannot use them.
        if (attempt == MAX_ATTEMPTS) {
          throw new KnowledgeBaseException(
              dump + ": the dump was replaced again and again; try again later", e);
        }
      } catch (IOException | UncheckedIOException e) {
        throw failed(e);
      }
    }
  }

  private Result attempt(Problems problems, Listener listener) throws IOException {
    try (KnowledgeBaseBuilder builder = createOrResume(problems);
        Spool spool = new Spool(builder.workFolder().resolve("spool"))) {
      try {
        new ReadPhase(dump, options, spool, problems, listener).run();
      } catch (KnowledgeBaseException e) {
        if (spool.state().items() == 0) {
          builder.discard();
        }
        throw e;
      }
      if (spool.state().items() == 0) {
        builder.discard();
        throw new KnowledgeBaseException(
            dump
                + ": the dump contains no items; one JSON item per line or N-Triples are expected");
      }
      long broken = spool.state().invalidLines();
      new IndexPhase(spool, builder, options, listener).run();
      if (builder.itemCount() == 0) {
        builder.discard();
        throw new KnowledgeBaseException(
            dump
                + ": no selected item has a name in "
                + String.join(", ", options.languages())
                + "; change --languages or omit --only");
      }
      KnowledgeBaseInfo description =
          builder.finish(
              Origin.DUMP,
              Priors.POPULARITY,
              dump.name(),
              LocalDate.now(clock),
              options.languages());
      return new Result(description, broken);
    }
  }

  private KnowledgeBaseException failed(Exception e) {
    return new KnowledgeBaseException(folder + ": cannot be built (" + e.getMessage() + ")", e);
  }

  /** Resumes a build that was started here with the same dump and options, or starts a new one. */
  private KnowledgeBaseBuilder createOrResume(Problems problems) throws IOException {
    DumpBuildPlan plan = DumpBuildPlan.of(dump, options);
    KnowledgeBaseBuilder builder = KnowledgeBaseBuilder.resume(folder);
    try {
      Optional<DumpBuildPlan> earlier = DumpBuildPlan.read(builder.workFolder());
      boolean resumable =
          earlier.isPresent()
              && plan.isResumable(earlier.get(), builder.workFolder().getParent(), dump);
      if (earlier.isPresent() && !resumable) {
        problems.warning(
            new SourceLocation(dump.toString(), 0),
            "the dump has been replaced by another one on the server; the build starts anew");
      }
      if (!resumable) {
        builder.requireWithout(KnowledgeBaseBuilder.FETCH_PLAN, "kb fetch");
        builder.close();
        builder = KnowledgeBaseBuilder.create(folder);
      }
      plan.write(builder.workFolder());
      return builder;
    } catch (IOException | KnowledgeBaseException e) {
      builder.close();
      throw e;
    }
  }
}
