package org.newsgraph.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.BadMessageException;

/** A request, as handlers see it. */
public final class Request {
  private final HttpServletRequest request;
  private final Route route;
  private final long longest;

  Request(HttpServletRequest request, Route route, long longest) {
    this.request = request;
    this.route = route;
    this.longest = longest;
  }

  /** A request as it came, before anybody was found to answer it. */
  public Request(HttpServletRequest request) {
    this(request, Route.get("/*", asked -> Reply.nothing(404)), 0);
  }

  public String method() {
    return request.getMethod();
  }

  /** The path from the root, percent-encoded as it came. */
  public String path() {
    return request.getRequestURI();
  }

  /**
   * What stands in place of the route's {@code *}, decoded.
   *
   * @throws HttpError where it is not UTF-8, percent-encoded
   */
  public String pathTail() {
    String rest = path().substring(route.path().length() - 1);
    try {
      String text = URLDecoder.decode(rest.replace("+", "%2B"), UTF_8);
      if (text.indexOf('\uFFFD') < 0) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw HttpError.bad("the address is not percent-encoded UTF-8");
  }

  /** Where the server is for the one who asks, with a slash at its end. */
  public String baseUrl() {
    StringBuffer url = request.getRequestURL();
    return url.substring(0, url.length() - request.getRequestURI().length()) + "/";
  }

  /** What follows the question mark, as it came. */
  public String query() {
    return request.getQueryString() == null ? "" : request.getQueryString();
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  /**
   * The first value of a parameter, in the address or in a form; blank ones are none.
   *
   * @throws HttpError where address or form are not percent-encoded UTF-8
   */
  public Optional<String> parameter(String name) {
    return parameters(name).stream().findFirst().filter(value -> !value.isBlank());
  }

  /** All values; likewise. */
  public List<String> parameters(String name) {
    try {
      String[] values = request.getParameterValues(name);
      return values == null ? List.of() : Arrays.asList(values);
    } catch (BadMessageException e) {
      throw HttpError.bad("the address, or what was filled in, is not percent-encoded UTF-8");
    }
  }

  /**
   * The value of a parameter that is a number.
   *
   * @throws HttpError where it is no whole number from {@code least} to {@code most}
   */
  public int number(String name, int ifAbsent, int least, int most) {
    Optional<String> given = parameter(name);
    if (given.isEmpty()) {
      return ifAbsent;
    }
    try {
      int value = Integer.parseInt(given.get().strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw HttpError.bad(name + " must be a whole number from " + least + " to " + most);
  }

  /** The medium of the body, without its parameters: "application/json". */
  public String contentType() {
    String type = request.getContentType();
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * The whole body.
   *
   * @throws HttpError where it is too long, or not UTF-8
   */
  public String body() throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(Math.toIntExact(longest) + 1);
    if (bytes.length > longest) {
      throw new HttpError(413, "the request is longer than " + longest + " bytes");
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw HttpError.bad("the request is not UTF-8");
    }
  }

  /** The path and what follows the question mark, as they came. */
  public String address() {
    return query().isEmpty() ? path() : path() + "?" + query();
  }

  /** Whether somebody has logged in who may change things. */
  public boolean isByEditor() {
    return Boolean.TRUE.equals(request.getAttribute(RequestAttributes.EDITOR));
  }

  /** Whether anybody can log in at all. */
  public boolean loginsEnabled() {
    return Boolean.TRUE.equals(request.getAttribute(RequestAttributes.LOGINS));
  }

  /** Who has logged in. */
  public Optional<String> user() {
    return Optional.ofNullable((String) request.getAttribute(RequestAttributes.USER));
  }
}
