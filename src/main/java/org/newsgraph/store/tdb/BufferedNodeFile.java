package org.newsgraph.store.tdb;

import org.apache.jena.dboe.base.file.BinaryDataFile;

/**
 * TDB2's file of terms with a read buffer and a write buffer. TDB2 itself makes ten or more system
 * calls per term, for a few bytes each, which take longer than everything else in reading the term.
 */
final class BufferedNodeFile implements BinaryDataFile {
  private static final int READ_BUFFER_SIZE = 1 << 12;
  private static final int WRITE_BUFFER_SIZE = 1 << 16;

  private final BinaryDataFile file;

  private final byte[] read = new byte[READ_BUFFER_SIZE];
  private long readFrom;
  private int readLength;

  private final byte[] unwritten = new byte[WRITE_BUFFER_SIZE];
  private int unwrittenLength;

  /** Length of the file in bytes, without the contents of the write buffer. */
  private long written;

  private BufferedNodeFile(BinaryDataFile file) {
    this.file = file;
    if (file.isOpen()) {
      this.written = file.length();
    }
  }

  /**
   * Wraps a file with buffers, unless it is wrapped already. The caller must not use the file
   * itself afterwards.
   */
  static BinaryDataFile wrap(BinaryDataFile file) {
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
      if (length >= READ_BUFFER_SIZE) {
        return file.read(from, into, start, length);
      }
      readFrom = from;
      readLength = Math.max(0, file.read(from, read, 0, READ_BUFFER_SIZE));
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
    if (unwrittenLength + length > WRITE_BUFFER_SIZE) {
      write();
    }
    if (length > WRITE_BUFFER_SIZE) {
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
    // Without being reopened, TDB2's file would continue to append at its old end.
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
