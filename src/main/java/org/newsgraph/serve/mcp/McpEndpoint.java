package org.newsgraph.serve.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import jakarta.servlet.http.HttpServlet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.newsgraph.io.ErrorMessages;
import org.newsgraph.io.IoErrors;
import org.newsgraph.query.InvalidSearchException;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.serve.api.Api;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Json;
import org.newsgraph.serve.sparql.BoundedQuery;
import org.newsgraph.serve.sparql.SparqlPolicy;
import org.newsgraph.serve.sparql.budget.RequestLimits;
import org.newsgraph.store.NewsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the tools of a database to AI assistants by the Model Context Protocol. */
public final class McpEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(McpEndpoint.class);

  private static final String INSTRUCTIONS =
      "A graph of news articles: who said what, and where, word for word. The facts were extracted"
          + " by a program and some are wrong: mention this, and give the citation of each"
          + " statement.";

  private static final int STDIO_THREADS = 4;

  private final List<McpTool> tools;
  private final String version;
  private JsonRpcTransport transport;

  /**
   * Creates the endpoint of a database.
   *
   * @param statements the search for statements, which may be shared
   * @param timeout maximum duration of a query
   * @param version version of this program
   */
  public McpEndpoint(
      SparqlRunner lookup,
      StatementSearch statements,
      Duration timeout,
      SparqlPolicy check,
      String version) {
    this.tools =
        new McpTools(
                lookup,
                statements,
                new Api(lookup, statements, Optional.empty()),
                new BoundedQuery(lookup.store(), timeout, check))
            .all();
    this.version = version;
  }

  /** Creates the endpoint of a database that has a single user, without a server. */
  public static McpEndpoint ofOneUser(
      NewsStore store, Duration timeout, SparqlPolicy check, String version) {
    SparqlRunner runner = new SparqlRunner(store, new RequestLimits(timeout));
    return new McpEndpoint(runner, StatementSearch.ofOneUser(runner), timeout, check, version);
  }

  /** Returns a servlet for requests over HTTP. */
  public HttpServlet servlet() {
    return new McpServlet(this::transport);
  }

  /** Returns the transport. Created on first use, since many servers never need it. */
  private synchronized JsonRpcTransport transport() {
    if (transport == null) {
      transport =
          new JsonRpcTransport(
              tools.stream().map(McpTool::name).collect(Collectors.toCollection(TreeSet::new)));
      McpServer.sync(transport)
          .serverInfo("newsgraph", version)
          .instructions(INSTRUCTIONS)
          .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
          .tools(
              tools.stream()
                  .map(
                      tool ->
                          new McpStatelessServerFeatures.SyncToolSpecification(
                              schema(tool), (context, call) -> call(tool, call.arguments())))
                  .toList())
          .immediateExecution(true)
          .build();
    }
    return transport;
  }

  /**
   * Answers the requests in a stream, one per line, until it ends. Requests are answered in
   * parallel, so that a slow query delays no others.
   */
  public void serveStdio(InputStream in, OutputStream out) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(STDIO_THREADS);
    JsonRpcTransport rpc = transport();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        byte[] message = line.getBytes(UTF_8);
        if (!line.isBlank()) {
          threads.execute(() -> rpc.answer(message).ifPresent(answer -> write(answer, out)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdown();
    }
    threads.awaitTermination(1, TimeUnit.HOURS);
  }

  private static void write(JsonNode answer, OutputStream out) {
    synchronized (out) {
      try {
        out.write((answer + "\n").getBytes(UTF_8));
        out.flush();
      } catch (IOException e) {
        LOG.warn("a response was not delivered ({})", IoErrors.describe(e));
      }
    }
  }

  private McpSchema.Tool schema(McpTool tool) {
    return McpSchema.Tool.builder()
        .name(tool.name())
        .description(tool.description())
        .inputSchema(
            new McpSchema.JsonSchema(
                "object", tool.properties(), tool.required(), false, null, null))
        .annotations(new McpSchema.ToolAnnotations(tool.name(), true, false, true, false, null))
        .build();
  }

  private static CallToolResult call(McpTool tool, Map<String, Object> arguments) {
    try {
      Object answer = tool.handler().apply(arguments == null ? Map.of() : arguments);
      String text = answer instanceof String string ? string : Json.write(answer);
      return CallToolResult.builder().addTextContent(text).isError(false).build();
    } catch (HttpError | InvalidSearchException e) {
      return failed(e.getMessage());
    } catch (QueryCancelledException e) {
      return failed("timeout: the query took too long and was cancelled; ask for less data");
    } catch (QueryException e) {
      return failed("invalid query: " + ErrorMessages.withoutInternals(e.getMessage()));
    } catch (StackOverflowError e) {
      return failed("the query is nested too deeply; simplify it");
    } catch (RuntimeException e) {
      LOG.error("tool {}", tool.name(), e);
      return failed("internal error; see the server's log");
    }
  }

  private static CallToolResult failed(String reason) {
    return CallToolResult.builder().addTextContent(reason).isError(true).build();
  }
}
