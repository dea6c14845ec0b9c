package org.newsgraph.serve.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.PercentEncoding;

/** Checks of a request's syntax that are the same for all routes. */
final class RequestSyntax {
  /** The parameter charset of a media type (RFC 9110, section 8.3). */
  private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";]*)");

  private static final Set<Charset> CHARSETS = Set.of(UTF_8, US_ASCII);

  private RequestSyntax() {}

  /** Returns the error of a request that no route can understand. */
  static Optional<HttpError> problem(HttpServletRequest request) {
    if (!hasKnownCharset(request.getHeader("Content-Type"))) {
      return Optional.of(
          new HttpError(415, "the charset of the request is not supported; send it in UTF-8"));
    }
    String query = request.getQueryString();
    return query == null || PercentEncoding.isValid(query)
        ? Optional.empty()
        : Optional.of(HttpError.badRequest("the address is not percent-encoded UTF-8"));
  }

  private static boolean hasKnownCharset(String contentType) {
    Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
    if (!charset.find()) {
      return true;
    }
    String name = charset.group(1).strip();
    try {
      return CHARSETS.contains(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
