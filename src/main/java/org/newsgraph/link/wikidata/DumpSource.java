package org.newsgraph.link.wikidata;

import java.io.IOException;
import java.io.InputStream;

/**
 * The place of a dump: a file, or an address on the network. {@link Object#toString} returns it for
 * messages.
 */
public interface DumpSource {
  /** Returns the name of the dump, without its folder. */
  String name();

  /**
   * Returns the size, in bytes; -1 if it is unknown.
   *
   * @throws org.newsgraph.link.KnowledgeBaseException if there is no dump at this place
   */
  long size() throws IOException;

  /**
   * Returns a text that identifies the content.
   *
   * @param bytes number of bytes from the start to take into account; a file may have grown since
   */
  String fingerprint(long bytes) throws IOException;

  /**
   * Tests whether another dump may appear at this place, such as next week's dump. A build whose
   * dump has been replaced starts anew.
   */
  boolean isReplaceable();

  /**
   * Opens the dump.
   *
   * @param offset number of bytes to skip
   * @throws ReplacedDumpException if another dump has appeared at this place; also thrown by the
   *     stream
   */
  InputStream open(long offset) throws IOException;

  /** Thrown if another dump has appeared at the same place since the dump was first opened. */
  final class ReplacedDumpException extends IOException {
    private static final long serialVersionUID = 1;

    public ReplacedDumpException(String message) {
      super(message);
    }
  }
}
