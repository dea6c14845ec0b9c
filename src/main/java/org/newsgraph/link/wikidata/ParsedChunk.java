package org.newsgraph.link.wikidata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.newsgraph.link.wikidata.Chunks.Chunk;

/**
 * The items of a chunk of a dump.
 *
 * @param lines number of lines in the chunk
 * @param items number of items
 * @param invalidLines invalid lines
 * @param block the items, compressed
 */
record ParsedChunk(int lines, int items, List<InvalidLine> invalidLines, ItemBlock block) {
  /**
   * An invalid line.
   *
   * @param line number of the line in the chunk, from 0
   * @param reason description of the error
   */
  record InvalidLine(int line, String reason) {}

  static ParsedChunk of(Chunk chunk, DumpFormat format, LanguagePreference languages) {
    if (chunk.tooLong()) {
      return new ParsedChunk(
          1,
          0,
          List.of(new InvalidLine(0, "longer than 64 MB, the maximum length of an item")),
          ItemBlock.EMPTY);
    }
    Items items = new Items();
    int lines = format.read(chunk.bytes(), chunk.length(), languages, items);
    return new ParsedChunk(
        lines, items.count, List.copyOf(items.broken), ItemBlock.of(items.bytes.toArrayCopy()));
  }

  private static final class Items implements DumpFormat.Sink {
    private final ByteBuffersDataOutput bytes = new ByteBuffersDataOutput();
    private final List<InvalidLine> broken = new ArrayList<>();
    private int count;

    @Override
    public void item(DumpItem item) {
      try {
        item.write(bytes);
        count++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void invalidLine(int line, String reason) {
      broken.add(new InvalidLine(line, reason));
    }
  }
}
