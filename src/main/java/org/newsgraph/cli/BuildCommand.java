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
import org.newsgraph.ingest.ChangedFiles;
import org.newsgraph.ingest.FeedClient;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Imports articles into a database. */
@Command(
    name = "build",
    description = {
      "Imports articles into the database.",
      "Only new or changed articles are processed.",
      "Interrupt it at any time; run the same command again to resume."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph build news/ extra.jsonl --db data",
      "Example: newsgraph build --watch incoming/ --feed https://example.org/rss --every 10m"
    })
final class BuildCommand implements Callable<Integer> {
  /** Time between two scans of the watched files. */
  private static final Duration SCAN_INTERVAL = Duration.ofSeconds(2);

  @ParentCommand private Newsgraph newsgraph;
  @Mixin private SourceOptions sources;
  @Mixin private DatabaseOption database;
  @Mixin private BuildOptions options;
  @Mixin private ArticleFilterOptions selection;
  @Spec private CommandSpec command;

  @Option(
      names = "--dry-run",
      description = "Only count the new and changed articles; do not change the database.")
  private boolean dryRun;

  @Option(
      names = "--watch",
      description =
          "Keep running until Ctrl-C, and read files of the sources when they appear or change.")
  private boolean watch;

  @Option(
      names = "--feed",
      paramLabel = "URL",
      description =
          "A feed to fetch, once or, with --every, repeatedly; may be given several times.")
  private List<URI> feeds = List.of();

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Keep running until Ctrl-C, and fetch the feeds at this interval: 30s, 10m, 2h.")
  private Duration every;

  @Override
  public Integer call() throws InterruptedException {
    check();
    Terminal terminal = newsgraph.terminal();
    try (NewsStore store = dryRun ? database.open() : options.create(database)) {
      Problems problems = newsgraph.problems();
      FeedClient client = new FeedClient();
      ChangedFiles changes = new ChangedFiles();
      changes.recordState(watch ? sources.files(terminal) : List.of());
      Stream<Article> first =
          Stream.concat(sources.all(terminal, problems), feeds(client, problems));
      int status = work(first, problems, store);
      return watch || every != null ? keepRunning(store, client, changes) : status;
    }
  }

  private void check() {
    if (sources.isEmpty() && feeds.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "No articles given: name a SOURCE, or a feed with --feed");
    }
    if (every != null && feeds.isEmpty()) {
      throw new ParameterException(command.commandLine(), "--every requires --feed");
    }
    for (URI feed : feeds) {
      if (!String.valueOf(feed.getScheme()).matches("https?") || feed.getHost() == null) {
        throw new ParameterException(
            command.commandLine(), "--feed: \"" + feed + "\" is not a web address (http or https)");
      }
    }
  }

  private int work(Stream<Article> articles, Problems problems, NewsStore store) {
    Stream<Article> selected = selection.filter(articles, problems);
    Terminal terminal = newsgraph.terminal();
    return dryRun
        ? options.dryRun(selected, problems, store, terminal)
        : options.build(selected, problems, store, terminal);
  }

  /** Processes changed files and due feeds until the program is terminated. */
  private int keepRunning(NewsStore store, FeedClient client, ChangedFiles changes)
      throws InterruptedException {
    Terminal terminal = newsgraph.terminal();
    Instant next = every == null ? Instant.MAX : Instant.now().plus(every);
    while (true) {
      Thread.sleep(SCAN_INTERVAL.toMillis());
      Problems problems = newsgraph.problems();
      List<String> changed =
          watch
              ? changes.scan(sources.files(terminal)).stream().map(Object::toString).toList()
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
