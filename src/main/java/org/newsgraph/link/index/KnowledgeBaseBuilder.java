package org.newsgraph.link.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.FSDirectory;
import org.newsgraph.io.IoErrors;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * Builds a knowledge base on disk. It appears in its folder only when it is {@link #finish
 * finished}; an earlier knowledge base there remains usable until then.
 *
 * <pre>{@code
 * try (KnowledgeBaseBuilder builder = KnowledgeBaseBuilder.create(folder)) {
 *   entries.forEach(builder::add);
 *   builder.finish(Kind.PACK, Priors.GIVEN, "wikidict.tab.gz", today, List.of("en"));
 * }
 * }</pre>
 *
 * <p>{@link #add} is thread-safe. The buffer takes an eighth of the maximum heap, from 16 to 512
 * MB. A build that takes hours calls {@link #checkpoint} regularly, so that {@link #resume} in
 * another run finds all entries that were added before it.
 */
public final class KnowledgeBaseBuilder implements AutoCloseable {
  /** Name of the file in the work folder that shows an unfinished build from a dump. */
  public static final String DUMP_PLAN = "plan.properties";

  /** Name of the file in the work folder that shows an unfinished fetch. */
  public static final String FETCH_PLAN = "fetch.properties";

  static final String INDEX = "index";

  private static final String CHECKPOINT = "mark";
  private static final String ITEMS = "items";
  private static final String NAMES = "names";

  private static final double MAX_BUFFER_MEGABYTES = 512;
  private static final double MAX_SEGMENT_MEGABYTES = 20_000;

  /** Maximum number of index segments; each costs a seek per lookup. */
  private static final int MAX_SEGMENTS = 4;

  private final Path shown;
  private final BuildFolder folder;
  private final IndexWriter index;
  private final AtomicLong items = new AtomicLong();
  private final AtomicLong names = new AtomicLong();
  private long lastCheckpoint;

  private KnowledgeBaseBuilder(Path shown, BuildFolder folder) throws IOException {
    this.shown = shown;
    this.folder = folder;
    this.index = new IndexWriter(FSDirectory.open(folder.output().resolve(INDEX)), configuration());
    readCheckpoint();
  }

  /**
   * Starts a new build and discards the files of earlier runs.
   *
   * @param folder folder of the finished knowledge base
   * @throws KnowledgeBaseException if another process is building there, or the disk is not
   *     writable
   */
  public static KnowledgeBaseBuilder create(Path folder) {
    return open(folder, true);
  }

  /** Resumes from the last checkpoint of an earlier run, or starts a new build without one. */
  public static KnowledgeBaseBuilder resume(Path folder) {
    return open(folder, false);
  }

  private static KnowledgeBaseBuilder open(Path target, boolean fromScratch) {
    BuildFolder folder = null;
    try {
      folder = BuildFolder.of(target);
      if (fromScratch) {
        folder.clear();
      }
      return new KnowledgeBaseBuilder(target, folder);
    } catch (IOException e) {
      closeQuietly(folder);
      throw failed(target, e);
    } catch (RuntimeException e) {
      closeQuietly(folder);
      throw e;
    }
  }

  private static void closeQuietly(BuildFolder folder) {
    if (folder != null) {
      try {
        folder.close();
      } catch (IOException e) {
        // The earlier exception is the one to report.
      }
    }
  }

  private static IndexWriterConfig configuration() {
    TieredMergePolicy merging = new TieredMergePolicy();
    merging.setMaxMergedSegmentMB(MAX_SEGMENT_MEGABYTES);
    double eighth = Runtime.getRuntime().maxMemory() / 8.0 / (1 << 20);
    return new IndexWriterConfig(null)
        .setCodec(new Lucene912Codec(Lucene912Codec.Mode.BEST_COMPRESSION))
        .setMergePolicy(merging)
        .setRAMBufferSizeMB(Math.min(MAX_BUFFER_MEGABYTES, Math.max(16, eighth)))
        .setCommitOnClose(false);
  }

  private void readCheckpoint() {
    Iterable<Map.Entry<String, String>> kept = index.getLiveCommitData();
    if (kept != null) {
      for (Map.Entry<String, String> each : kept) {
        long number = Long.parseLong(each.getValue());
        switch (each.getKey()) {
          case CHECKPOINT -> lastCheckpoint = number;
          case ITEMS -> items.set(number);
          case NAMES -> names.set(number);
          default -> {}
        }
      }
    }
  }

  /** Returns the folder for files that a build needs to resume; deleted when the build is done. */
  public Path workFolder() {
    try {
      return folder.work();
    } catch (IOException e) {
      throw failed(shown, e);
    }
  }

  /**
   * Returns a folder that becomes part of the finished knowledge base, for files that a later build
   * needs.
   *
   * @param name name of the folder
   */
  public Path companionFolder(String name) {
    try {
      return folder.output().resolve(name);
    } catch (IOException e) {
      throw failed(shown, e);
    }
  }

  /** Returns the number of the last {@link #checkpoint}; 0 if there was none. */
  public long lastCheckpoint() {
    return lastCheckpoint;
  }

  /** Adds an item with its names and facts. Adding an item twice stores it twice. */
  public void add(KnowledgeBaseEntry entry) {
    try {
      Map<String, Integer> terms = IndexSchema.terms(entry.names());
      index.addDocument(IndexSchema.document(entry, terms));
      if (!terms.isEmpty()) {
        items.incrementAndGet();
        names.addAndGet(terms.size());
      }
    } catch (IOException e) {
      throw failed(shown, e);
    }
  }

  /**
   * Makes all entries that were added so far durable, together with a number that records the
   * progress for a later run. No other thread may add entries meanwhile.
   *
   * @param mark progress of the build, greater than 0
   */
  public void checkpoint(long mark) {
    try {
      index.setLiveCommitData(
          Map.of(
                  CHECKPOINT, Long.toString(mark),
                  ITEMS, Long.toString(items.get()),
                  NAMES, Long.toString(names.get()))
              .entrySet());
      index.commit();
      lastCheckpoint = mark;
    } catch (IOException e) {
      throw failed(shown, e);
    }
  }

  /**
   * Completes the knowledge base and moves it to its folder.
   *
   * @param source name of the file that it was built from, without its folder
   * @param date today
   * @return description of the finished knowledge base
   */
  public KnowledgeBaseInfo finish(
      KnowledgeBaseInfo.Origin kind,
      KnowledgeBaseInfo.Priors priors,
      String source,
      LocalDate date,
      List<String> languages) {
    try {
      index.forceMerge(MAX_SEGMENTS);
      index.commit();
      index.close();
      KnowledgeBaseInfo description =
          new KnowledgeBaseInfo(kind, priors, source, date, items.get(), names.get(), languages);
      description.write(folder.output());
      folder.publish();
      return description;
    } catch (IOException e) {
      throw failed(shown, e);
    }
  }

  /** Returns the number of added items that have a name. */
  public long itemCount() {
    return items.get();
  }

  /** Deletes all files of this and earlier runs, for a build that cannot succeed. */
  public void discard() {
    try {
      index.rollback();
      folder.remove();
    } catch (IOException e) {
      throw failed(shown, e);
    }
  }

  /** Releases the lock. An unfinished build remains for {@link #resume}. */
  @Override
  public void close() {
    try {
      if (index.isOpen()) {
        index.rollback();
      }
      folder.close();
    } catch (IOException e) {
      throw failed(shown, e);
    }
  }

  private static KnowledgeBaseException failed(Path folder, IOException e) {
    return new KnowledgeBaseException(
        folder + ": the knowledge base cannot be written (" + IoErrors.describe(e) + ")", e);
  }

  /**
   * Requires that the work folder has no unfinished work of another command, which a new build
   * would delete.
   *
   * @param plan {@link #DUMP_PLAN} or {@link #FETCH_PLAN}
   * @param command the other command: "kb fetch"
   * @throws KnowledgeBaseException if it has
   */
  public void requireWithout(String plan, String command) {
    if (Files.exists(workFolder().resolve(plan))) {
      throw new KnowledgeBaseException(
          workFolder().getParent()
              + ": an unfinished \""
              + command
              + "\" lies here; finish it, remove this folder, or give another folder with --out");
    }
  }
}
