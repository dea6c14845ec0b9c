package org.newsgraph.store;

import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * The free disk space of a database, which is checked before each write.
 *
 * @param folder folder of the database, for messages
 * @param usable supplier of the usable disk space, in bytes
 */
public record DiskSpace(Path folder, LongSupplier usable) {
  /**
   * Minimum disk space that must remain free after a write, in bytes. TDB2 maps its files into
   * memory and grows them by blocks of 8 MiB, so that on a full disk the process would crash.
   */
  public static final long MIN_FREE = 64L << 20;

  /**
   * Maximum disk space of a triple that a transaction adds, in all indexes, in bytes. A triple of a
   * compact database takes {@code WritePolicy.bytesPerTriple}.
   */
  public static final long MAX_BYTES_PER_TRIPLE = 1024;

  /** Tests whether a number of bytes can be written with {@link #MIN_FREE} left. */
  public boolean hasRoomFor(long bytes) {
    return usable.getAsLong() >= MIN_FREE + bytes;
  }

  /**
   * Checks that a number of bytes can be written with {@link #MIN_FREE} left.
   *
   * @throws StoreException if there is not enough disk space
   */
  public void require(long bytes) {
    long left = usable.getAsLong();
    long needed = MIN_FREE + bytes;
    if (left < needed) {
      throw new StoreException(
          folder
              + ": the disk is nearly full ("
              + (left >> 20)
              + " MiB left); free at least "
              + (needed >> 20)
              + " MiB and run the same command again. The database is intact");
    }
  }

  /**
   * Checks that a transaction can add a number of triples.
   *
   * @throws StoreException if there is not enough disk space
   */
  public void requireForTriples(long triples) {
    require(triples * MAX_BYTES_PER_TRIPLE);
  }
}
