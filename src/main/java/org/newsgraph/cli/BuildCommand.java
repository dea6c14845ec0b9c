package org.newsgraph.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings articles into a database. */
@Command(
    name = "build",
    description = {
      "Reads articles into the database; only new or changed ones are worked on.",
      "Stopped at any point, the same command goes on where it was."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph build news/ extra.jsonl --db data",
      "Example: newsgraph build --watch incoming/ --feed https://example.org/rss --every 10m"
    })
final class BuildCommand implements Callable<Integer> {
  /** How long after one look at watched files the next comes. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  @ParentCommand private Newsgraph newsgraph;
  @Mixin private SourceOptions sources;
  @Mixin private DatabaseOption database;
  @Mixin private BuildOptions options;
  @Mixin private ArticleFilterOptions selection;
  @Spec private CommandSpec command;

  @Option(
      names = "--dry-run",
      description = "Only count what would be new or changed; the database stays as it is.")
  private boolean dryRun;

  @Option(
      names = "--watch",
      description = "Goes on until Ctrl-C, and reads files of the sources that are new or change.")
  private boolean watch;

  @Option(
      names = "--feed",
      paramLabel = "URL",
      description = "A feed to fetch and read; once, unless --every is given.")
  private List<URI> feeds = List.of();

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Goes on until Ctrl-C, and fetches the feeds again after this time: 30s, 10m, 2h.")
  private Duration every;

  @Override
  public Integer call() throws InterruptedException {
    check();
    Terminal terminal = newsgraph.terminal();
    try (NewsStore store = dryRun ? database.open() : options.create(database)) {
      Problems problems = new Problems(newsgraph::tell);
      FeedClient client = new FeedClient();
      ChangedFiles changes = new ChangedFiles();
      changes.know(watch ? sources.files(terminal) : List.of());
      Stream<Article> first =
          Stream.concat(sources.all(terminal, problems), feeds(client, problems));
      int status = work(first, problems, store);
      return watch || every != null ? stay(store, client, changes) : status;
    }
  }

  private void check() {
    if (sources.isEmpty() && feeds.isEmpty()) {
      throw new ParameterException(command.commandLine(), "Name a SOURCE, or a feed with --feed");
    }
    if (every != null && feeds.isEmpty()) {
      throw new ParameterException(command.commandLine(), "--every needs a --feed");
    }
    for (URI feed : feeds) {
      if (!String.valueOf(feed.getScheme()).matches("https?") || feed.getHost() == null) {
        throw new ParameterException(
            command.commandLine(), "--feed: a web address is wanted, not " + feed);
      }
    }
  }

  private int work(Stream<Article> articles, Problems problems, NewsStore store) {
    Stream<Article> wanted = selection.of(articles);
    Terminal terminal = newsgraph.terminal();
    return dryRun
        ? options.look(wanted, problems, store, terminal)
        : options.build(wanted, problems, store, terminal);
  }

  /** Until somebody ends the program. */
  private int stay(NewsStore store, FeedClient client, ChangedFiles changes)
      throws InterruptedException {
    Terminal terminal = newsgraph.terminal();
    Instant next = every == null ? Instant.MAX : Instant.now().plus(every);
    while (true) {
      Thread.sleep(LOOK.toMillis());
      Problems problems = new Problems(newsgraph::tell);
      List<String> changed =
          watch
              ? changes.look(sources.files(terminal)).stream().map(Object::toString).toList()
              : List.of();
      boolean due = !Instant.now().isBefore(next);
      if (!changed.isEmpty() || due) {
        work(
            Stream.concat(
                sources.all(changed, terminal, problems),
                due ? feeds(client, problems) : Stream.empty()),
            problems,
            store);
        next = due ? Instant.now().plus(every) : next;
      }
    }
  }

  private Stream<Article> feeds(FeedClient client, Problems problems) {
    return feeds.stream().flatMap(feed -> feed(feed, client, problems));
  }

  private Stream<Article> feed(URI feed, FeedClient client, Problems problems) {
    try {
      Optional<byte[]> fetched = client.fetch(feed);
      return fetched.stream()
          .map(it -> new Source(feed.toString(), "feed", () -> new ByteArrayInputStream(it)))
          .flatMap(it -> sources.feed(it, problems));
    } catch (IOException e) {
      problems.error(new SourceLocation(feed.toString(), 0), e.getMessage());
      return Stream.empty();
    }
  }
}
