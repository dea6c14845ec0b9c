package org.newsgraph.article.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.io.IoErrors;

/**
 * A WACZ file: a zip archive of web archives, with indexes and descriptions that are not articles.
 *
 * <p>It is read through the directory at its end, because the sizes of its entries often stand
 * behind them. A collection that is not a file, such as standard input, is copied to a temporary
 * file first.
 *
 * @see <a href="https://specs.webrecorder.net/wacz/1.1.1/">WACZ specification</a>
 */
final class WebArchiveCollection {
  /** Names of the entries that are web archives. */
  private static final Pattern WEB_ARCHIVE =
      Pattern.compile("archive/[^/]+\\.warc(?:\\.(?:gz|zst))?");

  private final Source source;
  private final Optional<Path> path;
  private final Problems problems;

  /**
   * Creates a collection.
   *
   * @param path file of the source, if the source is a file
   */
  WebArchiveCollection(Source source, Optional<Path> path, Problems problems) {
    this.source = source;
    this.path = path;
    this.problems = problems;
  }

  /** Tests whether a zip archive whose first entry has this name is a collection. */
  static boolean isFirstEntry(String name) {
    return WEB_ARCHIVE.matcher(name).matches() || name.equals("datapackage.json");
  }

  /** Returns the web archives, in the order of their names. */
  Stream<Source> archives() {
    try {
      Path copy = null;
      if (path.isPresent()) {
        // The stream in which the format was detected is not read further.
        source.open().close();
      } else {
        copy = copy();
      }
      ZipFile zip = open(path.orElse(copy), copy);
      List<Source> archives =
          Collections.list(zip.getEntries()).stream()
              .filter(it -> WEB_ARCHIVE.matcher(it.getName()).matches())
              .sorted(Comparator.comparing(ZipArchiveEntry::getName))
              .map(it -> archive(zip, it))
              .toList();
      if (archives.isEmpty()) {
        problems.error(source.location(), "no web archive in this WACZ file");
      }
      Iterator<Source> next = archives.iterator();
      return ArticleStreams.stream(
          () -> next.hasNext() ? next.next() : null,
          closing(zip, copy),
          source.location(),
          problems);
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
  }

  private static ZipFile open(Path file, Path copy) throws IOException {
    try {
      return ZipFile.builder().setPath(file).get();
    } catch (IOException e) {
      delete(copy);
      throw e;
    }
  }

  private Source archive(ZipFile zip, ZipArchiveEntry entry) {
    String name = entry.getName();
    return new Source(
        source.name() + "!" + name,
        name.substring(name.lastIndexOf('/') + 1),
        () -> zip.getInputStream(entry));
  }

  private Path copy() throws IOException {
    Path copy = Files.createTempFile("newsgraph-", ".wacz");
    try (InputStream in = source.open()) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException e) {
      delete(copy);
      throw e;
    }
  }

  private static Closeable closing(ZipFile zip, Path copy) {
    return () -> {
      zip.close();
      delete(copy);
    };
  }

  private static void delete(Path copy) throws IOException {
    if (copy != null) {
      Files.deleteIfExists(copy);
    }
  }
}
