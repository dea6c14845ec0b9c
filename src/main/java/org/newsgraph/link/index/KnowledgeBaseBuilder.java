package org.newsgraph.link.index;

import java.io.IOException;
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
 * Builds a knowledge base on disk. It appears in its place when it is {@link #finish finished}, and
 * not before; an earlier one there is in use until then.
 *
 * <pre>{@code
 * try (KnowledgeBaseBuilder builder = KnowledgeBaseBuilder.anew(folder)) {
 *   entries.forEach(builder::add);
 *   builder.finish(Kind.PACK, Priors.GIVEN, "wikidict.tab.gz", today, List.of("en"));
 * }
 * }</pre>
 *
 * <p>{@link #add} may be called by several threads at once. Memory is bounded: an eighth of what
 * Java may have, 512 MB at most. A build of hours calls {@link #checkpoint} now and then, and
 * {@link #resume} in another run finds all that was added until then.
 */
public final class KnowledgeBaseBuilder implements AutoCloseable {
  static final String INDEX = "index";

  private static final String MARK = "mark";
  private static final String ITEMS = "items";
  private static final String NAMES = "names";

  private static final double MOST_MEGABYTES = 512;
  private static final double LARGEST_SEGMENT_MEGABYTES = 20_000;

  /** Each costs every look-up a seek. */
  private static final int MOST_SEGMENTS = 4;

  private final Path shown;
  private final BuildFolder folder;
  private final IndexWriter index;
  private final AtomicLong items = new AtomicLong();
  private final AtomicLong names = new AtomicLong();
  private long lastCheckpoint;

  private KnowledgeBaseBuilder(Path shown, BuildFolder folder) throws IOException {
    this.shown = shown;
    this.folder = folder;
    this.index = new IndexWriter(FSDirectory.open(folder.whole().resolve(INDEX)), configuration());
    readMark();
  }

  /**
   * From the beginning, whatever an earlier run has left.
   *
   * @param folder where the knowledge base will lie
   * @throws KnowledgeBaseException where another process builds there, or nothing can be written
   */
  public static KnowledgeBaseBuilder create(Path folder) {
    return open(folder, true);
  }

  /** From where an earlier run was ended, if there was one. */
  public static KnowledgeBaseBuilder resume(Path folder) {
    return open(folder, false);
  }

  private static KnowledgeBaseBuilder open(Path target, boolean anew) {
    BuildFolder folder = null;
    try {
      folder = BuildFolder.of(target);
      if (anew) {
        folder.empty();
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
        // What went wrong before is what counts.
      }
    }
  }

  private static IndexWriterConfig configuration() {
    TieredMergePolicy merging = new TieredMergePolicy();
    merging.setMaxMergedSegmentMB(LARGEST_SEGMENT_MEGABYTES);
    double eighth = Runtime.getRuntime().maxMemory() / 8.0 / (1 << 20);
    return new IndexWriterConfig(null)
        .setCodec(new Lucene912Codec(Lucene912Codec.Mode.BEST_COMPRESSION))
        .setMergePolicy(merging)
        .setRAMBufferSizeMB(Math.min(MOST_MEGABYTES, Math.max(16, eighth)))
        .setCommitOnClose(false);
  }

  private void readMark() {
    Iterable<Map.Entry<String, String>> kept = index.getLiveCommitData();
    if (kept != null) {
      for (Map.Entry<String, String> each : kept) {
        long number = Long.parseLong(each.getValue());
        switch (each.getKey()) {
          case MARK -> lastCheckpoint = number;
          case ITEMS -> items.set(number);
          case NAMES -> names.set(number);
          default -> {}
        }
      }
    }
  }

  /** A folder for what a build needs in order to go on; it goes when the build is done. */
  public Path workFolder() {
    try {
      return folder.work();
    } catch (IOException e) {
      throw failed(shown, e);
    }
  }

  /** The mark of the last {@link #checkpoint}; 0 where there was none. */
  public long lastCheckpoint() {
    return lastCheckpoint;
  }

  /** Adds an item, its names and facts. One that was added before is then there twice. */
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
   * Makes all that was added so far last, with a number that tells a later run how far this one
   * came. No other thread may add meanwhile.
   *
   * @param mark greater than 0
   */
  public void checkpoint(long mark) {
    try {
      index.setLiveCommitData(
          Map.of(
                  MARK, Long.toString(mark),
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
   * Puts the knowledge base in its place.
   *
   * @param source the file that it was built from, without its folder
   * @param date today
   * @return what it is and holds
   */
  public KnowledgeBaseInfo finish(
      KnowledgeBaseInfo.Kind kind,
      KnowledgeBaseInfo.Priors priors,
      String source,
      LocalDate date,
      List<String> languages) {
    try {
      index.forceMerge(MOST_SEGMENTS);
      index.commit();
      index.close();
      KnowledgeBaseInfo description =
          new KnowledgeBaseInfo(kind, priors, source, date, items.get(), names.get(), languages);
      description.write(folder.whole());
      folder.move();
      return description;
    } catch (IOException e) {
      throw failed(shown, e);
    }
  }

  /** How many items with a name were added. */
  public long items() {
    return items.get();
  }

  /** Takes out all that this run and earlier ones have left; for a build that cannot succeed. */
  public void discard() {
    try {
      index.rollback();
      folder.remove();
    } catch (IOException e) {
      throw failed(shown, e);
    }
  }

  /** Lets another process build here; what was not finished stays for {@link #resume}. */
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
}
