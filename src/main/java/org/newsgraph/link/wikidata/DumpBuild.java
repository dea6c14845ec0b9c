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
import org.newsgraph.link.index.KnowledgeBaseInfo.Kind;
import org.newsgraph.link.index.KnowledgeBaseInfo.Priors;

/**
 * Builds a knowledge base from a dump of Wikidata, in one reading of the dump; one that was ended
 * before goes on.
 *
 * @param dump JSON or N-Triples, packed or not
 * @param folder where the knowledge base will lie
 */
public record DumpBuild(Path dump, Path folder, Options options, Clock clock) {
  /** How much of a dump is read before what was read is safe, in bytes: seconds of work. */
  static final long PART = 2L << 30;

  /**
   * What is wanted.
   *
   * @param languages of the labels and aliases, the first wanted first
   * @param only the types that are wanted; all, and what is of none, where this is empty
   * @param jobs how many threads to work with
   * @param part after how many bytes of the dump what was read is made safe
   */
  public record Options(List<String> languages, Set<EntityType> only, int jobs, long part) {
    public Options {
      languages = List.copyOf(languages);
      only = Set.copyOf(only);
    }

    public Options(List<String> languages, Set<EntityType> only, int jobs) {
      this(languages, only, jobs, PART);
    }
  }

  /** The two halves of the work. */
  public enum Stage {
    READING,
    INDEXING
  }

  /** Hears how far the work is. */
  public interface Listener {
    /**
     * So many items are read, or indexed.
     *
     * @param share of the reading, or of the indexing, that is done, from 0 to 1
     */
    void reached(Stage stage, long items, double share);
  }

  /**
   * How it ended.
   *
   * @param broken how many lines of the dump could not be read
   */
  public record Result(KnowledgeBaseInfo description, long broken) {}

  /**
   * Builds.
   *
   * @param problems hears of broken lines, of a hundred at most
   * @throws KnowledgeBaseException where the dump breaks off, or holds nothing, or another process
   *     builds there; what was read is kept, and the next build goes on with it
   */
  public Result run(Problems problems, Listener listener) {
    if (!Files.isRegularFile(dump)) {
      throw new KnowledgeBaseException(dump + ": no such file");
    }
    try (KnowledgeBaseBuilder builder = begun();
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
            dump + ": no item is in it; a dump of Wikidata has one a line, or N-Triples");
      }
      long broken = spool.state().broken();
      new IndexPhase(spool, builder, options, listener).run();
      if (builder.items() == 0) {
        builder.discard();
        throw new KnowledgeBaseException(
            dump
                + ": nothing in it that is wanted has a name in "
                + String.join(", ", options.languages())
                + "; try other --languages, or without --only");
      }
      KnowledgeBaseInfo description =
          builder.finish(
              Kind.DUMP,
              Priors.POPULARITY,
              Objects.toString(dump.getFileName()),
              LocalDate.now(clock),
              options.languages());
      return new Result(description, broken);
    } catch (IOException | UncheckedIOException e) {
      throw new KnowledgeBaseException(folder + ": cannot be built (" + e.getMessage() + ")", e);
    }
  }

  /** The build that was begun here with the same dump and options, or a new one. */
  private KnowledgeBaseBuilder begun() throws IOException {
    Plan plan = Plan.of(dump, options);
    KnowledgeBaseBuilder builder = KnowledgeBaseBuilder.resume(folder);
    try {
      Optional<Plan> earlier = Plan.read(builder.workFolder());
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
