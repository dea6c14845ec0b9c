package org.newsgraph.serve.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.newsgraph.serve.http.Access;
import org.newsgraph.serve.http.RequestAttributes;
import org.newsgraph.serve.security.Logins.Role;
import org.newsgraph.serve.security.Logins.User;

/** Authenticates users by HTTP basic authentication and refuses requests that they may not send. */
public final class AuthFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Logins> logins;
  private final boolean closed;
  private final boolean behindProxy;
  private final boolean readOnly;
  private final transient Function<HttpServletRequest, Access> access;
  private final transient LoginAttempts failures = new LoginAttempts();

  /**
   * Limits concurrent password checks, since each keeps a core busy for a large part of a second.
   */
  private final transient Semaphore passwordChecks = new Semaphore(2, true);

  /**
   * Creates the filter of a server.
   *
   * @param logins the users; if empty, nobody can change anything
   * @param closed true if reading needs a login
   * @param behindProxy true if requests from this machine may come from a proxy
   * @param readOnly true if nobody, not even an editor, can change anything
   * @param access returns the access that a request needs
   */
  public AuthFilter(
      Optional<Logins> logins,
      boolean closed,
      boolean behindProxy,
      boolean readOnly,
      Function<HttpServletRequest, Access> access) {
    this.logins = logins;
    this.closed = closed;
    this.behindProxy = behindProxy;
    this.readOnly = readOnly;
    this.access = access;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Access wanted = access.apply(request);
    String client = ClientAddress.of(request.getRemoteAddr());
    boolean tries = logins.isPresent() && request.getHeader("Authorization") != null;
    if (tries && failures.tooMany(client)) {
      response.setHeader("Retry-After", Long.toString(LoginAttempts.WINDOW.toSeconds()));
      RefusalFilter.refuse(request, response, 429, "too many failed logins; wait five minutes");
      return;
    }
    Optional<User> user =
        tries
            ? BasicCredentials.parse(request.getHeader("Authorization"))
                .flatMap(given -> verify(given, client))
            : Optional.empty();
    request.setAttribute(RequestAttributes.LOGINS, logins.isPresent() && !readOnly);
    user.ifPresent(
        it -> {
          request.setAttribute(RequestAttributes.USER, it.name());
          request.setAttribute(RequestAttributes.EDITOR, it.role() == Role.EDITOR && !readOnly);
        });
    user.ifPresent(it -> LoginCookie.set(request, response));
    boolean known = logins.isPresent() && !tries && LoginCookie.shouldAskForLogin(request);
    if (known) {
      LoginCookie.clear(request, response);
      askForLogin(
          request, response, "log in again, or reload the page to continue without a login");
    } else if (tries && user.isEmpty()) {
      failures.add(client);
      askForLogin(request, response, "wrong name or password");
    } else if (isAllowed(wanted, user, request)) {
      if (wanted == Access.EDIT && SameOriginPolicy.isCrossSite(request)) {
        RefusalFilter.refuse(
            request, response, 403, "changes requested by pages of other sites are not allowed");
      } else {
        chain.doFilter(request, response);
      }
    } else if (logins.isEmpty() || user.isPresent() || (readOnly && wanted == Access.EDIT)) {
      RefusalFilter.refuse(request, response, 403, reason(wanted));
    } else {
      askForLogin(request, response, "this request needs a login");
    }
  }

  private String reason(Access wanted) {
    if (wanted == Access.WATCH) {
      return "metrics are only available after a login or on the server's own machine";
    }
    if (readOnly) {
      return "this server is a read-only replica; send changes to the server of the database";
    }
    return logins.isEmpty()
        ? "editing is switched off on this server; to allow it, start the server with --auth"
        : "your login only allows reading; ask the administrator for the role of an editor";
  }

  private boolean isAllowed(Access wanted, Optional<User> user, HttpServletRequest request) {
    return switch (wanted) {
      case OPEN -> true;
      case READ -> !closed || user.isPresent();
      case LOGIN -> user.isPresent();
      case EDIT -> !readOnly && user.filter(it -> it.role() == Role.EDITOR).isPresent();
      case WATCH -> user.isPresent() || (!behindProxy && isThisMachine(request.getRemoteAddr()));
    };
  }

  private static boolean isThisMachine(String address) {
    try {
      // The address is numeric, so there is no DNS look-up.
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private Optional<User> verify(BasicCredentials given, String client) {
    passwordChecks.acquireUninterruptibly();
    try {
      // Other attempts of this client may have failed since this one began to wait.
      return failures.tooMany(client)
          ? Optional.empty()
          : logins.orElseThrow().find(given.name(), given.password());
    } finally {
      passwordChecks.release();
    }
  }

  private static void askForLogin(
      HttpServletRequest request, HttpServletResponse response, String reason) throws IOException {
    response.setHeader("WWW-Authenticate", "Basic realm=\"Newsgraph\", charset=\"UTF-8\"");
    RefusalFilter.refuse(request, response, 401, reason);
  }
}
