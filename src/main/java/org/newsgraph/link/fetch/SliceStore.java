package org.newsgraph.link.fetch;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.newsgraph.io.AtomicFiles;

/**
 * Finished parts of a fetch on disk: one gzip file each, whose checksum detects damage. A file
 * appears only when it is complete.
 */
final class SliceStore {
  /** Content of a slice, in the order in which slices are fetched. */
  enum Content {
    COUNTS,
    FOUND,
    CLASSES,
    ITEMS,
    LABELS
  }

  /** A receiver of slices. */
  interface Receiver {
    void accept(ByteArrayDataInput slice) throws IOException;
  }

  private final Path folder;
  private final Map<Content, Integer> sizes = new EnumMap<>(Content.class);

  /** Opens a store. Deletes damaged slices and all that were fetched after them. */
  SliceStore(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    boolean valid = true;
    Deque<Path> damaged = new ArrayDeque<>();
    for (Content content : Content.values()) {
      for (int number = 0; Files.exists(path(content, number)); number++) {
        valid = valid && isValid(path(content, number));
        if (valid) {
          sizes.merge(content, 1, Integer::sum);
        } else {
          damaged.push(path(content, number));
        }
      }
    }
    // The last first, so that an interruption leaves no gap before slices that are outdated.
    for (Path slice : damaged) {
      Files.delete(slice);
    }
  }

  private static boolean isValid(Path slice) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(slice), 1 << 16)) {
      in.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (ZipException | EOFException e) {
      return false;
    }
  }

  /** Returns the number of slices with this content. */
  int size(Content content) {
    return sizes.getOrDefault(content, 0);
  }

  /** Adds a slice and forces it to disk. */
  void add(Content content, ByteBuffersDataOutput slice) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(slice.toArrayCopy());
    }
    AtomicFiles.write(path(content, size(content)), packed.toByteArray());
    sizes.merge(content, 1, Integer::sum);
  }

  /** Passes all slices with this content to a receiver, in their order. */
  void forEach(Content content, Receiver receiver) throws IOException {
    for (int i = 0; i < size(content); i++) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(path(content, i)))) {
        receiver.accept(new ByteArrayDataInput(in.readAllBytes()));
      }
    }
  }

  private Path path(Content content, int number) {
    return folder.resolve(
        String.format(Locale.ROOT, "%s-%06d.gz", content.name().toLowerCase(Locale.ROOT), number));
  }
}
