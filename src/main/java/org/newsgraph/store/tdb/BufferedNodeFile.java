package org.newsgraph.store.tdb;

import org.apache.jena.dboe.base.file.BinaryDataFile;

/**
 * The file in which TDB2 keeps its terms, read and written by the block. TDB2 asks the system for
 * every few bytes of a term, ten times and more, which takes longer than all else that it does to
 * read it.
 */
final class BufferedNodeFile implements BinaryDataFile {
  private static final int MOST_READ = 1 << 12;
  private static final int MOST_UNWRITTEN = 1 << 16;

  private final BinaryDataFile file;

  private final byte[] read = new byte[MOST_READ];
  private long readFrom;
  private int readLength;

  private final byte[] unwritten = new byte[MOST_UNWRITTEN];
  private int unwrittenLength;

  /** How long the file is without what is unwritten. */
  private long written;

  private BufferedNodeFile(BinaryDataFile file) {
    this.file = file;
    if (file.isOpen()) {
      this.written = file.length();
    }
  }

  /** The file, so; it must be used by nobody else. */
  static BinaryDataFile before(BinaryDataFile file) {
    return file instanceof BufferedNodeFile ? file : new BufferedNodeFile(file);
  }

  @Override
  public synchronized void open() {
    file.open();
    written = file.length();
    readLength = 0;
    unwrittenLength = 0;
  }

  @Override
  public synchronized boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public synchronized int read(long from, byte[] into, int start, int length) {
    if (from >= written) {
      write();
    }
    if (from < readFrom || from >= readFrom + readLength) {
      if (length >= MOST_READ) {
        return file.read(from, into, start, length);
      }
      readFrom = from;
      readLength = Math.max(0, file.read(from, read, 0, MOST_READ));
      if (readLength == 0) {
        return -1;
      }
    }
    int at = (int) (from - readFrom);
    int found = Math.min(length, readLength - at);
    System.arraycopy(read, at, into, start, found);
    return found;
  }

  @Override
  public synchronized long write(byte[] from, int start, int length) {
    long at = length();
    if (unwrittenLength + length > MOST_UNWRITTEN) {
      write();
    }
    if (length > MOST_UNWRITTEN) {
      file.write(from, start, length);
      written += length;
    } else {
      System.arraycopy(from, start, unwritten, unwrittenLength, length);
      unwrittenLength += length;
    }
    return at;
  }

  private void write() {
    if (unwrittenLength > 0) {
      file.write(unwritten, 0, unwrittenLength);
      written += unwrittenLength;
      unwrittenLength = 0;
    }
  }

  @Override
  public synchronized long length() {
    return written + unwrittenLength;
  }

  @Override
  public synchronized void truncate(long length) {
    write();
    file.truncate(length);
    // TDB2's file goes on where it would have without the cut, unless it is opened anew.
    file.sync();
    file.close();
    open();
  }

  @Override
  public synchronized void sync() {
    write();
    file.sync();
  }

  @Override
  public synchronized void close() {
    if (isOpen()) {
      write();
      file.close();
    }
  }
}
