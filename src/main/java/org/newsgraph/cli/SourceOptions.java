package org.newsgraph.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.Sources;
import org.newsgraph.article.format.FormatDetectingReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where articles come from: the same for every command that reads them. */
final class SourceOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..*",
      description = {
        "Files, folders (with all below them), patterns in quotes ('news/**.txt'), or - for standard"
            + " input.",
        "Each may be text, JSON Lines, a web page, a feed, ninjs, NewsML-G2, NITF, news-please's JSON,"
            + " WARC, PDF, DOCX, an export of Nexis or Factiva, or a .gz, .zip or .tar.gz of these."
      })
  private List<String> sources = List.of();

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "Refuse articles of more than N characters (default: ${DEFAULT-VALUE}).")
  private int maxLength = ArticleReader.MAX_LENGTH;

  boolean isEmpty() {
    return sources.isEmpty();
  }

  /** The files behind the sources, as they are now; what is not there is not told. */
  List<Path> files(Terminal terminal) {
    return new Sources(terminal.in(), new Problems(problem -> {}))
        .find(sources.stream().filter(it -> !it.equals("-")).toList())
        .map(it -> Path.of(it.name()))
        .toList();
  }

  /** The articles, those that come again among them. */
  Stream<Article> all(Terminal terminal, Problems problems) {
    return all(sources, terminal, problems);
  }

  Stream<Article> all(List<String> files, Terminal terminal, Problems problems) {
    return new Sources(terminal.in(), problems).all(files, new FormatDetectingReader(maxLength));
  }

  /** The articles of a feed that was fetched. */
  Stream<Article> feed(Source feed, Problems problems) {
    return new FormatDetectingReader(maxLength).feed(feed, problems);
  }

  /** The articles, each once, read as they are asked for. */
  Stream<Article> read(Terminal terminal, Problems problems) {
    if (sources.isEmpty()) {
      throw new ParameterException(command.commandLine(), "Name a SOURCE");
    }
    return new Sources(terminal.in(), problems).read(sources, new FormatDetectingReader(maxLength));
  }
}
