package org.newsgraph.link.wikidata;

import java.io.IOException;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.io.OrderedExecutor;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.wikidata.Chunks.Chunk;
import org.newsgraph.link.wikidata.DumpBuild.Listener;
import org.newsgraph.link.wikidata.DumpBuild.Options;
import org.newsgraph.link.wikidata.DumpBuild.Stage;
import org.newsgraph.link.wikidata.DumpSource.ReplacedDumpException;
import org.newsgraph.link.wikidata.DumpStream.Compression;
import org.newsgraph.link.wikidata.DumpStream.Mark;

/** The first phase of a build: reads a dump into a spool of items. */
final class ReadPhase {
  private static final int CHUNK_SIZE = 1 << 20;
  private static final int MAX_REPORTED = 100;
  private static final int FORMAT_BYTES = 1 << 12;

  private final DumpSource dump;
  private final Options options;
  private final Spool spool;
  private final Problems problems;
  private final Listener listener;
  private final LanguagePreference languages;

  private Mark reached;
  private long lines;
  private long items;
  private long broken;
  private long bytesInPart;
  private long size;
  private DumpStream in;

  ReadPhase(DumpSource dump, Options options, Spool spool, Problems problems, Listener listener) {
    this.dump = dump;
    this.options = options;
    this.spool = spool;
    this.problems = problems;
    this.listener = listener;
    this.languages = new LanguagePreference(options.languages());
    Spool.State state = spool.state();
    this.reached = state.mark();
    this.lines = state.lines();
    this.items = state.items();
    this.broken = state.invalidLines();
  }

  /** A chunk of the dump that was read. */
  private record Done(ParsedChunk digest, int bytes, Mark end) {}

  /** Reads the rest of the dump, if it has not been read completely. */
  void run() throws IOException {
    if (spool.state().complete()) {
      return;
    }
    size = dump.size();
    Compression packing = Compression.of(dump);
    DumpFormat format = DumpFormat.of(firstBytes(packing), dump);
    try (DumpStream stream = DumpStream.open(dump, packing, reached, options.jobs());
        OrderedExecutor<Done> work =
            new OrderedExecutor<>("dump", options.jobs(), 2 * options.jobs(), this::add)) {
      in = stream;
      Chunks chunks = new Chunks(stream, reached, format, CHUNK_SIZE);
      IOException truncation = null;
      try {
        for (Chunk next = chunks.next(); next != null; next = chunks.next()) {
          Chunk chunk = next;
          work.add(
              () ->
                  new Done(ParsedChunk.of(chunk, format, languages), chunk.length(), chunk.end()));
        }
      } catch (ReplacedDumpException e) {
        throw e;
      } catch (IOException e) {
        truncation = e;
      } catch (KnowledgeBaseException e) {
        work.finish();
        spool.finishPart(state(false));
        throw e;
      }
      work.finish();
      spool.finishPart(state(truncation == null));
      if (truncation != null) {
        throw truncated(truncation);
      }
    }
  }

  private byte[] firstBytes(Compression packing) throws IOException {
    try (DumpStream start = DumpStream.open(dump, packing, Mark.START, 1)) {
      return start.readNBytes(FORMAT_BYTES);
    } catch (ReplacedDumpException e) {
      throw e;
    } catch (IOException e) {
      throw truncated(e);
    }
  }

  private void add(Done done) throws IOException {
    for (ParsedChunk.InvalidLine each : done.digest().invalidLines()) {
      broken++;
      if (broken <= MAX_REPORTED) {
        problems.error(new SourceLocation(dump.toString(), lines + each.line() + 1), each.reason());
      }
    }
    lines += done.digest().lines();
    items += done.digest().items();
    spool.add(done.digest().block());
    reached = done.end();
    bytesInPart += done.bytes();
    if (bytesInPart >= options.bytesPerCheckpoint()) {
      spool.finishPart(state(false));
      bytesInPart = 0;
    }
    double share = size <= 0 ? 0 : Math.min(1, in.position() / (double) size);
    listener.progress(Stage.READING, items, share);
  }

  private Spool.State state(boolean complete) {
    return new Spool.State(reached, lines, items, broken, complete);
  }

  private KnowledgeBaseException truncated(IOException e) {
    return new KnowledgeBaseException(
        "%s: the dump is damaged or truncated after line %d (%s); fetch it again and rebuild to resume"
            .formatted(dump, lines, e.getMessage()),
        e);
  }
}
