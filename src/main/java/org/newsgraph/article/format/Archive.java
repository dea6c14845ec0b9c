package org.newsgraph.article.format;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.io.IoErrors;

/**
 * A zip or tar archive, read from start to end. Nothing is written to disk: names of entries are
 * used only in messages and identifiers.
 */
final class Archive {
  private static final int ZIP_MAGIC = 0x50;
  private static final Pattern HIDDEN = Pattern.compile("(?:^|/)\\.[^./]");

  private final Source source;
  private final Problems problems;
  private boolean anyEntry;

  Archive(Source source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** Returns the decompressed source of a file compressed by gzip or Zstandard. */
  static Source decompress(Source source) throws IOException {
    DecompressionLimit limit = new DecompressionLimit(source.open());
    InputStream packed = new BufferedInputStream(limit.compressedStream());
    InputStream in = limit.limitedStream(decompressed(packed));
    return new Source(source.name(), withoutSuffix(source.file()), () -> in);
  }

  private static InputStream decompressed(InputStream packed) throws IOException {
    packed.mark(Integer.BYTES);
    byte[] start = packed.readNBytes(Integer.BYTES);
    packed.reset();
    return Zstandard.isStart(start) ? Zstandard.decompress(packed) : new GZIPInputStream(packed);
  }

  private static String withoutSuffix(String file) {
    String lowerCase = file.toLowerCase(Locale.ROOT);
    if (lowerCase.endsWith(".tgz")) {
      return file.substring(0, file.length() - ".tgz".length()) + ".tar";
    }
    return lowerCase.matches(".*\\.(?:gz|zst)") ? file.substring(0, file.lastIndexOf('.')) : file;
  }

  /**
   * Returns the files in the archive that may contain articles. Each must be read before the next
   * is requested.
   */
  Stream<Source> entries() {
    try {
      InputStream in = new BufferedInputStream(source.open());
      DecompressionLimit limit = new DecompressionLimit(in);
      ArchiveInputStream<?> archive = open(limit.compressedStream());
      return ArticleStreams.stream(
          () -> next(archive, limit), closing(archive), source.location(), problems);
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
  }

  private static Closeable closing(ArchiveInputStream<?> archive) {
    return archive;
  }

  private static ArchiveInputStream<?> open(InputStream in) throws IOException {
    InputStream marked = new BufferedInputStream(in);
    marked.mark(1);
    boolean zip = marked.read() == ZIP_MAGIC;
    marked.reset();
    return zip
        ? new ZipArchiveInputStream(marked, "UTF-8", true, true)
        : new TarArchiveInputStream(marked, "UTF-8");
  }

  private Source next(ArchiveInputStream<?> archive, DecompressionLimit limit) throws IOException {
    for (ArchiveEntry entry = archive.getNextEntry();
        entry != null;
        entry = archive.getNextEntry()) {
      anyEntry = true;
      Source file = file(entry, archive, limit);
      if (entry.isDirectory() || isHidden(entry.getName()) || !archive.canReadEntryData(entry)) {
        reportUnreadable(entry, archive, file);
      } else if (isOutsideArchive(entry.getName())) {
        problems.error(file.location(), "its path leads outside the archive");
      } else if (SourceFormat.isKnown(file)) {
        return file;
      } else {
        problems.skipped(file.location(), FormatDetectingReader.UNSUPPORTED);
      }
    }
    if (!anyEntry) {
      anyEntry = true;
      problems.error(source.location(), "empty or truncated archive");
    }
    return null;
  }

  private void reportUnreadable(ArchiveEntry entry, ArchiveInputStream<?> archive, Source file) {
    if (!entry.isDirectory() && !archive.canReadEntryData(entry)) {
      problems.error(
          file.location(), "encrypted, or compressed by an unsupported method: unpack it first");
    }
  }

  private Source file(ArchiveEntry entry, ArchiveInputStream<?> archive, DecompressionLimit limit) {
    String name = entry.getName().replace('\\', '/');
    String file = name.substring(name.lastIndexOf('/') + 1);
    return new Source(
        source.name() + "!" + name,
        file.isEmpty() ? name : file,
        () -> limit.limitedStream(CloseShieldInputStream.wrap(archive)));
  }

  /** Tests whether an entry is a hidden file or was added by macOS. */
  private static boolean isHidden(String name) {
    return name.startsWith("__MACOSX/") || HIDDEN.matcher(name).find();
  }

  private static boolean isOutsideArchive(String name) {
    String portable = name.replace('\\', '/');
    return portable.startsWith("/")
        || portable.matches("[A-Za-z]:.*")
        || ("/" + portable + "/").contains("/../");
  }
}
