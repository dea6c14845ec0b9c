package org.newsgraph.link.wikidata;

import java.nio.file.Path;
import org.newsgraph.link.KnowledgeBaseException;

/** How a dump is written: lines, of which one or several tell of an item. */
sealed interface DumpFormat permits JsonDump, TriplesDump {
  /** Hears what the lines tell. */
  interface Sink {
    void item(DumpItem item);

    /**
     * Hears of a line that cannot be read.
     *
     * @param line counted from 0, among the lines read
     */
    void broken(int line, String reason);
  }

  /**
   * Where a piece of a dump may be cut so that no item is.
   *
   * @param length how many of the bytes are filled
   * @return how many of them are whole items; 0 where there is no such place
   */
  int cut(byte[] bytes, int length);

  /**
   * Reads whole lines.
   *
   * @return how many there were
   */
  int read(byte[] bytes, int length, LanguagePreference languages, Sink sink);

  /** Tells the format by how a dump begins, whatever it is called. */
  static DumpFormat of(byte[] start, Path dump) {
    int at = 0;
    if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB) {
      at = 3;
    }
    while (at < start.length && start[at] <= ' ' && start[at] > 0) {
      at++;
    }
    byte first = at < start.length ? start[at] : 0;
    return switch (first) {
      case '[', '{' -> new JsonDump();
      case '<', '#', '_' -> new TriplesDump();
      default ->
          throw new KnowledgeBaseException(
              dump
                  + ": this is no dump of Wikidata; a JSON dump (an item a line) or truthy"
                  + " N-Triples are wanted, in UTF-8, packed with gzip or bzip2 or not at all");
    };
  }
}
