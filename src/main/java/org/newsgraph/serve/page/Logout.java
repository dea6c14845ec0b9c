package org.newsgraph.serve.page;

import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;

/**
 * Asks the browser to forget the login of this server (Clear-Site-Data, which covers cookies and
 * HTTP authentication), then tells the user whether it did. Browsers follow the request only over
 * HTTPS and on their own machine.
 */
public final class Logout implements RouteHandler {
  /** Deletes the cookie that makes the server ask for the login on each page. */
  private static final String NO_COOKIE =
      "newsgraph-login=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict";

  @Override
  public Reply handle(Request request) {
    if (request.parameter("done").isEmpty()) {
      return Reply.seeOther("/logout?done=1")
          .with("Clear-Site-Data", "\"cookies\"")
          .with("Set-Cookie", NO_COOKIE)
          .with("Cache-Control", "no-store");
    }
    boolean stillKnown = request.user().isPresent();
    return Page.titled(stillKnown ? "Close the browser to log out" : "Logged out")
        .body(
            new Html(
                stillKnown
                    ? "<p class=\"lead\">Your browser still sends your name and password. It forgets"
                        + " them when you close all of its windows.</p>"
                    : "<p class=\"lead\">Your browser no longer sends your name and password.</p>"))
        .reply(request)
        .with("Cache-Control", "no-store");
  }
}
