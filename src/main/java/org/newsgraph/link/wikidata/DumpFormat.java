package org.newsgraph.link.wikidata;

import org.newsgraph.link.KnowledgeBaseException;

/** A line-based format of dumps, with one or more lines per item. */
sealed interface DumpFormat permits JsonDump, TriplesDump {
  /** A receiver of items and errors. */
  interface Sink {
    void item(DumpItem item);

    /**
     * Receives the number of an invalid line.
     *
     * @param line number of the line among the lines of this call, from 0
     * @param reason description of the error
     */
    void invalidLine(int line, String reason);
  }

  /**
   * Returns a position at which a chunk can be cut between two items.
   *
   * @param length number of bytes in use
   * @return number of bytes with complete items; 0 if there is no such position
   */
  int lastItemBoundary(byte[] bytes, int length);

  /**
   * Reads complete lines.
   *
   * @return number of lines
   */
  int read(byte[] bytes, int length, LanguagePreference languages, Sink sink);

  /** Detects the format by the first bytes of a dump, whatever its file name. */
  static DumpFormat of(byte[] start, DumpSource dump) {
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
                  + ": not a Wikidata dump; use a JSON dump (one item per line) or truthy N-Triples,"
                  + " in UTF-8, uncompressed or compressed with gzip or bzip2");
    };
  }
}
