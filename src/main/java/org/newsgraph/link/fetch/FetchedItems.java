package org.newsgraph.link.fetch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.lucene.store.InputStreamDataInput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.newsgraph.io.AtomicFiles;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * The selected items of a finished fetch, stored in a file beside the index, from which an update
 * takes the items that have not changed.
 *
 * @param folder folder of this file and of the {@link FetchPlan}
 */
record FetchedItems(Path folder) {
  private static final String FILE = "items.gz";
  private static final byte ITEM = 1;
  private static final byte END = 0;

  /** A writer of the file. */
  static final class Writer implements AutoCloseable {
    private final Path file;
    private final OutputStreamDataOutput out;

    private Writer(Path file) throws IOException {
      this.file = file;
      out =
          new OutputStreamDataOutput(
              new BufferedOutputStream(
                  new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 16));
    }

    void add(StoredItem item) throws IOException {
      out.writeByte(ITEM);
      item.write(out);
    }

    /** Marks the file as complete. */
    void finish() throws IOException {
      out.writeByte(END);
    }

    @Override
    public void close() throws IOException {
      out.close();
      AtomicFiles.force(file);
    }
  }

  Writer write() throws IOException {
    return new Writer(folder.resolve(FILE));
  }

  /** Passes all items to a receiver. */
  void forEach(StoredItem.Receiver receiver) throws IOException {
    Path file = folder.resolve(FILE);
    try (InputStreamDataInput in =
        new InputStreamDataInput(
            new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16))) {
      while (in.readByte() == ITEM) {
        receiver.accept(StoredItem.read(in));
      }
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      throw new KnowledgeBaseException(
          file + ": the file is damaged; fetch the knowledge base again without --update", e);
    }
  }

  /** Returns the times of the last modification of the items, in seconds since 1970. */
  Map<Integer, Long> modifications() throws IOException {
    Map<Integer, Long> all = new HashMap<>();
    forEach(each -> all.put(each.item().number(), each.modified()));
    return all;
  }
}
