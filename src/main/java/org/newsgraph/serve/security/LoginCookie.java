package org.newsgraph.serve.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * A cookie that marks browsers whose user has logged in. A browser sends a stored login when asked,
 * but only sometimes for pages that everybody may read. The cookie contains no credentials; it
 * makes the server ask on every page, and the browser answers without prompting the user. If the
 * browser no longer has the login, the cookie is cleared with the next prompt, and reading
 * continues without a login.
 */
final class LoginCookie {
  private static final String NAME = "newsgraph-login";
  private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Strict";

  private LoginCookie() {}

  /** Tests whether to ask a browser that sent no login for the one that it has stored. */
  static boolean shouldAskForLogin(HttpServletRequest request) {
    return isPage(request) && has(request);
  }

  static void set(HttpServletRequest request, HttpServletResponse response) {
    if (isPage(request) && !has(request)) {
      response.addHeader("Set-Cookie", NAME + "=1" + attributes(request));
    }
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("Set-Cookie", NAME + "=; Max-Age=0" + attributes(request));
  }

  private static String attributes(HttpServletRequest request) {
    return request.isSecure() ? ATTRIBUTES + "; Secure" : ATTRIBUTES;
  }

  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
  }

  private static boolean has(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .map(Cookie::getName)
        .anyMatch(NAME::equals);
  }
}
