package org.newsgraph.link.wikidata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.KnowledgeBaseBuilder;
import org.newsgraph.link.index.KnowledgeBaseInfo;
import org.newsgraph.link.index.KnowledgeBaseInfo.Origin;
import org.newsgraph.link.index.KnowledgeBaseInfo.Priors;

/**
 * Build of a knowledge base from a Wikidata dump, which is read once. An interrupted build resumes.
 *
 * @param dump JSON or N-Triples file, compressed or not
 * @param folder folder of the finished knowledge base
 * @param options languages, types and threads
 * @param clock clock for the date of the build
 */
public record DumpBuild(Path dump, Path folder, Options options, Clock clock) {
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
    if (!Files.isRegularFile(dump)) {
      throw new KnowledgeBaseException(dump + ": no such file");
    }
    try (KnowledgeBaseBuilder builder = createOrResume();
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
              Objects.toString(dump.getFileName()),
              LocalDate.now(clock),
              options.languages());
      return new Result(description, broken);
    } catch (IOException | UncheckedIOException e) {
      throw new KnowledgeBaseException(folder + ": cannot be built (" + e.getMessage() + ")", e);
    }
  }

  /** Resumes a build that was started here with the same dump and options, or starts a new one. */
  private KnowledgeBaseBuilder createOrResume() throws IOException {
    DumpBuildPlan plan = DumpBuildPlan.of(dump, options);
    KnowledgeBaseBuilder builder = KnowledgeBaseBuilder.resume(folder);
    try {
      Optional<DumpBuildPlan> earlier = DumpBuildPlan.read(builder.workFolder());
      if (earlier.isPresent()) {
        plan.check(earlier.get(), builder.workFolder().getParent());
      } else {
        builder.close();
        builder = KnowledgeBaseBuilder.create(folder);
      }
      plan.write(builder.workFolder());
      return builder;
    } catch (IOException e) {
      builder.close();
      throw new KnowledgeBaseException(folder + ": cannot be built (" + e.getMessage() + ")", e);
    } catch (KnowledgeBaseException e) {
      builder.close();
      throw e;
    }
  }
}
