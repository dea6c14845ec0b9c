package org.newsgraph.serve.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers messages over HTTP, each by itself. GET and DELETE are for sessions, which are not
 * supported.
 */
final class McpServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MAX_BYTES = 1 << 20;
  private static final String JSON = "application/json";
  private static final String EVENTS = "text/event-stream";

  private final transient Supplier<JsonRpcTransport> messages;

  /**
   * @param messages supplies the transport, on the first request
   */
  McpServlet(Supplier<JsonRpcTransport> messages) {
    this.messages = messages;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      response.setStatus(405);
      response.setContentType("text/plain; charset=utf-8");
      response.getOutputStream().write("method not allowed; use POST\n".getBytes(UTF_8));
      return;
    }
    JsonRpcTransport rpc = messages.get();
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    String version = request.getHeader("MCP-Protocol-Version");
    if (body.length > MAX_BYTES) {
      send(
          response,
          413,
          JSON,
          rpc.invalid(null, "the message is longer than " + MAX_BYTES + " bytes"));
    } else if (version != null && !JsonRpcTransport.VERSIONS.contains(version)) {
      String versions = String.join(", ", JsonRpcTransport.VERSIONS);
      send(
          response,
          400,
          JSON,
          rpc.invalid(
              null, "protocol version " + version + " is not supported; use one of " + versions));
    } else {
      answer(rpc.answer(body), request.getHeader("Accept"), response);
    }
  }

  private static void answer(Optional<JsonNode> answer, String accept, HttpServletResponse response)
      throws IOException {
    if (answer.isEmpty()) {
      response.setStatus(202);
      return;
    }
    boolean eventsOnly =
        accept != null
            && accept.contains(EVENTS)
            && !accept.contains(JSON)
            && !accept.contains("*/*");
    int code = answer.get().path("error").path("code").asInt();
    boolean refused = code == ErrorCodes.PARSE_ERROR || code == ErrorCodes.INVALID_REQUEST;
    send(response, refused ? 400 : 200, eventsOnly ? EVENTS : JSON, answer.get());
  }

  private static void send(HttpServletResponse response, int status, String type, JsonNode answer)
      throws IOException {
    String json = answer.toString();
    response.setStatus(status);
    response.setContentType(type + "; charset=utf-8");
    String body = type.equals(EVENTS) ? "event: message\ndata: " + json + "\n\n" : json;
    response.getOutputStream().write(body.getBytes(UTF_8));
  }
}
