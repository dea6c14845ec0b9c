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
 * A zip or tar archive, read from front to back. Nothing is written to the disk: the names in it
 * serve only to tell what was read.
 */
final class Archive {
  private static final int ZIP_MAGIC = 0x50;
  private static final Pattern HIDDEN = Pattern.compile("(?:^|/)\\.[^./]");

  private final Source source;
  private final Problems problems;
  private boolean any;

  Archive(Source source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** A file that is compressed by itself. */
  static Source unpacked(Source source) throws IOException {
    DecompressionLimit inflation = new DecompressionLimit(source.open());
    InputStream in = inflation.guarded(new GZIPInputStream(inflation.counted()));
    return new Source(source.name(), withoutSuffix(source.file()), () -> in);
  }

  private static String withoutSuffix(String file) {
    String small = file.toLowerCase(Locale.ROOT);
    if (small.endsWith(".tgz")) {
      return file.substring(0, file.length() - ".tgz".length()) + ".tar";
    }
    return small.endsWith(".gz") ? file.substring(0, file.length() - ".gz".length()) : file;
  }

  /** The files in it that may hold articles; each has to be read before the next is asked for. */
  Stream<Source> entries() {
    try {
      InputStream in = new BufferedInputStream(source.open());
      DecompressionLimit inflation = new DecompressionLimit(in);
      ArchiveInputStream<?> archive = open(inflation.counted());
      return ArticleStreams.stream(
          () -> next(archive, inflation), closing(archive), source.place(), problems);
    } catch (IOException e) {
      problems.error(source.place(), IoErrors.describeRead(e));
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

  private Source next(ArchiveInputStream<?> archive, DecompressionLimit inflation)
      throws IOException {
    for (ArchiveEntry entry = archive.getNextEntry();
        entry != null;
        entry = archive.getNextEntry()) {
      any = true;
      Source file = file(entry, archive, inflation);
      if (entry.isDirectory() || isHidden(entry.getName()) || !archive.canReadEntryData(entry)) {
        tellUnreadable(entry, archive, file);
      } else if (leadsOut(entry.getName())) {
        problems.error(file.place(), "its name leads out of the archive: left out");
      } else if (SourceFormat.isKnown(file)) {
        return file;
      }
    }
    if (!any) {
      any = true;
      problems.error(source.place(), "an archive with nothing in it, or no whole one");
    }
    return null;
  }

  private void tellUnreadable(ArchiveEntry entry, ArchiveInputStream<?> archive, Source file) {
    if (!entry.isDirectory() && !archive.canReadEntryData(entry)) {
      problems.error(
          file.place(), "encrypted, or packed in a way that is not known: unpack it first");
    }
  }

  private Source file(
      ArchiveEntry entry, ArchiveInputStream<?> archive, DecompressionLimit inflation) {
    String name = entry.getName().replace('\\', '/');
    String file = name.substring(name.lastIndexOf('/') + 1);
    return new Source(
        source.name() + "!" + name,
        file.isEmpty() ? name : file,
        () -> inflation.guarded(CloseShieldInputStream.wrap(archive)));
  }

  /** Hidden files, and what macOS adds to archives. */
  private static boolean isHidden(String name) {
    return name.startsWith("__MACOSX/") || HIDDEN.matcher(name).find();
  }

  private static boolean leadsOut(String name) {
    String portable = name.replace('\\', '/');
    return portable.startsWith("/")
        || portable.matches("[A-Za-z]:.*")
        || ("/" + portable + "/").contains("/../");
  }
}
