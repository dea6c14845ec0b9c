package org.newsgraph.cli;

import java.util.concurrent.Callable;
import org.newsgraph.article.Problems;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Brings articles into a database. */
@Command(
    name = "build",
    description = "Reads articles into the database; only new or changed ones are worked on.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph build news/ extra.jsonl --db data"})
final class BuildCommand implements Callable<Integer> {
  @ParentCommand private Newsgraph newsgraph;
  @Mixin private SourceOptions sources;
  @Mixin private DatabaseOption database;
  @Mixin private BuildOptions options;

  @Override
  public Integer call() {
    Terminal terminal = newsgraph.terminal();
    Problems problems = new Problems(newsgraph::tell);
    try (NewsStore store = options.create(database)) {
      return options.build(sources.read(terminal, problems), problems, store, terminal);
    }
  }
}
