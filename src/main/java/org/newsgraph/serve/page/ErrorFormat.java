package org.newsgraph.serve.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.newsgraph.serve.http.Json;

/** The format in which a client gets the reason of an error. */
public enum ErrorFormat {
  /** A page, for browsers. */
  PAGE("text/html"),
  /** A JSON object, for clients of the API and of reconciliation. */
  JSON("application/json"),
  /** An error response of JSON-RPC 2.0 without an id, for AI assistants. */
  JSON_RPC("application/json"),
  /** A line of plain text, for all other clients. */
  TEXT("text/plain");

  /** Codes of JSON-RPC 2.0, section 5.1. */
  private static final int INVALID_REQUEST = -32600;

  private static final int INTERNAL_ERROR = -32603;

  private final String mediaType;

  ErrorFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Chooses the format for a request by its path and its Accept header. */
  public static ErrorFormat of(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (isWithin(path, "/mcp")) {
      return JSON_RPC;
    }
    if (isBrowser(request.getHeader("Accept"))) {
      return PAGE;
    }
    return isWithin(path, "/api") || isWithin(path, "/reconcile") ? JSON : TEXT;
  }

  /** Tests whether a browser asks for a page: only browsers put HTML first in Accept. */
  public static boolean isBrowser(String accept) {
    return accept != null && accept.stripLeading().startsWith("text/html");
  }

  private static boolean isWithin(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }

  /** Returns the media type without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Renders an error.
   *
   * @param status the HTTP status, 400 to 599
   * @param reason a sentence or several lines
   */
  public String render(HttpServletRequest request, int status, String reason) {
    return switch (this) {
      case PAGE -> ErrorPage.html(request, status, reason);
      case JSON -> Json.write(ordered("status", status, "error", reason));
      case JSON_RPC -> {
        int code = status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        Map<String, Object> response = ordered("jsonrpc", "2.0", "id", null);
        response.put("error", ordered("code", code, "message", reason));
        yield Json.write(response);
      }
      case TEXT -> reason + "\n";
    };
  }

  private static Map<String, Object> ordered(
      String name, Object value, String nextName, Object nextValue) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(name, value);
    map.put(nextName, nextValue);
    return map;
  }
}
