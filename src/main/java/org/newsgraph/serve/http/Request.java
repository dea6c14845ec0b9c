package org.newsgraph.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;

/** A request, as handlers get it. */
public final class Request {
  private static final int TOO_LARGE = 413;

  /** Maximum number of parameters; the form for splitting an entity has one per article. */
  private static final int MAX_PARAMETERS = 5000;

  private static final String FORM_TOO_LARGE =
      "the request has too many parameters, or its form is too long";

  private final HttpServletRequest request;
  private final Route route;
  private final long maxBodyBytes;

  Request(HttpServletRequest request, Route route, long maxBodyBytes) {
    this.request = request;
    this.route = route;
    this.maxBodyBytes = maxBodyBytes;
  }

  /** Creates a request that has no route. */
  public Request(HttpServletRequest request) {
    this(request, Route.get("/*", asked -> Reply.empty(404)), 0);
  }

  public String method() {
    return request.getMethod();
  }

  /** Returns the path from the root, still percent-encoded. */
  public String path() {
    return request.getRequestURI();
  }

  /**
   * Returns the part of the path that matches the route's {@code *}, decoded.
   *
   * @throws HttpError if the path is not percent-encoded UTF-8
   */
  public String pathTail() {
    return PercentEncoding.decode(path().substring(route.path().length() - 1))
        .orElseThrow(() -> HttpError.badRequest("the address is not percent-encoded UTF-8"));
  }

  /** Returns the root address of the server as the client sees it, with a slash at its end. */
  public String baseUrl() {
    StringBuffer url = request.getRequestURL();
    return url.substring(0, url.length() - request.getRequestURI().length()) + "/";
  }

  /** Returns the query part of the address, still percent-encoded; empty if there is none. */
  public String query() {
    return request.getQueryString() == null ? "" : request.getQueryString();
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  /**
   * Returns the first value of a parameter in the address or a form. Blank values count as missing.
   *
   * @throws HttpError if the address or the form is not percent-encoded UTF-8
   */
  public Optional<String> parameter(String name) {
    return parameters(name).stream().findFirst().filter(value -> !value.isBlank());
  }

  /**
   * Returns the first value of a parameter in the address or a form, without spaces around it;
   * empty if the parameter is missing.
   *
   * @throws HttpError if the address or the form is not percent-encoded UTF-8
   */
  public String textParameter(String name) {
    return parameter(name).orElse("").strip();
  }

  /**
   * Returns all values of a parameter in the address or a form.
   *
   * @throws HttpError if the address or the form is not percent-encoded UTF-8
   */
  public List<String> parameters(String name) {
    try {
      requireFew(request.getParameterMap());
      String[] values = request.getParameterValues(name);
      return values == null ? List.of() : Arrays.asList(values);
    } catch (HttpException.RuntimeException e) {
      throw new HttpError(
          e.getCode(),
          e.getCode() == TOO_LARGE
              ? FORM_TOO_LARGE
              : "the address or the form is not percent-encoded UTF-8");
    } catch (IllegalStateException e) {
      throw new HttpError(TOO_LARGE, FORM_TOO_LARGE);
    }
  }

  private static void requireFew(Map<String, String[]> parameters) {
    if (parameters.values().stream().mapToInt(values -> values.length).sum() > MAX_PARAMETERS) {
      throw new HttpError(TOO_LARGE, FORM_TOO_LARGE);
    }
  }

  /**
   * Returns the value of an integer parameter.
   *
   * @throws HttpError if the value is not an integer from {@code least} to {@code most}
   */
  public int intParameter(String name, int ifAbsent, int least, int most) {
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
      // Reported below.
    }
    throw HttpError.badRequest(name + " must be a whole number from " + least + " to " + most);
  }

  /** Returns the media type of the body, without its parameters: "application/json". */
  public String contentType() {
    String type = request.getContentType();
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * Reads the body.
   *
   * @throws HttpError if the body is too long or not UTF-8
   */
  public String body() throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(Math.toIntExact(maxBodyBytes) + 1);
    if (bytes.length > maxBodyBytes) {
      throw new HttpError(413, "the request is longer than " + maxBodyBytes + " bytes");
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw HttpError.badRequest("the request is not UTF-8");
    }
  }

  /** Returns the path and the query part, still percent-encoded. */
  public String pathAndQuery() {
    return query().isEmpty() ? path() : path() + "?" + query();
  }

  /** Tests whether the user has logged in as an editor. */
  public boolean isByEditor() {
    return Boolean.TRUE.equals(request.getAttribute(RequestAttributes.EDITOR));
  }

  /** Tests whether this server supports logins. */
  public boolean loginsEnabled() {
    return Boolean.TRUE.equals(request.getAttribute(RequestAttributes.LOGINS));
  }

  /** Returns the name of the user who has logged in. */
  public Optional<String> user() {
    return Optional.ofNullable((String) request.getAttribute(RequestAttributes.USER));
  }
}
