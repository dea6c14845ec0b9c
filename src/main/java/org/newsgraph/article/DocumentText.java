package org.newsgraph.article;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines of a document that was no plain text: one article, or an archive's export of several.
 *
 * @param metadata what the document says of itself; in an export nothing about its articles
 */
record DocumentText(List<String> lines, Metadata metadata, int maxLength) {
  Stream<Article> articles(Source source, Problems problems) {
    if (ExportReader.isExport(lines.stream().limit(ExportReader.PEEK))) {
      return new ExportReader(maxLength).articles(lines.iterator(), () -> {}, source, problems);
    }
    return Articles.one(source, problems, () -> article(source)).stream();
  }

  private Article article(Source source) throws Unreadable {
    String all = String.join("\n", lines).strip();
    Text text = new Text(all);
    Metadata seen = Heading.metadata(text, Layout.of(text, metadata.title()));
    return Articles.of(Optional.empty(), all, metadata.or(seen), source.place(), maxLength);
  }
}
