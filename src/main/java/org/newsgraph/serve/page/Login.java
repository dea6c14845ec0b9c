package org.newsgraph.serve.page;

import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;

/**
 * Sends back who has logged in; a browser asks for name and password before it gets here, and sends
 * them by itself from then on.
 */
public final class Login implements RouteHandler {
  @Override
  public Reply answer(Request request) {
    String to = request.parameter("to").orElse("/");
    boolean ours =
        to.startsWith("/") && !to.startsWith("//") && to.matches("[\\x21-\\x7e&&[^\\\\]]+");
    return Reply.seeOther(ours ? to : "/").with("Cache-Control", "no-store");
  }
}
