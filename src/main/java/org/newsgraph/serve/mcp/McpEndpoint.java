package org.newsgraph.serve.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.query.QueryCancelledException;
import org.newsgraph.serve.api.Api;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Json;
import org.newsgraph.serve.sparql.BoundedQuery;
import org.newsgraph.serve.sparql.SparqlPolicy;
import org.newsgraph.serve.sparql.SparqlRunner;
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

  private final McpJsonMapper mapper = new JacksonMcpJsonMapper(new ObjectMapper());
  private final List<McpTool> tools;
  private final String version;

  /**
   * Creates the endpoint of a database.
   *
   * @param timeout maximum duration of a query
   * @param version version of this program
   */
  public McpEndpoint(NewsStore store, Duration timeout, SparqlPolicy check, String version) {
    SparqlRunner lookup = new SparqlRunner(store, timeout);
    this.tools =
        new McpTools(
                lookup, new Api(lookup, Optional.empty()), new BoundedQuery(store, timeout, check))
            .all();
    this.version = version;
  }

  /**
   * Returns a servlet for stateless requests. GET and DELETE are for sessions, which are not
   * supported. The underlying servlet is created on the first request, since many servers never
   * need it.
   */
  public HttpServlet servlet(String path) {
    return new HttpServlet() {
      private static final long serialVersionUID = 1L;
      private transient HttpServlet servlet;

      @Override
      public void service(ServletRequest request, ServletResponse response)
          throws ServletException, IOException {
        servlet().service(request, response);
      }

      private synchronized HttpServlet servlet() {
        if (servlet == null) {
          servlet = stateless(path);
        }
        return servlet;
      }
    };
  }

  private HttpServlet stateless(String path) {
    HttpServletStatelessServerTransport transport =
        HttpServletStatelessServerTransport.builder()
            .jsonMapper(mapper)
            .messageEndpoint(path)
            .build();
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
    return transport;
  }

  /** Serves requests from a stream until it ends. */
  public void serveStdio(InputStream in, OutputStream out) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    McpSyncServer server =
        McpServer.sync(new StdioServerTransportProvider(mapper, new Watched(in, ended), out))
            .serverInfo("newsgraph", version)
            .instructions(INSTRUCTIONS)
            .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
            .tools(
                tools.stream()
                    .map(
                        tool ->
                            McpServerFeatures.SyncToolSpecification.builder()
                                .tool(schema(tool))
                                .callHandler((exchange, call) -> call(tool, call.arguments()))
                                .build())
                    .toList())
            .build();
    ended.await();
    server.closeGracefully();
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
    } catch (HttpError e) {
      return failed(e.getMessage());
    } catch (QueryCancelledException e) {
      return failed("timeout: the query was cancelled; ask for less data");
    } catch (RuntimeException e) {
      LOG.error("tool {}", tool.name(), e);
      return failed("internal error; see the server's log");
    }
  }

  private static CallToolResult failed(String reason) {
    return CallToolResult.builder().addTextContent(reason).isError(true).build();
  }

  /** Signals the end of the stream. */
  private static final class Watched extends FilterInputStream {
    private final CountDownLatch ended;

    Watched(InputStream in, CountDownLatch ended) {
      super(in);
      this.ended = ended;
    }

    @Override
    public int read() throws IOException {
      return signalEnd(super.read());
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      return signalEnd(super.read(buffer, from, length));
    }

    private int signalEnd(int read) {
      if (read < 0) {
        ended.countDown();
      }
      return read;
    }
  }
}
