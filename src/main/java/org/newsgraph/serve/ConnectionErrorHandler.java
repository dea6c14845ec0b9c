package org.newsgraph.serve;

import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.newsgraph.serve.page.ErrorFormat;
import org.newsgraph.serve.page.ErrorPage;

/**
 * Answers requests that fail before they reach a database: malformed requests, and requests while
 * the server is stopping. The responses have the same headers as all others, and do not repeat the
 * request or Jetty's messages.
 *
 * @param headers the headers of every response
 */
record ConnectionErrorHandler(Map<String, String> headers) implements Request.Handler {
  ConnectionErrorHandler {
    headers = Map.copyOf(headers);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status =
        request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException malformed
            ? malformed.getCode()
            : response.getStatus();
    response.setStatus(status);
    headers.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    boolean page = ErrorFormat.isBrowser(request.getHeaders().get(HttpHeader.ACCEPT));
    String type = page ? ErrorFormat.PAGE.mediaType() : ErrorFormat.TEXT.mediaType();
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type + "; charset=utf-8");
    String reason = reason(status);
    Content.Sink.write(
        response, true, page ? ErrorPage.html(status, reason) : reason + "\n", callback);
    return true;
  }

  private static String reason(int status) {
    return switch (status) {
      case 408 -> "the request was not received in time";
      case 413 -> "the request is too long";
      case 414 -> "the address is too long";
      case 417 -> "the expectation in the header Expect is not supported";
      case 426, 505 -> "this version of HTTP is not supported; use HTTP/1.1";
      case 431 -> "the headers of the request are too long";
      case 501 -> "the transfer coding of the request is not supported";
      case 503 -> "the server is stopping or overloaded; try again in a moment";
      default ->
          status < 500
              ? "the request is malformed: its address or a header is not valid HTTP"
              : "internal error; see the server's log";
    };
  }
}
