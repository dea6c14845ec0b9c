package org.newsgraph.cli;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsgraph.io.ProgramVersion;
import org.newsgraph.serve.mcp.McpEndpoint;
import org.newsgraph.serve.sparql.SparqlPolicy;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Serves an AI assistant over standard input and output. */
@Command(
    name = "mcp",
    description = {
      "Offers tools for AI assistants over standard input and output.",
      "It implements the Model Context Protocol (MCP). \"serve\" offers the same tools over HTTP,"
          + " at /mcp."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph mcp --db data"})
final class McpCommand implements Callable<Integer> {
  /** Maximum duration of a query. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @ParentCommand private Newsgraph newsgraph;
  @Mixin private DatabaseOption database;

  @Override
  public Integer call() throws InterruptedException {
    Terminal terminal = newsgraph.terminal();
    try (NewsStore store = database.open()) {
      McpEndpoint.ofOneUser(store, TIMEOUT, new SparqlPolicy(Set.of()), ProgramVersion.number())
          .serveStdio(terminal.in(), terminal.out());
      return Newsgraph.OK;
    }
  }
}
