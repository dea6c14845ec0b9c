package org.newsgraph.serve.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * A browser that knows a login sends it where it is asked for it, and does so only now and then on
 * pages that everybody may read. So who has logged in gets a cookie which says no more than that:
 * with it the server asks on every page, and the browser answers by itself. One that has forgotten
 * the login loses the cookie as it is asked, and reads on without after that.
 */
final class LoginCookie {
  private static final String NAME = "newsgraph-login";
  private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Strict";

  private LoginCookie() {}

  /** Whether to ask this browser, which sent no login, for the one that it knows. */
  static boolean asks(HttpServletRequest request) {
    return isPage(request) && has(request);
  }

  static void set(HttpServletRequest request, HttpServletResponse response) {
    if (isPage(request) && !has(request)) {
      response.addHeader("Set-Cookie", NAME + "=1" + ATTRIBUTES);
    }
  }

  static void clear(HttpServletResponse response) {
    response.addHeader("Set-Cookie", NAME + "=; Max-Age=0" + ATTRIBUTES);
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
