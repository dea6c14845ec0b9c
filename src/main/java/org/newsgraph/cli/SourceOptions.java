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

/** Options shared by the commands that read articles. */
final class SourceOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..*",
      description = {
        "Files, folders (read recursively), patterns in quotes ('news/**.txt'), or - for standard"
            + " input.",
        "Formats: plain text, Markdown, mail, JSON Lines, web pages, feeds, ninjs, NewsML-G2, NITF,"
            + " news-please's JSON, WARC, WACZ, PDF, DOCX, RTF, ODT, EPUB, exports of Nexis, Factiva,"
            + " ProQuest, Gale, Europresse and Retriever, and .gz, .zst, .zip or .tar.gz of these."
      })
  private List<String> sources = List.of();

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "Reject articles of more than N characters (default: ${DEFAULT-VALUE}).")
  private int maxLength = ArticleReader.MAX_LENGTH;

  @Option(
      names = "--ocr",
      description =
          "Recognise the text of scanned PDFs with tesseract, which must be installed. Takes several"
              + " seconds per page; recognised texts contain errors.")
  private boolean ocr;

  boolean isEmpty() {
    return sources.isEmpty();
  }

  /** Returns the files that the sources match now. Missing files are not reported. */
  List<Path> files(Terminal terminal) {
    return new Sources(terminal.in(), new Problems(problem -> {}))
        .find(sources.stream().filter(it -> !it.equals("-")).toList())
        .map(it -> Path.of(it.name()))
        .toList();
  }

  /** Returns the articles of all sources, including duplicates. */
  Stream<Article> all(Terminal terminal, Problems problems) {
    return all(sources, terminal, problems);
  }

  /** Returns the articles of the given files, including duplicates. */
  Stream<Article> all(List<String> files, Terminal terminal, Problems problems) {
    return new Sources(terminal.in(), problems)
        .readAll(files, new FormatDetectingReader(maxLength, ocr));
  }

  /** Returns the articles of a fetched feed. */
  Stream<Article> feed(Source feed, Problems problems) {
    return new FormatDetectingReader(maxLength, ocr).readFeed(feed, problems);
  }

  /** Returns the articles of all sources without duplicates. Reads lazily. */
  Stream<Article> read(Terminal terminal, Problems problems) {
    if (sources.isEmpty()) {
      throw new ParameterException(command.commandLine(), "No SOURCE given");
    }
    return new Sources(terminal.in(), problems)
        .read(sources, new FormatDetectingReader(maxLength, ocr));
  }
}
