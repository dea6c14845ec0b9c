package org.newsgraph.link.wikidata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.io.OrderedExecutor;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.wikidata.Chunks.Chunk;
import org.newsgraph.link.wikidata.DumpBuild.Listener;
import org.newsgraph.link.wikidata.DumpBuild.Options;
import org.newsgraph.link.wikidata.DumpBuild.Stage;
import org.newsgraph.link.wikidata.DumpStream.Mark;
import org.newsgraph.link.wikidata.DumpStream.Packing;

/** The first half of a build: a dump becomes a spool of items. */
final class ReadPhase {
  private static final int CHUNK = 1 << 20;
  private static final int MOST_TOLD = 100;
  private static final int BEGINNING = 1 << 12;

  private final Path dump;
  private final Options options;
  private final Spool spool;
  private final Problems problems;
  private final Listener listener;
  private final LanguagePreference languages;

  private Mark reached;
  private long lines;
  private long items;
  private long broken;
  private long inPart;
  private long size;
  private DumpStream in;

  ReadPhase(Path dump, Options options, Spool spool, Problems problems, Listener listener) {
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
    this.broken = state.broken();
  }

  /** A piece of the dump that was read. */
  private record Done(ParsedChunk digest, int bytes, Mark end) {}

  /** Reads the dump from where it was read to before, if it was not read whole. */
  void run() throws IOException {
    if (spool.state().whole()) {
      return;
    }
    size = Files.size(dump);
    Packing packing = Packing.of(dump);
    DumpFormat format = DumpFormat.of(beginning(packing), dump);
    try (DumpStream stream = DumpStream.open(dump, packing, reached, options.jobs());
        OrderedExecutor<Done> work =
            new OrderedExecutor<>("dump", options.jobs(), 2 * options.jobs(), this::take)) {
      in = stream;
      Chunks chunks = new Chunks(stream, reached, format, CHUNK);
      IOException breaksOff = null;
      try {
        for (Chunk next = chunks.next(); next != null; next = chunks.next()) {
          Chunk chunk = next;
          work.add(
              () ->
                  new Done(ParsedChunk.of(chunk, format, languages), chunk.length(), chunk.end()));
        }
      } catch (IOException e) {
        breaksOff = e;
      }
      work.finish();
      spool.finishPart(state(breaksOff == null));
      if (breaksOff != null) {
        throw breaksOff(breaksOff);
      }
    }
  }

  private byte[] beginning(Packing packing) throws IOException {
    try (DumpStream start = DumpStream.open(dump, packing, Mark.START, 1)) {
      return start.readNBytes(BEGINNING);
    } catch (IOException e) {
      throw breaksOff(e);
    }
  }

  private void take(Done done) throws IOException {
    for (ParsedChunk.Broken each : done.digest().broken()) {
      broken++;
      if (broken <= MOST_TOLD) {
        problems.error(new SourceLocation(dump.toString(), lines + each.line() + 1), each.reason());
      }
    }
    lines += done.digest().lines();
    items += done.digest().items();
    spool.add(done.digest().block());
    reached = done.end();
    inPart += done.bytes();
    if (inPart >= options.part()) {
      spool.finishPart(state(false));
      inPart = 0;
    }
    listener.reached(Stage.READING, items, Math.min(1, in.position() / (double) size));
  }

  private Spool.State state(boolean whole) {
    return new Spool.State(reached, lines, items, broken, whole);
  }

  private KnowledgeBaseException breaksOff(IOException e) {
    return new KnowledgeBaseException(
        "%s: it breaks off after line %d (%s); fetch it whole and build again: what was read is kept"
            .formatted(dump, lines, e.getMessage()),
        e);
  }
}
