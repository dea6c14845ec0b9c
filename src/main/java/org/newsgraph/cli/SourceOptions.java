package org.newsgraph.cli;

import java.util.List;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Readers;
import org.newsgraph.article.Sources;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where articles come from: the same for every command that reads them. */
final class SourceOptions {
  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description = {
        "Files, folders (with all below them), patterns in quotes ('news/**.txt'), or - for standard"
            + " input.",
        "Each may be text, JSON Lines, a web page, a feed, ninjs, NewsML-G2, NITF, news-please's JSON,"
            + " WARC, PDF, DOCX, an export of Nexis or Factiva, or a .gz, .zip or .tar.gz of these."
      })
  private List<String> sources;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "Refuse articles of more than N characters (default: ${DEFAULT-VALUE}).")
  private int maxLength = ArticleReader.MAX_LENGTH;

  /** The articles, read as they are asked for. */
  Stream<Article> read(Terminal terminal, Problems problems) {
    return new Sources(terminal.in(), problems).read(sources, new Readers(maxLength));
  }
}
