package org.newsgraph.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problems;
import org.newsgraph.io.IsoDay;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that select some of the articles read. */
final class ArticleFilterOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private LocalDate since = LocalDate.MIN;
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description =
          "Only articles published on this day (2024-05-06) or later, and undated articles.")
  void setSince(String date) {
    try {
      since = LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          command.commandLine(), "--since: \"" + date + "\" is not a date such as 2024-05-06", e);
    }
  }

  @Option(names = "--limit", paramLabel = "N", description = "Only the first N articles.")
  void setLimit(long limit) {
    if (limit < 1) {
      throw new ParameterException(
          command.commandLine(), "--limit must be at least 1, not " + limit);
    }
    this.limit = limit;
  }

  /** Returns the selected articles. Older articles are reported as skipped. */
  Stream<Article> filter(Stream<Article> articles, Problems problems) {
    return articles.filter(it -> isLateEnough(it, problems)).limit(limit);
  }

  private boolean isLateEnough(Article article, Problems problems) {
    Optional<LocalDate> published =
        article.metadata().published().filter(IsoDay::isDay).flatMap(IsoDay::parse);
    boolean tooOld = published.filter(it -> it.isBefore(since)).isPresent();
    if (tooOld) {
      problems.skipped(article.location(), "published on " + published.get() + ", before " + since);
    }
    return !tooOld;
  }
}
