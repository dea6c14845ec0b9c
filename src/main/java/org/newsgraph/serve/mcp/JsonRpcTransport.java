package org.newsgraph.serve.mcp;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The JSON-RPC layer of the protocol, for all connections. It validates messages, passes requests
 * to the server, and converts every failure into an error response, which contains no internals.
 */
final class JsonRpcTransport implements McpStatelessServerTransport {
  /** Supported versions of the protocol; a client that requests another one is offered the last. */
  static final List<String> VERSIONS =
      List.of(
          ProtocolVersions.MCP_2024_11_05,
          ProtocolVersions.MCP_2025_03_26,
          ProtocolVersions.MCP_2025_06_18);

  private static final Logger LOG = LoggerFactory.getLogger(JsonRpcTransport.class);

  private static final Set<String> METHODS =
      Set.of(
          McpSchema.METHOD_INITIALIZE,
          McpSchema.METHOD_PING,
          McpSchema.METHOD_TOOLS_LIST,
          McpSchema.METHOD_TOOLS_CALL);

  private static final int MAX_BATCH = 50;

  private final ObjectMapper mapper =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Set<String> tools;
  private McpStatelessServerHandler handler;

  /**
   * @param tools names of the tools that can be called
   */
  JsonRpcTransport(Set<String> tools) {
    this.tools = tools;
  }

  @Override
  public void setMcpHandler(McpStatelessServerHandler handler) {
    this.handler = handler;
  }

  @Override
  public List<String> protocolVersions() {
    return VERSIONS;
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  /**
   * Answers a message or a batch of messages.
   *
   * @param message the message as JSON, in UTF-8
   * @return the response; empty if the message contains no requests
   */
  Optional<JsonNode> answer(byte[] message) {
    JsonNode json;
    try {
      json = mapper.readTree(message);
    } catch (JacksonException e) {
      return Optional.of(error(null, ErrorCodes.PARSE_ERROR, "the message is not JSON"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    if (json.isMissingNode()) {
      return Optional.of(error(null, ErrorCodes.PARSE_ERROR, "the message is empty"));
    }
    return json.isArray() ? answerBatch(json) : answerMessage(json);
  }

  private Optional<JsonNode> answerBatch(JsonNode batch) {
    if (batch.isEmpty() || batch.size() > MAX_BATCH) {
      return Optional.of(invalid(null, "a batch must contain 1 to " + MAX_BATCH + " messages"));
    }
    ArrayNode answers = mapper.createArrayNode();
    batch.forEach(message -> answerMessage(message).ifPresent(answers::add));
    return answers.isEmpty() ? Optional.empty() : Optional.of(answers);
  }

  private Optional<JsonNode> answerMessage(JsonNode message) {
    JsonNode id = message.get("id");
    JsonNode method = message.get("method");
    boolean validId = id != null && (id.isTextual() || id.isIntegralNumber());
    if (!message.path("jsonrpc").asText().equals(McpSchema.JSONRPC_VERSION)) {
      return Optional.of(invalid(validId ? id : null, "the message is not a JSON-RPC 2.0 object"));
    }
    if (method == null && (message.has("result") || message.has("error"))) {
      // A response to a request, which this server never sends.
      return Optional.empty();
    }
    if (method == null || !method.isTextual()) {
      return Optional.of(invalid(validId ? id : null, "the message has no method"));
    }
    if (id == null) {
      // Notifications need no reaction, because the server keeps no state for a client.
      return Optional.empty();
    }
    return Optional.of(
        validId
            ? answerRequest(id, method.asText(), message.path("params"))
            : invalid(null, "the id of a request must be a string or an integer"));
  }

  private JsonNode answerRequest(JsonNode id, String method, JsonNode params) {
    if (!METHODS.contains(method)) {
      return error(id, ErrorCodes.METHOD_NOT_FOUND, "there is no method \"" + method + "\"");
    }
    Optional<String> problem = problem(method, params);
    if (problem.isPresent()) {
      return error(id, ErrorCodes.INVALID_PARAMS, problem.get());
    }
    Object values =
        method.equals(McpSchema.METHOD_INITIALIZE)
            ? Map.of("protocolVersion", agreedVersion(params.path("protocolVersion").asText()))
            : mapper.convertValue(params.isObject() ? params : null, Object.class);
    McpSchema.JSONRPCRequest request =
        new McpSchema.JSONRPCRequest(
            McpSchema.JSONRPC_VERSION, method, mapper.convertValue(id, Object.class), values);
    try {
      JsonNode answer =
          mapper.valueToTree(handler.handleRequest(McpTransportContext.EMPTY, request).block());
      if (answer.path("error").path("code").asInt() != ErrorCodes.INTERNAL_ERROR) {
        return answer;
      }
      LOG.error("{}: {}", method, answer);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{}", method, e);
    }
    return error(id, ErrorCodes.INTERNAL_ERROR, "internal error; see the server's log");
  }

  /** Returns the requested version of the protocol if it is supported, otherwise the latest. */
  private static String agreedVersion(String requested) {
    return VERSIONS.contains(requested) ? requested : VERSIONS.get(VERSIONS.size() - 1);
  }

  /** Describes the problem with the parameters of a request. */
  private Optional<String> problem(String method, JsonNode params) {
    if (!params.isObject() && !params.isMissingNode()) {
      return Optional.of("params must be an object");
    }
    if (method.equals(McpSchema.METHOD_INITIALIZE) && !params.path("protocolVersion").isTextual()) {
      return Optional.of("protocolVersion is missing");
    }
    if (method.equals(McpSchema.METHOD_TOOLS_CALL)) {
      JsonNode arguments = params.path("arguments");
      if (!tools.contains(params.path("name").asText())) {
        return Optional.of(
            "there is no tool \""
                + params.path("name").asText()
                + "\"; use one of "
                + String.join(", ", tools));
      }
      if (!arguments.isObject() && !arguments.isMissingNode() && !arguments.isNull()) {
        return Optional.of("arguments must be an object");
      }
    }
    return Optional.empty();
  }

  /** Returns an error response for a message that is not a valid request. */
  ObjectNode invalid(JsonNode id, String reason) {
    return error(id, ErrorCodes.INVALID_REQUEST, reason);
  }

  private ObjectNode error(JsonNode id, int code, String reason) {
    ObjectNode response = mapper.createObjectNode();
    response.put("jsonrpc", McpSchema.JSONRPC_VERSION);
    response.set("id", id == null ? mapper.nullNode() : id);
    response.putObject("error").put("code", code).put("message", reason);
    return response;
  }
}
