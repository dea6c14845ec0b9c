package org.newsgraph.article.format;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.newsgraph.article.Source;
import org.newsgraph.article.UnreadableArticleException;

/** The XML and HTML parts of a document that is a zip file. */
final class ZipParts {
  /** Maximum size of all parts together, in bytes. */
  private static final int MAX_BYTES = 2 * Xml.MAX_BYTES;

  private ZipParts() {}

  /**
   * Returns the decoded parts whose names are wanted, by their names.
   *
   * @throws IOException if the file is damaged
   * @throws UnreadableArticleException if the wanted parts are too large
   */
  static Map<String, String> read(Source source, Predicate<String> wanted)
      throws IOException, UnreadableArticleException {
    Map<String, String> parts = new LinkedHashMap<>();
    int left = MAX_BYTES;
    try (ZipArchiveInputStream zip =
        new ZipArchiveInputStream(source.open(), "UTF-8", true, true)) {
      for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (wanted.test(entry.getName())) {
          byte[] bytes = ArticleStreams.readBytes(zip, left);
          left -= bytes.length;
          parts.put(entry.getName(), Xml.decode(bytes));
        }
      }
    } catch (RuntimeException e) {
      // The library fails on some damaged headers.
      throw new IOException(e.getMessage(), e);
    }
    return parts;
  }
}
